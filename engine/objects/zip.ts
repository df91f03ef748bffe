/**
 * zip: tuples of one item of each iterator.
 *
 *     +16  tuplesize
 *     +24  ittuple    owned: the iterators
 *     +32  result     owned: a tuple that is handed out again when nobody else holds it
 *     +40  strict     4 bytes
 *
 * v3.13.0 Python/bltinmodule.c PyZip_Type
 */
import type { Addr } from '../base/brand.ts';
import { gcDel, gcTrack, gcUntrackIfTracked, isTracked } from './gc-object.ts';
import { callAlloc, callFree } from './generic-alloc.ts';
import { TPFLAGS_BASETYPE, TPFLAGS_HAVE_GC } from './layouts.ts';
import { iteratorsOfRow } from './map.ts';
import { callIterNext } from './object.ts';
import { decref, newRef, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { noKeywords } from './args.ts';
import { checkStrict, setStrict, strictOfDict, strictReduced } from './strict-lengths.ts';
import { tupleItem, tupleNew, tupleSetItem, tupleSize } from './tuple.ts';
import { readyType } from './type-ready.ts';
import { noArgs, oneArg, type Visit } from './type-spec.ts';

export const ZIP_TUPLESIZE = 16;
export const ZIP_ITTUPLE = 24;
export const ZIP_RESULT = 32;
export const ZIP_STRICT = 40;

/** Whether there is room to note it: zip(strict=True) is of 3.10. */
const hasStrict = (rt: Runtime): boolean => rt.layout.sizes.zip > ZIP_STRICT;

const isStrict = (rt: Runtime, lz: Addr): boolean =>
  hasStrict(rt) && rt.i32[(lz + ZIP_STRICT) >> 2] !== 0;

// ---- making --------------------------------------------------------------------------------------

/** tp_new. v3.13.0 zip_new */
function zipNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  const strict = kwargs === 0 ? 0 : strictArgument(rt, kwargs);
  if (strict < 0) return 0;
  const n = tupleSize(rt, args);
  const iters = iteratorsOfRow(rt, args + rt.layout.tupleItems, n);
  if (iters === 0) return 0;
  const result = tupleNew(rt, n);
  if (result !== 0) {
    for (let i = 0; i < n; i++) tupleSetItem(rt, result, i, newRef(rt, rt.none));
  }
  const lz = result === 0 ? 0 : callAlloc(rt, type, 0);
  if (lz === 0) {
    xdecref(rt, result);
    decref(rt, iters);
    return 0;
  }
  rt.setSize(lz + ZIP_TUPLESIZE, n);
  rt.setPtr(lz + ZIP_ITTUPLE, iters);
  rt.setPtr(lz + ZIP_RESULT, result);
  if (hasStrict(rt)) rt.i32[(lz + ZIP_STRICT) >> 2] = strict;
  return lz;
}

/** The keyword `strict` as 0 or 1; -1 with TypeError. */
function strictArgument(rt: Runtime, kwargs: Addr): number {
  if (!hasStrict(rt)) return noKeywords(rt, 'zip', kwargs) ? 0 : -1;
  return strictOfDict(rt, 'zip', kwargs);
}

// ---- iterating -----------------------------------------------------------------------------------

/** v3.13.0 zip_next */
function zipNext(rt: Runtime, lz: Addr): Addr {
  const i32 = rt.i32;
  const n = i32[(lz + ZIP_TUPLESIZE) >> 2]!;
  if (n === 0) return 0;
  const kept = i32[(lz + ZIP_RESULT) >> 2]!;
  const reuse = i32[kept >> 2] === 1;
  const result = reuse ? newRef(rt, kept) : tupleNew(rt, n);
  if (result === 0) return 0;
  const iters = i32[(lz + ZIP_ITTUPLE) >> 2]! + rt.layout.tupleItems;
  for (let i = 0; i < n; i++) {
    const it = rt.arg(iters, i);
    const item = callIterNext(rt, it);
    if (item === 0) {
      decref(rt, result);
      return isStrict(rt, lz) ? checkStrict(rt, 'zip', iters, n, i) : 0;
    }
    const old = tupleItem(rt, result, i);
    tupleSetItem(rt, result, i, item);
    if (old !== 0) decref(rt, old);
  }
  // a collection may have found that the old contents needed no tracking
  if (reuse && !isTracked(rt, result)) gcTrack(rt, result);
  return result;
}

// ---- copying -------------------------------------------------------------------------------------

/** v3.13.0 zip_reduce: `(zip, iterators)`, and True when it is strict */
function zipReduce(rt: Runtime, lz: Addr): Addr {
  const iters = newRef(rt, rt.ptr(lz + ZIP_ITTUPLE));
  return strictReduced(rt, lz, iters, isStrict(rt, lz));
}

/** v3.13.0 zip_setstate */
function zipSetState(rt: Runtime, lz: Addr, state: Addr): Addr {
  return setStrict(rt, lz + ZIP_STRICT, state);
}

// ---- the type ------------------------------------------------------------------------------------

function zipDealloc(rt: Runtime, lz: Addr): void {
  gcUntrackIfTracked(rt, lz);
  xdecref(rt, rt.ptr(lz + ZIP_ITTUPLE));
  xdecref(rt, rt.ptr(lz + ZIP_RESULT));
  callFree(rt, lz);
}

function zipTraverse(rt: Runtime, lz: Addr, visit: Visit): void {
  const iters = rt.ptr(lz + ZIP_ITTUPLE);
  const result = rt.ptr(lz + ZIP_RESULT);
  if (iters !== 0) visit(iters);
  if (result !== 0) visit(result);
}

/** v3.13.0 PyZip_Type */
export function initZipType(rt: Runtime): void {
  rt.types.zip = readyType(rt, {
    name: 'zip',
    basicsize: rt.layout.sizes.zip,
    flags: TPFLAGS_HAVE_GC | TPFLAGS_BASETYPE,
    slots: {
      tp_dealloc: zipDealloc,
      tp_traverse: zipTraverse,
      tp_iter: newRef,
      tp_iternext: zipNext,
      tp_new: zipNew,
      tp_free: gcDel,
    },
    methods: { __reduce__: noArgs(zipReduce), __setstate__: oneArg(zipSetState) },
    doc: 'zip(*iterables, strict=False): an iterator of tuples of their items',
  });
}
