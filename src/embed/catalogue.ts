/** What of the course can be embedded, each under one name: exercises, and the chapters' programs. */
import type { Language } from '../course/chapters.ts';
import { exercisesIn } from '../exercise/in-language.ts';

export type Embeddable =
  | { readonly kind: 'exercise'; readonly name: string; readonly title: string }
  | { readonly kind: 'program'; readonly name: string; readonly title: string };

/** Frames of the page's own content, which no course content may be named as. */
export const OWN = ['own-program', 'own-exercise'] as const;

/** The chapters' texts: a program can be embedded when a chapter has a playground of it. */
const chapters = import.meta.glob<string>('../content/docs/chapters/*.mdx', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const programNames = (): string[] => [
  ...new Set(
    Object.values(chapters).flatMap((text) =>
      [...text.matchAll(/<Playground\b[^>]*?\bprogram="([^"]+)"/g)].map(([, name]) => name ?? ''),
    ),
  ),
];

/** With titles in `language`; the names are the same in all. */
export async function embeddables(language: Language): Promise<readonly Embeddable[]> {
  const exercises = (await exercisesIn(language)).map(({ id, title }): Embeddable => ({
    kind: 'exercise',
    name: id,
    title,
  }));
  const programs = programNames().map((name): Embeddable => ({
    kind: 'program',
    name,
    title: `${name}.py`,
  }));
  const all = [...exercises, ...programs];
  const names = [...OWN, ...all.map(({ name }) => name)];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`two things of the course would be embedded as ${twice}`);
  return all;
}
