/** Reaching a limit ends the run, and all that happened before can be visited. */
import { describe, expect, it } from 'vitest';
import { type Limits, Timeline } from '../../../engine/whole.ts';

function limited(source: string, limits: Partial<Limits>): Timeline {
  const program = { source, filename: 'test.py', profile: '3.13', mode: 'script' } as const;
  const timeline = new Timeline(program, limits);
  timeline.advance();
  return timeline;
}

/** The bytes in use at a step. */
function usedBytes(timeline: Timeline, step: number): Buffer {
  timeline.seek(step);
  const { memory } = timeline.run.machine.rt;
  return Buffer.concat(memory.usedRanges().map(([from, to]) => memory.u8.slice(from, to)));
}

const COUNT = 'kept = []\ni = 0\nwhile True:\n    kept.append(i * 1000)\n    i += 1\n';

const reached: readonly [limit: string, source: string, limits: Partial<Limits>][] = [
  ['steps', COUNT, { steps: 200 }],
  ['instructions', COUNT, { steps: 100_000, instructions: 60 }],
  ['output', 'i = 0\nwhile True:\n    print("x" * 100)\n    i += 1\n', { output: 5000 }],
  // within one line, in native code that calls Python
  ['instructions', 'i = 1\nx = max(map(lambda v: v, iter(int, 1)))\n', { instructions: 100 }],
  // in native code that calls none, and in an iterator that never finds its next item
  ['instructions', 'i = 1\nx = sum(iter(int, None))\n', { instructions: 2000 }],
  ['instructions', 'i = 1\nx = next(filter(None, iter(int, None)))\n', { instructions: 2000 }],
];

describe('a limit', () => {
  it.each(reached)('of %s keeps everything up to there', (limit, source, limits) => {
    const timeline = limited(source, limits);
    const { ending, steps } = timeline.summary();
    expect(ending).toMatchObject({ kind: 'limit', limit });
    expect(steps).toBeGreaterThan(1);
    const { scene } = timeline.view(steps);
    expect(scene.frames[0]!.names.map(({ label }) => label)).toContain('i');
    const first = timeline.view(2);
    timeline.seek(steps + 1);
    expect(timeline.view(2)).toEqual(first);
    expect(timeline.outputAt(steps + 1).length).toBe(timeline.summary().output.length);
  });

  it('of instructions is one for all that a run does in native code', () => {
    const loop = 'n = 0\nfor i in range(40):\n    n += sum(range(1000))\nprint(n)\n';
    const enough = limited(loop, { instructions: 20_000 });
    expect(enough.summary().ending).toEqual({ kind: 'exit', code: 0 });
    // each of them is short
    const tooFew = limited(loop, { instructions: 5000 });
    expect(tooFew.summary().ending).toMatchObject({ kind: 'limit', limit: 'instructions' });
  });

  it('of memory is the program’s own MemoryError', () => {
    const timeline = limited('xs = []\nwhile True:\n    xs.append(bytes(100000))\n', {
      memory: 16 * 1024 * 1024,
    });
    const { ending, steps, output } = timeline.summary();
    expect(ending).toEqual({ kind: 'exit', code: 1 });
    expect(output.map(({ text }) => text).join('')).toContain('MemoryError');
    expect(timeline.view(steps).scene.frames[0]!.names.length).toBeGreaterThan(0);
  });

  it('of recursion is the program’s own RecursionError', () => {
    const timeline = limited(
      'def f(n):\n    return f(n + 1)\ntry:\n    f(0)\nexcept RecursionError:\n    ok = 1\n',
      {},
    );
    const { ending, steps } = timeline.summary();
    expect(ending).toEqual({ kind: 'exit', code: 0 });
    // 1000 frames deep, and back
    expect(timeline.view(Math.floor(steps / 2)).scene.frames.length).toBeGreaterThan(400);
    expect(timeline.view(steps + 1).scene.frames.length).toBe(1);
  });

  it('of checkpoints makes visits longer and changes no state', () => {
    const loop = 'xs = []\nfor i in range(30000):\n    xs.append(i)\n    y = i\n';
    const small = limited(loop, { checkpoints: 1 });
    const plenty = limited(loop, {});
    expect(small.checkpointBytes).toBeLessThan(plenty.checkpointBytes + 1);
    for (const step of [50_000, 20_001, 59_999]) {
      expect(usedBytes(small, step).equals(usedBytes(plenty, step))).toBe(true);
    }
  });
});
