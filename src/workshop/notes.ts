/** An instructor's notes on a chapter: src/content/workshop/notes/<slug>.yml. Authors read the descriptions. */
import { z } from 'astro/zod';
import { LENSES } from '../components/playground/lenses.ts';
import { LIMITS } from './plan.ts';

const text = z.string().min(1).max(600);

const stop = z
  .strictObject({
    at: z
      .string()
      .min(1)
      .describe("A part of a line that no other line has: the state before it runs. Or 'end'."),
    lens: z.enum(LENSES).optional().describe("The lens to look through, if not the playground's."),
    en: text.describe('What to say there.'),
    'zh-CN': text,
  })
  .describe('A moment of a run that the presenter goes to.');

const show = z
  .strictObject({
    playground: z.string().min(1).describe('The id of a playground of the chapter.'),
    stops: z.array(stop).min(1).max(8),
  })
  .describe('A playground that is shown to the room.');

const words = z.strictObject({
  ask: text.describe('The question to begin with. Let the room answer before anything runs.'),
  aim: text.describe('What everybody can say or do afterwards.'),
  watch: z.array(text).min(1).describe('Where people stumble, and what helps.'),
  short: text.describe('What to leave out of the chapter when time is short.'),
});

export const notesSchema = z.strictObject({
  minutes: z
    .number()
    .int()
    .min(1)
    .max(LIMITS.minutes)
    .describe('To show and tell the chapter in a room, without its exercises.'),
  shows: z.array(show).min(1),
  en: words,
  'zh-CN': words,
});

export type Notes = z.infer<typeof notesSchema>;
