import type { Language } from './chapters.ts';

/** The interface's language for a locale of the site: English at the root, `zh-cn` beside it. */
export const languageOf = (locale: string | undefined): Language =>
  locale?.toLowerCase() === 'zh-cn' ? 'zh-CN' : 'en';
