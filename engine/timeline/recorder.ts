/**
 * A recorder: everything that happens to counts, blocks, pools, arenas and in the collector while the
 * machine runs a window again, each with its cause.
 *
 * It listens at five places, none of which costs anything while nobody does: marked instructions (the
 * stepper), native functions (their table), the allocator (its field in the runtime), the collector (its
 * hook), and `decref`. References that come are not listened to: at each of these moments all counts are
 * compared, and as between two of them none goes, what a count is higher by is what came. So every one
 * is told; of those that native code takes in a row, of several objects, the order is by address.
 * What it says is read from memory.
 */
import type { Addr } from '../base/brand.ts';
import { Ownership } from '../collector/owned.ts';
import { contentOf } from '../lenses/block-content.ts';
import { bytesNeeded, objectBytes } from '../lenses/block-needs.ts';
import { blockOf, OWN_KEYS, OWN_OBJECT, OWN_PART } from '../lenses/block-owners.ts';
import type {
  EventBlock,
  EventCause,
  EventFact,
  EventInstruction,
  EventPart,
  SceneEvent,
} from '../lenses/events-scene.ts';
import { MAX_RECORDED } from '../lenses/events-scene.ts';
import { freeListName } from '../lenses/free-list-names.ts';
import { hexAddress } from '../lenses/field-reader.ts';
import { instructionText } from '../lenses/instruction-text.ts';
import { liveObjects, objectIn } from '../lenses/live-objects.ts';
import { type ObjectRef, objectRef } from '../lenses/object-ref.ts';
import type { Machine } from '../machine.ts';
import type { CollectionEvent, CollectionPhase } from '../objects/collection-events.ts';
import { dictKeysOf, isDict } from '../objects/dict.ts';
import { freeListBlocks } from '../objects/freelists.ts';
import * as L from '../objects/layouts.ts';
import { FREE_DICT_KEYS, FREE_LISTS, type Runtime } from '../objects/runtime.ts';
import { strToJs } from '../objects/strings.ts';
import type { Profile } from '../profiles/index.ts';
import { frameCode, frameLine } from '../vm/frames.ts';
import { listenToNatives } from './native-calls.ts';
import { StepReached } from './program-run.ts';
import { type BlockFact, type PoolChange, RecordingAllocator } from './recording-allocator.ts';
import { WatchedCounts } from './watched-counts.ts';

/** When a recorder gives up. */
export interface RecorderBounds {
  readonly events: number;
  /** Counts that are compared: a thousand take about a microsecond. */
  readonly compared: number;
}

/** For who asks for events: a third of a second. */
export const IN_FULL: RecorderBounds = { events: MAX_RECORDED, compared: 300_000_000 };

/** For the sentences that every step has: a moment that is not felt. */
export const AT_A_GLANCE: RecorderBounds = { events: 2000, compared: 20_000_000 };

/** Blocks that were handed out and in which no object was seen yet, at most. */
const MOST_PENDING = 64;

/** Bytes before an object with a GC header and two managed pointers. */
const PREHEADER = L.GC_HEAD_SIZE + L.PREHEADER_SIZE;

/** Number of the object at an address at a step. */
export type NumberAt = (p: Addr, step: number) => number;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Ref = Mutable<ObjectRef>;

/** A block in which an object may yet begin, and the event that told it. */
interface Pending {
  block: Addr;
  readonly event: { kind: string; object: ObjectRef | null; block?: EventBlock };
}

/** The phase that the collector enters with an event; phases are told when they end. */
function phaseAfter(
  event: CollectionEvent,
  phase: CollectionPhase | null,
  { kind, weakrefsClearedLate }: Profile['collector'],
): CollectionPhase | null {
  if (event.kind === 'start') return kind === 'incremental' ? 'mark_stacks' : 'merge';
  if (event.kind === 'stop') return null;
  if (event.kind !== 'phase') return phase;
  if (event.phase === 'move_unreachable' && event.again) return 'handle_resurrected_objects';
  if (weakrefsClearedLate && event.phase === 'move_legacy_finalizers') {
    return 'handle_weakref_callbacks';
  }
  if (weakrefsClearedLate && event.phase === 'handle_resurrected_objects') return 'clear_weakrefs';
  return NEXT_PHASE[event.phase];
}

