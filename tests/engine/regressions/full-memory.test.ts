/**
 * What made-up programs found where memory is used up in the middle of something: the program gets its
 * MemoryError, and the machine is sound.
 */
import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../../engine/whole.ts';

const MEMORY = 10 * 1024 * 1024;

/** What a program prints that catches its MemoryError. */
function run(source: string, profile: '3.8' | '3.14'): string {
  const program = { source, filename: 'full.py', profile, mode: 'script' } as const;
  const { ending, output } = runToEnd(program, { check: true, memory: MEMORY });
  expect(ending).toEqual({ kind: 'exit', code: 0 });
  return output.map(({ text }) => text).join('');
}

describe.each(['3.8', '3.14'] as const)('%s: memory used up', (profile) => {
  it.each(['[x]', '(x,)', '[x, x]', 'f(x)'])('by %s of itself: nothing is taken twice', (build) => {
    const source = `
def f(*args): return args
x = None
try:
    while True: x = ${build}
except MemoryError:
    made = type(x)
    x = None
print('full', made)`;
    const type = build.startsWith('[') ? 'list' : 'tuple';
    expect(run(source, profile)).toBe(`full <class '${type}'>\n`);
  });

  it('at the end: modules are let go without it', () => {
    const source = 'x = None\ntry:\n    while True: x = [x]\nexcept MemoryError: pass';
    expect(run(source, profile)).toBe('');
  });
});
