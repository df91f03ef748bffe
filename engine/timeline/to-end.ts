/** A run without steps, from load to exit: for commands and tests. */
import type { Limits, Program, RunSummary } from './api.ts';
import { problemsOf } from './problems.ts';
import { ProgramRun, withDefaults } from './program-run.ts';

export interface RunOptions extends Partial<Limits> {
  /** Runs the checker of the whole machine when the program has ended; what it finds is a fault. */
  readonly check?: boolean;
}

/** Runs a program to its end on a machine of its own. */
export function runToEnd(program: Program, options: RunOptions = {}): RunSummary {
  const { check = false, ...limits } = options;
  return finish(new ProgramRun(program, withDefaults(limits), false), program, check);
}

/** Runs what is loaded to its end. @param check see RunOptions */
export function finish(run: ProgramRun, program: Program, check: boolean): RunSummary {
  let ending = run.advance();
  while (ending === null) ending = run.advance();
  if (ending.kind === 'exit') {
    ending = (check ? run.check() : null) ?? run.finish() ?? (check ? run.check() : null) ?? ending;
  }
  const output = [...run.output];
  return {
    ending,
    steps: 0,
    lines: new Int32Array(0),
    output,
    prompts: [...run.prompts],
    problems: problemsOf(output, ending, program),
  };
}
