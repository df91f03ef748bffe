/** One step of a timeline, ready to be shown: scene and sentences. */
import type { Addr } from '../base/brand.ts';
import { frameNames } from '../lenses/names.ts';
import { type Narration, narrate } from '../lenses/narration.ts';
import {
  glimpse,
  projectObjects,
  shownRefcount,
  visibleObjects,
  type Extent,
  type Glimpse,
} from '../lenses/objects.ts';
import {
  MAX_OBJECTS,
  type ObjectNumber,
  type ObjectsScene,
  type ViewOptions,
} from '../lenses/objects-scene.ts';
import type { Program, StepView } from './api.ts';
import { EventViews } from './event-views.ts';
import { AT_A_GLANCE } from './recorder.ts';
import { FOLLOWED_STEPS, Identities, NUMBERED_STEPS } from './identities.ts';
import { watchDeaths } from './deaths.ts';
import type { Timeline } from './timeline.ts';

export { Playhead } from './playhead.ts';

const NOTHING = { events: [], cut: false } as const;

/** Makes the views of a run that has ended. */
export class StepViews {
  private readonly timeline: Timeline;
  /** What happened between steps. */
  readonly events: EventViews;
  private identities: Identities | null = null;

  constructor(timeline: Timeline) {
    this.timeline = timeline;
    this.events = new EventViews(timeline, this);
  }

  /** @param step 1 to `steps` + 1 */
  view(step: number, options: ViewOptions = {}): StepView {
    if (options.event === undefined) return this.atStep(step, options);
    const { events, cut } = step > 1 ? this.events.record(step - 1, step) : NOTHING;
    const index = Math.min(options.event ?? events.length, events.length);
    const event = (options.event === null ? null : (events[index] ?? events.at(-1))) ?? null;
    const moment = { event, count: events.length, cut, written: 0 };
    if (event === null) return { ...this.atStep(step, options), moment };
    const scene = this.atEvent(step, event.index, options);
    const written = this.timeline.run.replayed;
    return { scene, narration: [], moment: { ...moment, written } };
  }

  private atStep(step: number, options: ViewOptions): StepView {
    const { timeline } = this;
    const identities = this.identify();
    const before = step > 1 ? this.glimpseAt(step - 1, this.extent(step - 1, options)) : null;
    timeline.seek(step);
    const { rt } = timeline.run.machine;
    const line = timeline.lineOf(step);
    const scene = projectObjects(rt, {
      step,
      line,
      before,
      numberOf: (p) => identities.numberOf(p, step),
      numberBefore: (p) => identities.numberOf(p, step - 1),
      extent: this.extent(step, options),
    });
    const ran = step > 1 ? sourceLine(timeline.program, timeline.lineOf(step - 1)) : '';
    const narration = step > 1 ? this.narration(scene, ran) : [];
    return { scene, narration };
  }

  /** The objects as they are when an event happens, beside the event before it or the step before. */
  private atEvent(step: number, index: number, options: ViewOptions): ObjectsScene {
    const { timeline } = this;
    const { rt } = timeline.run.machine;
    const extent = this.extent(step, options);
    const numberOf = this.numbersAt(step, index);
    this.visit(step, index === 0 ? null : index - 1, step - 1);
    const before = glimpse(rt, visibleObjects(rt, frameNames(rt), extent));
    this.visit(step, index);
    const line = timeline.lineOf(step - 1);
    return projectObjects(rt, { step, line, before, numberOf, numberBefore: numberOf, extent });
  }

  /**
   * Brings the machine to a step, or to an event on the way to it: from there it cannot go on.
   * @param none the step that is meant where no event is
   */
  visit(step: number, event: number | null, none = step): void {
    if (event === null) this.timeline.seek(none);
    else this.events.seek(step, event);
  }

  /** The numbers of objects at a step, or at an event on the way to it. */
  numbersAt(step: number, event: number | null): (p: Addr) => ObjectNumber {
    const identities = this.identify();
    if (event === null) return (p) => identities.numberOf(p, step);
    return (p) => {
      const known = identities.numberOf(p, step - 1);
      return known > 0 ? known : identities.numberOf(p, step);
    };
  }

  private narration(scene: ObjectsScene, source: string): readonly Narration[] {
    const { timeline } = this;
    const before = scene.step - 1;
    const { events, cut } = this.events.record(before, scene.step, AT_A_GLANCE);
    const output = timeline.outputDuring(before);
    return narrate({ scene, source, output, events: cut ? null : events });
  }

  /** What is opened, found by number among the objects that stand at a step. */
  private extent(step: number, { open = [], objects = MAX_OBJECTS }: ViewOptions): Extent {
    const from = new Map<Addr, number>();
    if (open.length > 0) {
      for (const { p, number } of this.identify().standing(step)) {
        const opened = open.find(({ object }) => object === number);
        if (opened !== undefined) from.set(p, opened.from);
      }
    }
    return { objects, from };
  }

  private glimpseAt(step: number, extent: Extent): Glimpse {
    this.timeline.seek(step);
    const { rt } = this.timeline.run.machine;
    return glimpse(rt, visibleObjects(rt, frameNames(rt), extent));
  }

  /** Walks the first steps once, so that numbers do not depend on which steps were looked at. */
  identify(): Identities {
    if (this.identities !== null) return this.identities;
    const { timeline } = this;
    const { rt } = timeline.run.machine;
    timeline.seek(1);
    const identities = new Identities(new Set(visibleObjects(rt, frameNames(rt)).arrows.keys()));
    const last = Math.min(timeline.steps + 1, NUMBERED_STEPS);
    let unwatch = (): void => {};
    try {
      timeline.observe(1, last, (step) => {
        if (step === 1) {
          unwatch = watchDeaths(timeline.run.machine, identities, (p) => identities.end(p));
        }
        identities.note(step, mortal(timeline));
        identities.last = step;
        return false;
      });
    } finally {
      unwatch();
      timeline.forget();
    }
    if (last < timeline.steps + 1) this.follow(identities);
    this.identities = identities;
    return identities;
  }

  /** Finds how long the objects live that stand behind the steps that were walked. */
  private follow(identities: Identities): void {
    const { timeline } = this;
    const { machine } = timeline.run;
    const { last } = identities;
    const to = Math.min(timeline.steps + 1, last + FOLLOWED_STEPS);
    const standing = identities.standingLast();
    for (const life of standing.values()) life.to = to;
    timeline.replay(last, to, () =>
      watchDeaths(machine, standing, (p) => {
        standing.get(p)!.to = machine.steps;
        standing.delete(p);
      }),
    );
  }
}

/** Addresses of the objects the scene shows that keep a count. */
function* mortal(timeline: Timeline): Iterable<Addr> {
  const { rt } = timeline.run.machine;
  for (const p of visibleObjects(rt, frameNames(rt)).arrows.keys()) {
    if (shownRefcount(rt, p) !== null) yield p;
  }
}

/** The text of a line of the program; '' when it is not of its text. */
export function sourceLine(program: Program, line: number): string {
  return program.source.split('\n')[line - 1]?.trim() ?? '';
}