const NEXT_PHASE: Readonly<Record<CollectionPhase, CollectionPhase | null>> = {
  mark_at_start: null,
  mark_stacks: 'expand_region_transitively_reachable',
  expand_region_transitively_reachable: 'region',
  region: 'update_refs',
  survivors: 'move_legacy_finalizers',
  merge: 'update_refs',
  update_refs: 'subtract_refs',
  subtract_refs: 'move_unreachable',
  move_unreachable: 'untrack_tuples',
  untrack_tuples: 'promotion',
  promotion: 'move_legacy_finalizers',
  move_legacy_finalizers: 'handle_weakrefs',
  handle_weakrefs: 'finalize_garbage',
  handle_weakref_callbacks: 'finalize_garbage',
  finalize_garbage: 'update_refs',
  handle_resurrected_objects: 'delete_garbage',
  clear_weakrefs: 'delete_garbage',
  delete_garbage: null,
};

export class Recorder {
  readonly events: SceneEvent[] = [];
  /** Whether it gave up: there was too much to tell. */
  cut = false;
  /** Whether, of all references that come and go, it tells the last ones alone: that takes a tenth of the time. */
  onlyEnds = false;
  /** Called where the window begins. */
  onBegin = (): void => {};
  private readonly machine: Machine;
  private readonly rt: Runtime;
  private readonly window: { readonly from: number; readonly to: number };
  private readonly bounds: RecorderBounds;
  private readonly numberAt: NumberAt;
  private hasBegun = false;
  private counts!: WatchedCounts;
  private allocator!: RecordingAllocator;
  private readonly ownership: Ownership;
  /** Tables of objects that die, by their blocks. */
  private readonly parts = new Map<Addr, EventPart>();
  private readonly refs = new Map<Addr, Ref>();
  private pending: Pending[] = [];
  /** The keys of a dict that left their free list last. */
  private keysTaken: { readonly block: Addr; readonly event: SceneEvent } | null = null;
  /** Objects whose text is to be read once they are whole. */
  private unread: Addr[] = [];
  /** Objects that were made since the step began: their numbers are known at the next. */
  private fresh: Addr[] = [];
  private freeLists: (readonly Addr[])[] = [];

  private instruction: EventInstruction | null = null;
  private instructions = 0;
  private readonly natives: { name: string | null; instruction: EventInstruction | null }[] = [];
  private readonly cascade: Addr[] = [];
  private phase: CollectionPhase | null = null;
  private collection: { generation: number; reason: 'heap' | 'manual' | 'shutdown' } | null = null;
  private cause: EventCause | null = null;
  /** The step whose objects have their numbers. */
  private step = 0;
  /** The step of the instruction at work. */
  private eventStep = 0;

  /**
   * @param window from which step on it records (attached earlier, it only notes what is at work), and
   *   at which it is ended: the machine does not count the run's end
   * @param numberAt numbers of objects
   */
  constructor(
    machine: Machine,
    window: { readonly from: number; readonly to: number },
    bounds: RecorderBounds,
    numberAt: NumberAt,
  ) {
    this.bounds = bounds;
    this.machine = machine;
    this.window = window;
    this.rt = machine.rt;
    this.ownership = new Ownership(machine.rt);
    this.numberAt = numberAt;
  }

