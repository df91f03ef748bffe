/** The words of an exercise or a prediction in another language, which stand beside the original. */
import { z } from 'astro/zod';
import { id } from './schema-parts.ts';

const prose = z.string().min(1);
const held = 'Holds {{found}} if the original does.';

export const exerciseWordsSchema = z
  .strictObject({
    title: prose.describe('A few words, shown above the task.'),
    concept: prose.describe('The one idea that is shown to be understood.'),
    hints: z.array(prose).describe('As many as the original has, in its order.'),
    checks: z.record(id, prose.describe(held)).describe('The hint of each check, by its id.'),
    mistakes: z
      .record(z.string().regex(/^[\w-]+$/), prose.describe(held))
      .describe('The message of each mistake, by the name of its file without folder and .py.'),
    why: prose.describe('After it is solved: why the solution works.'),
  })
  .describe('The file words.yml in the folder of a language within an exercise, beside task.mdx.');

export const predictionWordsSchema = z
  .strictObject({
    question: prose.describe('Asked before anything runs.'),
    options: z
      .array(
        z.strictObject({
          answer: z
            .string()
            .describe('As in the original: what a program prints is not translated.'),
          why: prose.describe('Why it is right, or why it is tempting.'),
        }),
      )
      .describe('Those of the original, in its order.'),
  })
  .describe('A file with the name of the original, in the folder of a language beside it.');

export type ExerciseWords = z.infer<typeof exerciseWordsSchema>;
export type PredictionWords = z.infer<typeof predictionWordsSchema>;
