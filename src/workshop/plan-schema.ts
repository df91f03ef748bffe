/** What a link holds came from somebody else: it is bounded and checked, field by field. */
import * as z from 'zod/mini';
import { type Course, chapterKey, exerciseOf } from './course.ts';
import { LIMITS, type Part } from './plan.ts';
import { BREAK, type ReadPlan } from './plan-link.ts';

/** Characters of a fragment; a plan of the most parts has fewer. */
const LONGEST = 4000;
const USUAL_BREAK = 10;

const token = z
  .string()
  .check(z.maxLength(80), z.regex(/^[a-z0-9]+(-[a-z0-9]+)*(\*[1-9]\d{0,2})?$/));
const minutes = z.optional(z.int().check(z.gte(1), z.lte(LIMITS.minutes)));

const linkSchema = z.strictObject({
  plan: z.array(token).check(z.minLength(1), z.maxLength(LIMITS.parts)),
  for: z.int().check(z.gte(0), z.lte(LIMITS.duration)),
  at: z.string().check(z.regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/)),
  name: z.string().check(z.maxLength(LIMITS.title)),
});

function partOf(text: string, course: Course): Part | undefined {
  const [name = '', count] = text.split('*');
  const own = minutes.safeParse(count === undefined ? undefined : Number(count));
  if (!own.success) return undefined;
  if (name === BREAK) return { kind: 'break', minutes: own.data ?? USUAL_BREAK };
  const given = own.data === undefined ? {} : { minutes: own.data };
  const chapter = course.find(({ slug }) => chapterKey(slug) === name);
  if (chapter) return { kind: 'chapter', id: chapter.slug, ...given };
  return exerciseOf(course, name) ? { kind: 'exercise', id: name, ...given } : undefined;
}

const keyOf = (part: Part) => (part.kind === 'break' ? null : `${part.kind}/${part.id}`);

function fieldsOf(hash: string) {
  const fields = new URLSearchParams(hash.slice(1));
  return linkSchema.safeParse({
    plan: (fields.get('plan') ?? '').split('.'),
    for: Number(fields.get('for') ?? 0),
    at: fields.get('at') ?? '',
    name: fields.get('name') ?? '',
  });
}

export function planOf(hash: string, course: Course): ReadPlan {
  const read = hash.length > LONGEST ? undefined : fieldsOf(hash);
  if (!read?.success) return { kind: 'broken' };
  const parts: Part[] = [];
  const unknown: string[] = [];
  const seen = new Set<string>();
  for (const one of read.data.plan) {
    const part = partOf(one, course);
    if (!part) unknown.push(one);
    const key = part && keyOf(part);
    // Nobody does the same thing twice: the first place counts.
    if (!part || (key && seen.has(key))) continue;
    if (key) seen.add(key);
    parts.push(part);
  }
  if (parts.length === 0) return { kind: 'broken' };
  const { for: duration, at: start, name: title } = read.data;
  return { kind: 'plan', plan: { title, duration, start, parts }, unknown };
}
