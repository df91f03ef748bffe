/**
 * The counts of all objects, looked over whenever something may have moved them.
 *
 * `incref` moves counts without telling anybody; that is what makes it fast. So a recorder remembers
 * every count and compares: what differs has moved since it last looked.
 */
import type { Addr } from '../base/brand.ts';
import type { Runtime } from '../objects/runtime.ts';

/** Told of a count that moved. `after` 0: the object is dead, and is watched no longer once it goes. */
export type CountMoved = (p: Addr, before: number, after: number) => void;

export class WatchedCounts {
  private readonly rt: Runtime;
  private places = new Map<Addr, number>();
  /** Word index of each count: a quarter of its object's address. */
  private words: Int32Array;
  private counts: Int32Array;
  private length = 0;
  /** Counts that were compared so far: the measure of the work. */
  compared = 0;

  constructor(rt: Runtime, objects: readonly Addr[]) {
    this.rt = rt;
    const room = objects.length + 1024;
    this.words = new Int32Array(room);
    this.counts = new Int32Array(room);
    for (const p of objects) this.add(p);
  }

  has(p: Addr): boolean {
    return this.places.has(p);
  }

  /** Watches an object from its present count on; one that keeps no count is left alone. */
  add(p: Addr): void {
    this.expect(p, this.rt.i32[p >> 2]!);
  }

  /** Watches an object as if it had had that count at the last look. */
  expect(p: Addr, count: number): void {
    if (count < 0) return;
    if (this.length === this.words.length) this.grow();
    this.places.set(p, this.length);
    this.words[this.length] = p >> 2;
    this.counts[this.length++] = count;
  }

  /** A count moved and was told. */
  note(p: Addr, count: number): void {
    const place = this.places.get(p);
    if (place !== undefined) this.counts[place] = count;
  }

  private grow(): void {
    const words = new Int32Array(2 * this.length);
    const counts = new Int32Array(2 * this.length);
    words.set(this.words);
    counts.set(this.counts);
    this.words = words;
    this.counts = counts;
  }

  /** The object is gone. */
  remove(p: Addr): void {
    const place = this.places.get(p);
    if (place === undefined) return;
    this.places.delete(p);
    const last = --this.length;
    if (place === last) return;
    this.words[place] = this.words[last]!;
    this.counts[place] = this.counts[last]!;
    this.places.set(4 * this.words[place], place);
  }

  /** Tells every count that moved since the last look, those that came to 0 last. */
  look(moved: CountMoved): void {
    const { words, counts, length } = this;
    const { i32 } = this.rt;
    this.compared += length;
    for (let i = 0; i < length; i++) {
      const word = words[i]!;
      if (i32[word] !== counts[i]) this.tell(i, word, moved);
    }
    if (this.died.length === 0) return;
    const died = this.died.splice(0);
    for (const [p, before] of died) moved(p, before, 0);
  }

  private readonly died: (readonly [p: Addr, before: number])[] = [];

  private tell(i: number, word: number, moved: CountMoved): void {
    const { i32 } = this.rt;
    const before = this.counts[i]!;
    // a pointer where the count stood: a free list has the object
    const after = i32[word + 1] === 0 ? i32[word]! : 0;
    if (after === before) return;
    this.counts[i] = after;
    const p = 4 * word;
    if (after === 0) this.died.push([p, before]);
    else moved(p, before, after);
  }
}
