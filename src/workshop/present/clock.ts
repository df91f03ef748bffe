/** The planned time against the real one. */
import type { Schedule } from '../schedule.ts';

export interface Reading {
  /** Minutes since the beginning; may be below zero. */
  readonly elapsed: number;
  /** Minutes that the part has left by the plan; below zero, those it has taken too many. */
  readonly left: number;
  /** Minutes behind the plan; below zero, ahead of it; 0 while the part is in its time. */
  readonly late: number;
}

const MINUTE = 60_000;

/**
 * @param now milliseconds, as Date.now()
 * @param began when the workshop began, likewise
 * @param part the index of the part that is shown; one past the last at the end
 */
export function readClock(now: number, began: number, times: Schedule, part: number): Reading {
  const elapsed = (now - began) / MINUTE;
  const slot = times.slots[Math.max(0, part)];
  const { from, to } = slot ?? { from: times.total, to: times.total };
  const late = elapsed > to ? elapsed - to : elapsed < from ? elapsed - from : 0;
  return { elapsed, left: to - elapsed, late };
}

/** Minutes around a workshop in which its page is taken to be open for it, and not to rehearse. */
const AROUND = 60;

/** When a workshop that is planned for 'HH:MM' begins today; null when that is not about now. */
export function beginningOn(now: number, start: string, total: number): number | null {
  if (!start) return null;
  const day = new Date(now);
  const [hour = 0, minute = 0] = start.split(':').map(Number);
  const began = new Date(day.getFullYear(), day.getMonth(), day.getDate(), hour, minute).getTime();
  const elapsed = (now - began) / MINUTE;
  return elapsed >= -AROUND && elapsed <= total + AROUND ? began : null;
}

/** '14:05', by the clock on the wall. */
export function wallTime(at: number): string {
  const time = new Date(at);
  return [time.getHours(), time.getMinutes()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

/** Whole minutes, and a part of one that has begun counts. */
export const wholeMinutes = (minutes: number): number => Math.ceil(Math.abs(minutes) - 1e-9);
