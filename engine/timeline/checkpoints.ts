/**
 * Checkpoints: copies of the machine from which any step is reached by running on.
 *
 * A checkpoint shares each page with the one before it whose bytes did not change, so what it takes is
 * what the program wrote to in between. When they pass the bound together, every second one is dropped
 * and the spacing doubles: thinned, they still lie evenly over the run, and a visit that ran for a
 * moment runs for two.
 *
 * How often one is due: the engine has no clock, but its host may lend one. Then a copy is due after
 * forty times the time that the last one took, so that copies take a fortieth of the run, and not
 * before 20 ms, so that those of a small program take less; counting lines takes up to another sixth
 * (measured), together less than a fifth. A clock counts other programs' time as well: on a busy
 * machine a copy also waits until some work is done, though not for long.
 * Without a clock, work is counted: a step is a line, a check is a backward jump or an entry of a
 * function, and stands for a line that takes long.
 */
import { alignUp } from '../base/bits.ts';
import type { Snapshot } from '../machine.ts';
import type { ByteRange, Memory, MemoryCopy } from '../memory/index.ts';
import type { ProgramRun } from './program-run.ts';

/** Milliseconds from some moment on. Nothing but the spacing of checkpoints may hang on it. */
export type Clock = () => number;

/** Bytes of a page of a checkpoint: the machine's own pages. */
const PAGE = 4096;

/** With a clock: how many times the cost of a copy the run goes on, and how long at least. */
const COSTS = 40;
const LEAST_MS = 20;
/** How much longer than the last a copy may have taken besides, in milliseconds. */
const LEAST_COST = 0.5;

/** With a clock: steps, or checks, between two looks at it: the fastest lines run as many in a millisecond. */
const LOOK = 16_384;

/** With a clock: work that a copy waits for, but not longer than so many times what it waits anyhow. */
const ENOUGH = 4 * LOOK;
const PATIENCE = 4;

/** Without: work between two checkpoints. A line takes from 0.07 to 1 microsecond, a copy 1 ms. */
const SPACING = 65_536;

/** Without: bytes in use for each step of spacing, as a copy takes the longer the more there is. */
const BYTES_A_STEP = 50;

/** Checkpoints at most: a list of pages each takes a few KiB, and finding one should cost nothing. */
const MOST = 512;

export interface Checkpoint {
  readonly step: number;
  /** Index of the input that runs. */
  readonly input: number;
  readonly snapshot: Snapshot;
}

/** A page of a checkpoint, shared by all in which it is the same. */
interface Page extends MemoryCopy {
  readonly words: Int32Array;
}

export class Checkpoints {
  private readonly run: ProgramRun;
  private readonly bound: number;
  private readonly clock: Clock | null;
  private list: Checkpoint[] = [];
  private bytes = 0;
  private factor = 1;
  private nextStep = 0;
  private nextChecks = 0;
  /** With a clock: when the next is due, what the last took, when the run paused. */
  private dueTime = 0;
  private cost = 0;
  /** When it is due even though little was done, and the checks left at which enough was. */
  private lateTime = 0;
  private enoughStep = 0;
  private enoughChecks = 0;
  private pausedAt = 0;

  /** @param bound bytes that all of them may take together */
  constructor(run: ProgramRun, bound: number, clock: Clock | null) {
    this.run = run;
    this.bound = bound;
    this.clock = clock;
  }

  /** The step at which `isDue` is to be asked next. */
  get next(): number {
    return this.nextStep;
  }

  /** Whether a line takes so long that `isDue` is to be asked at the next one. */
  get isOverdue(): boolean {
    return this.run.machine.stepper.remaining < this.nextChecks;
  }

  /** Whether a copy is due; when not, says when to ask again. */
  isDue(step: number): boolean {
    if (step < this.nextStep && !this.isOverdue) return false;
    if (this.clock === null) return true;
    const now = this.clock();
    if (now >= (this.hasWorked(step) ? this.dueTime : this.lateTime)) return true;
    this.askAfter(step, LOOK);
    return false;
  }

  /** Whether enough was done since the last copy. */
  private hasWorked(step: number): boolean {
    return step >= this.enoughStep || this.run.machine.stepper.remaining < this.enoughChecks;
  }

  private askAfter(step: number, work: number): void {
    this.nextStep = step + work;
    this.nextChecks = this.run.machine.stepper.remaining - work;
  }

  /** The run waits; its host does something else. */
  paused(): void {
    this.pausedAt = this.clock?.() ?? 0;
  }

