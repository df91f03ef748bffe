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
import { type StepViews, sourceLine } from './steps.ts';
import type { Timeline } from './timeline.ts';

/** What was found at one step. */
interface Found {
  readonly step: number;
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
  private found: Found = { step: 0 };
  private readonly projections: Projections = {
    memory: (step, options) => this.memoryMap(step, options),
    layers: (step) => this.layers(step),
    caches: (step) => this.caches(step),
    holders: (step, options) => this.holders(step, options),
    refcounts: (step, options) => this.history.refcounts(step, options),
    events: (step, options) => this.views.events.events(step, options),
    collector: (step, { moment }) => this.collector(step, moment),
  };

  constructor(timeline: Timeline, views: StepViews) {
    this.timeline = timeline;
    this.views = views;
    this.history = new History(timeline, views);
  }

  /** @param step 1 to `steps` + 1 */
  lens<Name extends LensName>(
    name: Name,
    step: number,
    options: Lenses[Name]['options'],
  ): Lenses[Name]['scene'] {
    return this.projections[name](step, options);
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
    const { timeline, parts } = this;
    const identities = this.views.identify();
    timeline.seek(step);
    return projectHolders({
      ...parts,
      step,
      line: timeline.lineOf(step),
      object: chosenObject(parts.rt, identities, step, options),
      numberOf: (p) => identities.numberOf(p, step),
    });
  }

  // ---- the memory map ----------------------------------------------------------------------------

  private memoryMap(step: number, options: MemoryMapOptions): MemoryMapScene {
    const { timeline } = this;
    const identities = this.views.identify();
    const before = this.censusBefore(step);
    timeline.seek(step);
    const { parts, found } = this;
    found.census ??= new BlockCensus(parts.pymalloc);
    const context = {
      ...parts,
      step,
      line: timeline.lineOf(step),
      now: found.census,
      before,
      owners: () => (found.owners ??= new BlockOwners(parts.rt, parts.pymalloc)),
      numberOf: (p: number) => identities.numberOf(p, step),
    };
    // beyond the steps that are numbered, nothing has a number to be found by
    const visible = [...identities.standing(step)].sort((one, other) => one.number - other.number);
    return projectMemoryMap({ ...context, visible }, options);
  }

  private censusBefore(step: number): BlockCensus | null {
    if (this.found.step === step && this.found.before !== undefined) return this.found.before;
    const last = this.found;
    this.found = { step };
    const known = last.step === step - 1 ? last.census : undefined;
    this.found.before =
      known ?? this.atStepBefore(step, ({ pymalloc }) => new BlockCensus(pymalloc));
    return this.found.before;
  }

  // ---- the layers --------------------------------------------------------------------------------

  private layers(step: number): LayersScene {
    const { timeline } = this;
    const identities = this.views.identify();
    const before = this.atStepBefore(step, glimpseMemory);
    timeline.seek(step);
    return projectLayers({
      ...this.parts,
      step,
      line: timeline.lineOf(step),
      source: step > 1 ? sourceLine(timeline.program, timeline.lineOf(step - 1)) : '',
      before,
      numberOf: (p) => identities.numberOf(p, step),
    });
  }

  // ---- the caches --------------------------------------------------------------------------------

  private caches(step: number): CachesScene {
    const identities = this.views.identify();
    const before = this.atStepBefore(step, ({ rt }) => freeListLengths(rt));
    this.timeline.seek(step);
    return projectCaches({
      rt: this.parts.rt,
      step,
      line: this.timeline.lineOf(step),
      before,
      numberOf: (p) => identities.numberOf(p, step),
    });
  }

  // ---- the collector -----------------------------------------------------------------------------

  private collections: { readonly step: number; readonly notes: Notes } | null = null;

  private collector(step: number, moment: number | null): CollectorScene {
    const { timeline } = this;
    if (this.collections?.step !== step) {
      this.collections = { step, notes: this.watchCollections(step) };
    } else timeline.seek(step);
    return projectCollector(
      {
        rt: this.parts.rt,
        step,
        line: timeline.lineOf(step),
        source: step > 1 ? sourceLine(timeline.program, timeline.lineOf(step - 1)) : '',
        notes: this.collections.notes,
      },
      moment,
    );
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