  /** Begins to record, from the state as it stands. @returns what ends it */
  readonly attach = (): (() => void) => {
    const { rt, machine } = this;
    const { pymalloc } = machine.domains;
    const objects = this.liveObjects();
    if (machine.steps >= this.window.from) this.begin(objects);
    const { obj } = rt;
    this.allocator = new RecordingAllocator(obj, pymalloc, machine.heap, this);
    rt.obj = this.allocator;
    const { collection } = rt.hooks;
    rt.hooks.collection = (event) => {
      collection?.(event);
      this.onCollection(event);
    };
    const unlisten = listenToNatives(rt, objects, this);
    rt.watchDecrefs(this);
    machine.stepper.onInstruction = (_rt, frame, at) => this.onInstruction(frame, at);
    rt.vm.decoded.traceAll();
    return () => {
      // what is told now is told of the state at the end, where the machine stands
      this.stopsAt = null;
      this.before();
      this.readTexts();
      this.giveNumbers(this.window.to);
      machine.stepper.onInstruction = () => {};
      rt.watchDecrefs(null);
      unlisten();
      rt.hooks.collection = collection;
      rt.obj = obj;
    };
  };

  private liveObjects(): Addr[] {
    const { rt, machine } = this;
    return liveObjects({ rt, pymalloc: machine.domains.pymalloc, heap: machine.heap });
  }

  private begin(objects: readonly Addr[]): void {
    const { rt, machine } = this;
    this.hasBegun = true;
    this.onBegin();
    this.counts = new WatchedCounts(rt, objects);
    this.freeLists = Array.from({ length: FREE_LISTS }, (_, n) => freeListBlocks(rt, n));
    this.step = machine.steps;
    this.eventStep = machine.steps;
  }

  /** Whether it has nothing to tell: not yet, or no more. */
  private get isSilent(): boolean {
    return this.cut || !this.hasBegun;
  }

  // ---- what it listens to ------------------------------------------------------------------------

  private onInstruction(frame: Addr, at: number): void {
    if (this.cut) return;
    const { rt, machine } = this;
    if (!this.hasBegun && machine.steps >= this.window.from) this.begin(this.liveObjects());
    if (this.hasBegun) {
      this.before();
      this.readTexts();
      if (machine.steps !== this.step) this.giveNumbers(machine.steps);
      this.eventStep = machine.steps;
    }
    const code = frameCode(rt, frame);
    this.instruction = {
      ...instructionText(rt, code, at),
      function: strToJs(rt, rt.ptr(code + L.CO_QUALNAME)),
      line: frameLine(rt, frame),
      index: this.hasBegun ? this.instructions++ : -1,
    };
    this.cause = null;
  }

  enter(name: string | null): void {
    this.before();
    this.natives.push({ name, instruction: this.instruction });
    this.cause = null;
  }

  leave(): void {
    this.before();
    // what ran within has ended: the instruction that called is at work again
    this.instruction = this.natives.pop()?.instruction ?? this.instruction;
    this.cause = null;
  }

  beforeDecref(): void {
    this.before();
  }

  afterDecref(p: Addr, before: number): void {
    if (this.isSilent || (this.onlyEnds && before > 1)) return;
    this.counts.note(p, before - 1);
    this.moved(p, before, before - 1);
    if (before === 1) this.fallen = p;
  }

  /** The object whose last reference went, with nothing since: its deallocation is what comes next. */
  private fallen: Addr = 0;

  enterDealloc(p: Addr): void {
    if (this.fallen !== p) {
      this.beginDead(p);
      this.before();
    }
    this.readTexts();
    // a class's tp_dealloc calls its base's
    const isWithin = this.cascade[this.cascade.length - 1] === p;
    if (!this.isSilent && !isWithin) {
      this.tell({ kind: 'dealloc', object: this.refOf(p) });
      this.noteBlocks(p);
    }
    this.cascade.push(p);
    this.natives.push({ name: null, instruction: this.instruction });
    this.cause = null;
  }

  leaveDealloc(): void {
    this.leave();
    this.cascade.pop();
    this.cause = null;
  }

