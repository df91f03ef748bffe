import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import en from './content/i18n/en.json';

/** Every word in en.json is a known key, so that a misspelt one is a type error. */
type Words = { [Key in keyof typeof en]: z.ZodOptional<z.ZodString> };
const words = Object.fromEntries(
  Object.keys(en).map((key) => [key, z.string().optional()]),
) as Words;

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }),
  i18n: defineCollection({
    loader: i18nLoader(),
    schema: i18nSchema({ extend: z.object(words) }),
  }),
};
