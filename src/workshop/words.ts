/** The words of a workshop's pages: they hand them to their islands, a few groups to each. */
import type { Values } from '../i18n/fill.ts';
import { type HandedWords, handed } from '../i18n/handed.ts';
import type { WordKey } from '../i18n/words.ts';

type Key = Extract<WordKey, `workshop.${string}`>;
/** 'plan.title' for `workshop.plan.title`. */
export type WorkshopKey = Key extends `workshop.${infer Rest}` ? Rest : never;
export type Group = WorkshopKey extends `${infer First}.${string}` ? First : never;

export type Say = (key: WorkshopKey, values?: Values) => string;

export function sayer(words: HandedWords): Say {
  const t = handed(words);
  return (key, values) => t(`workshop.${key}`, values);
}