  private onCollection(event: CollectionEvent): void {
    if (this.isSilent) return;
    if (event.kind === 'mark' || event.kind === 'subtract' || event.kind === 'aside') return;
    if (event.kind === 'reachable' || event.kind === 'back' || event.kind === 'survives') return;
    // copies of counts and flags stand where the lists are, not where the counts are
    this.before();
    if (event.kind === 'start') this.collection = { ...event };
    const { generation, reason } = this.collection ?? { generation: 0, reason: 'heap' };
    this.tell({
      kind: 'collection',
      what: event.kind,
      generation,
      reason,
      phase: event.kind === 'phase' ? event.phase : null,
      object: 'p' in event ? this.refOf(event.p) : null,
      found: event.kind === 'stop' ? event.found : 0,
    });
    this.phase = phaseAfter(event, this.phase, this.rt.profile.collector);
    this.cause = null;
  }

  // ---- blocks ------------------------------------------------------------------------------------

  alloc(block: BlockFact): void {
    if (this.isSilent) return;
    const event = this.tell({
      kind: 'alloc',
      block: this.blockText(block, 0),
      object: null,
      part: null,
    });
    this.expect(block.address, event as unknown as Pending['event']);
  }

  resize(from: BlockFact, to: BlockFact): void {
    if (this.isSilent) return;
    const p = this.watchedIn(from.address);
    const before = p === 0 ? 0 : p - from.address;
    const object = p === 0 ? null : this.refOf(p);
    this.tell({
      kind: 'resize',
      from: this.blockText(from, before),
      block: this.blockText(to, before),
      object,
    });
    if (to.address === from.address) return;
    for (const pending of this.pending) {
      if (pending.block === from.address) pending.block = to.address;
    }
    if (p === 0) return;
    this.counts.remove(p);
    const moved = to.address + before;
    this.refs.set(moved, { ...this.refOf(p), address: hexAddress(moved) });
    this.refs.delete(p);
    this.counts.add(moved);
  }

  free(block: BlockFact): void {
    if (this.isSilent) return;
    const waiting = this.pending.find((pending) => pending.block === block.address);
    if (waiting !== undefined) this.freeUnseen(waiting);
    else if (this.keysTaken?.block === block.address) this.keysDiscarded(this.keysTaken.event);
    const p = this.watchedIn(block.address);
    const object = p === 0 ? null : this.refOf(p);
    const before = p === 0 ? 0 : p - block.address;
    const part = this.parts.get(block.address) ?? null;
    this.parts.delete(block.address);
    this.tell({ kind: 'free', block: this.blockText(this.sized(block, p), before), object, part });
    this.pending = this.pending.filter((pending) => pending !== waiting);
    this.gone(p);
  }

  /** A block goes before an object was seen in it. */
  private freeUnseen({ block, event }: Pending): void {
    if (event.kind === 'reuse') event.kind = 'discard';
    // ints alone go without tp_dealloc being called through the table
    else if (this.rt.typeOf(block) === this.rt.types.int) this.beginDead(block);
    this.before();
  }

  /** Keys that left their free list and are freed before anything else happens were not used again. */
  private keysDiscarded(event: SceneEvent): void {
    if (event === this.events.at(-1)) Object.assign(event, { kind: 'discard' });
  }

  /** An object dies that was made since the last look: it was there with one reference. */
  private beginDead(p: Addr): void {
    if (this.isSilent || this.counts.has(p)) return;
    const at = this.pending.findIndex(({ block }) => {
      return block === p || block === p - L.GC_HEAD_SIZE || block === p - PREHEADER;
    });
    const found = this.pending[at];
    if (found === undefined) return;
    this.pending.splice(at, 1);
    this.begun(p, found);
    this.counts.expect(p, 1);
    this.tell({ kind: 'create', object: this.refOf(p), before: 0, after: 1 });
  }

