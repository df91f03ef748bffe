/** Tables of expressions and CPython's answers, asked of a machine. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../../engine/whole.ts';

type Row = readonly [expression: string, kind: 'v' | 'e', text: string];

interface Table {
  readonly release: string;
  readonly prelude: string;
  readonly rows: readonly Row[];
}

/** Expressions in one program: a machine for each would take long, one for all would hide where it broke. */
const CHUNK = 250;

function program(prelude: string, rows: readonly Row[]): string {
  const asked = rows.map(
    ([expression]) =>
      `try:\n    print('v', repr(${expression}))\n` +
      `except BaseException as error:\n    print('e', type(error).__name__ + ': ' + str(error))\n`,
  );
  return prelude + asked.join('');
}

function answers(prelude: string, rows: readonly Row[]): string[] {
  const { ending, output } = runToEnd({
    source: program(prelude, rows),
    filename: 'recorded.py',
    profile: '3.13',
    mode: 'script',
  });
  expect(ending).toEqual({ kind: 'exit', code: 0 });
  const text = output.map((piece) => (piece.stream === 'stdout' ? piece.text : '')).join('');
  // a value may have several lines: each answer begins with its kind
  return text.split(/\n(?=[ve] |$)/).slice(0, -1);
}

/**
 * Declares the tests of one table.
 * @param least rows that the table must have: a recorder that broke would make every test pass
 * @param known expressions that come out otherwise here, each with the reason; one that comes out
 *     right after all fails
 */
export function testTable(
  file: string,
  least: number,
  known: Readonly<Record<string, string>> = {},
): void {
  const table = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Table;
  describe(`${file}: as CPython ${table.release}`, () => {
    it('has the whole table', () => {
      expect(table.rows.length).toBeGreaterThanOrEqual(least);
    });
    for (let from = 0; from < table.rows.length; from += CHUNK) {
      const rows = table.rows.slice(from, from + CHUNK);
      it(`rows ${from} to ${from + rows.length - 1}`, () => {
        const got = answers(table.prelude, rows);
        const wrong = rows.flatMap(([expression, kind, text], i) => {
          const differs = got[i] !== `${kind} ${text}`;
          if (differs === Object.hasOwn(known, expression)) return [];
          return [{ expression, want: `${kind} ${text}`, got: got[i] }];
        });
        expect(wrong).toEqual([]);
      });
    }
  });
}
