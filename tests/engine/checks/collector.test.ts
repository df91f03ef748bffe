/** Checks on cycles and their collector: each kind, where it passes and where it does not. */
import { describe, expect, it } from 'vitest';
import type { Check } from '../../../engine/index.ts';
import { checkProgram, Timeline } from '../../../engine/whole.ts';

const SOURCE = `import gc
class Node:
    def __init__(self):
        self.me = self
    def __del__(self):
        pass
class Leaf: pass
gc.collect()
kept = []
gc.collect(0)
one, two = Node(), Node()
one.leaf = Leaf()
number = 10 ** 30
del one
two.me = None
del two
gc.collect(1)
gc.freeze()
`;

function found(check: Check): string {
  const timeline = new Timeline({
    source: SOURCE,
    filename: 'x.py',
    profile: '3.13',
    mode: 'script',
  });
  timeline.advance();
  const [outcome] = checkProgram([check], timeline);
  if (!outcome) throw new Error('no outcome');
  const again = checkProgram([{ ...check, equals: Number(outcome.found) } as Check], timeline)[0]!;
  expect(again.passed).toBe(outcome.found !== '' && !Number.isNaN(Number(outcome.found)));
  return `${outcome.found} ${outcome.passed ? 'passed' : 'failed'}`;
}

describe('checks on the collector', () => {
  it('count collections of the program, of one generation or of all', () => {
    expect(found({ kind: 'collections', at: 'end', equals: 3 })).toBe('3 passed');
    expect(found({ kind: 'collections', generation: 0, at: 'end', equals: 3 })).toBe('1 failed');
    const since = { before: 'one, two' };
    expect(found({ kind: 'collections', at: 'end', since, equals: 1 })).toBe('1 passed');
    const never = { before: 'nowhere' };
    expect(found({ kind: 'collections', at: never, equals: 1 })).toContain('never reached');
  });

  it('count what collections found', () => {
    const since = { before: 'one, two' };
    expect(found({ kind: 'collected', at: 'end', since, equals: 2 })).toBe('2 passed');
    expect(found({ kind: 'collected', generation: 2, at: 'end', since, equals: 2 })).toBe(
      '0 failed',
    );
  });

  it('tell the generation of an object', () => {
    const at = { before: 'gc.collect(1)' };
    expect(found({ kind: 'generation', name: 'kept', at, equals: 1 })).toBe('1 passed');
    expect(found({ kind: 'generation', name: 'kept', at: 'end', equals: 3 })).toBe('3 passed');
    expect(found({ kind: 'generation', name: 'number', at, equals: 0 })).toBe('-1 failed');
    expect(found({ kind: 'generation', name: 'nobody', at, equals: 0 })).toContain('no such name');
  });

  it('count islands', () => {
    const type = 'Node';
    const unreachable = (before: string) =>
      found({ kind: 'unreachable', type, at: { before }, equals: 1 });
    expect(unreachable('del one')).toBe('0 failed');
    expect(unreachable('two.me')).toBe('1 passed');
    expect(found({ kind: 'unreachable', type, at: 'end', equals: 1 })).toBe('0 failed');
  });

  it('tell what a line freed, and by what', () => {
    const freed = (during: string, by?: 'collector' | 'count', type = 'Node') =>
      found({ kind: 'freed', type, during, by, equals: 1 });
    expect(freed('del one')).toBe('0 failed');
    // its finalizer is a call within the line
    expect(freed('del two')).toBe('1 passed');
    expect(freed('del two', 'count')).toBe('1 passed');
    expect(freed('del two', 'collector')).toBe('0 failed');
    expect(freed('gc.collect(1)', 'collector')).toBe('1 passed');
    expect(freed('gc.collect(1)', 'collector', 'Leaf')).toBe('1 passed');
    expect(freed('gc.collect(1)', 'count')).toBe('0 failed');
  });
});
