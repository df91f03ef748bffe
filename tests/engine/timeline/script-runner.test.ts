/**
 * A machine put back to what it was after boot is as good as a new one: after many programs, each runs
 * to the same output and leaves every byte of memory the same as on a machine of its own.
 */
import { describe, expect, it } from 'vitest';
import type { Machine } from '../../../engine/machine.ts';
import { ProgramRun, withDefaults } from '../../../engine/timeline/program-run.ts';
import { finish } from '../../../engine/timeline/to-end.ts';
import {
  type ProfileId,
  type Program,
  type RunSummary,
  ScriptRunner,
} from '../../../engine/whole.ts';
import { programOf } from '../../fuzz/fuzz.ts';
import { toSource } from '../../fuzz/tree.ts';

const LIMITS = { memory: 16 * 1024 * 1024, steps: 5000, check: true };
const FILE = 'made.py';

/** Programs that leave something behind where something can be left. */
const SPECIAL = [
  // the JavaScript stack is found too short, and from then on fewer native calls may nest
  'x = []\nfor _ in range(100_000): x = [x]\ntry:\n    repr(x)\nexcept RecursionError:\n    print(1)\ndel x',
  'import tracemalloc\ntracemalloc.start()\nkept = [bytes(900) for _ in range(50)]',
  'import sys\nsys.setrecursionlimit(90)\ndef f(): f()\nf()',
  'import random, re\nprint(random.random(), re.findall("a+", "aab"))',
  'while True: pass',
  'kept = []\nwhile True: kept.append(bytes(4000))',
  'def f():\n    class A:\n        def __del__(self): print("gone")\n    a = A()\n    a.a = a\nf()',
  'sorted([3, 1, 2], key=lambda x: [0 for _ in iter(int, 1)])',
  'import sys\nprint(sys.argv, len(sys.modules))\nx = = 1',
];

/** What a run came to: all of it. */
function result({ ending, output, problems }: RunSummary, machine: Machine) {
  return { ending, output, problems, checks: machine.stepper.remaining };
}

/** Whether two machines hold the same bytes in the same places. */
function holdsSame(one: Machine, other: Machine): boolean {
  const [mine, its] = [one.rt.memory, other.rt.memory];
  const ranges = mine.usedRanges();
  expect(its.usedRanges()).toEqual(ranges);
  return ranges.every(
    ([from, to]) => Buffer.compare(mine.u8.subarray(from, to), its.u8.subarray(from, to)) === 0,
  );
}

function compareWithFresh(runner: ScriptRunner, program: Program): void {
  const summary = runner.runToEnd(program);
  const machine = runner.machine!;
  const fresh = new ProgramRun(program, withDefaults(LIMITS), false);
  const expected = finish(fresh, program, LIMITS.check);
  expect(result(summary, machine)).toEqual(result(expected, fresh.machine));
  expect(holdsSame(machine, fresh.machine), program.source).toBe(true);
}

/** Files that are imported from two folders. */
const finder = {
  path: ['/home/reader', '/usr/lib'],
  find: (name: string, [folder]: readonly string[]) =>
    name === 'beside'
      ? { source: 'import sys\nx = sys.path', filename: `${folder}/beside.py`, folder: null }
      : null,
};

/** Programs in a row: of one place, and of others. */
function* programsFor(profile: ProfileId, made: number): Generator<Program> {
  const base = { profile, filename: FILE, mode: 'script' } as const;
  for (const source of SPECIAL) yield { ...base, source };
  yield { ...base, source: 'import sys, beside\nprint(beside.x, sys.argv)', finder };
  for (let seed = 0; seed < made; seed++) {
    const { before, nodes } = programOf(seed);
    const filename = seed % 3 === 0 ? `a longer name ${'x'.repeat(seed)}.py` : FILE;
    yield { ...base, filename, source: before + toSource(nodes) };
  }
  yield { ...base, source: 'x = [1]\nx\n1/0\n', mode: 'repl' };
  for (const source of SPECIAL) yield { ...base, source };
}

describe('a machine put back', () => {
  for (const profile of ['3.8', '3.14'] as const) {
    const made = Number(process.env['PROGRAMS'] ?? 24);
    it(
      `is a new one, after ${made} made-up programs on ${profile} too`,
      { timeout: 3_600_000 },
      () => {
        const runner = new ScriptRunner({ profile, filename: FILE, mode: 'script' }, LIMITS);
        for (const program of programsFor(profile, made)) compareWithFresh(runner, program);
      },
    );
  }
});
