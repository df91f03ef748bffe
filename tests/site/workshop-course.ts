/** The course as workshops see it, read from its files. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { chapters } from '../../src/course/chapters.ts';
import type { Course } from '../../src/workshop/course.ts';

const read = (path: string) => readFileSync(`src/content/${path}`, 'utf8');

export const course: Course = readdirSync('src/content/workshop/notes').map((file) => {
  const { slug, label, title, shows } = chapters.find((one) => `${one.slug}.yml` === file)!;
  const text = read(`docs/chapters/${slug}.mdx`);
  const exercises = [...text.matchAll(/<Exercise id="([^"]+)"/g)].map(([, id = '']) => {
    const { title: name, minutes, level } = parse(read(`exercises/${id}/exercise.yml`));
    return { id, title: name, minutes, level };
  });
  const { minutes } = parse(read(`workshop/notes/${file}`));
  return { slug, label, title: title.en, shows: shows.en, minutes, exercises };
});
