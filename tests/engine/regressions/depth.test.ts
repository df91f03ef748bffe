/**
 * Programs that go deep: what would end the JavaScript stack must end in RecursionError, or not be
 * deep at all.
 */
import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../../engine/whole.ts';

function run(source: string): string {
  const program = { source, filename: 'deep.py', profile: '3.13', mode: 'script' } as const;
  const options = { check: true, memory: 128 << 20, steps: 2_000_000 };
  const { ending, output } = runToEnd(program, options);
  expect(ending).toEqual({ kind: 'exit', code: 0 });
  return output.map(({ text }) => text).join('');
}

/** What recurs through native code without end: what is defined, and what starts it. */
const ENDLESS: readonly (readonly [string, string])[] = [
  ['def __getattr__(self, name): return getattr(self, name)', 'A().x'],
  ['def __getattribute__(self, name): return self.x', 'A().x'],
  ["x = property(lambda self: getattr(self, 'x'))", 'A().x'],
  ['def __eq__(self, other): return [self] == [other]', 'A() == A()'],
  ['def __hash__(self): return hash((self, 1))', '{A(): 1}'],
  ['def __add__(self, other): return sum([self, other], self)', 'A() + A()'],
  ['def __iter__(self): return iter(list(self))', 'list(A())'],
  ["def __format__(self, spec): return '{:{}}'.format(self, spec)", 'format(A())'],
  ["def __repr__(self): return '%r' % ([self],) + repr({1: self})", 'repr(A())'],
  ['def __new__(cls, *args): return cls(*args)', 'A(1)'],
  ['def __lt__(self, other): return sorted([self, other])', 'A() < A()'],
  ['def __len__(self): return len(self)', 'len(A())'],
  ['pass\nA.__init__ = A', 'A(1)'],
  ['pass\nA.__new__ = A', 'A(1)'],
  ['pass\nA.__call__ = A()', 'A()()'],
  ["run = lambda self: exec('A().run()')", 'A().run()'],
];

describe('recursion through native code', () => {
  it.each(ENDLESS)('ends: %s', (definition, start) => {
    const source = `class A:\n    ${definition}\ntry: ${start}\nexcept RecursionError: print('deep')`;
    expect(run(source)).toBe('deep\n');
  });

  it('ends in a tuple of tuples whose hash is asked', () => {
    const source = `
t = ()
for i in range(50000): t = (t,)
try: hash(t)
except RecursionError as e: print(e)`;
    expect(run(source)).toBe('maximum recursion depth exceeded while hashing a tuple\n');
  });

  it('ends in a long row of iterators', () => {
    const source = `
it = iter([1])
for i in range(20000): it = map(int, it)
try: next(it)
except RecursionError: print('deep')`;
    expect(run(source)).toBe('deep\n');
  });

  it('can be gone through a hundred times', () => {
    const source = `
from functools import lru_cache
@lru_cache(None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(100))`;
    expect(run(source)).toBe('354224848179261915075\n');
  });
});

/** What holds `x`, one in the other, twenty thousand deep. */
const CHAINS = [
  'map(int, x)',
  'filter(None, x)',
  'zip(x)',
  'enumerate(x)',
  'iter([x])',
  'slice(x)',
  'property(x)',
  'staticmethod(x)',
  '(x,)',
  '{1: x}',
  'frozenset([x])',
  'chain(x)',
  'partial(partial(int), x)',
  'deque([x])',
  'cell(x)',
  'method(x)',
];

describe('a chain of containers', () => {
  it.each(CHAINS)('is freed: %s', (link) => {
    const source = `
from itertools import chain
from functools import partial
from collections import deque
def cell(x): return lambda: x
class A:
    def m(self): pass
def method(x):
    a = A()
    a.x = x
    return a.m
x = iter(())
for i in range(20000): x = ${link}
del x
print('freed')`;
    expect(run(source)).toBe('freed\n');
  });
});
