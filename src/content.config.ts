import { defineCollection } from 'astro:content';
import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { numbered } from '../tools/astro/numbered.ts';
import en from './content/i18n/en.json';
import { withNumbers } from './course/measured.ts';
import { exerciseSchema, predictionSchema } from './exercise/schema.ts';
import { exerciseWordsSchema, predictionWordsSchema } from './exercise/words-schema.ts';

/** Every word in en.json is a known key, so that a misspelt one is a type error. */
type Words = { [Key in keyof typeof en]: z.ZodOptional<z.ZodString> };
const words = Object.fromEntries(
  Object.keys(en).map((key) => [key, z.string().optional()]),
) as Words;

/** An exercise's folder is its id; the folder of a language within it stands before the id. */
function folder({ entry }: { entry: string }): string {
  const [id = '', language] = entry.split('/').slice(0, -1);
  return language ? `${language}/${id}` : id;
}
const exercises = './src/content/exercises';

/** Files of data, with the numbers in their prose filled in. */
const data = (options: Parameters<typeof glob>[0]) => numbered(glob(options), withNumbers);

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }),
  i18n: defineCollection({
    loader: i18nLoader(),
    schema: i18nSchema({ extend: z.object(words) }),
  }),
  exercises: defineCollection({
    loader: data({ base: exercises, pattern: '*/exercise.yml', generateId: folder }),
    schema: exerciseSchema,
  }),
  tasks: defineCollection({
    loader: glob({ base: exercises, pattern: ['*/task.mdx', '*/*/task.mdx'], generateId: folder }),
  }),
  predictions: defineCollection({
    loader: data({ base: './src/content/predictions', pattern: '*.yml' }),
    schema: predictionSchema,
  }),
  exerciseWords: defineCollection({
    loader: data({ base: exercises, pattern: '*/*/words.yml', generateId: folder }),
    schema: exerciseWordsSchema,
  }),
  predictionWords: defineCollection({
    loader: data({ base: './src/content/predictions', pattern: '*/*.yml' }),
    schema: predictionWordsSchema,
  }),
};
