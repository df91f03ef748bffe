import { Machine } from '../../../engine/machine.ts';
import '../../../engine/loading/all.ts';
import { checkMachine } from '../../../engine/collector/check.ts';
import { nativeDepth } from '../../../engine/objects/recursion.ts';
import type { ProfileId } from '../../../engine/profiles/index.ts';

/** A machine and what it has printed. */
export interface Trial {
  readonly machine: Machine;
  output(): string;
  /** What the checker finds, in words. */
  faults(): string[];
}

export function newTrial(profile: ProfileId = '3.13'): Trial {
  let text = '';
  const machine = new Machine({
    profile,
    filename: 'program.py',
    stepped: true,
    memory: 64 << 20,
    maxChecks: 1e9,
    write: (_stream, written) => {
      text += written;
    },
  });
  return {
    machine,
    output: () => text,
    faults: () => checkMachine(machine.rt, machine).map((fault) => fault.message),
  };
}

/** Loads and runs a program to its end; its namespace stays. */
export function run(source: string, profile: ProfileId = '3.13'): Trial {
  const trial = newTrial(profile);
  if (trial.machine.load(source, 'program.py', 'exec')) trial.machine.resume();
  return trial;
}

/** Runs a program and calls `look` between lines, every `steps` lines. */
export function runStepwise(trial: Trial, source: string, steps: number, look: () => void): void {
  const { machine } = trial;
  const { stepper } = machine;
  stepper.onStep = (rt) => {
    if (nativeDepth(rt) === 0) return true;
    stepper.stopAt = machine.steps + 1; // native code is under way: the next line, perhaps
    return false;
  };
  if (!machine.load(source, 'program.py', 'exec')) return;
  for (;;) {
    stepper.stopAt = machine.steps + steps;
    if (machine.resume().kind !== 'paused') return;
    look();
  }
}
