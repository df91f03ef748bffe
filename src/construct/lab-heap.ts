/** The memory that a reader's allocator works in: one buffer, and a fault for what lies outside. */
import type { Heap } from './lab.ts';
import { addressValue, Broken } from './report.ts';

export class LabHeap implements Heap {
  readonly words: Int32Array;
  readonly bytes: number;
  private readonly from: number;

  /** @param from the lowest address that is memory; below it is nothing */
  constructor(from: number, bytes: number) {
    this.from = from;
    this.bytes = from + bytes;
    this.words = new Int32Array(this.bytes >> 2);
  }

  private index(at: number): number {
    if (at % 4 !== 0 || !(at >= this.from && at < this.bytes))
      throw new Broken('not-a-block', { kind: 'nothing' }, addressValue(at));
    return at >> 2;
  }

  readonly load = (at: number): number => this.words[this.index(at)]!;

  readonly store = (at: number, value: number): void => {
    this.words[this.index(at)] = value;
  };

  /** What a program does with a block that it got: writes its own words into it. */
  fill(at: number, bytes: number, mark: number): void {
    this.words.fill(pattern(mark), at >> 2, (at + bytes) >> 2);
  }

  /** Whether a block still holds what its owner wrote. */
  holds(at: number, bytes: number, mark: number): boolean {
    const wanted = pattern(mark);
    for (let i = at >> 2; i < (at + bytes) >> 2; i += 1) if (this.words[i] !== wanted) return false;
    return true;
  }
}

/** Recognisable, and no address of the heap. */
const pattern = (mark: number) => 0x5a000000 | mark;
