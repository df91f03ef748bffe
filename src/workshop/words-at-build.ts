import type { Language } from '../course/chapters.ts';
import type { HandedWords } from '../i18n/handed.ts';
import { wordsUnder } from '../i18n/words-under.ts';
import type { Group } from './words.ts';

/** The words of some groups: `workshop.plan.…` for 'plan'. */
export const wordsOf = (language: Language, ...groups: readonly Group[]): HandedWords =>
  wordsUnder(language, ...groups.map((group) => `workshop.${group}.`));
