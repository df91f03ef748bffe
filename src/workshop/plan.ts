/** What a workshop is made of. A plan is a value: every change gives a new one. */
import { keyHash } from '../state/progress-key.ts';

export type Part =
  /** `id`: a chapter's slug. `minutes`: where they differ from the course's own. */
  | { readonly kind: 'chapter'; readonly id: string; readonly minutes?: number }
  | { readonly kind: 'exercise'; readonly id: string; readonly minutes?: number }
  | { readonly kind: 'break'; readonly minutes: number };

export interface Plan {
  /** '' when the instructor gave none. */
  readonly title: string;
  /** Minutes there are; 0 when that is not known, as in a learner's plan. */
  readonly duration: number;
  /** 'HH:MM', or '' when it is not known. */
  readonly start: string;
  readonly parts: readonly Part[];
}

/** What a plan may hold: everything that is read from a link is held to it. */
export const LIMITS = { parts: 60, title: 60, minutes: 240, duration: 720 } as const;

export const EMPTY: Plan = { title: '', duration: 90, start: '', parts: [] };

/** Parts that are done with, not sat through: what learners see, and what a code speaks of. */
export type Work = Exclude<Part, { kind: 'break' }>;
export const isWork = (part: Part): part is Work => part.kind !== 'break';
export const workOf = ({ parts }: Plan): readonly Work[] => parts.filter(isWork);

export const exercisesOf = (plan: Plan): readonly string[] =>
  plan.parts.filter(({ kind }) => kind === 'exercise').map((part) => (part as Work).id);

export const has = ({ parts }: Plan, kind: Work['kind'], id: string): boolean =>
  parts.some((part) => part.kind === kind && part.id === id);

/** The plan as learners get it: what to do and in which order, without any times. */
export const forLearners = (plan: Plan): Plan => ({
  title: plan.title,
  duration: 0,
  start: '',
  parts: workOf(plan).map(({ kind, id }) => ({ kind, id })),
});

/**
 * A number from 0 to 1023 that tells plans apart. The instructor's and the learners' plan have the
 * same, since it looks only at the work and its order.
 */
export const markOf = (plan: Plan): number =>
  keyHash(
    workOf(plan)
      .map(({ kind, id }) => `${kind}/${id}`)
      .join(' '),
  ) & 1023;

/** Adds a chapter or an exercise where the course has it; `order` is the course's. */
export function withWork(plan: Plan, work: Work, order: readonly string[]): Plan {
  if (plan.parts.length >= LIMITS.parts || has(plan, work.kind, work.id)) return plan;
  const place = order.indexOf(work.id);
  const later = plan.parts.findIndex((part) => isWork(part) && order.indexOf(part.id) > place);
  const at = later === -1 ? plan.parts.length : later;
  return { ...plan, parts: plan.parts.toSpliced(at, 0, work) };
}

export const withoutWork = (plan: Plan, kind: Work['kind'], id: string): Plan => ({
  ...plan,
  parts: plan.parts.filter((part) => !(part.kind === kind && part.id === id)),
});

export const without = (plan: Plan, index: number): Plan => ({
  ...plan,
  parts: plan.parts.toSpliced(index, 1),
});

/** @param by -1 or 1; a part at the end stays there */
export function moved(plan: Plan, index: number, by: -1 | 1): Plan {
  const part = plan.parts[index];
  const to = index + by;
  if (!part || to < 0 || to >= plan.parts.length) return plan;
  return { ...plan, parts: plan.parts.toSpliced(index, 1).toSpliced(to, 0, part) };
}

export function lasting(plan: Plan, index: number, minutes: number): Plan {
  const part = plan.parts[index];
  if (!part) return plan;
  const whole = Math.min(LIMITS.minutes, Math.max(1, Math.round(minutes) || 1));
  return { ...plan, parts: plan.parts.with(index, { ...part, minutes: whole }) };
}

export const withBreak = (plan: Plan, minutes: number): Plan =>
  plan.parts.length >= LIMITS.parts
    ? plan
    : { ...plan, parts: [...plan.parts, { kind: 'break', minutes }] };
