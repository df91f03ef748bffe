/** Many scripts on one machine. */
import { EngineFault } from '../base/errors.ts';
import type { Machine, Snapshot } from '../machine.ts';
import type { Program, RunSummary } from './api.ts';
import { ProgramRun, withDefaults } from './program-run.ts';
import { finish, type RunOptions } from './to-end.ts';

/** What all scripts of a runner have in common. */
export type Surroundings = Omit<Program, 'source' | 'mode'>;

/**
 * Runs scripts to their ends one after the other, each on the machine as it was after boot: booting
 * takes longer than most of them. What is left in memory is the same, byte by byte, as on a machine of
 * the script's own.
 */
export class ScriptRunner {
  private readonly base: Surroundings;
  private readonly options: RunOptions;
  private readonly before: string;
  private run: ProgramRun | null = null;
  private booted: Snapshot | null = null;

  /** @param before source that has been run in `__main__` when a script begins */
  constructor(base: Surroundings, options: RunOptions = {}, before = '') {
    this.base = base;
    this.options = options;
    this.before = before;
  }

  /** The machine, as the last script left it; null before the first, and after one that broke it. */
  get machine(): Machine | null {
    return this.run?.machine ?? null;
  }

  private program(source: string): Program {
    return { ...this.base, source, mode: 'script' };
  }

  private boot(): ProgramRun {
    const run = new ProgramRun(this.program(this.before), withDefaults(this.options), false);
    if (this.before !== '') {
      const ending = run.advance();
      if (ending?.kind !== 'exit' || ending.code !== 0) {
        throw new EngineFault(`what is to run before the scripts did not end well`);
      }
    }
    this.run = run;
    this.booted = run.machine.snapshot();
    return run;
  }

  /** @param filename what tracebacks call the source */
  runToEnd(
    source: string,
    filename = this.base.filename,
    mode: Program['mode'] = 'script',
  ): RunSummary {
    const program = { ...this.base, source, filename, mode };
    const run = this.run ?? this.boot();
    run.startOver(program, this.booted!);
    const summary = finish(run, program, this.options.check === true);
    // a machine that broke may have broken what no copy holds
    if (summary.ending.kind === 'fault') this.run = null;
    return summary;
  }
}
