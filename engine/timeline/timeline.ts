/**
 * Time: a run that can be visited at any of its steps, in any order.
 *
 * Step n is the state just before the n-th line runs; step `steps` + 1 is the end. The first pass runs
 * the program once, notes each step's line and all output, and copies the machine now and then
 * (checkpoints.ts). Visits go on from these copies (playhead.ts).
 */
import { nativeDepth } from '../objects/recursion.ts';
import { EngineFault, LimitReached } from '../base/errors.ts';
import { Part } from '../base/part.ts';
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
import type { ViewOptions } from '../lenses/objects-scene.ts';
import type { LensViews } from './lens-views.ts';
import type { Queries } from './queries.ts';
import type { StepViews } from './steps.ts';
import { type Checkpoint, Checkpoints, type Clock } from './checkpoints.ts';
import type { Playhead } from './playhead.ts';
import { ProgramRun, withDefaults } from './program-run.ts';
import { problemsOf } from './problems.ts';
import type { ReadyRun } from './ready-run.ts';

/** What shows the steps of a run that has ended. */
export const stepViews = new Part<typeof import('./steps.ts')>('views');

/** The lenses beside the one that every step is shown through, and questions over a whole run. */
export const lensViews = new Part<typeof import('./lens-views.ts')>('lenses');

export class Timeline {
  readonly program: Program;
  readonly run: ProgramRun;
  private readonly limits: Limits;
  private readonly checkpoints: Checkpoints;
  private playhead: Playhead | null = null;
  /** The copy at the end, where there is one. */
  private final: Checkpoint | null = null;
  private lineChunks: (Uint16Array | Int32Array)[] = [];
  private ending: Ending | null = null;
  /** Steps of the first pass. */
  private total = 0;

  /**
   * @param clock of the host's: visits are quicker with it, and nothing else hangs on it
   * @param ready a machine that has booted and serves nobody yet
   */
  constructor(
    program: Program,
    limits: Partial<Limits> = {},
    clock: Clock | null = null,
    ready: ReadyRun | null = null,
  ) {
    this.program = program;
    this.limits = withDefaults(limits);
    this.run = ready?.serve(program, limits) ?? new ProgramRun(program, this.limits, true);
    this.checkpoints = new Checkpoints(this.run, this.limits.checkpoints, clock);
    this.checkpoints.add(0);
    const { stepper } = this.run.machine;
    stepper.stopAt = 1;
    stepper.onStep = () => this.onFirstPassStep();
  }

  /** Steps so far; all of them once the run has ended. */
  get steps(): number {
    return this.ending === null ? this.run.machine.steps : this.total;
  }

  /** Bytes of the copies of the machine that visits start from. */
  get checkpointBytes(): number {
    return this.checkpoints.held;
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
    const { stepper } = this.run.machine;
    stepper.onSlice = () => {
      if (this.checkpoints.isOverdue) stepper.stopAt = this.run.machine.steps + 1;
      return shouldPause();
    };
    this.checkpoints.resumed();
    for (;;) {
      const ending = this.run.advance();
      if (ending !== null) {
        this.end(ending);
        return true;
      }
      if (!shouldPause()) continue;
      this.checkpoints.paused();
      return false;
    }
  }

  /** Ends the run where it is; what happened so far can be visited. */
  stop(): void {
    if (this.ending === null) this.end({ kind: 'stopped' });
  }

  private end(ending: Ending): void {
    const { machine } = this.run;
    this.total = machine.steps;
    this.lineChunks.push(narrowed(machine.stepper.lines, this.total - machine.stepper.base + 1));
    this.ending = ending;
    const quiet = nativeDepth(machine.rt) === 0;
    const last = quiet ? this.checkpoints.copy(this.total + 1, this.checkpoints.last) : null;
    if (ending.kind === 'exit') this.ending = this.run.finish() ?? ending;
    this.run.recording = false;
    this.final = last === null ? null : last.checkpoint;
  }

  /** A step of the first pass at which the loop asks: a copy is due, or the notes are full. */
  private onFirstPassStep(): boolean {
    const { machine } = this.run;
    const step = machine.steps;
    const { stepper } = machine;
    if (step > this.limits.steps) throw new LimitReached('steps', this.limits.steps);
    if (step - stepper.base >= CHUNK_STEPS) {
      this.lineChunks.push(narrowed(stepper.lines, CHUNK_STEPS));
      stepper.lines[0] = stepper.lines[CHUNK_STEPS]!;
      stepper.rebase(stepper.base + CHUNK_STEPS);
    }
    const { checkpoints } = this;
    if (nativeDepth(machine.rt) === 0 && (step === 1 || checkpoints.isDue(step))) {
      checkpoints.add(step);
    }
    const next = Math.max(step + 1, checkpoints.next);
    stepper.stopAt = Math.min(next, stepper.base + CHUNK_STEPS, this.limits.steps + 1);
    return false;
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
    for (const [i, chunk] of this.lineChunks.entries()) {
      // step 0 is no line: the first place of the first one is unused
      const lines = chunk.subarray(i === 0 ? 1 : 0).subarray(0, all.length - at);
      all.set(lines, at);
      at += lines.length;
    }
    return all;
  }

