/** A page in Chinese is its English twin in other words: same headings, same components, no text left over. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { chapters } from '../../src/course/chapters.ts';

const DOCS = 'src/content/docs';
const ZH = `${DOCS}/zh-cn`;

const translated = globSync(`${ZH}/**/*.mdx`).sort();

interface Page {
  readonly front: Readonly<Record<string, unknown>>;
  readonly body: string;
}

function read(file: string): Page {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(
    readFileSync(file, 'utf8'),
  ) ?? [undefined, '', ''];
  return { front: parse(front), body: body.replaceAll(/^import .*$/gm, '') };
}

/** Fences hold code, which stays in English; `# ` in them is no heading. */
const prose = ({ body }: Page) => body.replaceAll(/^```[\s\S]*?^```$/gm, '');

/** `2 first-count`: the level, and the id written by hand. A heading without one stays as it is. */
const headings = (page: Page) =>
  [...prose(page).matchAll(/^(#+) (.*)$/gm)].map(
    ([, level = '', text = '']) => `${level.length} ${/\{#([\w-]+)\}$/.exec(text)?.[1] ?? text}`,
  );

/** Tags of components in order, with every property but those that are words. */
const components = ({ body }: Page) =>
  [...body.matchAll(/<[A-Z]\w*(?:[^>"]|"[^"]*")*>/g)].map(([tag]) =>
    tag.replaceAll(/ (title|alt|label|caption)="[^"]*"/g, ''),
  );

const links = (page: Page) =>
  [...prose(page).matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target).sort();

/** Names of fields, nested ones as `sidebar.order`. */
function keys(front: object, before = ''): string[] {
  return Object.entries(front).flatMap(([key, value]) =>
    value && typeof value === 'object' ? keys(value, `${before}${key}.`) : [before + key],
  );
}

/** Paragraphs, points of a list and cells of a table, without code, addresses and tags. */
const pieces = (page: Page) =>
  prose(page)
    .split(/\n\s*\n|\n(?=\s*(?:[-|]|\d+\.) ?)/)
    .flatMap((block) => (block.trim().startsWith('|') ? block.split('|') : [block]))
    .map((text) =>
      text
        .replaceAll(/`[^`]*`/g, '``')
        .replaceAll(/ \{#[\w-]+\}$/gm, '')
        .replaceAll(/\]\([^)]*\)/g, ']')
        .replaceAll(/<\/?[A-Za-z](?:[^>"]|"[^"]*")*>/g, '')
        .trim(),
    );

const words = (front: Readonly<Record<string, unknown>>): string[] =>
  Object.values(front).flatMap((value) => {
    if (value && typeof value === 'object') return words(value as Record<string, unknown>);
    return typeof value === 'string' ? [value] : [];
  });

const HAN = /\p{Script=Han}/u;
const latin = (text: string) => text.replaceAll(/[^A-Za-z]/g, '').length;

describe.each(translated)('%s', (file) => {
  const twin = file.replace('/zh-cn/', '/');
  const chinese = read(file);
  const english = read(twin);

  test('the same headings, components, links and fields', () => {
    expect(headings(chinese)).toEqual(headings(english));
    expect(components(chinese)).toEqual(components(english));
    expect(links(chinese)).toEqual(links(english));
    expect(keys(chinese.front)).toEqual(keys(english.front));
  });

  test('nothing is left in English', () => {
    const found = [...pieces(chinese), ...words(chinese.front)];
    expect(found.filter((text) => latin(text) > 40 && !HAN.test(text))).toEqual([]);
    // A page that reads as nothing would pass: most of what is there must be Chinese.
    expect(found.filter((text) => HAN.test(text)).length).toBeGreaterThan(5);
  });

  test('full-width signs between Chinese characters, and none of the words that belittle', () => {
    // The words of a post stand as it has them.
    const found = pieces(chinese).map((text) => text.replaceAll(/“[^”]*”/g, '“”'));
    expect(found.filter((text) => /\p{Script=Han}[,;:?!]\p{Script=Han}/u.test(text))).toEqual([]);
    expect(found.filter((text) => /[，。：；？！、“（] | [，。：；？！、”）]/u.test(text))).toEqual(
      [],
    );
    expect(found.filter((text) => /简单地|显然|只需|众所周知/u.test(text))).toEqual([]);
  });
});

test('a chapter has the title that the list of chapters gives it', () => {
  for (const { slug, title } of chapters) {
    const file = `chapters/${slug}.mdx`;
    expect(read(`${DOCS}/${file}`).front['title'], file).toBe(title.en);
    if (existsSync(`${ZH}/${file}`))
      expect(read(`${ZH}/${file}`).front['title'], file).toBe(title['zh-CN']);
  }
});

test('every chapter is there in both languages, and no page in Chinese alone', () => {
  const all = chapters.map(({ slug }) => `${ZH}/chapters/${slug}.mdx`);
  expect(translated.filter((file) => file.startsWith(`${ZH}/chapters/`))).toEqual(all);
  expect(translated.filter((file) => !existsSync(file.replace('/zh-cn/', '/')))).toEqual([]);
});
