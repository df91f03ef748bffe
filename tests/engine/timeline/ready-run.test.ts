/** A machine booted before its program was known is the machine that the program's own boot makes. */
import { expect, it } from 'vitest';
import { ReadyRun } from '../../../engine/timeline/ready-run.ts';
import { type Program, Timeline } from '../../../engine/whole.ts';

const program: Program = {
  source: 'import sys\na = [object()]\nprint(sys.argv, id(a[0]), sys.getrefcount(a))\n',
  filename: 'of its own.py',
  profile: '3.14',
  mode: 'script',
};

function ran(timeline: Timeline): Timeline {
  timeline.advance(() => false);
  return timeline;
}

it('serves one program, byte by byte as its own', () => {
  const ready = new ReadyRun('3.14');
  const served = ready.serve(program, {});
  expect(served).not.toBeNull();
  const own = new Timeline(program);
  const { machine } = own.run;
  expect(served?.machine.rt.memory.usedRanges()).toEqual(machine.rt.memory.usedRanges());
  expect(Buffer.compare(served!.machine.rt.memory.u8, machine.rt.memory.u8)).toBe(0);
});

it('prints, steps and ends as a machine of its own', () => {
  const own = ran(new Timeline(program));
  const served = ran(new Timeline(program, {}, null, new ReadyRun('3.14')));
  expect(served.summary()).toEqual(own.summary());
  expect(own.summary().output[0]?.text).toContain('of its own.py');
  expect(served.view(3)).toEqual(own.view(3));
});

it.each([
  ['another release', { ...program, profile: '3.13' }, {}],
  ['another allocator', { ...program, malloc: 'malloc' }, {}],
  ['an allocator of old posts', { ...program, geometry: '8-byte' }, {}],
  ['limits', program, { steps: 10 }],
] as const)('does not serve %s', (_what, asked, limits) => {
  expect(new ReadyRun('3.14').serve(asked as Program, limits)).toBeNull();
});
