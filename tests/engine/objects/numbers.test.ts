/** Every recorded expression on numbers gives what CPython gave (record-numbers.py). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../../engine/index.ts';

type Row = readonly [expression: string, kind: 'v' | 'e', text: string];

interface Table {
  readonly release: string;
  readonly prelude: string;
  readonly rows: readonly Row[];
}

const table = JSON.parse(readFileSync(new URL('numbers.json', import.meta.url), 'utf8')) as Table;

/** Expressions in one program: one machine each would take long, one for all would hide where it broke. */
const CHUNK = 250;

function program(rows: readonly Row[]): string {
  const asked = rows.map(
    ([expression]) =>
      `try:\n    print('v', repr(${expression}))\n` +
      `except BaseException as error:\n    print('e', type(error).__name__ + ': ' + str(error))\n`,
  );
  return table.prelude + asked.join('');
}

function answers(rows: readonly Row[]): string[] {
  const { ending, output } = runToEnd({
    source: program(rows),
    filename: 'numbers.py',
    profile: '3.13',
    mode: 'script',
  });
  expect(ending).toEqual({ kind: 'exit', code: 0 });
  const text = output.map((piece) => (piece.stream === 'stdout' ? piece.text : '')).join('');
  // a value may have several lines: each answer begins with its kind
  return text.split(/\n(?=[ve] |$)/).slice(0, -1);
}

describe(`numbers as CPython ${table.release} has them`, () => {
  it('has the whole table', () => {
    expect(table.rows.length).toBeGreaterThanOrEqual(4900);
  });

  for (let from = 0; from < table.rows.length; from += CHUNK) {
    const rows = table.rows.slice(from, from + CHUNK);
    it(`rows ${from} to ${from + rows.length - 1}`, () => {
      const got = answers(rows);
      const wrong = rows.flatMap(([expression, kind, text], i) =>
        got[i] === `${kind} ${text}` ? [] : [{ expression, want: `${kind} ${text}`, got: got[i] }],
      );
      expect(wrong).toEqual([]);
    });
  }
});
