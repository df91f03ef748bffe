import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GENERATION_THRESHOLD, generationHead } from '../../../engine/objects/gc-object.ts';
import { newTrial, run, runStepwise } from './harness.ts';

/** What the real 3.13.0 printed for each program; record.py writes it. */
const recorded = JSON.parse(
  readFileSync(new URL('programs.json', import.meta.url), 'utf8'),
) as Record<string, string>;

const folder = new URL('programs/', import.meta.url);
const programs = readdirSync(folder);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

describe('programs that watch the collector', () => {
  it('were all recorded', () => {
    expect(Object.keys(recorded).sort()).toEqual(programs.sort());
  });

  it.each(programs)('%s prints what 3.13.0 prints, and leaves a sound machine', (name) => {
    const trial = run(read(name));
    expect(trial.output()).toBe(recorded[name]);
    expect(trial.faults()).toEqual([]);
    trial.machine.finalize();
    expect(trial.faults()).toEqual([]);
  });

  it.each(programs)(
    '%s: the machine is sound between lines, with collections all the time',
    (name) => {
      const trial = newTrial();
      const { rt } = trial.machine;
      rt.i32[(generationHead(rt, 0) + GENERATION_THRESHOLD) >> 2] = 1;
      let looks = 0;
      runStepwise(trial, read(name), 211, () => {
        if (looks++ < 40) expect(trial.faults()).toEqual([]);
      });
      expect(trial.faults()).toEqual([]);
    },
  );
});
