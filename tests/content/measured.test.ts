/** The numbers in the chapters follow from what interpreters measured: none is typed, and the machine agrees with all. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS, profiles, runToEnd } from '../../engine/whole.ts';
import structural from '../../src/content/measured/structural.json';
import {
  fact,
  gib,
  measured,
  numberOf,
  printed,
  requests,
  room,
} from '../../src/course/measured.ts';
import { offered } from '../../src/course/releases.ts';
import { bareIn, proseOf } from './bare-numbers.ts';

const quick = readFileSync('tests/content/measure/quick.py', 'utf8');

const CHAPTERS = 'src/content/docs/chapters';
const ZH = 'src/content/docs/zh-cn/chapters';
const pages = globSync(`{${CHAPTERS},${ZH}}/*.mdx`).map((path) => path.replaceAll('\\', '/'));

const bodyOf = (path: string) =>
  readFileSync(path, 'utf8')
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replaceAll(/^import .*$/gm, '');

/** `fact('list')` and the like, in order. */
const expressions = (body: string) =>
  [...body.matchAll(/\{((?:fact|room|gib|printed|requests|block)\([^{}]*\)|last[^{}]*)\}/g)].map(
    ([, inner = '']) => inner,
  );

describe('what was measured', () => {
  test('every release that the course speaks of, with the day', () => {
    const releases = measured.map(({ release }) => release);
    expect(releases).toEqual(expect.arrayContaining(['2.7.18', '3.6.15', '3.7.16', '3.14.2']));
    expect(releases).toEqual(expect.arrayContaining(offered.map((id) => profiles[id].release)));
    for (const { date } of measured) expect(date).toMatch(/^20\d\d-\d\d-\d\d$/);
  });

  test.each(offered)('%s: the machine prints the same', (profile) => {
    const { facts } = measured.find(({ release }) => release === profiles[profile].release)!;
    const run = runToEnd({ source: quick, filename: 'quick.py', profile, mode: 'script' });
    const text = (stream: string) =>
      run.output
        .filter((piece) => piece.stream === stream)
        .map((piece) => piece.text)
        .join('');
    const lines = text('stdout').trimEnd().split('\n');
    const found = Object.fromEntries(lines.map((line) => line.split(' ')));
    expect(Object.keys(found).length).toBeGreaterThanOrEqual(40);
    // An arena that happens to be aligned loses no pool.
    const aligned = String(numberOf('arena.pools.aligned'));
    for (const [name, value] of Object.entries(found))
      if (name !== 'arena.pools' || value !== aligned)
        expect(`${name} ${value}`).toBe(`${name} ${facts[name]}`);
    const statistics = text('stderr');
    expect(statistics).toContain(
      `Small block threshold = ${facts['threshold']}, in ${facts['classes']} size`,
    );
    expect(statistics).toContain(`arenas * ${facts['arena']} bytes/arena`);
  });

  test('what the source lays down names its source, and the machine has the same', () => {
    for (const { source } of Object.values(structural)) expect(source.length).toBeGreaterThan(20);
    const { freeLists } = profiles['3.14'];
    for (const kind of ['float', 'int', 'list', 'dict', 'dictKeys', 'tuple'] as const)
      expect(numberOf(`kept.${kind}`), kind).toBe(freeLists[kind]);
    expect(numberOf('kept.tuple.longest')).toBe(freeLists.tupleMaxSize);
    for (const limit of ['memory', 'steps', 'output'] as const)
      expect(numberOf(`limit.${limit}`), limit).toBe(DEFAULT_LIMITS[limit]);
    const { thresholds } = profiles['3.14.2'].collector;
    expect([0, 1, 2].map((n) => numberOf(`threshold.${n}`, '3.14.2'))).toEqual(thresholds);
  });
});

describe('how a number is written', () => {
  test('by release, by range, as a size', () => {
    expect(fact('threshold.0', '3.12')).toBe('700');
    expect(fact('threshold.0', 'from 3.13')).toBe('2000');
    expect(fact('table.100000')).toBe('800,000');
    expect([room('pool', 'to 3.9'), room('arena', 'from 3.10')]).toEqual(['4 KiB', '1 MiB']);
    expect(gib('hundred-million.resident.with')).toMatch(/^3\.[78] GiB$/);
    expect(requests(1)).toBe('17–32');
    expect(printed('blocks-42', 1, 2)).toBe('48');
  });

  test('what was not measured, and what differs among the releases, stops the build', () => {
    expect(() => fact('list', '3.5')).toThrow('list was not measured in 3.5');
    expect(() => fact('lost')).toThrow('lost was not measured');
    expect(() => fact('pool', 'all')).toThrow('pool differs in all: 4096, 16384');
    expect(() => fact('pool', 'before 3.9')).toThrow('names no releases');
    expect(() => room('table.10')).toThrow('no round number');
    expect(() => printed('blocks-42', 1, 3)).toThrow('no number 3 in line 1');
  });
});

/** What is no measured number: a width, a name, a number that a program of the course itself has. */
const EXCEPTIONS =
  /\b(?:64|32|8)(?:-bit|-byte| bits| 位| 字节对齐)|PEP 442|U\+00FF|\b2012\b|888888888|\b0 (?:to|到) 7\b|\b8 (?:to|到) 15\b|one byte more than 256|比 256 多|占了 2 GB|需要 1 GB|多占 10 MB/g;

let excepted = 0;

const typedIn = (body: string): readonly string[] =>
  bareIn(
    proseOf(body).replaceAll(EXCEPTIONS, () => {
      excepted += 1;
      return '';
    }),
  );

describe('no number is typed', () => {
  test.each(pages)('%s', (path) => {
    expect(typedIn(bodyOf(path))).toEqual([]);
  });

  test('one that is typed is found', () => {
    expect(typedIn('A list needs 56 bytes in 3.14, see chapters 2 and 13.')).toEqual(['56']);
    expect(typedIn('前 8 字节，第 10 章。')).toEqual(['8 字节']);
    expect(typedIn("A list needs {fact('list')} bytes, `[None] * 10`.")).toEqual([]);
  });

  test('the exceptions are counted', () => {
    excepted = 0;
    for (const path of pages) typedIn(bodyOf(path));
    expect(excepted).toBe(38);
  });

  test('a page in Chinese has every number of its English twin', () => {
    let numbers = 0;
    for (const path of pages.filter((one) => one.startsWith(CHAPTERS))) {
      const english = expressions(bodyOf(path));
      const chinese = expressions(bodyOf(`${ZH}/${basename(path)}`));
      expect(
        english.filter((one) => !chinese.includes(one)),
        path,
      ).toEqual([]);
      numbers += english.length;
    }
    expect(numbers).toBeGreaterThanOrEqual(180);
  });
});
