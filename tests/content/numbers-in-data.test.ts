/** Exercises, predictions, notes and claims state no number of CPython's that somebody typed. */
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fact, withNumbers } from '../../src/course/measured.ts';
import { bareIn, proseOf } from './bare-numbers.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const found = (pattern: string) =>
  globSync(`src/content/${pattern}`).map((path) => path.replaceAll('\\', '/'));

/** Fields that are no prose: what a check or a program compares, names, the post's own words. */
const NO_PROSE = new Set(
  (
    'answer at atLeast atMost before contains equals file found id level minutes open original playground profiles ' +
    'says shows since where'
  ).split(' '),
);

/** The texts of a file of data, one after another. */
function* texts(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const one of value) yield* texts(one);
  else if (value && typeof value === 'object')
    for (const [name, one] of Object.entries(value)) if (!NO_PROSE.has(name)) yield* texts(one);
}

const textOf = (path: string, data: unknown = path.endsWith('.mdx') ? read(path) : null) =>
  [...texts(data ?? parse(read(path)))].join('\n').replaceAll(/^import .*$/gm, '');

/** What the task itself says: the numbers of its programs, of its answers and of what its checks ask for. */
function ownNumbers(path: string): ReadonlySet<string> {
  const folder = path.replace(/\/zh-cn$|\/zh-cn(?=\/)/, '');
  const texts: string[] = [];
  if (path.includes('/exercises/')) {
    for (const file of globSync(`${dirname(folder)}/{*,mistakes/*}.py`)) texts.push(read(file));
    for (const line of read(`${dirname(folder)}/exercise.yml`).split('\n'))
      if (/^ +(?:equals|found|at\w+): |^ {6}\S/.test(line)) texts.push(line);
  } else {
    const { program, options } = parse(read(folder));
    texts.push(read(`src/content/programs/${program}.py`));
    for (const { answer } of options) texts.push(answer);
  }
  return new Set(
    texts
      .join('\n')
      .match(/\d+/g)
      ?.map((one) => String(Number(one))),
  );
}

/** What is left, with the reason: in notes by chapter, in claims by id. */
const REASONS: Readonly<Record<string, readonly [numbers: readonly string[], why: string]>> = {
  '04-blocks-and-size-classes': [['42'], 'what the chapter asks for'],
  '11-the-gc-module': [['10'], 'a server made up'],
  '12-living-with-it': [['2 GB'], 'a program made up'],
  '0.3': [['1000'], 'how many references were made'],
  '0.13': [['257', '511', '512'], 'the requests that were made'],
  '0.18': [['0000', '00'], 'code points'],
  '0.19': [['12345'], 'a string that was tried'],
  '0.23': [['10'], 'how many lists were made'],
  '0.24': [['1000', '20', '30'], 'the thresholds that the post sets'],
  '1.8': [['10', '1000'], 'how many objects were made and kept'],
  '2.4': [['10'], 'how many ints were made: 10^7'],
  '2.24': [['100000'], 'how many lists were made'],
  '2.25': [['25', '400000'], 'the quarter as a percentage; how many lists were there'],
  '3.2': [['32'], 'the name of a type of C'],
  '3.9': [['100'], 'how many texts were made'],
  '3.36': [['300000', '10'], 'how many turns were made'],
};

/** Widths of pointers. */
const WIDTHS = /\b(?:64|32)(?:-bit| 位)/g;

const numbersIn = (text: string) => bareIn(proseOf(text).replaceAll(WIDTHS, ''));

const typedIn = (text: string, allowed: (number: string) => boolean) =>
  numbersIn(text).filter((number) => !allowed(number));

/** What a page of the last part says of its own recording, which tests/site/construct.test.ts compares. */
const RECORDED = ['42,000', '24'];

const tasks = [
  ...found('exercises/*/{exercise.yml,task.mdx,zh-cn/*}'),
  ...found('predictions/{*,zh-cn/*}.yml'),
];

