/**
 * The module _tracemalloc: each request for memory is noted with the line that made it.
 *
 * While something is traced, an allocator that notes stands before the machine's own; the flag is in
 * the runtime state, so that going back in time takes it away again.
 * v3.13.0 Modules/_tracemalloc.c, Python/tracemalloc.c
 */
import type { Addr, Bytes } from '../../base/brand.ts';
import { parseArgs, type Params } from '../../objects/args.ts';
import { errOccurred, noMemory, raise } from '../../objects/errors.ts';
import { newBool } from '../../objects/bool.ts';
import { preheaderSize } from '../../objects/gc-object.ts';
import { objectIsGc } from '../../objects/gc-tracking.ts';
import { newInt } from '../../objects/int.ts';
import * as L from '../../objects/layouts.ts';
import { listAppendSteal, listNew } from '../../objects/list.ts';
import { builtinModule } from '../../objects/module.ts';
import { asSsize } from '../../objects/object.ts';
import { decref, newRef } from '../../objects/refcount.ts';
import { type ObjectAllocator, type Runtime, STATE } from '../../objects/runtime.ts';
import { internJs } from '../../objects/strings.ts';
import * as T from '../../objects/trace-table.ts';
import { tupleNew, tupleSetItem } from '../../objects/tuple.ts';
import { fast, fastKeywords, noArgs } from '../../objects/type-spec.ts';
import { frameCode, frameLine } from '../../vm/frames.ts';

/** Notes what is asked of the allocator behind it. v3.13.0 tracemalloc_alloc and its kin */
class TracingAllocator implements ObjectAllocator {
  readonly inner: ObjectAllocator;
  private readonly rt: Runtime;
  /** Offsets of places by what they say: found again in memory after going back in time. */
  private places = new Map<string | number, number>();
  private epoch = -1;

  constructor(rt: Runtime, inner: ObjectAllocator) {
    this.rt = rt;
    this.inner = inner;
  }

  malloc(bytes: Bytes): Addr {
    return this.note(this.inner.malloc(bytes), bytes);
  }

  calloc(count: number, bytes: Bytes): Addr {
    return this.note(this.inner.calloc(count, bytes), count * bytes);
  }

  realloc(p: Addr, bytes: Bytes): Addr {
    const q = this.inner.realloc(p, bytes);
    if (q === 0) return 0;
    if (p !== 0) T.removeTrace(this.rt, p);
    return this.note(q, bytes);
  }

  free(p: Addr): void {
    this.inner.free(p);
    if (p !== 0) T.removeTrace(this.rt, p);
  }

  /** All places are forgotten. */
  clear(): void {
    this.places.clear();
  }

  private note(p: Addr, bytes: Bytes): Addr {
    if (p === 0) return 0;
    const place = this.placeNow();
    if (place >= 0) T.addTrace(this.rt, p, bytes, place);
    return p;
  }

  /** The place where the program stands; -1 when there is no memory to note it. */
  private placeNow(): number {
    const { rt } = this;
    if (this.epoch !== rt.cacheEpoch) this.findPlaces();
    const place = standing(rt, T.traceLimit(rt));
    const key = keyOf(place);
    let at = this.places.get(key);
    if (at === undefined) {
      at = T.addPlace(rt, place);
      if (at >= 0) this.places.set(key, at);
    }
    return at;
  }

  private findPlaces(): void {
    const { rt } = this;
    this.epoch = rt.cacheEpoch;
    this.places = new Map(T.placeOffsets(rt).map((at) => [keyOf(T.placeAt(rt, at)), at]));
  }
}

function keyOf({ frames, total }: T.Place): string | number {
  const { filename, line } = frames[0]!;
  // one frame is by far the most usual: 24 bits of address, 17 of line, 11 of depth
  if (frames.length === 1 && line < 2 ** 17 && total < 2 ** 11) {
    return ((filename >>> 4) * 2 ** 17 + line) * 2 ** 11 + total;
  }
  return `${total} ${frames.map(({ filename, line }) => `${filename}:${line}`).join(' ')}`;
}

/** The innermost frames. v3.13.0 traceback_get_frames */
function standing(rt: Runtime, limit: number): T.Place {
  const frames: T.TracedFrame[] = [];
  let total = 0;
  let frame = rt.i32[rt.frameWord]!;
  for (; frame !== 0; frame = rt.ptr(frame + L.F_PREVIOUS), total++) {
    if (frames.length >= limit) continue;
    const filename = rt.ptr(frameCode(rt, frame) + L.CO_FILENAME);
    frames.push({ filename, line: Math.max(0, frameLine(rt, frame)) });
  }
  if (total > 0) return { frames, total };
  return { frames: [{ filename: rt.statePtr(STATE.traceUnknown), line: 0 }], total: 1 };
}

// ---- on and off ----------------------------------------------------------------------------------

/** The allocator that notes, when it stands before the others. */
function tracing(rt: Runtime): TracingAllocator | null {
  return rt.obj instanceof TracingAllocator ? rt.obj : null;
}