  /** The line of a step, 0 for the end. */
  lineOf(step: number): number {
    this.allLines ??= this.lines();
    return this.allLines[step - 1] ?? 0;
  }

  private allLines: Int32Array | null = null;

  /** What was written before a step; at the end also what the interpreter's exit wrote. */
  outputAt(step: number): readonly OutputPiece[] {
    const { output } = this.run;
    return step > this.steps ? output : output.filter((piece) => piece.step < step);
  }

  /**
   * What was written since somebody was told so many pieces. The last piece waits while the run is at
   * the line that wrote it: it may still grow.
   */
  outputSince(told: number): readonly OutputPiece[] {
    const { output, machine } = this.run;
    const mayGrow = !this.hasEnded && output.at(-1)?.step === machine.steps;
    return output.slice(told, mayGrow ? -1 : output.length);
  }

  /** What was written while a step's line ran. */
  outputDuring(step: number): string {
    return this.run.output
      .filter((piece) => piece.step === step)
      .map((piece) => piece.text)
      .join('');
  }

  /** One step, ready to be shown. @param step 1 to `steps` + 1 */
  view(step: number, options: ViewOptions = {}): StepView {
    if (this.ending === null) throw new EngineFault('the run has not ended');
    return this.views.view(step, options);
  }

  private get views(): StepViews {
    this.made ??= new stepViews.code.StepViews(this);
    return this.made;
  }

  private made: StepViews | null = null;

  /** Questions over the whole of a run that has ended. */
  get queries(): Queries {
    this.asked ??= new lensViews.code.Queries(this, this.views);
    return this.asked;
  }

  private asked: Queries | null = null;

  /**
   * A step as another lens shows it.
   * @param step 1 to `steps` + 1
   * @param event index of an event on the way to the step: then as it is when that happens
   */
  lens<Name extends LensName>(
    name: Name,
    step: number,
    options: Lenses[Name]['options'],
    event: number | null = null,
  ): Lenses[Name]['scene'] {
    if (this.ending === null) throw new EngineFault('the run has not ended');
    this.lensViews ??= new lensViews.code.LensViews(this, this.views);
    return this.lensViews.lens(name, step, options, event);
  }

  private lensViews: LensViews | null = null;

  // ---- visits ------------------------------------------------------------------------------------

  /**
   * Brings the machine to a step of a run that has ended.
   * @param step 1 to `steps` + 1
   */
  seek(step: number): void {
    this.ended.seek(step);
  }

  /**
   * Goes through steps `from` to `to` once and shows each, those inside native code too. `visit` looks
   * at the machine and changes nothing; it says true to go no further.
   */
  observe(from: number, to: number, visit: (step: number) => boolean): void {
    this.ended.observe(from, to, visit);
  }

  /**
   * Runs from step `from` to step `to` with somebody watching; the machine stands at `to` then.
   * @param watch begins to watch, and gives what ends it. It begins before `from` where `from` lies inside
   *   native code: with the native code
   */
  replay(from: number, to: number, watch: () => () => void): void {
    this.ended.replay(from, to, watch);
  }

  /** The machine was changed by who looked at it: the next visit starts from a copy. */
  forget(): void {
    this.ended.forget();
  }

  private get ended(): Playhead {
    if (this.ending === null) throw new EngineFault('the run has not ended');
    const { Playhead } = stepViews.code;
    this.playhead ??= new Playhead(this.run, this.checkpoints, this.total, this.final);
    return this.playhead;
  }
}

/**
 * A copy of the first `count` line numbers, in 16 bits each where they fit: half of what a long run
 * allocates, and so fewer collections of the host's (measured: 4 to 10 % of a run of short lines).
 */
function narrowed(lines: Int32Array, count: number): Uint16Array | Int32Array {
  const short = new Uint16Array(count);
  let bits = 0;
  for (let i = 0; i < count; i++) {
    const line = lines[i]!;
    short[i] = line;
    bits |= line;
  }
  return bits >>> 16 === 0 ? short : lines.slice(0, count);
}
