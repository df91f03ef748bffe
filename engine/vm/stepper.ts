/**
 * The stepper: what watches the interpreter loop from outside.
 *
 * The loop counts lines in the runtime state (STATE.steps) and notes each line's number in a chunk;
 * when the count reaches `stopAt` it asks `reached`. At backward jumps and function entries it counts
 * down `budget` and asks `check` below zero or when the eval breaker is set.
 */
import type { Addr } from '../base/brand.ts';
import { LimitReached } from '../base/errors.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { nativeDepth } from '../objects/recursion.ts';
import { OPERATION, TRACED } from './super-instructions.ts';

/** What `execute` returns when it paused between two lines; the frames hold all there is. */
export const PAUSED = -1;

/** Lines noted before the chunk is handed on: 256 KiB of Int32. */
export const CHUNK_STEPS = 65_536;

/**
 * Checks between two looks at the world outside: some ten microseconds of plain work, and still a
 * fraction of a second when each line between two checks sorts thousands of items.
 */
export const SLICE_CHECKS = 500;

/** Items that native code takes from iterators between two looks at the limit. */
const SLICE_TURNS = 500;

/** So many of them weigh as much as one backward jump: they take less time, and programs take more of them. */
const TURNS_A_CHECK = 4;

export interface StepperOptions {
  /** Backward jumps and function entries that a run may make, and the items native code may take. */
  readonly maxChecks: number;
}

export class Stepper {
  /** Line of step `base + i`. */
  readonly lines = new Int32Array(CHUNK_STEPS + 1);
  /** Step number of `lines[0]`. */
  base = 0;
  /** The loop asks `reached` when the count of steps comes here. */
  stopAt = CHUNK_STEPS;
  /** Counts down to the next `check`. */
  budget = SLICE_CHECKS;
  /** Whether the last SEND's receiver has returned. */
  sendReturned = false;
  /** Whether the loop was left at a jump or an entry, so that the line at hand begins anew. */
  lineIsOver = false;

  /** Called when `stopAt` is reached; true: pause here. */
  onStep: (rt: Runtime, frame: Addr) => boolean = () => false;
  /** Called between slices with no native frame live; true: pause here. */
  onSlice: () => boolean = () => false;

  /** Called before each instruction of code that is traced; see DecodedCode.traceAll. */
  onInstruction: (rt: Runtime, frame: Addr, at: number) => void = () => {};

  /** The instruction at work, whose mark was taken off. */
  private unmarked: Int32Array | null = null;
  private unmarkedAt = 0;

  private checksLeft: number;
  private readonly maxChecks: number;

  constructor(options: StepperOptions) {
    this.checksLeft = options.maxChecks;
    this.maxChecks = options.maxChecks;
  }

  /** Checks that a run has left; for saving and restoring with a checkpoint. */
  get remaining(): number {
    return this.checksLeft + this.budget;
  }

  set remaining(checks: number) {
    this.budget = Math.min(SLICE_CHECKS, checks);
    this.checksLeft = checks - this.budget;
  }

  /** The loop stands at the beginning of step `stopAt`; true: it pauses. */
  reached(rt: Runtime, frame: Addr): boolean {
    return this.onStep(rt, frame);
  }

  /** The loop comes to a marked instruction: it is told, and runs when the loop comes to it again. */
  traced(rt: Runtime, frame: Addr, ops: Int32Array, at: number): void {
    const { unmarked, unmarkedAt } = this;
    if (unmarked !== null) unmarked[unmarkedAt] = unmarked[unmarkedAt]! | TRACED;
    ops[at] = ops[at]! & OPERATION;
    this.unmarked = ops;
    this.unmarkedAt = at;
    this.onInstruction(rt, frame, at);
  }

  /** Throws the noted lines away and notes from step `step` on. */
  rebase(step: number): void {
    this.base = step;
  }

  /** @returns 0 to go on, or PAUSED. @throws LimitReached */
  check(rt: Runtime): number {
    if (this.budget < 0) {
      if (this.checksLeft <= 0) throw new LimitReached('instructions', this.maxChecks);
      this.budget = Math.min(SLICE_CHECKS, this.checksLeft);
      this.checksLeft -= this.budget;
      if (nativeDepth(rt) === 0 && this.onSlice()) return PAUSED;
    }
    if (rt.i32[(rt.state + STATE.evalBreaker) >> 2] !== 0) return runPending(rt);
    return 0;
  }

  /**
   * Native code has taken a slice of items from iterators: they count as checks do, and the loop looks
   * at the world outside when it comes to its next check. See Hooks.turnsOver.
   * @throws LimitReached
   */
  turnsOver(rt: Runtime): void {
    rt.i32[rt.turnsWord] = SLICE_TURNS - 1;
    const left = this.remaining - SLICE_TURNS / TURNS_A_CHECK;
    if (left < 0) throw new LimitReached('instructions', this.maxChecks);
    this.budget = 0;
    this.checksLeft = left;
  }
}

/** What waited for the eval breaker: a collection that is due. v3.13.0 Python/ceval_gil.c _Py_HandlePending */
export function runPending(rt: Runtime): number {
  if (rt.i32[(rt.state + STATE.evalBreaker) >> 2] === 0) return 0;
  rt.i32[(rt.state + STATE.evalBreaker) >> 2] = 0;
  rt.hooks.collect(rt);
  return 0;
}
