/** Takes a page's words out of the catalogues, while the site is built. */
import en from '../content/i18n/en.json';
import chinese from '../content/i18n/zh-CN.json';
import type { Language } from '../course/chapters.ts';
import type { Group, WorkshopWords } from './words.ts';

const catalogues: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en,
  'zh-CN': chinese,
};
const PREFIX = 'workshop.';

/** The words whose keys begin with one of the groups: `workshop.plan.…` for 'plan'. */
export function wordsOf(language: Language, ...groups: readonly Group[]): WorkshopWords {
  const wanted = groups.map((group) => `${PREFIX}${group}.`);
  return Object.fromEntries(
    Object.entries(catalogues[language])
      .filter(([key]) => wanted.some((beginning) => key.startsWith(beginning)))
      .map(([key, text]) => [key.slice(PREFIX.length), text]),
  );
}
