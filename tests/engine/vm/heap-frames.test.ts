/**
 * Frames as objects of the heap, as releases up to 3.10 have them: what a program sees of them is in
 * tests/conformance/own/heap_frames.py; here, that the machine is sound between its lines, that a step
 * visited again is the same, and that the lenses know who holds them.
 */
import { describe, expect, it } from 'vitest';
import { GENERATION_THRESHOLD, generationHead } from '../../../engine/objects/gc-object.ts';
import { type ProfileId, Timeline } from '../../../engine/whole.ts';
import { newTrial, runStepwise } from '../collector/harness.ts';

const SOURCE = `import sys
def rec(n):
    mark = [n]
    return sys._getframe() if n == 0 else rec(n - 1)
def gen(n):
    for i in range(n):
        got = yield i, sys._getframe()
def fails(n):
    kept = {}
    if n == 0:
        raise KeyError(n)
    fails(n - 1)
class T:
    def __init__(self, *args, **named):
        self.frame = sys._getframe()
    def __del__(self):
        self.frame = None
fr = rec(5)
a = gen(3)
one = next(a)
b = [list(gen(2)), a.send(1)]
try:
    fails(4)
except KeyError as error:
    kept = error
t = T(1, 2, three=3)
fr = fr.f_back.f_back
names = sorted([3, 1, 2], key=lambda x: (x, [x]))
rec(3)
kept = None
a.close()
del t, b, one
fr = None
last = [id(rec(2)), id(rec(2))]
end = 0
`;

const PROFILES: readonly ProfileId[] = ['3.8', '3.9', '3.10'];

describe.each(PROFILES)('frames of %s', (profile) => {
  it('are accounted for between all lines, with collections all the time', () => {
    const trial = newTrial(profile);
    const { rt } = trial.machine;
    rt.i32[(generationHead(rt, 0) + GENERATION_THRESHOLD) >> 2] = 1;
    let looks = 0;
    runStepwise(trial, SOURCE, 1, () => {
      looks++;
      expect(trial.faults()).toEqual([]);
    });
    expect(looks).toBeGreaterThan(60);
    expect(trial.faults()).toEqual([]);
    trial.machine.finalize();
    expect(trial.faults()).toEqual([]);
  });

  it('are the same when a step is visited again, and the list of free ones is shown', () => {
    const timeline = new Timeline({ source: SOURCE, filename: 'f.py', profile, mode: 'script' });
    timeline.advance();
    const frames = (step: number) =>
      timeline.lens('caches', step, {}).freeLists.find(({ name }) => name === 'frame');
    const steps = [timeline.steps, 9, timeline.steps - 2, 40];
    const first = steps.map((step) => [timeline.view(step), frames(step)]);
    const again = [...steps].reverse().map((step) => [timeline.view(step), frames(step)]);
    expect(again.reverse()).toEqual(first);
    const end = frames(timeline.steps)!;
    expect(end.limit).toBe(200);
    expect(end.length).toBe(end.places.length);
    expect(end.length).toBeGreaterThan(4);
  });
});
