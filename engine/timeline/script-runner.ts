/** Many scripts on one machine, for tests. */
import type { Snapshot } from '../machine.ts';
import type { ProfileId } from '../profiles/index.ts';
import type { Program, RunSummary } from './api.ts';
import { DEFAULT_LIMITS, ProgramRun } from './program-run.ts';
import { problemsOf } from './problems.ts';

/**
 * Runs scripts to their ends one after the other, each on the machine as it was after boot: booting
 * takes longer than most of them. For tests that run hundreds.
 */
export class ScriptRunner {
  private readonly base: Omit<Program, 'source' | 'mode'>;
  private readonly check: boolean;
  private run: ProgramRun;
  private booted: Snapshot;

  constructor(profile: ProfileId, filename: string, check: boolean) {
    this.base = { filename, profile };
    this.check = check;
    this.run = this.boot();
    this.booted = this.run.machine.snapshot();
  }

  private boot(): ProgramRun {
    return new ProgramRun({ ...this.base, source: '', mode: 'script' }, DEFAULT_LIMITS, false);
  }

  /** @param filename what tracebacks call the source */
  runToEnd(
    source: string,
    filename = this.base.filename,
    mode: Program['mode'] = 'script',
  ): RunSummary {
    const program = { ...this.base, source, filename, mode };
    this.run.startOver(program, this.booted);
    const summary = this.finished(program);
    // a machine that broke may have broken what no copy holds
    if (summary.ending.kind === 'fault') {
      this.run = this.boot();
      this.booted = this.run.machine.snapshot();
    }
    return summary;
  }

  private finished(program: Program): RunSummary {
    const { run, check } = this;
    let ending = run.advance();
    while (ending === null) ending = run.advance();
    if (ending.kind === 'exit') {
      ending =
        (check ? run.check() : null) ?? run.finish() ?? (check ? run.check() : null) ?? ending;
    }
    const output = [...run.output];
    return {
      ending,
      steps: 0,
      lines: new Int32Array(0),
      output,
      prompts: [],
      problems: problemsOf(output, ending, program),
    };
  }
}
