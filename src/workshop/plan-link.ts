/**
 * A plan in the fragment of a link, to be read and even written by hand:
 * `#plan=00*8.two-boxes.break*10.02&for=90&at=13:30&name=Memory`. Parts stand in their order, with a
 * dot between: a chapter's number, an exercise's id, or `break`; `*` and a number are its minutes.
 * A fragment stays in the browser: no server sees a plan.
 */
import { type Course, chapterKey } from './course.ts';
import type { Part, Plan } from './plan.ts';

export const BREAK = 'break';

export type ReadPlan =
  | { readonly kind: 'none' }
  /** Not a plan, or more than a plan may be. */
  | { readonly kind: 'broken' }
  /** `unknown`: parts that this edition of the course does not have, which are left out. */
  | { readonly kind: 'plan'; readonly plan: Plan; readonly unknown: readonly string[] };

function tokenOf(part: Part): string {
  if (part.kind === 'break') return `${BREAK}*${part.minutes}`;
  const name = part.kind === 'chapter' ? chapterKey(part.id) : part.id;
  return part.minutes === undefined ? name : `${name}*${part.minutes}`;
}

/** The fragment, with its number sign. */
export function fragmentOf({ title, duration, start, parts }: Plan): string {
  const fields = new URLSearchParams();
  fields.set('plan', parts.map(tokenOf).join('.'));
  if (duration) fields.set('for', String(duration));
  if (start) fields.set('at', start);
  if (title) fields.set('name', title);
  return `#${fields.toString().replaceAll('%3A', ':')}`;
}

/** What checks a link is fetched with the first link that holds a plan. */
export async function readPlan(hash: string, course: Course): Promise<ReadPlan> {
  if (!/^#(.*&)?plan=/.test(hash)) return { kind: 'none' };
  const { planOf } = await import('./plan-schema.ts');
  return planOf(hash, course);
}
