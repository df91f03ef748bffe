/** Parts that the schemas of exercises share. */
import { z } from 'astro/zod';

/** Names an exercise, a check, a prediction. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .describe(
    'Small letters, digits and dashes. Progress is kept under it: never changed, the same in every language.',
  );

/** A moment of the run. */
export const at = z
  .union([
    z.literal('end').describe('When the program has ended.'),
    z
      .strictObject({
        before: z
          .string()
          .min(1)
          .describe('The text of a line of the program, or a part of it that no other line has.'),
      })
      .describe('The state before the line that has this text runs.'),
  ])
  .describe('When to look.');

/** What every check has. */
export const common = {
  id: id.describe('Names the check within its exercise; mistakes refer to it.'),
  hint: z
    .string()
    .min(1)
    .describe(
      'Shown when the check fails. May hold {{found}}, which becomes what was found instead.',
    ),
};
