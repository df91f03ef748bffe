/** The Events lens at a step: its window is run once more with a recorder on. */
import {
  EVENT_KINDS,
  type EventFilter,
  type EventKind,
  type EventsOptions,
  type EventsScene,
  MAX_EVENT_WINDOW,
  MAX_EVENTS,
  type SceneEvent,
} from '../lenses/events-scene.ts';
import type { ObjectRef } from '../lenses/object-ref.ts';
import type { CollectionWatcher } from '../objects/collection-events.ts';
import { IN_FULL, Recorder, type RecorderBounds } from './recorder.ts';
import { sourceLine, type StepViews } from './steps.ts';
import type { Timeline } from './timeline.ts';

/** What was recorded of a window. */
export interface Recorded {
  readonly from: number;
  readonly step: number;
  readonly events: readonly SceneEvent[];
  readonly cut: boolean;
  readonly bounds: RecorderBounds;
}

export class EventViews {
  private readonly timeline: Timeline;
  private readonly views: StepViews;
  private last: Recorded | null = null;

  constructor(timeline: Timeline, views: StepViews) {
    this.timeline = timeline;
    this.views = views;
  }

  events(step: number, options: EventsOptions): EventsScene {
    const { timeline } = this;
    const window = Math.max(1, Math.min(options.window ?? 1, MAX_EVENT_WINDOW));
    const from = Math.max(1, step - window);
    const { events, cut } = this.record(from, step);
    const skip = options.skip ?? 0;
    const passing = events.filter(
      (event) => event.index >= skip && passes(event, options.filter ?? {}),
    );
    return {
      step,
      line: timeline.lineOf(step),
      from,
      source: step > 1 ? sourceLine(timeline.program, timeline.lineOf(step - 1)) : '',
      events: passing.slice(0, MAX_EVENTS),
      more: Math.max(0, passing.length - MAX_EVENTS),
      counts: countKinds(events),
      cut,
    };
  }

  /**
   * Leaves the machine in the state in which an event happens, on the way to a step: to be looked at,
   * since from there it cannot go on.
   * @param index the event's, in the window of one step
   * @param collection told of collections on the way
   */
  seek(step: number, index: number, collection: CollectionWatcher | null = null): void {
    const { timeline } = this;
    const { run } = timeline;
    const { hooks } = run.machine.rt;
    const from = Math.max(1, step - 1);
    const recorder = this.recorder(from, step, IN_FULL);
    recorder.stopsAt = (event) => event.index === index;
    recorder.onBegin = () => {
      run.replayed = 0;
    };
    hooks.collection = collection;
    if (from < step) timeline.replay(from, step, recorder.attach);
    else timeline.seek(step);
    hooks.collection = null;
  }

  private recorder(from: number, to: number, bounds: RecorderBounds): Recorder {
    const identities = this.views.identify();
    const { machine } = this.timeline.run;
    return new Recorder(machine, { from, to }, bounds, (p, at) => identities.numberOf(p, at));
  }

  /** How the last reference to an object at an address goes on the way to a step; null when none does. */
  end(step: number, address: string): SceneEvent | null {
    const recorder = this.recorder(step - 1, step, IN_FULL);
    recorder.onlyEnds = true;
    let found: SceneEvent | null = null;
    recorder.stopsAt = (event) => {
      if (event.kind !== 'decref' || event.after > 0 || event.object.address !== address)
        return false;
      found = event;
      return true;
    };
    this.timeline.replay(step - 1, step, recorder.attach);
    return found;
  }

  /** All events between two steps. Asked again, for another page or filter, it has them still. */
  record(from: number, step: number, bounds = IN_FULL): Recorded {
    const { last, timeline } = this;
    const isKnown = last !== null && last.from === from && last.step === step;
    if (isKnown && (!last.cut || last.bounds === bounds)) return last;
    const recorder = this.recorder(from, step, bounds);
    // the debug hooks put bytes around each block, which the recorder does not look behind
    if (timeline.run.machine.domains.debugEnabled) recorder.cut = true;
    else if (from < step) timeline.replay(from, step, recorder.attach);
    const { events, cut } = recorder;
    this.last = { from, step, events, cut, bounds };
    return this.last;
  }
}

function countKinds(events: readonly SceneEvent[]): EventsScene['counts'] {
  const counts = Object.fromEntries(EVENT_KINDS.map((kind) => [kind, 0])) as Record<
    EventKind,
    number
  >;
  for (const { kind } of events) counts[kind]++;
  return counts;
}

function passes(event: SceneEvent, { kinds, object, type }: EventFilter): boolean {
  if (kinds !== undefined && !kinds.includes(event.kind)) return false;
  const about: ObjectRef | null = 'object' in event ? event.object : null;
  if (object !== undefined && about?.number !== object) return false;
  return type === undefined || about?.type === type;
}
