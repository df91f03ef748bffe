/** What a task of the last part is, as data: src/content/construct/<id>/task.yml. */
import { z } from 'astro/zod';
import { CODES, TASKS } from './report.ts';

const words = z
  .strictObject({ en: z.string().min(1), 'zh-CN': z.string().min(1) })
  .describe('The same in each language.');

export const taskSchema = z
  .strictObject({
    id: z.enum(TASKS).describe('The name of its folder; progress is kept under it.'),
    workload: z
      .enum(['chain', 'words', 'rings'])
      .describe('What was recorded: a file in src/construct/workloads/.'),
    title: words,
    concept: words.describe('The one idea that is shown to be understood.'),
    hints: z.array(words).min(2).describe('Given one at a time.'),
    mistakes: z
      .array(
        z.strictObject({
          file: z.string().regex(/^mistakes\/[\w-]+\.ts$/),
          code: z.enum(CODES).describe('How its run departs from the model.'),
          message: words.describe('What went wrong here, and why.'),
        }),
      )
      .min(2),
    why: words.describe('After it is solved.'),
  })
  .describe('A task: task.yml beside starter.ts, solution.ts and mistakes/.');

export type Task = z.infer<typeof taskSchema>;
