/**
 * Going to a step: from the nearest copy before it, forward.
 *
 * The machine is deterministic, so it stands where it stood. A pause needs that no native code is live.
 * A step inside native code (a sort's comparisons, `__del__`, an import) is reached by leaving the native
 * code there: such a state can be looked at, and the next visit starts from a copy again.
 *
 * A visit that runs for long leaves a copy shortly before its end, for the neighbours that are likely
 * looked at next.
 */
import { nativeDepth } from '../objects/recursion.ts';
import { CHUNK_STEPS } from '../vm/stepper.ts';
import type { Checkpoint, Checkpoints } from './checkpoints.ts';
import { type ProgramRun, StepReached } from './program-run.ts';

/** Steps before a visited one at which a copy stays behind: running them takes less than a copy. */
const NEAR = 1024;

/** Copies that stay behind, of the latest visits, and the bytes that they may take of their own. */
const NEIGHBOURS = 8;
const NEIGHBOUR_BYTES = 16 * 1024 * 1024;

interface Neighbour extends Checkpoint {
  readonly bytes: number;
}

/** Looks at the machine at a step and changes nothing; true: go no further. */
export type Visit = (step: number) => boolean;

export class Playhead {
  private readonly run: ProgramRun;
  private readonly checkpoints: Checkpoints;
  private neighbours: Neighbour[] = [];
  /** Steps of the run. */
  private readonly total: number;
  private readonly end: Checkpoint | null;
  /** The step the machine stands at; 0 when it must be restored first. */
  private at = 0;

  /** @param end the state behind the last step, null when the run ended inside native code */
  constructor(run: ProgramRun, checkpoints: Checkpoints, total: number, end: Checkpoint | null) {
    this.run = run;
    this.checkpoints = checkpoints;
    this.total = total;
    this.end = end;
  }

  /** Brings the machine to a step, 1 to the last and one. */
  seek(step: number): void {
    const target = Math.max(1, Math.min(step, this.total + 1));
    if (target === this.at) return;
    if (target === this.total + 1 && this.end !== null) {
      this.restore(this.end);
      return;
    }
    const nearest = this.nearest(target);
    if (this.at === 0 || this.at > target || nearest.step > this.at) this.restore(nearest);
    if (target - this.at > 2 * NEAR) this.leaveCopyAt(target - NEAR);
    if (this.at !== target) this.runTo(target, null);
  }

  /** Goes through steps `from` to `to` once and shows each, those inside native code too. */
  observe(from: number, to: number, visit: Visit): void {
    const first = Math.max(1, from);
    const last = Math.min(to, this.total);
    if (first <= last) {
      this.seek(first);
      if (visit(first)) return;
      if (first < last) {
        // from inside native code the machine cannot go on
        const onward = this.at === first ? first : this.restore(this.nearest(first));
        if (this.runTo(last, (step) => step > first && visit(step), onward)) return;
      }
    }
    if (to <= this.total) return;
    this.seek(this.total + 1);
    visit(this.total + 1);
  }

  /**
   * Runs from step `from` to step `to` with somebody watching; the machine stands at `to` then.
   * @param watch begins to watch, and gives what ends it. It begins before `from` where `from` lies inside
   *   native code: with the native code
   */
  replay(from: number, to: number, watch: () => () => void): void {
    const first = Math.max(1, Math.min(from, this.total));
    this.seek(first);
    // from inside native code the machine cannot go on
    if (this.at !== first) this.restore(this.quietBefore(first));
    const unwatch = watch();
    try {
      this.runTo(Math.min(to, this.total + 1), null);
    } finally {
      unwatch();
      this.at = 0;
    }
  }

  /** A copy at the last step before this one at which no native code was live. */
  private quietBefore(step: number): Checkpoint {
    this.restore(this.nearest(step));
    let quiet = this.at;
    this.runTo(step, (at) => {
      if (nativeDepth(this.run.machine.rt) === 0) quiet = at;
      return false;
    });
    const nearest = this.nearest(quiet);
    if (nearest.step === quiet) return nearest;
    this.restore(nearest);
    this.runTo(quiet, null);
    return this.checkpoints.copy(quiet, nearest).checkpoint;
  }

  /** The machine was changed: the next visit starts from a copy. */
  forget(): void {
    this.at = 0;
  }

  private nearest(step: number): Checkpoint {
    let best = this.checkpoints.nearest(step);
    for (const copy of this.neighbours) {
      if (copy.step <= step && copy.step > best.step) best = copy;
    }
    return best;
  }

  private restore(checkpoint: Checkpoint): number {
    this.run.machine.restore(checkpoint.snapshot);
    this.run.position = checkpoint.input;
    this.at = checkpoint.step;
    return this.at;
  }

  /** Runs to a step and keeps a copy there, unless it lies in native code. */
  private leaveCopyAt(step: number): void {
    this.runTo(step, null);
    const nearest = this.nearest(step);
    if (this.at !== step) {
      this.restore(nearest);
      return;
    }
    const { checkpoint, fresh } = this.checkpoints.copy(step, nearest);
    this.neighbours.push({ ...checkpoint, bytes: fresh });
    const held = () => this.neighbours.reduce((sum, { bytes }) => sum + bytes, 0);
    while (this.neighbours.length > NEIGHBOURS || held() > NEIGHBOUR_BYTES) this.neighbours.shift();
  }

  /**
   * Runs to step `target`.
   * @param visit shown every step on the way, the target included
   * @returns whether `visit` wanted to go no further
   */
  private runTo(target: number, visit: Visit | null, from = this.at): boolean {
    const { machine } = this.run;
    const { stepper } = machine;
    let stopped = false;
    const next = (step: number) => {
      return visit === null ? Math.min(target, step + CHUNK_STEPS) : step + 1;
    };
    stepper.onSlice = () => false;
    stepper.rebase(from);
    stepper.onStep = (rt) => {
      const step = machine.steps;
      this.at = step;
      stopped = visit?.(step) === true;
      if (!stopped && step < target) {
        if (step - stepper.base >= CHUNK_STEPS) stepper.rebase(step);
        stepper.stopAt = next(step);
        return false;
      }
      if (nativeDepth(rt) === 0) return true;
      throw new StepReached();
    };
    stepper.stopAt = next(from);
    try {
      // at the end of a run that a limit ended, the limit is reached again
      if (this.run.advance() !== null) this.at = 0;
    } catch (error) {
      if (!(error instanceof StepReached)) throw error;
      // inside native code: to be looked at, not to be gone on from
      this.at = 0;
    }
    return stopped;
  }
}
