/**
 * The Collector lens: reads the collector's lists from memory, between collections and in the middle
 * of one.
 *
 * During a collection the reader is told of each event (`objects/collection-events.ts`) and reads the
 * lists at once: the headers hold copied counts and flags then, and neighbours in one direction only.
 */
import type { Addr } from '../base/brand.ts';
import { asGc, gcGetRefs, gcIsCollecting, gcListObjects } from '../collector/gc-list.ts';
import { numberedHead, YOUNG } from '../collector/spaces.ts';
import type {
  CollectionEvent,
  CollectionPhase,
  CollectionWatcher,
} from '../objects/collection-events.ts';
import {
  GENERATION_COUNT,
  GENERATION_THRESHOLD,
  generationHead,
  PERMANENT_GENERATION,
} from '../objects/gc-object.ts';
import { GC_PREV, GC_PREV_FINALIZED } from '../objects/layouts.ts';
import { moduleDict } from '../objects/module.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import type { Profile } from '../profiles/index.ts';
import { typeName } from '../objects/type-object.ts';
import {
  type CollectorScene,
  type ListedObject,
  type ListName,
  MAX_LISTED,
  MAX_MOMENTS,
  type MomentKind,
  type SceneList,
  type SceneMoment,
} from './collector-scene.ts';
import { describe } from './describe.ts';
import { frameNames } from './names.ts';
import { label } from './narration.ts';
import { shownRefcount } from './objects.ts';
import { referencesOf } from './references.ts';

/** The number of the object at an address; not positive for what is the machine's. */
export type NumberOf = (p: Addr) => number;

// ---- lists ---------------------------------------------------------------------------------------

/** Heads of the lists that exist at a moment beside the generations. */
interface Heads {
  /** What is being looked through; 0 outside a collection. */
  readonly examined: Addr;
  readonly unreachable: Addr;
  /** Whether `finalizers` has been made. */
  readonly finalizers: boolean;
  /** Whether garbage stands in `seen` while finalizers are called. */
  readonly seen: boolean;
  /** Whether it is not yet known what in `examined` can be reached. */
  readonly searching: boolean;
}

const NO_HEADS: Heads = {
  examined: 0,
  unreachable: 0,
  finalizers: false,
  seen: false,
  searching: false,
};

/** Phases at whose end the search goes on. */
const SEARCH: readonly CollectionPhase[] = ['merge', 'region', 'update_refs', 'subtract_refs'];

const WEAKREFS: readonly CollectionPhase[] = ['handle_weakrefs', 'handle_weakref_callbacks'];

const GENERATION_NAMES = ['generation0', 'generation1', 'generation2'] as const;
/** The same with the incremental collector. */
const SPACE_NAMES = ['young', 'visited', 'pending'] as const;

class ListReader {
  private readonly rt: Runtime;
  private readonly numberOf: NumberOf;
  private readonly names = new Map<Addr, string[]>();

  constructor(rt: Runtime, numberOf: NumberOf) {
    this.rt = rt;
    this.numberOf = numberOf;
    for (const { names } of frameNames(rt)) {
      for (const { label: name, to } of names) {
        const known = this.names.get(to);
        if (known === undefined) this.names.set(to, [name]);
        else known.push(name);
      }
    }
  }

  all(heads: Heads): SceneList[] {
    const { rt } = this;
    const isIncremental = rt.profile.collector.kind === 'incremental';
    const lists = (isIncremental ? SPACE_NAMES : GENERATION_NAMES).map((name, n) => {
      const head = numberedHead(rt, n);
      // of the old spaces nothing is ever due
      if (isIncremental && n !== YOUNG) return this.list(name, [head], heads);
      const field = (offset: number) => rt.i32[(head + offset) >> 2]!;
      const [count, threshold] = [field(GENERATION_COUNT), field(GENERATION_THRESHOLD)];
      return this.list(name, [head], heads, count, threshold);
    });
    if (isIncremental && heads.examined !== 0) lists.push(...this.increment(heads));
    const permanent = this.list('permanent', [generationHead(rt, PERMANENT_GENERATION)], heads);
    if (permanent.size > 0) lists.push(permanent);
    return [...lists, ...this.aside(heads)];
  }

