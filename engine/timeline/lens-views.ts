/**
 * Lenses at a step: what a page asks for by name, beside the view that every step has.
 *
 * The comparison with the step before needs that state as well, so it is visited first. Zooming asks
 * again and again about one step: what was found there is kept until another is asked for.
 */
import { BlockCensus } from '../lenses/block-census.ts';
import { BlockOwners } from '../lenses/block-owners.ts';
import { freeListLengths, projectCaches } from '../lenses/caches.ts';
import type { CachesScene } from '../lenses/caches-scene.ts';
import { CollectionNotes, type Notes, projectCollector } from '../lenses/collector.ts';
import type { CollectorScene } from '../lenses/collector-scene.ts';
import { projectHolders } from '../lenses/holders.ts';
import type { HoldersOptions, HoldersScene } from '../lenses/holders-scene.ts';
import { glimpseMemory, type MachineParts, projectLayers } from '../lenses/layers.ts';
import type { LayersScene } from '../lenses/layers-scene.ts';
import { projectMemoryMap } from '../lenses/memory-map.ts';
import type { MemoryMapOptions, MemoryMapScene } from '../lenses/memory-map-scene.ts';
import type { Lenses, LensName } from './api.ts';
import { chosenObject } from './chosen-object.ts';
import { History } from './history.ts';
import { Queries } from './queries.ts';
import { answer } from './questions.ts';
import { type StepViews, sourceLine } from './steps.ts';
import type { Timeline } from './timeline.ts';

export { Queries } from './queries.ts';

/** What was found at one step. */
interface Found {
  readonly step: number;
  readonly event: number | null;
  census?: BlockCensus;
  before?: BlockCensus | null;
  owners?: BlockOwners;
}

type Projections = {
  readonly [Name in LensName]: (
    step: number,
    options: Lenses[Name]['options'],
  ) => Lenses[Name]['scene'];
};

export class LensViews {
  private readonly timeline: Timeline;
  private readonly views: StepViews;
  private readonly history: History;
  private found: Found = { step: 0, event: null };
  /** The event on the way to the step that is looked at; null: the step itself. */
  private event: number | null = null;
  private readonly projections: Projections = {
    memory: (step, options) => this.memoryMap(step, options),
    layers: (step) => this.layers(step),
    caches: (step) => this.caches(step),
    holders: (step, options) => this.holders(step, options),
    refcounts: (step, options) => this.history.refcounts(step, options),
    events: (step, options) => this.views.events.events(step, options),
    collector: (step, { moment }) => this.collector(step, moment),
    questions: (step, options) => answer(new Queries(this.timeline, this.views), step, options),
  };

  constructor(timeline: Timeline, views: StepViews) {
    this.timeline = timeline;
    this.views = views;
    this.history = new History(timeline, views);
  }

  /**
   * @param step 1 to `steps` + 1
   * @param event index of an event on the way to it; null: the step itself
   */
  lens<Name extends LensName>(
    name: Name,
    step: number,
    options: Lenses[Name]['options'],
    event: number | null,
  ): Lenses[Name]['scene'] {
    this.event = event;
    return this.projections[name](step, options);
  }

  /** Brings the machine to the moment that is looked at. */
  private visit(step: number): void {
    this.views.visit(step, this.event);
  }

  /** The line at work then: on the way to a step it is still the one before. */
  private lineAt(step: number): number {
    return this.timeline.lineOf(this.event === null ? step : step - 1);
  }

  private get parts(): MachineParts {
    const { rt, domains, heap } = this.timeline.run.machine;
    return { rt, pymalloc: domains.pymalloc, heap };
  }

  /** What is read at the step before, which is visited for it; null at the first. */
  private atStepBefore<T>(step: number, read: (parts: MachineParts) => T): T | null {
    if (step <= 1) return null;
    this.timeline.seek(step - 1);
    return read(this.parts);
  }

  // ---- holders -----------------------------------------------------------------------------------

  private holders(step: number, options: HoldersOptions): HoldersScene {
    const { parts } = this;
    const identities = this.views.identify();
    this.visit(step);
    const chosen = (at: number) => chosenObject(parts.rt, identities, at, options);
    return projectHolders({
      ...parts,
      step,
      line: this.lineAt(step),
      object: chosen(step) || (this.event === null ? 0 : chosen(step - 1)),
      numberOf: this.views.numbersAt(step, this.event),
    });
  }

