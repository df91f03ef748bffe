/** Links to CPython's source: to the release that the site opens with, and each name stands in that file there. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultProfile, profiles } from '../../engine/whole.ts';

interface Looked {
  /** Where the names were looked up. */
  readonly how: string;
  readonly files: Readonly<Record<string, readonly string[]>>;
}

const looked: Readonly<Record<string, Looked>> = JSON.parse(
  readFileSync('tests/content/source-symbols.json', 'utf8'),
);

const pages = globSync('src/content/docs/{,zh-cn/}{chapters,build}/*.mdx');

/** Words of a sentence that are no names to look up in the file it is about. */
const WORDS = ['usable_arenas', '__slots__', 'tp_mro', 'as', 'is'];

interface Named {
  readonly release: string;
  readonly file: string;
  readonly names: readonly string[];
}

/** Each link to a file of CPython, with the names behind it, up to the next. */
function linksOf(page: string): readonly Named[] {
  const text = readFileSync(page, 'utf8').split('{#source}')[1] ?? '';
  const links = [
    ...text.matchAll(
      /\]\(https:\/\/github\.com\/python\/cpython\/blob\/v([\d.]+)\/([\w./-]+)\)([\s\S]*?)(?=\]\(|$)/g,
    ),
  ];
  return links.map(([, release = '', file = '', behind = '']) => ({
    release,
    file,
    // what precedes the next link in the same list belongs to that link
    names: [...behind.replace(/\n- [\s\S]*$/, '').matchAll(/`((?:struct )?[A-Za-z_]\w+)`/g)]
      .map(([, name = '']) => name)
      .filter((name) => !WORDS.includes(name)),
  }));
}

let found = 0;

test.each(pages)('%s: each name stands in its file', (page) => {
  for (const { release, file, names } of linksOf(page)) {
    const known = looked[release]?.files[file];
    expect(known, `${file} of ${release}`).toBeDefined();
    expect(
      names.filter((name) => !known?.includes(name)),
      `${file} of ${release}`,
    ).toEqual([]);
    found += names.length;
  }
});

test('most are of the release that the site opens with', () => {
  const releases = pages.flatMap((page) => linksOf(page).map(({ release }) => release));
  const wanted = profiles[defaultProfile].release;
  const others = releases.filter((release) => release !== wanted);
  expect(releases.length).toBeGreaterThanOrEqual(96);
  expect(new Set(others)).toEqual(new Set(['2.5', '3.7.3', '3.8.0', '3.11.7', '3.14.2']));
  expect(found).toBeGreaterThanOrEqual(150);
});
