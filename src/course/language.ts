import type { Language } from './chapters.ts';

/** The interface's language for a locale of the site: English at the root, `zh-cn` beside it. */
export const languageOf = (locale: string | undefined): Language =>
  locale?.toLowerCase() === 'zh-cn' ? 'zh-CN' : 'en';

const folders: Readonly<Record<Language, string>> = { en: '', 'zh-CN': 'zh-cn/' };

/** Where the words of a language are: in the site's addresses, and beside the original in src/content/. */
export const folderOf = (language: Language): string => folders[language];
