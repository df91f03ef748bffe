/** The sentences of a step, as the English catalogue words them. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Narration } from '../../../engine/whole.ts';
import { ran, stepAfter } from '../lenses/programs.ts';

const words = JSON.parse(readFileSync('src/content/i18n/en.json', 'utf8')) as Record<
  string,
  string
>;

/** A sentence in words; a key without words fails. */
function worded({ key, values }: Narration): string {
  const text = words[`narration.${key}`];
  if (text === undefined) throw new Error(`the catalogue has no words for ${key}`);
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${key} has no ${name}`);
    return String(value);
  });
}

function narrated(source: string, line: number): string[] {
  const timeline = ran(source);
  return timeline.view(stepAfter(timeline, line)).narration.map(worded);
}

describe('sentences of a step', () => {
  it('tell a new reference, who holds it, and that nothing was allocated', () => {
    expect(narrated('a = 0\nb = 0\na = []\nb = a\nx = 1\n', 4)).toEqual([
      'After b = a:',
      'list #1 goes from 1 to 2 references.',
      'It is held by a, b.',
      'Nothing is allocated.',
    ]);
  });

  it('tell what the last line of a program makes', () => {
    const last = narrated('a = []', 1);
    expect(last[1]).toMatch(/^list #1 is made: \[\]\. /);
    expect(narrated('a = 1\nb = [a]\n', 2)[1]).toMatch(/^list #1 is made: \[1 item\]\. /);
    expect(narrated('a = [b"x"]\ndel a[0], a\nc = {}\n', 3)[1]).toMatch(/^dict #\d is made/);
  });

  it('tell a holder by its part, apart from its name where the part is a word', () => {
    const door =
      'class Door:\n    def ring(self): pass\ndoor = Door()\nbell = door.ring\ndel door\nx = 1\n';
    expect(narrated(door, 5)).toContain('It is held by method #4 __self__.');
    expect(narrated('class Box: pass\na = Box()\na.b = []\nb = a.b\nx = 1\n', 4)).toContain(
      'It is held by b, Box #2.b.',
    );
  });

  it('tell what is freed, where its bytes go, and what follows', () => {
    const [, freed, table] = narrated('s = {1, 2, 3, 4, 5, 6}\ndel s\nx = 1\n', 2);
    expect(freed).toMatch(
      /^set #1 goes from 1 to 0 references and is freed; its 200 bytes plus 16 of header return to pool \d+ of arena 0, size class 224\.$/,
    );
    expect(table).toBe('Its table of 256 bytes is freed, too.');
  });

  it('tell what a free list keeps and gives back', () => {
    const source = 'a = [1000]\ndel a\nb = [2000]\nx = 1\n';
    expect(narrated(source, 2)[1]).toBe(
      'list #1 goes from 1 to 0 references; the free list of list keeps it.',
    );
    expect(narrated(source, 3)[1]).toBe(
      'list #3 is made: [1 item]. It takes the place of one that the free list of list has kept.',
    );
  });

  it('tell what the collector frees', () => {
    const source = 'import gc\nclass N: pass\nn = N()\nn.me = n\ndel n\ngc.collect()\nx = 1\n';
    const sentences = narrated(source, 6);
    expect(sentences[1]).toBe(
      'The collector looks through generation 2; unreachable objects found: 1.',
    );
    expect(sentences.join(' ')).toContain('N #2 goes from 1 to 0 references and is freed');
  });

  it('have words in both languages for every key that the engine makes', () => {
    const made = ['narration.ts', 'narrated-events.ts']
      .map((name) => readFileSync(`engine/lenses/${name}`, 'utf8'))
      .join('');
    const chinese = JSON.parse(readFileSync('src/content/i18n/zh-CN.json', 'utf8')) as typeof words;
    const keys = [...made.matchAll(/key: '(\w+)'/g)].map(([, key]) => key!);
    const whole = ['created', 'freed'].flatMap((key) =>
      ['Block', 'Plain', 'Heap'].map((place) => `${key}${place}`),
    );
    const parts = ['items', 'keys', 'values', 'table', 'data'].map((part) => `${part}Freed`);
    const all = new Set([...keys, ...whole, ...parts]);
    expect(all.size).toBeGreaterThan(20);
    for (const key of all) {
      expect(words[`narration.${key}`], key).toBeTypeOf('string');
      expect(chinese[`narration.${key}`], key).toBeTypeOf('string');
    }
  });
});
