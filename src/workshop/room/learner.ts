/** A learner's page in a room: tells what changed, and gets the hand-outs. Without an answer everything waits. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Standing } from '../standing.ts';
import { BOUNDS } from './bounds.ts';
import {
  become,
  drawId,
  dropFromOutbox,
  type Member,
  member,
  outbox,
  post,
  saveMember,
  saveTold,
  told,
} from './kept.ts';
import { type Handout, joinedSchema, type News, newsSchema, type RoomEvent } from './messages.ts';
import { ask, followInSight, pauses } from './wire.ts';

/** 'off': not in a room. 'away': in one that does not answer; what is told waits. */
export type RoomState = 'off' | 'joining' | 'live' | 'away';

const ownState = signal<RoomState>('off');
const ownMember = signal<Member | null>(null);
const ownWaiting = signal(0);
const ownHandouts = signal<readonly Handout[]>([]);
const ownIsPutAway = signal(false);

export const state: ReadonlySignal<RoomState> = ownState;
export const joined: ReadonlySignal<Member | null> = ownMember;
export const waiting: ReadonlySignal<number> = ownWaiting;
export const handouts: ReadonlySignal<readonly Handout[]> = ownHandouts;
/** The presenter has put the learner's note away: whoever shows it takes it off, and says so by `noteIsOff`. */
export const isNotePutAway: ReadonlySignal<boolean> = ownIsPutAway;

let leaveStream = () => {};
let isSending = false;
let retry: ReturnType<typeof setTimeout> | undefined;
const pause = pauses();

function forget(): void {
  leaveStream();
  clearTimeout(retry);
  become(null);
  ownMember.value = null;
  ownWaiting.value = 0;
  ownHandouts.value = [];
  ownIsPutAway.value = false;
  ownState.value = 'off';
}

type Sent = 'done' | 'later' | 'gone';

async function sendBatch(me: Member, batch: readonly RoomEvent[]): Promise<Sent> {
  const line = { api: me.api, secret: me.token };
  const { status } = await ask(line, 'me/events', 'POST', { events: batch });
  if (status === 401) return 'gone';
  // What the server will never take must not keep back what comes behind it.
  if (status === 200 || status === 400 || status === 409) return 'done';
  return 'later';
}

/** All that waits, in its order. */
async function flush(): Promise<void> {
  if (isSending) return;
  isSending = true;
  clearTimeout(retry);
  for (;;) {
    const me = ownMember.value;
    const batch = outbox().slice(0, BOUNDS.batch);
    ownWaiting.value = outbox().length;
    if (!me || batch.length === 0) break;
    const sent = await sendBatch(me, batch);
    if (sent === 'gone') {
      forget();
      break;
    }
    if (sent === 'later') {
      ownState.value = 'away';
      retry = setTimeout(() => void flush(), pause.next());
      break;
    }
    dropFromOutbox(batch);
    ownState.value = 'live';
    pause.reset();
  }
  isSending = false;
}

function hear({ handouts: fresh, gone, putAway }: News): void {
  const before = ownHandouts.value;
  const known = new Set([...before.map(({ id }) => id), ...gone]);
  const added = fresh.filter(({ id }) => !known.has(id));
  if (added.length > 0 || gone.length > 0)
    ownHandouts.value = [...before.filter(({ id }) => !gone.includes(id)), ...added];
  const last = told();
  // Another note may be up by now, or none.
  if (putAway === '' || putAway !== last.noteEvent) return;
  saveTold({ ...last, isPutAway: true });
  ownIsPutAway.value = true;
}

export function noteIsOff(): void {
  saveTold({ ...told(), note: 'none', noteEvent: '', isPutAway: false });
  ownIsPutAway.value = false;
}

/** Goes on with the room that this browser is in, if it is in one. */
export function resume(): void {
  const me = member();
  ownMember.value = me;
  if (!me) return;
  if (ownState.value === 'off') ownState.value = 'joining';
  ownIsPutAway.value = told().isPutAway;
  leaveStream();
  leaveStream = followInSight({ api: me.api, secret: me.token }, 'me/news', {
    heard: (message) => {
      const read = newsSchema.safeParse(message);
      if (read.success) hear(read.data);
    },
    state: (now) => {
      ownState.value = now;
      if (now === 'live') void flush();
    },
    refused: forget,
  });
  void flush();
}

export type JoinOutcome = 'joined' | 'wrongCode' | 'tooMany' | 'full' | 'away';
const OUTCOMES: Readonly<Record<number, JoinOutcome>> = {
  400: 'wrongCode',
  403: 'wrongCode',
  409: 'full',
  429: 'tooMany',
};

export async function join(
  asked: Pick<Member, 'api' | 'code' | 'sign' | 'nickname' | 'exercises' | 'news'>,
): Promise<JoinOutcome> {
  const { api, code, sign, nickname } = asked;
  const { status, body } = await ask({ api, secret: '' }, 'join', 'POST', { code, sign, nickname });
  const read = joinedSchema.safeParse(body);
  if (status !== 200 || !read.success) return OUTCOMES[status] ?? 'away';
  become({ ...asked, ...read.data });
  ownHandouts.value = [];
  resume();
  return 'joined';
}

/** @returns whether the server has deleted what it knew; else the learner is still in */
export async function leave(): Promise<boolean> {
  const me = ownMember.value;
  if (!me) return true;
  const { status } = await ask({ api: me.api, secret: me.token }, 'me/leave', 'POST', {});
  if (status !== 200 && status !== 401) return false;
  forget();
  return true;
}

/** Another plan has other exercises. */
export function renew(exercises: readonly string[]): void {
  const me = ownMember.value;
  if (!me || me.exercises.join() === exercises.join()) return;
  ownMember.value = { ...me, exercises };
  saveMember(ownMember.value);
}

function tell(events: readonly RoomEvent[]): void {
  if (events.length === 0) return;
  post(events);
  ownWaiting.value = outbox().length;
  void flush();
}

/** Those that were not told yet. */
function newlyPassed(ids: readonly string[], before: readonly string[]): readonly RoomEvent[] {
  return ids
    .filter((id) => !before.includes(id))
    .map((exercise) => ({ id: drawId(), type: 'passed' as const, exercise }));
}

/** @param step the part of the plan where the learner is: `exercise/two-boxes` */
export function report({ note, passed }: Standing, step: string): void {
  if (!ownMember.value) return;
  const before = told();
  const events: RoomEvent[] = [...newlyPassed(passed, before.passed)];
  if (step !== before.step) events.push({ id: drawId(), type: 'at', step });
  let { noteEvent, isPutAway } = before;
  if (note !== before.note) {
    noteEvent = drawId();
    isPutAway = false;
    events.push({ id: noteEvent, type: 'note', note });
  }
  ownIsPutAway.value = isPutAway;
  const all = [...new Set([...before.passed, ...passed])];
  saveTold({ step, note, noteEvent, isPutAway, passed: all });
  tell(events);
}

/** From the course's own pages, which know neither place nor note. */
export function reportPassed(ids: readonly string[]): void {
  const me = ownMember.value;
  if (!me) return;
  const before = told();
  const own = ids.filter((id) => me.exercises.includes(id));
  const events = newlyPassed(own, before.passed);
  saveTold({ ...before, passed: [...new Set([...before.passed, ...own])] });
  tell(events);
}