describe('no number is typed', () => {
  test.each(tasks)('%s', (path) => {
    const own = ownNumbers(path);
    expect(typedIn(textOf(path), (number) => own.has(number))).toEqual([]);
  });

  const groups: readonly (readonly [string, unknown])[] = [
    ...found('workshop/notes/*.yml').map(
      (path) => [basename(path, '.yml'), parse(read(path))] as const,
    ),
    ...(parse(read('src/content/claims.yml')) as readonly { id: string }[]).map(
      (claim) => [claim.id, claim] as const,
    ),
  ];

  test.each(groups)('%s', (name, data) => {
    const allowed = REASONS[name]?.[0] ?? [];
    const text = textOf('', data);
    expect(typedIn(text, (number) => allowed.includes(number))).toEqual([]);
    const typed = numbersIn(text);
    expect(allowed.filter((number) => !typed.includes(number))).toEqual([]);
  });

  test.each(found('docs/{,zh-cn/}build/*.mdx'))('%s', (path) => {
    const given = /^(?:433|51|32|8 bytes|8 字节)$/; // what a program asks for; bits of a word
    const prose = textOf(path).replace(/^---[\s\S]*?^---/m, '');
    const allowed = (number: string) => given.test(number) || RECORDED.includes(number);
    expect(typedIn(prose, allowed)).toEqual([]);
  });

  test('and what was looked at is all there is', () => {
    expect(tasks.length).toBeGreaterThanOrEqual(216);
    expect(groups.length).toBe(133);
    for (const path of found('construct/*/task.yml')) expect(numbersIn(textOf(path))).toEqual([]);
  });

  // Titles, descriptions and headings are texts that no function fills in: what they state is compared.
  test('titles, descriptions and headings state what was measured', () => {
    const asked = '42';
    const now = [fact('given.42'), fact('threshold', 'all'), fact('classes'), fact('given.16')];
    const measured = [...now, fact('threshold.2.5')];
    const pages = found('docs/**/*.mdx');
    const stated = pages.flatMap((path) =>
      (read(path).match(/^(?:(?:title|description): |##+ ).*$/gm) ?? [])
        .map((line) => line.replace(/^##+ /, '').replace(/ \{#.*\}$/, ''))
        .flatMap((line) => typedIn(line, (number) => number === asked)),
    );
    expect([...new Set(stated)].toSorted()).toEqual(measured.toSorted());
    expect(pages.length).toBeGreaterThanOrEqual(49);
  });

  test('one that is typed is found', () => {
    const text = 'hints:\n  - A list takes 56 bytes.\nequals: 57\n';
    expect(typedIn(textOf('', parse(text)), () => false)).toEqual(['56']);
  });
});

describe('filling in', () => {
  test('numbers, sizes, what was printed; nothing else is touched', () => {
    expect(withNumbers(`{fact('list')} {room("pool", 'to 3.9')} {{found}} {x}`, 'a.yml')).toBe(
      '56 4 KiB {{found}} {x}',
    );
    expect(withNumbers("{printed('blocks-42', 1, 2)}", 'a.yml')).toBe('48');
    expect(withNumbers('{least("class", "2.7 to 3.15")}', 'a.yml')).toBe('904');
  });

  test('what is not there is told by file and line', () => {
    const filled = (line: string) => () => withNumbers(`a: 1\nb: ${line}`, 'a.yml');
    expect(filled("{fact('lost')}")).toThrow(
      "a.yml, line 2: {fact('lost')}: lost was not measured",
    );
    expect(filled("{fakt('list')}")).toThrow('a.yml, line 2: {fakt');
    expect(filled('{fact(list)}')).toThrow('list is neither a text nor a number');
  });

  test('as many as there were are in the data', () => {
    const files = [
      ...found('{exercises,predictions,workshop}/**/*.{yml,mdx}'),
      'src/content/claims.yml',
    ];
    const all = files.flatMap((path) => read(path).match(/\{(?:fact|least|most|room)\(/g) ?? []);
    expect(all.length).toBeGreaterThanOrEqual(300);
  });
});
