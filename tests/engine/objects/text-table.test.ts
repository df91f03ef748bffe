import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Machine } from '../../../engine/machine.ts';
import '../../../engine/loading/all.ts';

/**
 * What the real 3.13 answered to expressions about str, bytes and bytearray, asked of the machine.
 * The table is written by record-text-table.py.
 */
const table = JSON.parse(readFileSync(new URL('text-table.json', import.meta.url), 'utf8')) as [
  expression: string,
  outcome: string,
][];

/** Ends an answer; no answer holds it. */
const END = '\x1e';

const PRELUDE = `
def check(expression):
    try:
        outcome = repr(expression())
    except Exception as error:
        outcome = '!' + type(error).__name__ + ': ' + str(error)
    print(outcome, end='\\x1e')
`;

/** The answers of one machine, in order. */
function answers(expressions: readonly string[]): string[] {
  let output = '';
  const machine = new Machine({
    profile: '3.13',
    filename: 'table.py',
    stepped: false,
    memory: 64 << 20,
    maxChecks: 1e9,
    write: (stream, text) => (output += stream === 'stdout' ? text : ''),
  });
  const program = PRELUDE + expressions.map((e) => `check(lambda: ${e})\n`).join('');
  if (machine.load(program, 'table.py', 'exec')) machine.resume();
  return output.split(END).slice(0, -1);
}

describe('text-table', () => {
  const CHUNK = 250;
  it(`holds at least 1500 expressions`, () => {
    expect(table.length).toBeGreaterThanOrEqual(1500);
  });
  for (let i = 0; i < table.length; i += CHUNK) {
    const part = table.slice(i, i + CHUNK);
    it(`answers ${i} to ${i + part.length - 1}`, () => {
      const got = answers(part.map(([expression]) => expression));
      const wrong = part
        .map(([expression, want], k) => ({ expression, want, got: got[k] }))
        .filter((row) => row.want !== row.got);
      expect(wrong).toEqual([]);
    });
  }
});
