/** The course as workshops see it, read while the site is built. */
import { chapters, type Language } from '../course/chapters.ts';
import { contentsIn } from '../course/contents.ts';
import { exercisesIn } from '../exercise/in-language.ts';
import type { Course } from './course.ts';
import { notes } from './notes-at-build.ts';

/** Chapters that an instructor can give: those with notes. */
export async function courseIn(language: Language): Promise<Course> {
  const exercises = new Map((await exercisesIn(language)).map((one) => [one.id, one]));
  return (await contentsIn(language)).flatMap(({ slug, label, title, ideas }) => {
    const own = notes.get(slug);
    const chapter = chapters.find((one) => one.slug === slug);
    if (!own || !chapter) return [];
    const { minutes } = own;
    const found = ideas.map(({ id, title: name }) => {
      const { minutes: needed = 0, level = 'first' } = exercises.get(id) ?? {};
      return { id, title: name, minutes: needed, level };
    });
    return [{ slug, label, title, shows: chapter.shows[language], minutes, exercises: found }];
  });
}
