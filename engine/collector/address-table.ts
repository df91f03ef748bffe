/**
 * A number for every place of a buffer at which an object or a block may begin, for the checker: it asks
 * for hundreds of thousands, and a Map takes several times as long.
 */
import type { Addr } from '../base/brand.ts';
import type { Runtime } from '../objects/runtime.ts';

/** Tables all zero, for the next check: making 32 MiB anew costs more than the check. */
const spares: Int32Array[] = [];
const MOST_SPARES = 2;

export class AddressTable {
  /** By address >> 3; 0 where nothing was set. */
  readonly numbers: Int32Array;
  /** Where something was set, in order. */
  readonly places: Addr[] = [];

  constructor(rt: Runtime) {
    const length = rt.u8.length >> 3;
    const spare = spares.pop();
    this.numbers = spare !== undefined && spare.length >= length ? spare : new Int32Array(length);
  }

  get(at: Addr): number {
    return this.numbers[at >> 3]!;
  }

  has(at: Addr): boolean {
    return this.numbers[at >> 3] !== 0;
  }

  /** @param n not 0 */
  set(at: Addr, n: number): void {
    if (this.numbers[at >> 3] === 0) this.places.push(at);
    this.numbers[at >> 3] = n;
  }

  /** Lets the table go: nobody asks it any more. */
  release(): void {
    for (const at of this.places) this.numbers[at >> 3] = 0;
    if (spares.length < MOST_SPARES) spares.push(this.numbers);
  }
}
