/**
 * Where a room is kept. One contract, and all of it asynchronous: SQLite on an instructor's laptop, PostgreSQL
 * under a fleet of processes. Whatever a method did is on disk when its promise is fulfilled.
 *
 * Each change of a room has a number, its revision, and readers ask for what is behind the last they saw: so a
 * broken stream loses nothing.
 */
import type {
  Changes,
  Handout,
  Join,
  News,
  RoomEvent,
  RoomPlan,
} from '../../src/workshop/room/messages.ts';

import type { Limit, Limiter } from '../limits.ts';

export interface Room {
  readonly id: string;
  readonly code: string;
}

/** Of a key or a token only the hash comes here. */
export interface NewRoom extends Room {
  readonly keyHash: string;
}

export interface Seat {
  readonly id: string;
  readonly room: string;
}

export interface NewLearner extends Omit<Join, 'code'> {
  readonly id: string;
  readonly room: string;
  readonly tokenHash: string;
}

/** What of a room changed: learners' standings, or what learners are told. */
export interface Change {
  readonly room: string;
  readonly what: 'learners' | 'news';
}

/** A row of the export. */
export interface Report {
  readonly sign: string;
  readonly nickname: string;
  readonly step: string;
  readonly note: string;
  readonly passed: readonly string[];
  /** ISO 8601 in UTC. */
  readonly joined: string;
  readonly seen: string;
}

export interface Store {
  /** The first room of the store if there is one, else `room` is made. */
  ensureRoom(room: NewRoom): Promise<Room>;
  addRoom(room: NewRoom): Promise<void>;
  rooms(): Promise<readonly Room[]>;
  newKey(room: string, keyHash: string): Promise<void>;
  roomByCode(code: string): Promise<Room | undefined>;
  roomByKey(keyHash: string): Promise<Room | undefined>;

  planOf(room: string): Promise<RoomPlan | undefined>;
  setPlan(room: string, plan: RoomPlan): Promise<void>;

  /** @returns the sign they got, or undefined when the room is full */
  join(learner: NewLearner, draw: () => string): Promise<string | undefined>;
  learnerByToken(tokenHash: string): Promise<Seat | undefined>;
  /** Those that came before are passed over. @returns false when the learner has sent too many */
  accept(seat: Seat, events: readonly RoomEvent[]): Promise<boolean>;
  /** Nothing of the learner is kept but a mark for pages that still show them. */
  leave(seat: Seat): Promise<void>;
  learnersSince(room: string, revision: number): Promise<Changes>;
  report(room: string): Promise<readonly Report[]>;

  /** Once for each id. @returns false when there are too many */
  handOut(room: string, handout: Handout): Promise<boolean>;
  /** Of a hand-out that is gone already nothing is left to do. */
  takeBack(room: string, handout: string): Promise<void>;
  /** The same for a coloured note: the learner may have put it away. */
  putNoteAway(room: string, learner: string): Promise<void>;
  handouts(room: string): Promise<readonly Handout[]>;
  newsSince(seat: Seat, revision: number): Promise<News>;

  /** What may not be done too often is counted for all processes on this store together. */
  limiter(limit: Limit): Limiter;
  /** Is told of every change by any process on this store. @returns how to stop */
  onChange(listener: (change: Change) => void): () => void;
  /** All rooms, learners, events and hand-outs. */
  deleteAll(): Promise<void>;
  close(): Promise<void>;
}
