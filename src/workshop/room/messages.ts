/**
 * What learners' and presenters' pages and the room's server tell each other, and the bounds of it.
 * Both sides check what comes in against these shapes.
 */
import * as z from 'zod/mini';
import { NOTES, SIGN } from '../standing.ts';
import { BOUNDS, CODE } from './bounds.ts';

export const idSchema = z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
/** A part of a plan: `exercise/two-boxes`, `chapter/00-start-here`. */
const step = z
  .string()
  .check(z.maxLength(80), z.regex(/^(exercise|chapter)\/[a-z0-9]+(-[a-z0-9]+)*$/));
const exercise = z.string().check(z.maxLength(80), z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
/** One line, without characters that steer a terminal. */
const line = (longest: number) => z.string().check(z.maxLength(longest), z.regex(/^\P{Cc}*$/u));
const note = z.enum(NOTES);

export const joinSchema = z.strictObject({
  code: z.string().check(z.regex(CODE)),
  sign: z.string().check(z.regex(SIGN)),
  nickname: line(BOUNDS.nickname),
});
export type Join = z.infer<typeof joinSchema>;

/** `sign`: another than the proposed one, where somebody has that already. */
export const joinedSchema = z.object({ token: z.string(), sign: z.string() });
export type Joined = z.infer<typeof joinedSchema>;

export const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({ id: idSchema, type: z.literal('at'), step }),
  z.strictObject({ id: idSchema, type: z.literal('note'), note }),
  z.strictObject({ id: idSchema, type: z.literal('passed'), exercise }),
]);
export type RoomEvent = z.infer<typeof eventSchema>;

export const eventsSchema = z.strictObject({
  events: z.array(eventSchema).check(z.minLength(1), z.maxLength(BOUNDS.batch)),
});

/** `place`: an address within the site in any language, `chapters/02-reference-counts/#let-go`. */
const place = z.string().check(z.maxLength(200), z.regex(/^chapters\/[a-z0-9-]+\/(#[a-z0-9-]+)?$/));
const text = z.string().check(z.minLength(1), z.maxLength(BOUNDS.text));
const title = line(BOUNDS.title);
export const handoutSchema = z.discriminatedUnion('kind', [
  z.strictObject({ id: idSchema, kind: z.literal('text'), title, body: text }),
  z.strictObject({ id: idSchema, kind: z.literal('code'), title, body: text }),
  z.strictObject({ id: idSchema, kind: z.literal('place'), title, body: place }),
]);
export type Handout = z.infer<typeof handoutSchema>;
export const handoutsSchema = z.object({ handouts: z.array(handoutSchema) });

/** What a learner is told, behind a revision: at first everything. */
export const newsSchema = z.extend(handoutsSchema, {
  revision: z.int(),
  /** Ids of hand-outs that were taken back. */
  gone: z.array(idSchema),
  /** The event of the learner's note that the presenter has put away; '' when none is. */
  putAway: z.string(),
});
export type News = z.infer<typeof newsSchema>;

/** The plan that the short link leads to: its fragment, and the folder of the language. */
export const planSchema = z.strictObject({
  fragment: z.string().check(z.maxLength(BOUNDS.fragment), z.regex(/^#plan=[\x21-\x7e]*$/)),
  folder: z.enum(['', 'zh-cn/']),
});
export type RoomPlan = z.infer<typeof planSchema>;

export const learnerSchema = z.object({
  id: z.string(),
  sign: z.string(),
  nickname: z.string(),
  /** '' before the first step. */
  step: z.string(),
  note,
  passed: z.array(z.string()),
  /** They left, and nothing of them is kept. */
  gone: z.boolean(),
});
export type Learner = z.infer<typeof learnerSchema>;

/** All that changed behind a revision: at first everything. */
export const changesSchema = z.object({ revision: z.int(), learners: z.array(learnerSchema) });
export type Changes = z.infer<typeof changesSchema>;

/** What the presenter's page shows for joining. */
export const deskSchema = z.object({
  code: z.string(),
  /** Addresses of this server that learners may reach, the likeliest first, without the short link's path. */
  addresses: z.array(z.string()),
});
export type RoomDesk = z.infer<typeof deskSchema>;

/** Why a request was refused; pages have a sentence for each. */
export const REFUSALS = ['invalid', 'unknown', 'wrongCode', 'tooMany', 'full'] as const;
export type Refusal = (typeof REFUSALS)[number];
