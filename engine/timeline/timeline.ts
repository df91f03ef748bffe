/**
 * Time: a run that can be visited at any of its steps, in any order.
 *
 * Step n is the state just before the n-th line runs; step `steps` + 1 is the end. The first pass runs
 * the program once, notes each step's line and all output, and copies the buffer now and then. A visit
 * restores the nearest copy before the step and runs from there: the machine is deterministic, so it
 * stands where it stood. Steps inside native code (a sort's comparisons, `__del__`) are reached the same
 * way, by leaving the native code there; from such a place the machine cannot go on, and the next visit
 * starts from a copy again.
 */
import { nativeDepth } from '../objects/recursion.ts';
import { EngineFault, LimitReached } from '../base/errors.ts';
import type { Snapshot } from '../machine.ts';
import { CHUNK_STEPS } from '../vm/stepper.ts';
import type {
  Ending,
  Lenses,
  LensName,
  Limits,
  OutputPiece,
  Problem,
  Program,
  RunSummary,
  StepView,
} from './api.ts';
import { LensViews } from './lens-views.ts';
import { StepViews } from './steps.ts';
import { DEFAULT_LIMITS, ProgramRun, StepReached } from './program-run.ts';
import { problemsOf } from './problems.ts';

/**
 * Steps between two copies at first. A line runs in about a microsecond and a copy of a small machine
 * takes about one millisecond: at 4,096 steps copying costs a fifth of the run at most, and a visit
 * runs 4 ms at most.
 */
const CHECKPOINT_STEPS = 4096;

/** Copies kept; when there are more, every second one is dropped and the spacing doubles. */
const MAX_CHECKPOINTS = 32;

interface Checkpoint {
  readonly step: number;
  readonly input: number;
  readonly snapshot: Snapshot;
}

export class Timeline {
  readonly program: Program;
  readonly run: ProgramRun;
  private readonly limits: Limits;
  private checkpoints: Checkpoint[] = [];
  private spacing = CHECKPOINT_STEPS;
  private lineChunks: Int32Array[] = [];
  private ending: Ending | null = null;
  /** Steps of the first pass. */
  private total = 0;
  /** The step the machine stands at; 0 when it must be restored first. */
  private at = 0;

  constructor(program: Program, limits: Partial<Limits> = {}) {
    this.program = program;
    this.limits = { ...DEFAULT_LIMITS, ...limits };
    this.run = new ProgramRun(program, this.limits, true);
    this.checkpoints.push(this.checkpoint(0));
    const { stepper } = this.run.machine;
    stepper.stopAt = 1;
    stepper.onStep = () => this.onFirstPassStep();
  }

  /** Steps so far; all of them once the run has ended. */
  get steps(): number {
    return this.ending === null ? this.run.machine.steps : this.total;
  }

  get hasEnded(): boolean {
    return this.ending !== null;
  }

  // ---- the first pass ----------------------------------------------------------------------------

  /**
   * Runs on until the program ends or `shouldPause` says so.
   * @returns whether it has ended
   */
  advance(shouldPause: () => boolean = () => false): boolean {
    if (this.ending !== null) return true;
    this.run.machine.stepper.onSlice = shouldPause;
    for (;;) {
      const ending = this.run.advance();
      if (ending !== null) {
        this.end(ending);
        return true;
      }
      if (shouldPause()) return false;
    }
  }

  /** Ends the run where it is; what happened so far can be visited. */
  stop(): void {
    if (this.ending === null) this.end({ kind: 'stopped' });
  }

  private end(ending: Ending): void {
    const { machine } = this.run;
    this.total = machine.steps;
    this.lineChunks.push(machine.stepper.lines.slice(0, this.total - machine.stepper.base + 1));
    this.ending = ending;
    this.finalSnapshot = nativeDepth(machine.rt) === 0 ? this.checkpoint(this.total + 1) : null;
    if (ending.kind === 'exit') this.ending = this.run.finish() ?? ending;
    this.run.recording = false;
    this.at = 0;
  }

  private finalSnapshot: Checkpoint | null = null;

  /** A step of the first pass at which the loop asks: a copy is due, or the notes are full. */
  private onFirstPassStep(): boolean {
    const { machine } = this.run;
    const step = machine.steps;
    const { stepper } = machine;
    if (step > this.limits.steps) throw new LimitReached('steps', this.limits.steps);
    if (step - stepper.base >= CHUNK_STEPS) {
      this.lineChunks.push(stepper.lines.slice(0, CHUNK_STEPS));
      stepper.lines[0] = stepper.lines[CHUNK_STEPS]!;
      stepper.rebase(stepper.base + CHUNK_STEPS);
    }
    const due = step - this.lastCheckpointStep() >= this.spacing || step === 1;
    if (due && nativeDepth(machine.rt) === 0) this.addCheckpoint(step);
    const next = Math.max(step + 1, this.lastCheckpointStep() + this.spacing);
    stepper.stopAt = Math.min(next, stepper.base + CHUNK_STEPS, this.limits.steps + 1);
    return false;
  }

  private lastCheckpointStep(): number {
    return this.checkpoints[this.checkpoints.length - 1]!.step;
  }

