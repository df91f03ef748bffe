/**
 * The words of a workshop's pages. Their islands stand in the page from its beginning and need few
 * words: they get them as props, and not the whole catalogue, which has none of them in the browser.
 */
import { fill, type Values } from '../i18n/fill.ts';
import type { WordKey } from '../i18n/words.ts';

type Key = Extract<WordKey, `workshop.${string}`>;
/** 'plan.title' for `workshop.plan.title`. */
export type WorkshopKey = Key extends `workshop.${infer Rest}` ? Rest : never;
export type Group = WorkshopKey extends `${infer First}.${string}` ? First : never;

export type WorkshopWords = Readonly<Record<string, string>>;
export type Say = (key: WorkshopKey, values?: Values) => string;

export const sayer =
  (words: WorkshopWords): Say =>
  (key, values = {}) =>
    fill(words[key] ?? key, values);
