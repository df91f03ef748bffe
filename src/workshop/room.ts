/**
 * How learners' pages and the presenter's page find each other. Without a server they do not: then
 * codes and QR pictures carry a standing from one to the other, and `noRoom` is the room.
 *
 * A server that serves the site and collects standings says so in each page it serves, by
 * `<meta name="pymemlab-room" content="…">`.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Plan } from './plan.ts';
import type { Standing } from './standing.ts';

/** 'off': there is no room. 'away': there is one, and it does not answer; what was told waits. */
export type RoomState = 'off' | 'joining' | 'live' | 'away';

export interface Room {
  readonly state: ReadonlySignal<RoomState>;
  /** A learner's page tells how it stands; only the newest counts. Never throws. */
  report(standing: Standing): void;
  /** The presenter's page is told all standings, at once and at each change. Returns how to stop. */
  listen(change: (standings: readonly Standing[]) => void): () => void;
}

export type Role = 'learner' | 'presenter';

export const noRoom: Room = {
  state: signal<RoomState>('off'),
  report: () => {},
  listen: () => () => {},
};

/** The room that this page belongs to. */
export async function openRoom(_role: Role, _plan: Plan): Promise<Room> {
  return noRoom;
}
