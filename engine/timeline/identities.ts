/**
 * Which object is which over time: addresses are used again, numbers are not.
 *
 * One walk over the run's first steps notes, for each object the scene can show, from which step to
 * which it stood at its address. Objects that were there before the program ran, and those that first
 * appear behind the walk's end, have negative numbers made of their address.
 */
import type { Addr } from '../base/brand.ts';
import type { ObjectNumber } from '../lenses/objects-scene.ts';

/** Steps that are walked: a tenth of a second or so; what comes later is told by address. */
export const NUMBERED_STEPS = 2000;

interface Life {
  readonly number: ObjectNumber;
  readonly from: number;
  to: number;
}

export class Identities {
  private readonly lives = new Map<Addr, Life[]>();
  private readonly original: ReadonlySet<Addr>;
  private count = 0;

  /** @param original objects that were there before the program's first line */
  constructor(original: ReadonlySet<Addr>) {
    this.original = original;
  }

  /** Notes the objects that stand at step `step`; steps come in order. */
  note(step: number, addresses: Iterable<Addr>): void {
    for (const p of addresses) {
      if (this.original.has(p)) continue;
      const lives = this.lives.get(p);
      const last = lives?.[lives.length - 1];
      if (last !== undefined && last.to === step - 1) last.to = step;
      else {
        const life = { number: ++this.count, from: step, to: step };
        if (lives === undefined) this.lives.set(p, [life]);
        else lives.push(life);
      }
    }
  }

  /** The number of the object at `p` at a step. */
  numberOf(p: Addr, step: number): ObjectNumber {
    const at = Math.min(step, this.last);
    for (const life of this.lives.get(p) ?? []) {
      if (at >= life.from && at <= life.to) return life.number;
    }
    return -p;
  }

  /** Where the object of a number stands at a step; 0 when it is not there. */
  addressOf(number: ObjectNumber, step: number): Addr {
    if (number <= 0) return -number;
    const at = Math.min(step, this.last);
    for (const [p, lives] of this.lives) {
      for (const life of lives) {
        if (life.number === number) return at >= life.from && at <= life.to ? p : 0;
      }
    }
    return 0;
  }

  /** The objects that stood at a step that was noted, each with its number. */
  *standing(step: number): Iterable<{ readonly p: Addr; readonly number: ObjectNumber }> {
    for (const [p, lives] of this.lives) {
      const life = lives.find(({ from, to }) => step >= from && step <= to);
      if (life !== undefined) yield { p, number: life.number };
    }
  }

  /** Last step that was noted. */
  last = 0;
}
