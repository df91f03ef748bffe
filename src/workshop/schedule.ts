/** When each part begins and ends, and what to leave out when time runs short. */
import { type Course, chapterOf, exerciseOf } from './course.ts';
import type { Part, Plan } from './plan.ts';

export interface Slot {
  readonly part: Part;
  readonly minutes: number;
  /** Minutes after the workshop has begun. */
  readonly from: number;
  readonly to: number;
}

export interface Schedule {
  readonly slots: readonly Slot[];
  readonly total: number;
  /** Minutes that are left; below zero, those that are lacking. 0 when the duration is not known. */
  readonly spare: number;
}

export function minutesOf(part: Part, course: Course): number {
  if (part.minutes !== undefined) return part.minutes;
  if (part.kind === 'break') return 0;
  const own =
    part.kind === 'chapter'
      ? chapterOf(course, part.id)?.minutes
      : exerciseOf(course, part.id)?.exercise.minutes;
  return own ?? 0;
}

export function schedule(plan: Plan, course: Course): Schedule {
  const slots: Slot[] = [];
  let total = 0;
  for (const part of plan.parts) {
    const minutes = minutesOf(part, course);
    slots.push({ part, minutes, from: total, to: total + minutes });
    total += minutes;
  }
  return { slots, total, spare: plan.duration === 0 ? 0 : plan.duration - total };
}

const LEVELS = ['deep', 'second', 'first'] as const;

interface Candidate {
  readonly index: number;
  readonly rank: number;
}

/**
 * Indices of parts in the order in which they can be left out: the hardest exercises before the
 * others, later ones before earlier ones; then the last exercise that a chapter has left; then
 * chapters from the end, but for the first. Breaks stay: learners need them most when it is much.
 */
export function dropOrder(plan: Plan, course: Course): readonly number[] {
  const exercises = plan.parts.flatMap((part, index) => {
    const found = part.kind === 'exercise' ? exerciseOf(course, part.id) : undefined;
    return found ? [{ index, ...found }] : [];
  });
  const kept = new Map<string, number>();
  for (const level of LEVELS.toReversed())
    for (const { index, chapter, exercise } of exercises)
      if (exercise.level === level && !kept.has(chapter.slug)) kept.set(chapter.slug, index);
  const spared = new Set(kept.values());
  const ranked: Candidate[] = exercises.map(({ index, exercise }) => ({
    index,
    rank: LEVELS.indexOf(exercise.level) + (spared.has(index) ? LEVELS.length : 0),
  }));
  const chapters = plan.parts.flatMap((part, index) => (part.kind === 'chapter' ? [index] : []));
  for (const index of chapters.slice(1)) ranked.push({ index, rank: 2 * LEVELS.length });
  return ranked
    .sort((one, other) => one.rank - other.rank || other.index - one.index)
    .map(({ index }) => index);
}

/**
 * Which parts to leave out to win back `short` minutes: from the drop order as many as it takes, and
 * none that the others make needless. In the order of the plan.
 * @param from the first part that can still be left out
 */
export function toDrop(plan: Plan, course: Course, short: number, from = 0): readonly number[] {
  if (short <= 0) return [];
  const minutes = (index: number) => minutesOf(plan.parts[index]!, course);
  const chosen: number[] = [];
  let won = 0;
  for (const index of dropOrder(plan, course)) {
    if (won >= short) break;
    if (index < from) continue;
    chosen.push(index);
    won += minutes(index);
  }
  for (const index of chosen.slice(0, -1)) {
    if (won - minutes(index) < short) continue;
    won -= minutes(index);
    chosen.splice(chosen.indexOf(index), 1);
  }
  return chosen.sort((one, other) => one - other);
}

/** '13:30' and 45 give '14:15'; the day has 24 hours. */
export function clockTime(start: string, minutes: number): string {
  const [hour = 0, minute = 0] = start.split(':').map(Number);
  const whole = (((hour * 60 + minute + minutes) % 1440) + 1440) % 1440;
  return [Math.floor(whole / 60), whole % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

/** Puts a break after the part by which an hour has passed since the last one, but not at the end. */
export function withBreaks(plan: Plan, course: Course, every = 55, minutes = 10): Plan {
  const work = plan.parts.filter(({ kind }) => kind !== 'break');
  const parts: Part[] = [];
  let since = 0;
  for (const [index, part] of work.entries()) {
    const next = minutesOf(part, course);
    const follows = part.kind === 'exercise' && work[index - 1]?.kind === 'chapter';
    if (since > 0 && since + next > every && !follows) {
      parts.push({ kind: 'break', minutes });
      since = 0;
    }
    parts.push(part);
    since += next;
  }
  return { ...plan, parts };
}
