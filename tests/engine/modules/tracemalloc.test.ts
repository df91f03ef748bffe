/** Tracing and going back in time: what was noted lies in memory, and the allocator follows. */
import { describe, expect, it } from 'vitest';
import { Machine } from '../../../engine/machine.ts';
import '../../../engine/whole.ts';

const SOURCE = `import tracemalloc
x = 1
tracemalloc.start()
a = bytearray(5000)
b = bytearray(6000)
tracemalloc.stop()
c = bytearray(7000)
`;

function newMachine() {
  let text = '';
  const machine = new Machine({
    profile: '3.13',
    filename: 'program.py',
    stepped: true,
    memory: 32 << 20,
    maxChecks: 1e6,
    write: (_stream, written) => {
      text += written;
    },
  });
  machine.stepper.onStep = () => true;
  return { machine, text: () => text };
}

function runToItsEnd(machine: Machine): void {
  machine.stepper.stopAt = Infinity;
  expect(machine.resume().kind).toBe('returned');
}

function stepTo(machine: Machine, step: number): void {
  machine.stepper.stopAt = step;
  expect(machine.resume().kind).toBe('paused');
}

describe('tracing', () => {
  it('comes and goes with checkpoints', () => {
    const { machine } = newMachine();
    const { rt } = machine;
    const plain = rt.obj;
    machine.load(SOURCE, 'program.py', 'exec');
    stepTo(machine, 2);
    const before = machine.snapshot();
    stepTo(machine, 6);
    expect(rt.obj).not.toBe(plain);
    const during = machine.snapshot();
    expect(machine.check()).toEqual([]);
    runToItsEnd(machine);
    expect(rt.obj).toBe(plain);
    const after = machine.snapshot().copies;

    machine.restore(before);
    expect(rt.obj).toBe(plain);
    machine.restore(during);
    expect(rt.obj).not.toBe(plain);
    expect(machine.check()).toEqual([]);
    runToItsEnd(machine);
    expect(machine.snapshot().copies).toEqual(after);
    expect(machine.check()).toEqual([]);
  });
});
