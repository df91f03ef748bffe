/**
 * Iterators over the characters of a str: one for ASCII, one for the rest.
 * v3.13.0 Objects/unicodeobject.c unicode_iter, unicode_ascii_iter_next, unicodeiter_next
 */
import type { Addr } from '../base/brand.ts';
import { gcDel, gcNew, gcTrack, gcUntrackIfTracked } from './gc-object.ts';
import { SEQ_ITER_INDEX, SEQ_ITER_SEQ, SEQ_ITER_SIZE, TPFLAGS_HAVE_GC } from './layouts.ts';
import { decref, newRef, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { strData, strIsAscii, strLength } from './strings.ts';
import { readyType } from './type-ready.ts';
import { noArgs, oneArg, type TypeSpec } from './type-spec.ts';
import {
  iterLengthHint,
  iterReduce,
  iterSetState,
  iterTraverse,
  strIterNext,
} from './late-iterators.ts';

/** `iter(s)`; new. v3.13.0 unicode_iter */
export function strIter(rt: Runtime, s: Addr): Addr {
  return sequenceIterNew(
    rt,
    strIsAscii(rt, s) ? rt.types.strAsciiIterator : rt.types.strIterator,
    s,
  );
}

/** An iterator object of this type over `sequence` (borrowed), at index 0; tracked. */
export function sequenceIterNew(rt: Runtime, type: Addr, sequence: Addr): Addr {
  const it = gcNew(rt, type, SEQ_ITER_SIZE);
  if (it === 0) return 0;
  rt.setSize(it + SEQ_ITER_INDEX, 0);
  rt.setPtr(it + SEQ_ITER_SEQ, newRef(rt, sequence));
  gcTrack(rt, it);
  return it;
}

function strAsciiIterNext(rt: Runtime, it: Addr): Addr {
  const s = rt.ptr(it + SEQ_ITER_SEQ);
  if (s === 0) return 0;
  const i = rt.size(it + SEQ_ITER_INDEX);
  if (i >= strLength(rt, s)) return exhaust(rt, it, s);
  rt.setSize(it + SEQ_ITER_INDEX, i + 1);
  return newRef(rt, rt.latin1[rt.u8[strData(rt, s) + i]!]!);
}

/** The end: lets go of the sequence. @returns 0, without an exception */
export function exhaust(rt: Runtime, it: Addr, sequence: Addr): 0 {
  rt.setPtr(it + SEQ_ITER_SEQ, 0);
  decref(rt, sequence);
  return 0;
}

function iterDealloc(rt: Runtime, it: Addr): void {
  gcUntrackIfTracked(rt, it);
  xdecref(rt, rt.ptr(it + SEQ_ITER_SEQ));
  gcDel(rt, it);
}

/** Length of a str, bytes or bytearray. */
export type LengthOf = (rt: Runtime, sequence: Addr) => number;

/** The type of an iterator over str, bytes or bytearray. */
export function sequenceIterSpec(
  name: string,
  next: (rt: Runtime, it: Addr) => Addr,
  lengthOf: LengthOf,
  empty: (rt: Runtime) => Addr,
): TypeSpec {
  return {
    name,
    basicsize: SEQ_ITER_SIZE,
    flags: TPFLAGS_HAVE_GC,
    slots: {
      tp_dealloc: iterDealloc,
      tp_traverse: iterTraverse,
      tp_iter: newRef,
      tp_iternext: next,
    },
    methods: {
      __length_hint__: noArgs((rt, it) => iterLengthHint(rt, it, lengthOf)),
      __reduce__: noArgs((rt, it) => iterReduce(rt, it, empty(rt))),
      __setstate__: oneArg((rt, it, state) => iterSetState(rt, it, state, lengthOf)),
    },
  };
}

/** Defines str_ascii_iterator and str_iterator. */
export function initStrIterators(rt: Runtime): void {
  const empty = (r: Runtime): Addr => r.emptyStr;
  rt.types.strAsciiIterator = readyType(
    rt,
    sequenceIterSpec(rt.profile.asciiIterator, strAsciiIterNext, strLength, empty),
  );
  rt.types.strIterator = readyType(
    rt,
    sequenceIterSpec('str_iterator', strIterNext, strLength, empty),
  );
}