  // ---- the memory map ----------------------------------------------------------------------------

  private memoryMap(step: number, options: MemoryMapOptions): MemoryMapScene {
    const identities = this.views.identify();
    const before = this.censusBefore(step);
    this.visit(step);
    const { parts, found } = this;
    found.census ??= new BlockCensus(parts.pymalloc);
    const context = {
      ...parts,
      step,
      line: this.lineAt(step),
      now: found.census,
      before,
      owners: () => (found.owners ??= new BlockOwners(parts.rt, parts.pymalloc)),
      numberOf: this.views.numbersAt(step, this.event),
    };
    // beyond the steps that are numbered, nothing has a number to be found by
    const visible = [...identities.standing(step)].sort((one, other) => one.number - other.number);
    return projectMemoryMap({ ...context, visible }, options);
  }

  private censusBefore(step: number): BlockCensus | null {
    const { found: last, event } = this;
    if (last.step === step && last.event === event && last.before !== undefined) return last.before;
    this.found = { step, event };
    const known = last.step === step - 1 && last.event === null ? last.census : undefined;
    this.found.before =
      known ?? this.atStepBefore(step, ({ pymalloc }) => new BlockCensus(pymalloc));
    return this.found.before;
  }

  // ---- the layers --------------------------------------------------------------------------------

  private layers(step: number): LayersScene {
    const { timeline } = this;
    const numberOf = this.views.numbersAt(step, this.event);
    const before = this.atStepBefore(step, glimpseMemory);
    this.visit(step);
    return projectLayers({
      ...this.parts,
      step,
      line: this.lineAt(step),
      source: step > 1 ? sourceLine(timeline.program, timeline.lineOf(step - 1)) : '',
      before,
      numberOf,
    });
  }

  // ---- the caches --------------------------------------------------------------------------------

  private caches(step: number): CachesScene {
    const numberOf = this.views.numbersAt(step, this.event);
    const before = this.atStepBefore(step, ({ rt }) => freeListLengths(rt));
    this.visit(step);
    return projectCaches({
      rt: this.parts.rt,
      step,
      line: this.lineAt(step),
      before,
      numberOf,
    });
  }

  // ---- the collector -----------------------------------------------------------------------------

  private collections: { readonly step: number; readonly notes: Notes } | null = null;

  private collector(step: number, moment: number | null): CollectorScene {
    const { timeline } = this;
    if (this.collections?.step !== step) {
      this.collections = { step, notes: this.watchCollections(step) };
    } else timeline.seek(step);
    const { notes } = this.collections;
    return projectCollector(
      {
        rt: this.parts.rt,
        step,
        line: this.lineAt(step),
        source: step > 1 ? sourceLine(timeline.program, timeline.lineOf(step - 1)) : '',
        notes: this.event === null ? notes : { ...notes, lists: this.listsAt(step, this.event) },
      },
      moment,
    );
  }

  /** The lists as they stand when an event happens. */
  private listsAt(step: number, event: number): Notes['lists'] {
    const numberOf = this.views.numbersAt(step, event);
    const notes = new CollectionNotes(this.parts.rt, numberOf, () => false);
    this.views.events.seek(step, event, notes.watch);
    return notes.listsNow(numberOf);
  }

  /** Runs the line before the step again, and watches. */
  private watchCollections(step: number): Notes {
    const { timeline, parts } = this;
    const { machine } = timeline.run;
    const identities = this.views.identify();
    const now = (p: number) => identities.numberOf(p, step);
    const during = (p: number) => Math.max(identities.numberOf(p, step - 1), now(p));
    const notes = new CollectionNotes(parts.rt, during, () => machine.steps === step - 1);
    if (step === 1) timeline.seek(1);
    else {
      timeline.replay(step - 1, step, () => {
        machine.rt.hooks.collection = notes.watch;
        return () => {
          machine.rt.hooks.collection = null;
        };
      });
    }
    return { noted: notes.noted, more: notes.more, lists: notes.listsNow(now) };
  }
}
