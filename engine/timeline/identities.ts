/**
 * Which object is which over time: addresses are used again, numbers are not.
 *
 * One walk over the run's first steps notes, for each object the scene can show, from which step to
 * which it stood at its address. Behind its end the objects that are there keep their numbers until they
 * die. Objects that were there before the program ran, and those that first appear behind the walk's
 * end, have negative numbers made of their address.
 */
import type { Addr } from '../base/brand.ts';
import type { ObjectNumber } from '../lenses/objects-scene.ts';

/** Steps that are walked: a tenth of a second or so; what comes later is told by address. */
export const NUMBERED_STEPS = 2000;

/** Steps behind them through which the deaths of numbered objects are followed: a third of a second. */
export const FOLLOWED_STEPS = 1_000_000;

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
      const isSame = last !== undefined && last.to === step - 1 && !this.ended.has(p);
      if (isSame) last.to = step;
      else {
        const life = { number: ++this.count, from: step, to: step };
        if (lives === undefined) this.lives.set(p, [life]);
        else lives.push(life);
      }
    }
    this.ended.clear();
  }

  /** Whether an object with a number stood at an address, of late or long ago. */
  has(p: Addr): boolean {
    return this.lives.has(p);
  }

  /** An object died since the last step that was noted: what stands at its address then is another one. */
  end(p: Addr): void {
    this.ended.add(p);
  }

  private readonly ended = new Set<Addr>();

  /** The objects that stand at the last step that was noted, by address, to be followed from there. */
  standingLast(): Map<Addr, { to: number }> {
    const standing = new Map<Addr, Life>();
    for (const [p, lives] of this.lives) {
      const life = lives.at(-1);
      if (life?.to === this.last) standing.set(p, life);
    }
    return standing;
  }

  /** The number of the object at `p` at a step. */
  numberOf(p: Addr, step: number): ObjectNumber {
    for (const life of this.lives.get(p) ?? []) {
      if (step >= life.from && step <= life.to) return life.number;
    }
    return -p;
  }

  /** Where the object of a number stands at a step; 0 when it is not there. */
  addressOf(number: ObjectNumber, step: number): Addr {
    if (number <= 0) return -number;
    for (const [p, lives] of this.lives) {
      for (const life of lives) {
        if (life.number === number) return step >= life.from && step <= life.to ? p : 0;
      }
    }
    return 0;
  }

  /** The first step at which an object with a number stands. */
  firstStepOf(number: ObjectNumber): number | null {
    for (const lives of this.lives.values()) {
      const life = lives.find((one) => one.number === number);
      if (life !== undefined) return life.from;
    }
    return null;
  }

  /** The objects with a number that stood at a step. */
  *standing(step: number): Iterable<{ readonly p: Addr; readonly number: ObjectNumber }> {
    for (const [p, lives] of this.lives) {
      const life = lives.find(({ from, to }) => step >= from && step <= to);
      if (life !== undefined) yield { p, number: life.number };
    }
  }

  /** Last step that was noted. */
  last = 0;
}
