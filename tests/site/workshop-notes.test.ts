import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { defaultProfile, Timeline } from '../../engine/whole.ts';
import { chapters } from '../../src/course/chapters.ts';
import { withNumbers } from '../../src/course/measured.ts';
import { notesSchema } from '../../src/workshop/notes.ts';
import { stepBefore } from '../../src/workshop/steps.ts';

const folder = 'src/content/workshop/notes';
const slugs = readdirSync(folder).map((name) => name.replace(/\.yml$/, ''));
const read = (slug: string) =>
  notesSchema.parse(parse(withNumbers(readFileSync(`${folder}/${slug}.yml`, 'utf8'), slug)));

test('every chapter that teaches has notes', () => {
  const taught = chapters.map(({ slug }) => slug).filter((slug) => /^\d/.test(slug));
  expect(slugs).toEqual(taught);
});

test('what the notes show is in the chapter, and its stops are moments of the run', () => {
  let stops = 0;
  for (const slug of slugs) {
    const text = readFileSync(`src/content/docs/chapters/${slug}.mdx`, 'utf8');
    for (const show of read(slug).shows) {
      const tag = new RegExp(`<Playground\\b[^>]*?\\bid="${show.playground}"[^>]*>`).exec(text);
      const program = /\bprogram="([^"]+)"/.exec(tag?.[0] ?? '')?.[1];
      expect(program, `${slug}: ${show.playground}`).toBeDefined();
      const source = readFileSync(`src/content/programs/${program}.py`, 'utf8');
      const timeline = new Timeline({
        source,
        filename: `${program}.py`,
        profile: defaultProfile,
        mode: 'script',
      });
      timeline.advance(() => false);
      const steps = show.stops.map(({ at }) => stepBefore(timeline, source, at));
      expect(steps, `${slug}: in the order of the run`).toEqual(steps.toSorted((a, b) => a - b));
      stops += steps.length;
    }
  }
  expect(stops).toBeGreaterThan(35);
});

test('both languages have the same number of notes, in words of their own', () => {
  for (const slug of slugs) {
    const { en, 'zh-CN': chinese, shows } = read(slug);
    expect(chinese.watch.length, slug).toBe(en.watch.length);
    const texts = [chinese, ...shows.flatMap(({ stops }) => stops.map((stop) => stop['zh-CN']))];
    for (const text of texts) expect(JSON.stringify(text), slug).toMatch(/[\u4e00-\u9fff]/);
  }
});
