/** Words that a page hands to its islands, which then need no catalogue. */
import { fill } from './fill.ts';
import type { Translate } from './words.ts';

export type HandedWords = Readonly<Record<string, string>>;

export const handed =
  (words: HandedWords): Translate =>
  (key, values = {}) =>
    fill(words[key] ?? key, values);