  pool(block: BlockFact, from: PoolChange, to: PoolChange): void {
    if (this.isSilent) return;
    const { pool, poolIndex, arena, szidx, blockBytes } = block;
    const where = { pool: hexAddress(pool), poolIndex, arena };
    this.tell({ kind: 'pool', ...where, from, to, szidx, blockBytes });
  }

  arena(base: Addr, bytes: number, change: 'mapped' | 'unmapped'): void {
    if (!this.isSilent) this.tell({ kind: 'arena', arena: hexAddress(base), bytes, change });
  }

  /** An int goes without its tp_dealloc being called through the table: its size is found late. */
  private sized(block: BlockFact, p: Addr): BlockFact {
    const { rt } = this;
    if (p === 0 || rt.typeOf(p) !== rt.types.int) return block;
    return { ...block, bytes: objectBytes(rt, p) ?? block.bytes };
  }

  /** Notes, while the object is whole, how many bytes its blocks were asked for and what they are to it. */
  private noteBlocks(p: Addr): void {
    const { rt } = this;
    const block = blockOf(rt, p);
    const { pymalloc } = this.machine.domains;
    const bytes = bytesNeeded(rt, { role: OWN_OBJECT, p }, pymalloc.blockSize(block));
    if (bytes !== null) this.allocator.know(block, bytes);
    const keys = isDict(rt, p) ? dictKeysOf(rt, p) : 0;
    this.ownership.of(rt.typeOf(p)).blocks?.(rt, p, (at) => {
      const owner = { role: at === keys ? OWN_KEYS : OWN_PART, p };
      const needs = bytesNeeded(rt, owner, 0);
      if (needs !== null) this.allocator.know(at, needs);
      const { kind } = contentOf(rt, owner, () => 0);
      this.parts.set(at, { kind: kind as EventPart['kind'], owner: this.refOf(p) });
    });
  }

  /** The watched object in a block; 0 for a table, behind which another block's object may stand. */
  private watchedIn(block: Addr): Addr {
    for (const before of [0, L.GC_HEAD_SIZE, PREHEADER]) {
      const p = block + before;
      if (this.counts.has(p) && blockOf(this.rt, p) === block) return p;
    }
    return 0;
  }

  private blockText(block: BlockFact, before: number): EventBlock {
    const { address, pool, ...rest } = block;
    const where = { address: hexAddress(address), pool: pool === 0 ? '' : hexAddress(pool) };
    return { ...rest, ...where, before };
  }

  private expect(block: Addr, event: Pending['event']): void {
    this.pending = this.pending.filter((pending) => pending.block !== block);
    this.pending.push({ block, event });
    if (this.pending.length > MOST_PENDING) this.pending.shift();
  }

  // ---- looking -----------------------------------------------------------------------------------

  /** Tells what has moved since the last look. */
  before(): void {
    this.fallen = 0;
    if (this.isSilent) return;
    if (this.pending.length > 0) this.findBegun();
    if (!this.onlyEnds) this.counts.look(this.moved);
    this.lookAtFreeLists();
    if (this.counts.compared > this.bounds.compared) this.cut = true;
  }

  private readonly moved = (p: Addr, before: number, after: number): void => {
    if (this.cut) return;
    const kind = after > before ? 'incref' : 'decref';
    this.tell({ kind, object: this.refOf(p), before, after });
  };

  /** Objects that have begun in blocks that were handed out. */
  private findBegun(): void {
    const { rt } = this;
    this.pending = this.pending.filter((pending) => {
      const p = objectIn(rt, pending.block);
      if (p === 0) return true;
      this.begun(p, pending);
      this.counts.add(p);
      if (!this.counts.has(p)) return false;
      const after = rt.u32[p >> 2]!;
      this.tell({ kind: 'create', object: this.refOf(p), before: 0, after });
      return false;
    });
  }

  private begun(p: Addr, { block, event }: Pending): void {
    this.fresh.push(p);
    this.unread.push(p);
    this.refs.delete(p);
    event.object = this.refOf(p);
    if (event.block !== undefined) event.block = { ...event.block, before: p - block };
  }

