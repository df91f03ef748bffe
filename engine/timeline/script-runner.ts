/** Many scripts on one machine. */
import { EngineFault } from '../base/errors.ts';
import type { Machine, Snapshot } from '../machine.ts';
import type { Program, RunSummary } from './api.ts';
import { ProgramRun, withDefaults } from './program-run.ts';
import { finish, type RunOptions } from './to-end.ts';

/** A script, and what differs from the runner's. */
export type Script = Pick<Program, 'source'> &
  Partial<Pick<Program, 'filename' | 'mode' | 'finder'>>;

/**
 * Runs scripts to their ends one after the other, each on the machine as it was after boot: booting
 * takes longer than most of them. What is left in memory is the same, byte by byte, as on a machine of
 * the script's own.
 */
export class ScriptRunner {
  private readonly base: Omit<Program, 'source'>;
  private readonly options: RunOptions;
  private readonly before: string;
  private run: ProgramRun | null = null;
  /** The program that the machine was booted for, and the machine then. */
  private bootedFor: Program | null = null;
  private booted: Snapshot | null = null;

  /** @param before source that has been run in `__main__` when a script begins */
  constructor(base: Omit<Program, 'source'>, options: RunOptions = {}, before = '') {
    this.base = base;
    this.options = options;
    this.before = before;
  }

  /** The machine, as the last script left it; null before the first, and after one that broke it. */
  get machine(): Machine | null {
    return this.run?.machine ?? null;
  }

  runToEnd(script: Script): RunSummary {
    const program = { ...this.base, ...script };
    const run = this.ready(program);
    const summary = finish(run, program, this.options.check === true);
    // a machine that broke may have broken what no copy holds
    if (summary.ending.kind === 'fault') this.run = null;
    return summary;
  }

  private ready(program: Program): ProgramRun {
    const { run } = this;
    const known = this.bootedFor;
    const isThere =
      run !== null && known?.filename === program.filename && known.finder === program.finder;
    const there = isThere ? run : this.boot(program);
    there.startOver(program, this.booted!);
    return there;
  }

  private boot(program: Program): ProgramRun {
    const first = { ...program, source: this.before };
    const run = this.run ?? new ProgramRun(first, withDefaults(this.options), false, 'many');
    if (this.run !== null) run.bootFor(first);
    if (this.before !== '') {
      const ending = run.advance();
      if (ending?.kind !== 'exit' || ending.code !== 0) {
        const text = run.output.at(-1)?.text ?? '';
        throw new EngineFault(`what is to run before the scripts did not end well: ${text}`);
      }
    }
    this.run = run;
    this.bootedFor = program;
    this.booted = run.machine.snapshot();
    return run;
  }
}
