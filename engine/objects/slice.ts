/**
 * slice. One freed slice is kept for the next. v3.13.0 Objects/sliceobject.c
 *
 *      0  ob_refcnt, ob_type          (behind a GC header)
 *     16  start     24  stop     32  step     all owned
 */
import type { Addr } from '../base/brand.ts';
import { freeListPop, freeListPush } from './freelists.ts';
import { gcDel, gcNew, gcTrack, gcUntrack, initObject } from './gc-object.ts';
import { SLICE_SIZE, SLICE_START, SLICE_STEP, SLICE_STOP, TPFLAGS_HAVE_GC } from './layouts.ts';
import { decref, newRef } from './refcount.ts';
import { FREE_SLICE, type Runtime } from './runtime.ts';
import { tuplePack, tuplePairSteal } from './tuple.ts';
import { readyType } from './type-ready.ts';
import { noArgs, oneArg, type Visit } from './type-spec.ts';
import {
  indices,
  sliceHash,
  sliceRepr,
  sliceRichCompare,
  sliceTpNew,
} from './late-introspection.ts';

export { sliceBigIndices } from './late-introspection.ts';

/** v3.13.0 slice_cache: one. No release keeps another number. */
const SLICE_CACHE = 1;

/** A new slice of three objects (counted up; None for what is not given). v3.13.0 PySlice_New */
export function sliceNew(rt: Runtime, start: Addr, stop: Addr, step: Addr): Addr {
  let p = freeListPop(rt, FREE_SLICE);
  if (p !== 0) initObject(rt, p, rt.types.slice);
  else p = gcNew(rt, rt.types.slice, SLICE_SIZE);
  if (p === 0) return 0;
  rt.setPtr(p + SLICE_START, newRef(rt, start));
  rt.setPtr(p + SLICE_STOP, newRef(rt, stop));
  rt.setPtr(p + SLICE_STEP, newRef(rt, step));
  gcTrack(rt, p);
  return p;
}

/** Whether `p` is a slice; there are no subclasses. v3.13.0 PySlice_Check */
export function isSlice(rt: Runtime, p: Addr): boolean {
  return rt.typeOf(p) === rt.types.slice;
}

function sliceDealloc(rt: Runtime, p: Addr): void {
  gcUntrack(rt, p);
  decref(rt, rt.ptr(p + SLICE_STEP));
  decref(rt, rt.ptr(p + SLICE_START));
  decref(rt, rt.ptr(p + SLICE_STOP));
  if (!freeListPush(rt, FREE_SLICE, p, SLICE_CACHE)) gcDel(rt, p);
}

function sliceTraverse(rt: Runtime, p: Addr, visit: Visit): void {
  visit(rt.ptr(p + SLICE_START));
  visit(rt.ptr(p + SLICE_STOP));
  visit(rt.ptr(p + SLICE_STEP));
}

export function asTuple(rt: Runtime, p: Addr): Addr {
  return tuplePack(rt, rt.ptr(p + SLICE_START), rt.ptr(p + SLICE_STOP), rt.ptr(p + SLICE_STEP));
}

function reduce(rt: Runtime, self: Addr): Addr {
  const args = asTuple(rt, self);
  return args === 0 ? 0 : tuplePairSteal(rt, newRef(rt, rt.types.slice), args);
}

export function initSliceType(rt: Runtime): void {
  rt.types.slice = readyType(rt, {
    name: 'slice',
    basicsize: SLICE_SIZE,
    flags: TPFLAGS_HAVE_GC,
    slots: {
      tp_dealloc: sliceDealloc,
      tp_repr: sliceRepr,
      ...(rt.profile.slicesHashable ? { tp_hash: sliceHash } : {}),
      tp_richcompare: sliceRichCompare,
      tp_traverse: sliceTraverse,
      tp_new: sliceTpNew,
    },
    methods: { indices: oneArg(indices), __reduce__: noArgs(reduce) },
    members: {
      start: { offset: SLICE_START, type: 'object', readonly: true },
      stop: { offset: SLICE_STOP, type: 'object', readonly: true },
      step: { offset: SLICE_STEP, type: 'object', readonly: true },
    },
  });
}