  /** Lists of an increment that is under way. */
  private increment(heads: Heads): SceneList[] {
    const { state } = this.rt;
    const lists = [
      this.list('increment', [state + STATE.gcIncrement], heads),
      this.list('survivors', [state + STATE.gcSurvivors], heads),
    ];
    return lists.filter(({ size }) => size > 0);
  }

  /** What is neither of one generation nor of another. */
  private aside(heads: Heads): SceneList[] {
    const { rt } = this;
    if (heads.examined === 0) return [];
    const first = rt.state + STATE.gcUnreachable;
    const still = rt.state + STATE.gcStillUnreachable;
    const both = heads.unreachable === still;
    const seen = heads.seen ? [rt.state + STATE.gcSeen] : [];
    const lists: SceneList[] = [];
    // once the resurrected are gone from it, what is left stands in the second list alone
    if (!both || heads.examined === first) {
      lists.push(this.list('unreachable', [...seen, first], heads));
    }
    if (both) lists.push(this.list('still_unreachable', [still], heads));
    const finalizers = heads.finalizers
      ? this.list('finalizers', [rt.state + STATE.gcFinalizers], heads)
      : null;
    if (finalizers !== null && finalizers.size > 0) lists.push(finalizers);
    return lists;
  }

  private list(
    name: ListName,
    parts: readonly Addr[],
    heads: Heads,
    count: number | null = null,
    threshold: number | null = null,
  ): SceneList {
    const members = parts.flatMap((head) => gcListObjects(this.rt, head));
    const examined = heads.searching && parts.includes(heads.examined);
    const objects = members
      .filter((p) => this.numberOf(p) > 0)
      .slice(0, MAX_LISTED)
      .map((p) => this.object(p, examined));
    return { name, size: members.length, objects, count, threshold, examined };
  }

  private object(p: Addr, examined: boolean): ListedObject {
    const { rt } = this;
    // _gc_prev of what was put aside, or passed, is a pointer again
    const copied = examined && gcIsCollecting(rt, asGc(p));
    const targets = referencesOf(rt, p).map(({ to }) => this.numberOf(to));
    return {
      number: this.numberOf(p),
      type: typeName(rt, rt.typeOf(p)),
      text: describe(rt, p),
      names: this.names.get(p) ?? [],
      refcount: shownRefcount(rt, p),
      refs: copied ? gcGetRefs(rt, asGc(p)) : null,
      finalized: (rt.i32[(p + GC_PREV) >> 2]! & GC_PREV_FINALIZED) !== 0,
      refersTo: [...new Set(targets)].filter((number) => number > 0),
    };
  }
}

// ---- moments -------------------------------------------------------------------------------------

/** What an event is called here, and the function during which it comes. */
function kindOf(
  event: CollectionEvent,
  { weakrefsClearedLate }: Profile['collector'],
): [MomentKind, CollectionPhase | null] {
  switch (event.kind) {
    case 'mark':
      return ['mark', 'mark_at_start'];
    case 'phase':
      return ['phase', event.phase];
    case 'subtract':
      return ['subtract', 'subtract_refs'];
    case 'aside':
    case 'reachable':
      return [event.kind, 'move_unreachable'];
    case 'back':
      return [event.wasAside ? 'back' : 'kept', 'move_unreachable'];
    case 'weakref':
    case 'callback':
      return [event.kind, weakrefsClearedLate ? 'handle_weakref_callbacks' : 'handle_weakrefs'];
    case 'finalize':
      return ['finalize', 'finalize_garbage'];
    case 'resurrected':
      return ['resurrected', 'handle_resurrected_objects'];
    case 'clear':
    case 'survives':
      return [event.kind, 'delete_garbage'];
    case 'start':
    case 'stop':
      return [event.kind, null];
  }
}

/** The object that an event is about, and what refers to it; 0 for none. */
function partsOf(event: CollectionEvent): { readonly p: Addr; readonly from: Addr } {
  switch (event.kind) {
    case 'subtract':
      return { p: event.to, from: event.from };
    case 'back':
      return { p: event.p, from: event.from };
    case 'weakref':
      return { p: event.p, from: event.weakref };
    case 'callback':
      return { p: event.weakref, from: 0 };
    case 'start':
    case 'stop':
    case 'phase':
      return { p: 0, from: 0 };
    default:
      return { p: event.p, from: 0 };
  }
}

/** A moment and the lists as they stood. */
export interface NotedMoment {
  readonly moment: SceneMoment;
  readonly lists: readonly SceneList[];
}

