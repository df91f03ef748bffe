/**
 * What made-up programs found where memory is used up in the middle of something: the program gets its
 * MemoryError, and the machine is sound.
 */
import { describe, expect, it } from 'vitest';
import { runToEnd, ScriptRunner } from '../../../engine/whole.ts';
import { refuseRequest } from '../../fuzz/refuse.ts';

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
x = made = None
try:
    while True: x = ${build}
except MemoryError:
    made = x.__class__
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

/** Classes, closures, texts, generators: what boot and others have made is at hand. */
const VARIED = `
try:
    class A:
        x: int = 1
        def __init__(self, p): self.p = [p, {p: p}]
        def __repr__(self): return f'{self.p!r:>9}'
    def made(n):
        for i in range(n): yield A(str(i)), (lambda: i)
    kept = {repr(a): f() for a, f in made(3)}
    exec('kept["more"] = {**kept}, *"ab", 2 ** 70, 1.5j')
    raise ValueError(sorted(kept, key=len))
except Exception as e: kept = e
`;

/** A SyntaxError, whose place is ints and texts of its own. */
const REFUSED = `
try: exec('\\n' * 300 + 'print 1')
except Exception as e:
    if type(e) is not SyntaxError: print('refused')
`;

describe('one request refused', () => {
  const every = (step: number) => Array.from({ length: 120 }, (_, i) => 1 + step * i);
  const programs = [
    ['3.8', 'of many kinds', VARIED, 13],
    ['3.14', 'of many kinds', VARIED, 13],
    ['3.14', 'for a SyntaxError', REFUSED, 1],
  ] as const;

  it.each(programs)('%s %s: leaves the machine sound, whichever it is', (...program) => {
    const [profile, , source, step] = program;
    const runner = new ScriptRunner(
      { profile, filename: 'full.py', mode: 'script' },
      { check: true, memory: MEMORY },
    );
    const first = runner.runToEnd({ source });
    expect(first.ending).toEqual({ kind: 'exit', code: 0 });
    let refused = 0;
    for (const nth of every(step)) {
      const serveAgain = refuseRequest(runner.machine!, nth);
      const { ending, output } = runner.runToEnd({ source });
      serveAgain();
      expect(ending.kind, `request ${nth}: ${JSON.stringify(ending)}`).toBe('exit');
      if (output.length > 0) refused++;
    }
    expect(refused).toBeGreaterThan(0);
  });
});
