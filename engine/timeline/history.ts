/**
 * Questions about an object over time, answered by going through the run once more and looking.
 *
 * Nothing is kept from the first pass: a look costs a word read at each line, and a run of 100,000 lines
 * is gone through in less than a tenth of a second.
 */
import type { Addr } from '../base/brand.ts';
import { looksAlive } from '../lenses/live-objects.ts';
import {
  MAX_REFCOUNT_POINTS,
  MAX_REFCOUNT_STEPS,
  type RefcountPoint,
  type RefcountsOptions,
  type RefcountsScene,
} from '../lenses/refcounts-scene.ts';
import { objectRef } from '../lenses/object-ref.ts';
import { shownRefcount } from '../lenses/objects.ts';
import { chosenObject } from './chosen-object.ts';
import { watchDeaths } from './deaths.ts';
import { sourceLine, type StepViews } from './steps.ts';
import type { Timeline } from './timeline.ts';

/** What stood at an address at a step. */
interface Sight {
  readonly step: number;
  readonly refcount: number;
  /** How many objects had died at the address before: tells one from the next. */
  readonly generation: number;
}

export class History {
  private readonly timeline: Timeline;
  private readonly views: StepViews;

  constructor(timeline: Timeline, views: StepViews) {
    this.timeline = timeline;
    this.views = views;
  }

  /** The count of one object over the steps of its life. */
  refcounts(step: number, options: RefcountsOptions): RefcountsScene {
    const { timeline } = this;
    const identities = this.views.identify();
    timeline.seek(step);
    const { rt } = timeline.run.machine;
    const p = chosenObject(rt, identities, step, options);
    const { from, to } = this.range(step, options);
    const last = timeline.steps + 1;
    const base = { step, line: timeline.lineOf(step), from, to, last };
    const nothing = { born: null, died: null, points: [], more: 0, highest: 0 };
    if (p === 0) return { ...base, ...nothing, object: null, refcount: null };
    const object = objectRef(rt, p, (q) => identities.numberOf(q, step));
    const refcount = shownRefcount(rt, p);
    if (refcount === null) return { ...base, ...nothing, object, refcount };
    const life = lifeAt(this.sights(p, from, to), step);
    const points = this.points(life.sights);
    return {
      ...base,
      object,
      refcount,
      born: life.born,
      died: life.died,
      points: points.slice(0, MAX_REFCOUNT_POINTS),
      more: Math.max(0, points.length - MAX_REFCOUNT_POINTS),
      highest: Math.max(0, ...points.map((point) => point.refcount)),
    };
  }

  private range(step: number, { from, to }: RefcountsOptions): { from: number; to: number } {
    const last = this.timeline.steps + 1;
    const half = MAX_REFCOUNT_STEPS / 2;
    const whole = last <= MAX_REFCOUNT_STEPS;
    const first = from ?? (whole ? 1 : step - half);
    const end = to ?? (whole ? last : step + half);
    return { from: Math.max(1, Math.min(first, step)), to: Math.min(last, Math.max(end, step)) };
  }

  /** What stands at an address, noted where it changes: the count 0 is nothing. */
  private sights(p: Addr, from: number, to: number): Sight[] {
    const { timeline } = this;
    const { machine } = timeline.run;
    const { rt } = machine;
    const sights: Sight[] = [];
    let generation = 0;
    let unwatch = (): void => {};
    let isFirst = true;
    try {
      timeline.observe(from, to, (step) => {
        if (isFirst) unwatch = watchDeaths(machine, new Set([p]), () => generation++);
        isFirst = false;
        const refcount = looksAlive(rt, p) ? rt.u32[p >> 2]! : 0;
        const last = sights[sights.length - 1];
        const isSame = last?.refcount === refcount && last.generation === generation;
        if (!isSame) sights.push({ step, refcount, generation });
        return false;
      });
    } finally {
      unwatch();
      timeline.forget();
    }
    return sights;
  }

  private points(sights: readonly Sight[]): RefcountPoint[] {
    const { timeline } = this;
    let before = 0;
    return sights.map(({ step, refcount }) => {
      const line = step > 1 ? timeline.lineOf(step - 1) : 0;
      const code = line === 0 ? '' : sourceLine(timeline.program, line);
      const point = { step, refcount, before, line, code };
      before = refcount;
      return point;
    });
  }
}

/** The sights of the object that stands at a step: from where it began to where it was gone. */
function lifeAt(
  sights: readonly Sight[],
  step: number,
): {
  readonly sights: readonly Sight[];
  readonly born: number | null;
  readonly died: number | null;
} {
  let at = 0;
  while (at + 1 < sights.length && sights[at + 1]!.step <= step) at++;
  const { generation } = sights[at]!;
  const isIts = (sight: Sight | undefined) => {
    return sight !== undefined && sight.generation === generation && sight.refcount > 0;
  };
  let first = at;
  while (isIts(sights[first - 1])) first--;
  let end = at + 1;
  while (isIts(sights[end])) end++;
  const gone = sights[end];
  return {
    sights: [
      ...sights.slice(first, end),
      ...(gone === undefined ? [] : [{ ...gone, refcount: 0 }]),
    ],
    born: first === 0 ? null : sights[first]!.step,
    died: gone?.step ?? null,
  };
}