/**
 * Watches collections and notes what they do with objects of the program. `watch` is for
 * `rt.hooks.collection`; while `noting` says no, it only keeps track of which lists there are.
 */
export class CollectionNotes {
  readonly noted: NotedMoment[] = [];
  /** Moments that were left out. */
  more = 0;
  private heads: Heads = NO_HEADS;
  private again = false;
  private generation = 0;
  private readonly rt: Runtime;
  private readonly numberOf: NumberOf;
  private readonly noting: () => boolean;

  constructor(rt: Runtime, numberOf: NumberOf, noting: () => boolean) {
    this.rt = rt;
    this.numberOf = numberOf;
    this.noting = noting;
  }

  readonly watch: CollectionWatcher = (event) => {
    this.follow(event);
    if (!this.noting()) return;
    const { p } = partsOf(event);
    // what the machine's own objects do among themselves is no part of the program
    if (p !== 0 && this.numberOf(p) <= 0) return;
    if (this.noted.length >= MAX_MOMENTS && p !== 0) {
      this.more++;
      return;
    }
    this.noted.push({ moment: this.moment(event), lists: this.listsNow(this.numberOf) });
  };

  /** The lists as they stand; there are more of them while a finalizer or a callback runs. */
  listsNow(numberOf: NumberOf): SceneList[] {
    return new ListReader(this.rt, numberOf).all(this.heads);
  }

  private follow(event: CollectionEvent): void {
    if (event.kind === 'start' || event.kind === 'stop') {
      this.heads = NO_HEADS;
      this.again = false;
      this.generation = event.generation;
    } else if (event.kind === 'phase') {
      const { phase, examined, unreachable } = event;
      this.again = event.again;
      this.heads = {
        examined,
        unreachable,
        finalizers: this.heads.finalizers || phase === 'move_legacy_finalizers',
        seen: WEAKREFS.includes(phase),
        searching: SEARCH.includes(phase),
      };
    }
  }

  private moment(event: CollectionEvent): SceneMoment {
    const { p, from } = partsOf(event);
    const [kind, phase] = kindOf(event, this.rt.profile.collector);
    return {
      kind,
      phase,
      again: this.again,
      object: p === 0 ? '' : this.called(p),
      number: p === 0 ? 0 : Math.max(0, this.numberOf(p)),
      from: from === 0 ? '' : this.called(from),
      fromNumber: from === 0 ? 0 : Math.max(0, this.numberOf(from)),
      count: event.kind === 'subtract' ? event.left : event.kind === 'stop' ? event.found : 0,
      generation: this.generation,
      reason: event.kind === 'start' ? event.reason : null,
    };
  }

  private called(p: Addr): string {
    const { rt } = this;
    const main = rt.statePtr(STATE.mainModule);
    if (main !== 0 && p === moduleDict(rt, main)) return 'globals';
    return label(this.numberOf(p), typeName(rt, rt.typeOf(p)));
  }
}

// ---- the scene -----------------------------------------------------------------------------------

export interface CollectorContext {
  readonly rt: Runtime;
  readonly step: number;
  readonly line: number;
  readonly source: string;
  readonly notes: Notes;
}

/** What was noted of the line before a step, and the lists at the step. */
export interface Notes {
  readonly noted: readonly NotedMoment[];
  readonly more: number;
  readonly lists: readonly SceneList[];
}

/** The scene of the machine as it stands at the step, or of one of the moments before it. */
export function projectCollector(context: CollectorContext, wanted: number | null): CollectorScene {
  const { rt, step, line, source, notes } = context;
  const { noted, more } = notes;
  const shown = wanted === null ? undefined : noted[wanted];
  const field = (offset: number) => rt.i32[(rt.state + offset) >> 2]!;
  return {
    step,
    line,
    source,
    enabled: field(STATE.gcEnabled) !== 0,
    pending: field(STATE.gcLongLivedPending),
    longLived: field(STATE.gcLongLivedTotal),
    pass:
      rt.profile.collector.kind === 'incremental'
        ? {
            work: field(STATE.gcWorkToDo),
            heap: field(STATE.gcHeapSize),
            marks: field(STATE.gcPhase) === 0,
          }
        : null,
    moments: noted.map(({ moment }) => moment),
    more,
    moment: shown === undefined ? null : wanted,
    lists: shown?.lists ?? notes.lists,
  };
}