  resumed(): void {
    const paused = (this.clock?.() ?? 0) - this.pausedAt;
    this.dueTime += paused;
    this.lateTime += paused;
  }

  /** The latest one. */
  get last(): Checkpoint | undefined {
    return this.list[this.list.length - 1];
  }

  get count(): number {
    return this.list.length;
  }

  /** Bytes of all pages, each counted once. */
  get held(): number {
    return this.bytes;
  }

  /** Copies the machine as it stands, at `step`. */
  add(step: number): void {
    const start = this.clock?.() ?? 0;
    const { checkpoint, fresh } = this.copy(step, this.last);
    this.list.push(checkpoint);
    this.bytes += fresh;
    if (this.bytes > this.bound || this.list.length > MOST) this.thin();
    if (this.clock === null) this.askAfter(step, this.spacing());
    else {
      const end = this.clock();
      // one that took far longer than the last was kept waiting by somebody else's work
      this.cost = Math.min(end - start, 1.5 * this.cost + LEAST_COST);
      const wait = this.factor * Math.max(LEAST_MS, COSTS * this.cost);
      this.dueTime = end + wait;
      this.lateTime = end + PATIENCE * wait;
      this.enoughStep = step + ENOUGH;
      this.enoughChecks = this.run.machine.stepper.remaining - ENOUGH;
      this.askAfter(step, LOOK);
    }
  }

  private spacing(): number {
    const used = usedBytes(this.run.machine.rt.memory);
    return this.factor * Math.max(SPACING, Math.ceil(used / BYTES_A_STEP));
  }

  /**
   * A copy of the machine as it stands, which its owner keeps.
   * @param like shares its pages where they hold the same
   * @returns with it, the bytes of the pages that are its own
   */
  copy(
    step: number,
    like: Checkpoint | undefined,
  ): { readonly checkpoint: Checkpoint; readonly fresh: number } {
    const { machine, position } = this.run;
    const { all, fresh } = copyPages(machine.rt.memory, like === undefined ? [] : pagesOf(like));
    const checkpoint = { step, input: position, snapshot: machine.snapshot(all) };
    return { checkpoint, fresh };
  }

  /** The last checkpoint at or before a step. */
  nearest(step: number): Checkpoint {
    let low = 0;
    let high = this.list.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.list[middle]!.step <= step) low = middle;
      else high = middle - 1;
    }
    return this.list[low]!;
  }

  private thin(): void {
    while (this.list.length > 2 && (this.bytes > this.bound || this.list.length > MOST)) {
      this.list = this.list.filter((_, i) => i % 2 === 0);
      this.factor *= 2;
      this.bytes = 0;
      const pages = new Set(this.list.flatMap((checkpoint) => pagesOf(checkpoint)));
      for (const page of pages) this.bytes += page.bytes.length;
    }
  }
}

const pagesOf = ({ snapshot }: Checkpoint) => snapshot.copies as readonly Page[];

function usedBytes(memory: Memory): number {
  return memory.usedRanges().reduce((sum, [start, end]) => sum + end - start, 0);
}

/** The pages in use: those of `known` (in ascending order) that hold the same, and fresh copies. */
function copyPages(
  memory: Memory,
  known: readonly Page[],
): { readonly all: readonly Page[]; readonly fresh: number } {
  const all: Page[] = [];
  let fresh = 0;
  let next = 0;
  const enter = ([from, to]: ByteRange): void => {
    while (next < known.length && known[next]!.start < from) next++;
    const same = known[next];
    if (same !== undefined && same.start === from && holdsSame(memory.i32, same, to - from)) {
      all.push(same);
      return;
    }
    const bytes = memory.u8.slice(from, to);
    all.push({ start: from, bytes, words: new Int32Array(bytes.buffer) });
    fresh += bytes.length;
  };
  for (const [start, end] of memory.usedRanges()) {
    const words = alignUp(end, 4);
    for (let at = start; at < words;) {
      const to = Math.min(words, (Math.floor(at / PAGE) + 1) * PAGE);
      enter([at, to]);
      at = to;
    }
  }
  return { all, fresh };
}

function holdsSame(i32: Int32Array, { start, words }: Page, bytes: number): boolean {
  const n = words.length;
  if (4 * n !== bytes) return false;
  const base = start >> 2;
  for (let i = 0; i < n; i++) if (words[i] !== i32[base + i]) return false;
  return true;
}
