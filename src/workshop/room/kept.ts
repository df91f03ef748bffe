/**
 * What a browser keeps of a room. A learner's events wait here until the server has them on its disk: a page that is
 * left, a network that breaks or a server that stops loses none.
 */
import { load, save } from '../../state/storage.ts';
import { MEMBER } from './membership.ts';
import type { RoomEvent } from './messages.ts';

export interface Member {
  /** Path of the room's addresses, with a slash at both ends. */
  readonly api: string;
  readonly code: string;
  readonly token: string;
  readonly sign: string;
  readonly nickname: string;
  /** Those of the plan: no other is told. */
  readonly exercises: readonly string[];
  /** Words for the course's pages, which have no catalogue of these. */
  readonly news: string;
}

/** What was told last; what differs from it becomes an event. */
export interface Told {
  readonly step: string;
  readonly note: string;
  /** Id of the event that told the note. */
  readonly noteEvent: string;
  /** The presenter has put that note away, and the page that shows it does not know yet. */
  readonly isPutAway: boolean;
  readonly passed: readonly string[];
}

const OUTBOX = 'room-outbox';
const TOLD = 'room-told';
const READ = 'room-read';
/** Events that wait at once, and after which only the last place and note are kept. */
const MOST_WAITING = 400;

const NOTHING: Told = { step: '', note: 'none', noteEvent: '', isPutAway: false, passed: [] };

function parsed<T>(key: string, fallback: T): T {
  try {
    return (JSON.parse(load(key) ?? 'null') as T | null) ?? fallback;
  } catch {
    return fallback;
  }
}

export const member = (): Member | null => parsed<Member | null>(MEMBER, null);
export const told = (): Told => ({ ...NOTHING, ...parsed<Partial<Told>>(TOLD, {}) });
export const saveTold = (next: Told): void => save(TOLD, JSON.stringify(next));

export function become(next: Member | null): void {
  for (const key of [OUTBOX, TOLD, READ]) save(key, null);
  save(MEMBER, next && JSON.stringify(next));
}

export const saveMember = (next: Member): void => save(MEMBER, JSON.stringify(next));

export function outbox(): readonly RoomEvent[] {
  const kept = parsed<unknown>(OUTBOX, []);
  return Array.isArray(kept) ? kept : [];
}

const saveOutbox = (events: readonly RoomEvent[]): void =>
  save(OUTBOX, events.length > 0 ? JSON.stringify(events) : null);

function shortened(events: readonly RoomEvent[]): readonly RoomEvent[] {
  if (events.length <= MOST_WAITING) return events;
  const last = (type: RoomEvent['type']) => events.findLast((event) => event.type === type);
  return events.filter((event) => event.type === 'passed' || event === last(event.type));
}

export const post = (events: readonly RoomEvent[]): void =>
  saveOutbox(shortened([...outbox(), ...events]));

/** Read anew: another tab may have added to them. */
export function dropFromOutbox(sent: readonly RoomEvent[]): void {
  const ids = new Set(sent.map(({ id }) => id));
  saveOutbox(outbox().filter(({ id }) => !ids.has(id)));
}

/** Ids of the hand-outs that the learner has seen in the list. */
export function readHandouts(): ReadonlySet<string> {
  const kept = parsed<unknown>(READ, []);
  return new Set(Array.isArray(kept) ? kept : []);
}
export const saveReadHandouts = (ids: readonly string[]): void => save(READ, JSON.stringify(ids));

/** A random id; `crypto.randomUUID` is not there on pages of a plain http address. */
export function drawId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
