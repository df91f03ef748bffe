import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { collect } from '../../../engine/collector/collect.ts';
import { gcOldSpace } from '../../../engine/collector/gc-list.ts';
import { numberedHead, spaceHead } from '../../../engine/collector/spaces.ts';
import { GENERATION_THRESHOLD, generationHead } from '../../../engine/objects/gc-object.ts';
import { STATE } from '../../../engine/objects/runtime.ts';
import { newTrial, run, runStepwise } from './harness.ts';

const folder = new URL('incremental/', import.meta.url);
const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Record<
  string,
  string
>;
const programs = readdirSync(folder).filter((name) => name.endsWith('.py'));
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

describe('the incremental collector', () => {
  it('has programs that were all recorded', () => {
    expect(Object.keys(expected).sort()).toEqual(programs.sort());
    expect(programs.length).toBeGreaterThanOrEqual(6);
  });

  it.each(programs)('%s prints what 3.14.2 prints, and leaves a sound machine', (name) => {
    const trial = run(read(name), '3.14.2');
    expect(trial.output()).toBe(expected[name]);
    expect(trial.faults()).toEqual([]);
    trial.machine.finalize();
    expect(trial.faults()).toEqual([]);
  });

  const others = new URL('programs/', import.meta.url);
  it.each(['counted_calls.py', 'finalizers.py', 'weakref_kinds.py'])(
    '%s: sound between lines, with increments all the time',
    (name) => {
      const trial = newTrial('3.14.2');
      const { rt } = trial.machine;
      rt.i32[(generationHead(rt, 0) + GENERATION_THRESHOLD) >> 2] = 1;
      let looks = 0;
      const source = readFileSync(new URL(name, others), 'utf8');
      runStepwise(trial, source, 211, () => {
        if (looks++ < 15) expect(trial.faults()).toEqual([]);
      });
      expect(trial.faults()).toEqual([]);
    },
  );

  it('keeps the number of the space in _gc_next, and swaps the spaces after a pass', () => {
    const trial = newTrial('3.14.2');
    const { rt } = trial.machine;
    const visited = () => rt.i32[(rt.state + STATE.gcVisitedSpace) >> 2]!;
    const before = visited();
    collect(rt, 2, 'manual');
    expect(visited()).toBe(before ^ 1);
    expect(numberedHead(rt, 1)).toBe(spaceHead(rt, visited()));
    const first = rt.ptr(numberedHead(rt, 2));
    expect(gcOldSpace(rt, first)).toBe(visited() ^ 1);
    expect(rt.ptr(numberedHead(rt, 1))).toBe(numberedHead(rt, 1));
  });
});
