/** What the presenter's browser keeps: a reload in the middle of a workshop must lose nothing. */
import { load, save } from '../../state/storage.ts';
import type { Plan } from '../plan.ts';
import type { Standing } from '../standing.ts';
import { decodeStanding, encodeStanding } from '../standing-code.ts';

export interface Session {
  readonly beat: number;
  /** When the clock was started, in milliseconds; null before. */
  readonly began: number | null;
}

const HALF_A_DAY = 12 * 3_600_000;
const sessionKey = (mark: number) => `present:${mark}`;
const boardKey = (mark: number) => `board:${mark}`;

export function loadSession(mark: number, now: number): Session {
  try {
    const { beat, began } = JSON.parse(load(sessionKey(mark)) ?? '{}');
    const recent = typeof began === 'number' && Math.abs(now - began) < HALF_A_DAY;
    // Of another day: this is a new workshop.
    if (typeof began === 'number' && !recent) return { beat: 0, began: null };
    return { beat: Number.isInteger(beat) && beat >= 0 ? beat : 0, began: recent ? began : null };
  } catch {
    return { beat: 0, began: null };
  }
}

export const saveSession = (mark: number, session: Session): void =>
  save(sessionKey(mark), JSON.stringify(session));

/** A learner on the presenter's board; `name` is what the presenter wrote beside the sign. */
export interface Seat {
  readonly standing: Standing;
  readonly name: string;
}

const MOST_SEATS = 500;

/** Kept as codes, so that what is read again is checked as any code is. */
export function loadBoard(mark: number, plan: Plan): readonly Seat[] {
  try {
    const kept: unknown = JSON.parse(load(boardKey(mark)) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.slice(0, MOST_SEATS).flatMap(([code, name]) => {
      const read = decodeStanding(String(code), plan);
      return read.ok ? [{ standing: read.standing, name: String(name ?? '').slice(0, 40) }] : [];
    });
  } catch {
    return [];
  }
}

export const saveBoard = (mark: number, plan: Plan, seats: readonly Seat[]): void =>
  save(
    boardKey(mark),
    seats.length === 0
      ? null
      : JSON.stringify(seats.map(({ standing, name }) => [encodeStanding(standing, plan), name])),
  );

/** Those who were there and those who come: of each learner the newest standing. */
export function seated(seats: readonly Seat[], fresh: readonly Standing[]): readonly Seat[] {
  const bySign = new Map(seats.map((seat) => [seat.standing.sign, seat]));
  for (const standing of fresh) {
    const name = bySign.get(standing.sign)?.name ?? '';
    bySign.set(standing.sign, { standing, name });
  }
  return [...bySign.values()].slice(0, MOST_SEATS);
}
