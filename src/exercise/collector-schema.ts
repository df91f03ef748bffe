/** Checks on cycles and their collector. */
import { z } from 'astro/zod';
import { at, common } from './schema-parts.ts';

const equals = z.number().int().describe('The number that passes.');
const type = z.string().min(1).describe('The name of a type.');

const counted = {
  generation: z
    .union([z.literal(0), z.literal(1), z.literal(2)])
    .optional()
    .describe('Only collections of this generation: 0 the youngest, 2 the oldest; else all.'),
  at,
  since: at.optional().describe('Only what came after this moment; else all since the start.'),
  equals,
};

export const collectorChecks = [
  z
    .strictObject({ ...common, kind: z.literal('collections'), ...counted })
    .describe('Counts the collections that ran, asked for or not.'),
  z
    .strictObject({ ...common, kind: z.literal('collected'), ...counted })
    .describe('Counts the objects that collections found unreachable and freed.'),
  z
    .strictObject({
      ...common,
      kind: z.literal('generation'),
      name: z.string().min(1).describe('A global name.'),
      at,
      equals: equals.describe(
        'The generation whose list its object is in; 3: the permanent one; -1: none, it is not tracked.',
      ),
    })
    .describe('Looks in which generation an object is.'),
  z
    .strictObject({ ...common, kind: z.literal('unreachable'), type, at, equals })
    .describe('Counts the objects of a type that no name leads to, although they are not freed.'),
  z
    .strictObject({
      ...common,
      kind: z.literal('freed'),
      type,
      during: z
        .string()
        .min(1)
        .describe(
          'The text of a line, or a part of it that no other line has. Its first run counts, with the calls in it.',
        ),
      by: z
        .enum(['collector', 'count'])
        .optional()
        .describe(
          'collector: within a collection; count: because a count came to zero outside one; else both.',
        ),
      equals,
    })
    .describe('Counts the objects of a type that a line frees.'),
] as const;
