/**
 * Questions over a whole run, answered by going through it once more: which objects stood at an address,
 * who made an object and who freed it, the first step at which an expression holds.
 */
import type { Addr } from '../base/brand.ts';
import type { EventCause, SceneEvent } from '../lenses/events-scene.ts';
import { looksAlive } from '../lenses/live-objects.ts';
import { type ObjectChoice, type ObjectRef, objectRef } from '../lenses/object-ref.ts';
import { toOffset } from '../memory/index.ts';
import { chosenObject } from './chosen-object.ts';
import { watchDeaths } from './deaths.ts';
import { compileExpression } from './expression.ts';
import type { StepViews } from './steps.ts';
import type { Timeline } from './timeline.ts';

/** Steps of a finalizer that are looked through for what called it. */
const FINALIZER_STEPS = 50;

/** An object that stood at an address. */
export interface AddressLife {
  readonly object: ObjectRef;
  /** First step at which it is there, and the last. */
  readonly from: number;
  readonly to: number;
}

/** How an object came and went. */
export interface ObjectLife {
  readonly object: ObjectRef;
  /** The step after the line that made it; null when it was there before the program ran. */
  readonly born: number | null;
  /** What asked for its block: an instruction, native functions; null where born is. */
  readonly allocatedBy: EventCause | null;
  /** The step after the line that freed it; null when it is there at the end. */
  readonly died: number | null;
  /** What freed it. `phase` in it: the collector; `cascade`: with which objects. */
  readonly freedBy: EventCause | null;
}

export class Queries {
  private readonly timeline: Timeline;
  private readonly views: StepViews;

  constructor(timeline: Timeline, views: StepViews) {
    this.timeline = timeline;
    this.views = views;
  }

  /**
   * The objects that stood at an address at any step, in order.
   * @param address as `id` gives it
   */
  livesAt(address: number): readonly AddressLife[] {
    const p = toOffset(address);
    return p > 0 && p % 8 === 0 ? this.lives(p) : [];
  }

  private lives(p: Addr): AddressLife[] {
    const { timeline } = this;
    const identities = this.views.identify();
    const { rt } = timeline.run.machine;
    const lives: { object: ObjectRef; from: number; to: number }[] = [];
    let generation = 0;
    let seen = -1;
    let unwatch = (): void => {};
    try {
      timeline.observe(1, timeline.steps + 1, (step) => {
        if (step === 1) {
          unwatch = watchDeaths(timeline.run.machine, new Set([p]), () => generation++);
        }
        if (!looksAlive(rt, p)) return false;
        const last = lives[lives.length - 1];
        if (last !== undefined && seen === generation && last.to === step - 1) last.to = step;
        else {
          const object = objectRef(rt, p, (q) => identities.numberOf(q, step));
          lives.push({ object, from: step, to: step });
        }
        seen = generation;
        return false;
      });
    } finally {
      unwatch();
      timeline.forget();
    }
    return lives;
  }

  /** A step at which an object with a number is there: the one asked about, else its first. */
  stepOf(step: number, { object }: ObjectChoice): number {
    const identities = this.views.identify();
    if (object === undefined || identities.addressOf(object, step) !== 0) return step;
    return identities.firstStepOf(object) ?? step;
  }

  /** Who made and who freed the object that is meant at a step; null when it is not there. */
  lifeOf(step: number, choice: ObjectChoice): ObjectLife | null {
    const { timeline } = this;
    const identities = this.views.identify();
    timeline.seek(step);
    const p = chosenObject(timeline.run.machine.rt, identities, step, choice);
    const life = this.lives(p).find(({ from, to }) => from <= step && step <= to);
    if (p === 0 || life === undefined) return null;
    const { object, from, to } = life;
    const isOriginal = from === 1;
    const died = to > timeline.steps ? null : to + 1;
    const made = isOriginal ? [] : this.views.events.record(from - 1, from).events;
    const creation = made.findLast((event) => {
      return event.kind === 'create' && event.object.address === object.address;
    });
    const end = died === null ? null : this.lastReference(died, from, object.address);
    return {
      object,
      born: isOriginal ? null : from,
      allocatedBy: creation?.cause ?? null,
      died,
      freedBy: end?.cause ?? null,
    };
  }

  /** How the last reference went: steps before the end, where a finalizer of the program's own ran in between. */
  private lastReference(died: number, from: number, address: string): SceneEvent | null {
    const first = Math.max(from, died - FINALIZER_STEPS);
    for (let step = died; step > first; step--) {
      const end = this.views.events.end(step, address);
      if (end !== null) return end;
    }
    return null;
  }

  /**
   * The first step from `from` on at which a Python expression holds; null when there is none.
   * @throws ExpressionError when it is not of the language of questions
   */
  firstStep(expression: string, from = 1): number | null {
    const { timeline } = this;
    const holds = compileExpression(expression, timeline.program.profile);
    const { rt } = timeline.run.machine;
    let found: number | null = null;
    timeline.observe(from, timeline.steps + 1, (step) => {
      if (!holds(rt)) return false;
      found = step;
      return true;
    });
    return found;
  }
}
