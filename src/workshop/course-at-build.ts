/** The course as workshops see it, read while the site is built. */
import { chapters, type Language } from '../course/chapters.ts';
import { exercisesIn } from '../exercise/in-language.ts';
import type { Course } from './course.ts';
import { notes } from './notes-at-build.ts';

/** Which exercises a chapter has, in which order, its text tells. */
const texts = import.meta.glob<string>('../content/docs/chapters/*.mdx', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const exerciseIds = (slug: string): readonly string[] =>
  [
    ...(texts[`../content/docs/chapters/${slug}.mdx`] ?? '').matchAll(
      /<Exercise\b[^>]*?\bid="([^"]+)"/g,
    ),
  ].map(([, id]) => id ?? '');

/** Chapters that an instructor can give: those with notes. */
export async function courseIn(language: Language): Promise<Course> {
  const exercises = new Map((await exercisesIn(language)).map((one) => [one.id, one]));
  return chapters.flatMap(({ slug, label, title, shows }) => {
    const own = notes.get(slug);
    if (!own) return [];
    const found = exerciseIds(slug).map((id) => {
      const exercise = exercises.get(id);
      if (!exercise) throw new Error(`${slug} has an exercise ${id} that is not there`);
      const { minutes, level } = exercise;
      return { id, title: exercise.title, minutes, level };
    });
    const { minutes } = own;
    return [
      { slug, label, title: title[language], shows: shows[language], minutes, exercises: found },
    ];
  });
}
