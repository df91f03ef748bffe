/** The comments of programs in the reader's language: src/content/comments/. */
import { z } from 'astro/zod';
import { parse } from 'yaml';
import chinese from '../content/comments/zh-cn.yml?raw';
import type { Language } from './chapters.ts';

const catalogue = z
  .record(z.string(), z.string().min(1).describe('What the comment says in this language.'))
  .describe('By the English comment, without its sign.');

const catalogues: Partial<Record<Language, Readonly<Record<string, string>>>> = {
  'zh-CN': catalogue.parse(parse(chinese)),
};

/** A string, in which a # is no sign of a comment, or a comment. */
const STRING_OR_COMMENT =
  /("""|''')[\s\S]*?\1|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[ \t]*(?<comment>[^\n]*)/g;

/** The comments of a Python program, without their sign, in their order. */
export const commentsOf = (source: string): readonly string[] =>
  [...source.matchAll(STRING_OR_COMMENT)].flatMap(({ groups }) => groups?.comment ?? []);

/** The program with its comments in `language`; one that the catalogue lacks stays as it is. */
export function withComments(source: string, language: Language): string {
  const words = catalogues[language];
  if (!words) return source;
  return source.replace(STRING_OR_COMMENT, (found, ...rest) => {
    const { comment } = rest.at(-1) as { readonly comment?: string };
    const said = comment === undefined ? undefined : words[comment];
    return said === undefined ? found : `# ${said}`;
  });
}
