/** Picks words out of the catalogues while the site is built, for islands that get theirs as props. */
import en from '../content/i18n/en.json';
import chinese from '../content/i18n/zh-CN.json';
import type { Language } from '../course/chapters.ts';
import type { HandedWords } from './handed.ts';

const catalogues: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en,
  'zh-CN': chinese,
};

/** The words whose keys begin with one of `beginnings`: all of `progress.fault.` */
export function wordsUnder(language: Language, ...beginnings: readonly string[]): HandedWords {
  return Object.fromEntries(
    Object.entries(catalogues[language]).filter(([key]) =>
      beginnings.some((beginning) => key.startsWith(beginning)),
    ),
  );
}