/** Puts the allocator where the runtime state wants it: after going back in time, too. */
function sync(rt: Runtime): void {
  const allocator = tracing(rt);
  if (T.isTracing(rt)) {
    if (allocator === null) rt.obj = new TracingAllocator(rt, rt.obj);
  } else if (allocator !== null) rt.obj = allocator.inner;
}

/** `start(nframe=1)`. v3.13.0 _tracemalloc_start_impl */
function start(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  let limit = 1;
  if (nargs > 1) {
    const text = `start expected at most 1 argument, got ${nargs}`;
    return raise(rt, rt.exc.TypeError, text);
  }
  if (nargs === 1) {
    limit = asSsize(rt, rt.arg(argv, 0), rt.exc.OverflowError);
    if (limit === -1 && errOccurred(rt)) return 0;
  }
  const most = rt.profile.tracedFrames;
  if (limit < 1 || limit > most) {
    const text = `the number of frames must be in range [1; ${most}]`;
    return raise(rt, rt.exc.ValueError, text);
  }
  if (rt.statePtr(STATE.traceUnknown) === 0) {
    rt.setPtr(rt.state + STATE.traceUnknown, internJs(rt, '<unknown>'));
  }
  if (!T.isTracing(rt) && !T.startTraces(rt, limit)) return noMemory(rt);
  rt.afterRestore = sync;
  sync(rt);
  return newRef(rt, rt.none);
}

function stop(rt: Runtime): Addr {
  const allocator = tracing(rt);
  if (allocator !== null) {
    rt.obj = allocator.inner;
    T.stopTraces(rt);
  }
  return newRef(rt, rt.none);
}

function clear(rt: Runtime): Addr {
  if (T.isTracing(rt)) {
    tracing(rt)?.clear();
    T.clearTraces(rt);
  }
  return newRef(rt, rt.none);
}

// ---- what was noted ------------------------------------------------------------------------------

function tupleOf(rt: Runtime, items: readonly Addr[]): Addr {
  const tuple = items.includes(0) ? 0 : tupleNew(rt, items.length);
  if (tuple === 0) {
    for (const item of items) if (item !== 0) decref(rt, item);
    return 0;
  }
  items.forEach((item, i) => tupleSetItem(rt, tuple, i, item));
  return tuple;
}

function frameTuples(rt: Runtime, { frames }: T.Place): Addr {
  const pairs = frames.map(({ filename, line }) =>
    tupleOf(rt, [newRef(rt, filename), newInt(rt, line)]),
  );
  return tupleOf(rt, pairs);
}

/** `_get_traces()`: (domain, bytes, frames, how many there were) for each block. */
function getTraces(rt: Runtime): Addr {
  const list = listNew(rt, 0);
  if (list === 0 || !T.isTracing(rt)) return list;
  // places that many blocks share are made once
  const made = new Map<number, Addr>();
  let failed = false;
  for (const { bytes, place: at } of T.allTraces(rt)) {
    const place = T.placeAt(rt, at);
    const known = made.get(at);
    const frames = known === undefined ? frameTuples(rt, place) : newRef(rt, known);
    if (frames !== 0) made.set(at, frames);
    const numbers = [newInt(rt, 0), newInt(rt, bytes), frames, newInt(rt, place.total)];
    const trace = tupleOf(rt, numbers);
    failed = trace === 0 || listAppendSteal(rt, list, trace) < 0;
    if (failed) break;
  }
  if (!failed) return list;
  decref(rt, list);
  return 0;
}

const OBJECT: Params = { names: [''], required: 1, positional: 1 };
const given = new Int32Array(1);

/** `_get_object_traceback(obj)`: its block's frames, None when the block is not known. */
function getObjectTraceback(
  rt: Runtime,
  _self: Addr,
  argv: Addr,
  nargs: number,
  kwnames: Addr,
): Addr {
  if (!parseArgs(rt, '_get_object_traceback', OBJECT, given, argv, nargs, kwnames)) return 0;
  const p = given[0]!;
  const block = objectIsGc(rt, p) ? p - preheaderSize(rt, rt.typeOf(p)) : p;
  const trace = T.isTracing(rt) ? T.traceOf(rt, block) : null;
  return trace === null ? newRef(rt, rt.none) : frameTuples(rt, T.placeAt(rt, trace.place));
}

function tracedMemory(rt: Runtime): Addr {
  const { now, peak } = T.tracedMemory(rt);
  return tupleOf(rt, [newInt(rt, now), newInt(rt, peak)]);
}

export function createTracemallocModule(rt: Runtime): Addr {
  return builtinModule(rt, '_tracemalloc', {
    start: fast(start),
    stop: noArgs(stop),
    is_tracing: noArgs((r) => newBool(r, T.isTracing(r))),
    clear_traces: noArgs(clear),
    get_traceback_limit: noArgs((r) => newInt(r, T.traceLimit(r))),
    get_traced_memory: noArgs(tracedMemory),
    get_tracemalloc_memory: noArgs((r) => newInt(r, T.traceTableBytes(r))),
    reset_peak: noArgs((r) => {
      T.resetTracePeak(r);
      return newRef(r, r.none);
    }),
    _get_traces: noArgs(getTraces),
    _get_object_traceback: fastKeywords(getObjectTraceback),
  });
}
