/** The presenter's page in a room: who is where, and what is handed out. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { forLearners, type Plan } from '../plan.ts';
import { fragmentOf } from '../plan-link.ts';
import { forgetKey } from './from-link.ts';
import { drawId } from './kept.ts';
import {
  changesSchema,
  deskSchema,
  type Handout,
  handoutsSchema,
  type Learner,
  type RoomDesk,
} from './messages.ts';
import { apiOf, ask, follow, type Line } from './wire.ts';

export type DeskState = 'joining' | 'live' | 'away' | 'refused';

export interface Desk {
  readonly state: ReadonlySignal<DeskState>;
  readonly room: ReadonlySignal<RoomDesk | null>;
  readonly learners: ReadonlySignal<readonly Learner[]>;
  readonly handouts: ReadonlySignal<readonly Handout[]>;
  /** The address that learners open; null until the server has told it. */
  joinAddress(): string | null;
  /** @returns whether the server has it */
  handOut(handout: Pick<Handout, 'kind' | 'title' | 'body'>): Promise<boolean>;
  /** @returns whether learners have it no longer */
  takeBack(handout: string): Promise<boolean>;
  /** Takes a learner's coloured note off. @returns whether the server has done so */
  putNoteAway(learner: string): Promise<boolean>;
  /** The table of who passed what; null when the server does not answer. */
  table(): Promise<string | null>;
  /** This browser forgets the key. */
  forget(): void;
  close(): void;
}

/** @param isStage the window for the projector: it shows the way in, and asks for no learners */
export function openDesk(site: string, key: string, plan: Plan, isStage: boolean): Desk {
  const line: Line = { api: apiOf(site), secret: key };
  const folder = new URL(site, location.href).pathname.endsWith('/zh-cn/') ? 'zh-cn/' : '';
  const state = signal<DeskState>('joining');
  const room = signal<RoomDesk | null>(null);
  const learners = signal<readonly Learner[]>([]);
  const handouts = signal<readonly Handout[]>([]);

  /** What is said once a connection is there; again after each break, for the server may be another. */
  const arrive = async () => {
    const [desk, sheets] = await Promise.all([ask(line, 'desk'), ask(line, 'desk/handouts')]);
    const read = deskSchema.safeParse(desk.body);
    if (read.success) room.value = read.data;
    const given = handoutsSchema.safeParse(sheets.body);
    if (given.success) handouts.value = given.data.handouts;
    if (!isStage)
      await ask(line, 'desk/plan', 'PUT', { fragment: fragmentOf(forLearners(plan)), folder });
  };
  const refused = () => {
    state.value = 'refused';
  };
  const leave = isStage
    ? () => {}
    : follow(line, 'desk/learners', {
        heard: (message) => {
          const read = changesSchema.safeParse(message);
          if (!read.success) return;
          const byId = new Map(learners.value.map((one) => [one.id, one]));
          for (const one of read.data.learners) byId.set(one.id, one);
          learners.value = [...byId.values()].filter(({ gone }) => !gone);
        },
        state: (now) => {
          state.value = now;
          if (now === 'live') void arrive();
        },
        refused,
      });
  if (isStage) void arrive();

  return {
    ...{ state, room, learners, handouts },
    joinAddress: () => {
      const [address] = room.value?.addresses ?? [];
      const root = line.api.replace(/api\/$/, '');
      return room.value && address ? `${address}${root}${room.value.code}` : null;
    },
    handOut: async (given) => {
      const handout = { id: drawId(), ...given } as Handout;
      const { status } = await ask(line, 'desk/handouts', 'POST', handout);
      if (status !== 200) return false;
      handouts.value = [...handouts.value, handout];
      return true;
    },
    takeBack: async (id) => {
      const { status } = await ask(line, `desk/handouts/${id}`, 'DELETE');
      if (status !== 200) return false;
      handouts.value = handouts.value.filter((one) => one.id !== id);
      return true;
    },
    putNoteAway: async (id) => (await ask(line, `desk/notes/${id}`, 'DELETE')).status === 200,
    table: async () => {
      const { status, body } = await ask(line, 'desk/learners.csv');
      return status === 200 ? String(body) : null;
    },
    forget: () => {
      leave();
      forgetKey();
      state.value = 'refused';
    },
    close: leave,
  };
}