  private lookAtFreeLists(): void {
    const { rt } = this;
    for (let n = 0; n < FREE_LISTS; n++) {
      const known = this.freeLists[n]!;
      const head = rt.i32[rt.freeListsWord + 4 * n]!;
      const length = rt.i32[rt.freeListsWord + 4 * n + 2]!;
      if (known.length === length && (known[0] ?? 0) === head) continue;
      const now = freeListBlocks(rt, n);
      this.freeLists[n] = now;
      this.tellFreeList(n, known, now);
    }
  }

  private tellFreeList(n: number, known: readonly Addr[], now: readonly Addr[]): void {
    const list = freeListName(n);
    const was = new Set(known);
    const is = new Set(now);
    let { length } = known;
    for (const p of known) {
      if (is.has(p)) continue;
      const event = this.tell({ kind: 'reuse', list, object: null, length: --length });
      if (n === FREE_DICT_KEYS) this.keysTaken = { block: p, event };
      else this.expectAt(p, event as unknown as Pending['event']);
    }
    for (const p of [...now].reverse()) {
      if (was.has(p)) continue;
      const object = n === FREE_DICT_KEYS ? null : this.refOf(p);
      this.tell({ kind: 'keep', list, object, length: ++length });
      this.gone(p);
    }
  }

  /** A free list gave an object back: it begins anew where it stood. */
  private expectAt(p: Addr, event: Pending['event']): void {
    const { rt } = this;
    const type = rt.typeOf(p);
    const isGc = rt.i32[(type + L.TP_FLAGS) >> 2]! & L.TPFLAGS_HAVE_GC;
    this.expect(isGc ? p - L.GC_HEAD_SIZE : p, event);
  }

  private gone(p: Addr): void {
    if (p === 0) return;
    this.counts.remove(p);
    this.refs.delete(p);
  }

  // ---- objects -----------------------------------------------------------------------------------

  private refOf(p: Addr): Ref {
    let ref = this.refs.get(p);
    if (ref === undefined) {
      const isFresh = this.fresh.includes(p);
      ref = { ...objectRef(this.rt, p, (q) => (isFresh ? 0 : this.numberAt(q, this.step))) };
      this.refs.set(p, ref);
    }
    return ref;
  }

  /** Reads what objects say now that they are whole. */
  private readTexts(): void {
    for (const p of this.unread) {
      const ref = this.refs.get(p);
      if (ref !== undefined) ref.text = objectRef(this.rt, p, () => 0).text;
    }
    this.unread = [];
  }

  /** A step has begun: what was made on the way, or shown only now, has its number if it still stands. */
  private giveNumbers(step: number): void {
    this.step = step;
    for (const [p, ref] of this.refs) {
      if (ref.number <= 0 && this.counts.has(p)) ref.number = this.numberAt(p, this.step);
    }
    this.fresh = [];
  }

  // ---- telling -----------------------------------------------------------------------------------

  /** Says at which event the machine is left as it stands; without it, it goes on to the end. */
  stopsAt: ((event: SceneEvent) => boolean) | null = null;

  private tell(fact: EventFact): SceneEvent {
    const { events } = this;
    this.cause ??= this.causeNow();
    const { cause } = this;
    const step = this.eventStep;
    const line = cause.instruction?.line ?? 0;
    const event = { index: events.length, step, line, cause, ...fact };
    events.push(event);
    if (events.length >= this.bounds.events) this.cut = true;
    if (this.stopsAt?.(event) === true) {
      this.cut = true;
      throw new StepReached();
    }
    return event;
  }

  private causeNow(): EventCause {
    return {
      instruction: this.instruction,
      native: this.natives.flatMap(({ name }) => (name === null ? [] : [name])),
      cascade: [...new Set(this.cascade)].map((p) => this.refOf(p)),
      phase: this.phase,
    };
  }
}