  private checkpoint(step: number): Checkpoint {
    return { step, input: this.run.position, snapshot: this.run.machine.snapshot() };
  }

  private addCheckpoint(step: number): void {
    this.checkpoints.push(this.checkpoint(step));
    if (this.checkpoints.length <= MAX_CHECKPOINTS) return;
    this.checkpoints = this.checkpoints.filter((_, i) => i % 2 === 0);
    this.spacing *= 2;
  }

  // ---- the whole run -----------------------------------------------------------------------------

  /** What is known of the run. @throws EngineFault before it has ended */
  summary(): RunSummary {
    if (this.ending === null) throw new EngineFault('the run has not ended');
    return {
      ending: this.ending,
      steps: this.total,
      lines: this.lines(),
      output: this.run.output as readonly OutputPiece[],
      prompts: this.run.prompts,
      problems: this.problems(),
    };
  }

  private problems(): readonly Problem[] {
    return this.ending === null ? [] : problemsOf(this.run.output, this.ending, this.program);
  }

  /** Line of each step, of the whole program. */
  private lines(): Int32Array {
    const all = new Int32Array(this.total);
    let at = 0;
    let first = true;
    for (const chunk of this.lineChunks) {
      // step 0 is no line: the first chunk's first place is unused
      for (const line of first ? chunk.subarray(1) : chunk) if (at < all.length) all[at++] = line;
      first = false;
    }
    return all;
  }

  /** The line of a step, 0 for the end. */
  lineOf(step: number): number {
    this.allLines ??= this.lines();
    return this.allLines[step - 1] ?? 0;
  }

  private allLines: Int32Array | null = null;

  /** What was written while a step's line ran. */
  outputDuring(step: number): string {
    return this.run.output
      .filter((piece) => piece.step === step)
      .map((piece) => piece.text)
      .join('');
  }

  /** One step, ready to be shown. @param step 1 to `steps` + 1 */
  view(step: number): StepView {
    if (this.ending === null) throw new EngineFault('the run has not ended');
    return this.views.view(step);
  }

  private readonly views = new StepViews(this);

  /** A step as another lens shows it. @param step 1 to `steps` + 1 */
  lens<Name extends LensName>(
    name: Name,
    step: number,
    options: Lenses[Name]['options'],
  ): Lenses[Name]['scene'] {
    if (this.ending === null) throw new EngineFault('the run has not ended');
    return this.lensViews.lens(name, step, options);
  }

  private readonly lensViews = new LensViews(this, this.views);

  // ---- visits ------------------------------------------------------------------------------------

  /**
   * Brings the machine to a step of a run that has ended.
   * @param step 1 to `steps` + 1
   */
  seek(step: number): void {
    const target = Math.max(1, Math.min(step, this.total + 1));
    if (target === this.at) return;
    if (target === this.total + 1 && this.finalSnapshot !== null) {
      this.restore(this.finalSnapshot);
      this.at = target;
      return;
    }
    if (this.at === 0 || this.at > target || this.nearest(target).step > this.at) {
      this.restore(this.nearest(target));
    }
    this.runTo(target);
  }

  private nearest(step: number): Checkpoint {
    let best = this.checkpoints[0]!;
    for (const checkpoint of this.checkpoints) if (checkpoint.step <= step) best = checkpoint;
    return best;
  }

  private restore(checkpoint: Checkpoint): void {
    this.run.machine.restore(checkpoint.snapshot);
    this.run.position = checkpoint.input;
    this.at = checkpoint.step;
  }

  private runTo(target: number): void {
    const { machine } = this.run;
    const { stepper } = machine;
    if (this.at === target) return;
    stepper.onSlice = () => false;
    stepper.rebase(this.at);
    stepper.onStep = (rt) => {
      if (machine.steps < target) {
        stepper.rebase(machine.steps);
        stepper.stopAt = Math.min(target, machine.steps + CHUNK_STEPS);
        return false;
      }
      if (nativeDepth(rt) === 0) return true;
      throw new StepReached();
    };
    stepper.stopAt = Math.min(target, this.at + CHUNK_STEPS);
    try {
      this.run.advance();
      this.at = target;
    } catch (error) {
      if (!(error instanceof StepReached)) throw error;
      // inside native code: to be looked at, not to be gone on from
      this.at = 0;
    }
  }
}

export interface RunOptions extends Partial<Limits> {
  /** Runs the checker of the whole machine when the program has ended; what it finds is a fault. */
  readonly check?: boolean;
}

/** Runs a program to its end without steps: for commands and tests. */
export function runToEnd(program: Program, options: RunOptions = {}): RunSummary {
  const { check = false, ...limits } = options;
  const run = new ProgramRun(program, { ...DEFAULT_LIMITS, ...limits }, false);
  let ending = run.advance();
  while (ending === null) ending = run.advance();
  if (ending.kind === 'exit') {
    ending = (check ? run.check() : null) ?? run.finish() ?? (check ? run.check() : null) ?? ending;
  }
  const { output } = run;
  return {
    ending,
    steps: 0,
    lines: new Int32Array(0),
    output,
    prompts: run.prompts,
    problems: problemsOf(output, ending, program),
  };
}
