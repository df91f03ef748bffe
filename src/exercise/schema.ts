/** What an exercise and a prediction are, as data. Authors read the descriptions in error messages. */
import { z } from 'astro/zod';
import { allocatorChecks } from './allocator-schema.ts';
import { collectorChecks } from './collector-schema.ts';
import { at, common, id } from './schema-parts.ts';

const check = z
  .discriminatedUnion('kind', [
    z
      .strictObject({
        ...common,
        kind: z.literal('stdout'),
        equals: z
          .string()
          .describe('Everything the program must print; newlines at the end aside.'),
      })
      .describe('Looks at what was printed.'),
    z
      .strictObject({
        ...common,
        kind: z.literal('refcount'),
        name: z.string().min(1).describe('A global name.'),
        at,
        equals: z
          .number()
          .int()
          .min(0)
          .describe('The ob_refcnt of the object the name stands for.'),
      })
      .describe('Looks at a reference count.'),
    z
      .strictObject({
        ...common,
        kind: z.literal('alive'),
        type: z.string().min(1).describe('The name of a type.'),
        at,
        equals: z.number().int().min(0).describe('How many of its objects are alive.'),
      })
      .describe('Counts the live objects of a type.'),
    z
      .strictObject({
        ...common,
        kind: z.literal('name'),
        name: z.string().min(1).describe('A global name.'),
        at,
        exists: z.boolean().describe('Whether it must be there, or must not.'),
      })
      .describe('Looks whether a name exists.'),
    z
      .strictObject({
        ...common,
        kind: z.literal('source'),
        contains: z.string().min(1).describe('A piece of the program text.'),
        wanted: z.boolean().describe('Whether it must be there, or must not.'),
      })
      .describe('Looks at the program text; for tasks about how, not what.'),
    ...allocatorChecks,
    ...collectorChecks,
  ])
  .describe('A question about what the memory did.');

const mistake = z
  .strictObject({
    file: z
      .string()
      .regex(/^mistakes\/[\w-]+\.py$/)
      .describe('The likely wrong answer, a program in the folder mistakes/.'),
    fails: z.string().describe('The id of the first check that this program fails.'),
    found: z
      .string()
      .optional()
      .describe('What that check finds, where several mistakes fail the same check.'),
    message: z
      .string()
      .min(1)
      .describe('Shown instead of the hint of the check: what went wrong here, and why.'),
  })
  .describe('A likely wrong answer with words of its own.');

const level = z
  .enum(['first', 'second', 'deep'])
  .describe('How much it asks: first steps, what the chapter taught, or thinking beyond it.');

export const exerciseSchema = z
  .strictObject({
    id,
    title: z.string().min(1).describe('A few words, shown above the task.'),
    concept: z.string().min(1).describe('The one idea that is shown to be understood.'),
    minutes: z
      .number()
      .int()
      .min(1)
      .max(60)
      .describe('How long it takes a learner, for workshops.'),
    level,
    profiles: z
      .array(z.string().regex(/^3\.\d+(\.\d+)?$/))
      .min(1)
      .describe('The releases in which it is proved, as the engine names them.'),
    hints: z
      .array(z.string().min(1))
      .describe('Given one at a time, from a nudge to nearly the answer.'),
    lens: z
      .enum(['objects', 'memory', 'layers'])
      .optional()
      .describe('The lens that is open at first: objects, unless told otherwise.'),
    open: z
      .strictObject({
        level: z
          .enum(['arena', 'pool', 'header', 'block'])
          .describe('How far the Memory map is zoomed in.'),
        of: z
          .string()
          .min(1)
          .describe('A global name that the starter has at its end: an object, or its id().'),
      })
      .optional()
      .describe('What of the Memory map is open at first: all memory, unless told otherwise.'),
    checks: z.array(check).min(1).describe('Asked in this order; the first that fails is told.'),
    mistakes: z.array(mistake).describe('Likely wrong answers, each proved to fail as it says.'),
    why: z.string().min(1).describe('After it is solved: why the solution works.'),
  })
  .superRefine(({ checks, mistakes }, context) => {
    const ids = checks.map((one) => one.id);
    for (const [index, one] of ids.entries())
      if (ids.indexOf(one) !== index)
        context.addIssue({
          code: 'custom',
          message: `two checks have the id ${one}`,
          path: ['checks', index, 'id'],
        });
    for (const [index, { fails }] of mistakes.entries())
      if (!ids.includes(fails))
        context.addIssue({
          code: 'custom',
          message: `no check has the id ${fails}`,
          path: ['mistakes', index, 'fails'],
        });
  })
  .describe(
    'An exercise: the file exercise.yml beside task.mdx, starter.py, solution.py and mistakes/.',
  );

export const predictionSchema = z
  .strictObject({
    id,
    program: z
      .string()
      .describe(
        'A file in src/content/programs/, without .py. The engine runs it: what it prints is the right answer.',
      ),
    question: z.string().min(1).describe('Asked before anything runs.'),
    options: z
      .array(
        z.strictObject({
          answer: z.string().describe('What the program might print, to the letter.'),
          why: z.string().min(1).describe('Why it is right, or why it is tempting.'),
        }),
      )
      .min(2)
      .describe('One of them must be what the program prints.'),
  })
  .describe('A question about what a program prints, answered before it runs.');

export type Exercise = z.infer<typeof exerciseSchema>;
/** The part of an exercise that comes to the page when it is worked on. */
export type ExerciseBody = Pick<Exercise, 'hints' | 'checks' | 'mistakes' | 'why'> & {
  readonly solution: string;
};
export type ExerciseCheck = Exercise['checks'][number];
export type Mistake = Exercise['mistakes'][number];
export type Prediction = z.infer<typeof predictionSchema>;
