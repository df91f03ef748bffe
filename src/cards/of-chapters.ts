/** Which chapter's card stands for what: a chapter's own, and that of the chapter for what is embedded. */
import { chapters } from '../course/chapters.ts';

const texts = import.meta.glob<string>('../content/docs/chapters/*.mdx', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const textOf = new Map(
  chapters.flatMap(({ slug }) => {
    const text = Object.entries(texts).find(([file]) => file.endsWith(`/${slug}.mdx`))?.[1];
    return text === undefined ? [] : [[slug, text] as const];
  }),
);

/** Of each chapter that has a playground, the first one's program. */
export const firstPrograms: ReadonlyMap<string, string> = new Map(
  [...textOf].flatMap(([slug, text]) => {
    const program = /<Playground\b[^>]*?\bprogram="([^"]+)"/.exec(text)?.[1];
    return program === undefined ? [] : [[slug, program] as const];
  }),
);

export const cardOfChapter = (slug: string): string | undefined =>
  firstPrograms.has(slug) ? `cards/${slug}.png` : undefined;

/** @param name of an exercise or a program, as it is embedded */
export function cardOfEmbed(name: string): string | undefined {
  const slug = [...textOf].find(([, text]) => text.includes(`"${name}"`))?.[0];
  return slug === undefined ? undefined : cardOfChapter(slug);
}
