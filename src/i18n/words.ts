/**
 * The interface's words for islands. In the browser only the page's language is loaded, together
 * with the first island; while the site is built, every language is at hand.
 */
import type { Language } from '../course/chapters.ts';
import { fill, type Values } from './fill.ts';

export type Words = typeof import('../content/i18n/en.json');
export type WordKey = keyof Words;
/** Gives the words for a key, with `{{name}}` replaced by the value of that name. */
export type Translate = (key: WordKey, values?: Values) => string;

const load: Record<Language, () => Promise<{ default: Words }>> = {
  en: () => import('../content/i18n/en.json'),
  'zh-CN': () => import('../content/i18n/zh-CN.json'),
};

const wanted: readonly Language[] = import.meta.env.SSR
  ? ['en', 'zh-CN']
  : [document.documentElement.lang === 'zh-CN' ? 'zh-CN' : 'en'];

const catalogues = new Map<Language, Words>();
for (const language of wanted) catalogues.set(language, (await load[language]()).default);

export function translator(language: Language): Translate {
  const words = catalogues.get(language) ?? catalogues.values().next().value;
  return (key, values = {}) => fill(words?.[key] ?? key, values);
}

export function isWordKey(key: string): key is WordKey {
  const [words] = catalogues.values();
  return words !== undefined && key in words;
}
