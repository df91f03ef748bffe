/**
 * map: calls a function with one item of each iterator.
 *
 *     +16  iters  owned: a tuple of iterators
 *     +24  func   owned
 *     +32  strict 4 bytes, from 3.14 on
 *
 * v3.14.0 Python/bltinmodule.c PyMap_Type
 */
import type { Addr } from '../base/brand.ts';
import { noKeywords } from './args.ts';
import { dropRow, takeRow, vectorcall } from './call.ts';
import { noMemory, raise } from './errors.ts';
import { gcDel, gcUntrackIfTracked } from './gc-object.ts';
import { callAlloc, callFree } from './generic-alloc.ts';
import { TPFLAGS_BASETYPE, TPFLAGS_HAVE_GC } from './layouts.ts';
import { callIterNext, getIter } from './object.ts';
import { decref, newRef, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { checkStrict, setStrict, strictOfRow } from './strict-lengths.ts';
import { tupleNew, tupleSetItem, tupleSize } from './tuple.ts';
import { readyType } from './type-ready.ts';
import { noArgs, oneArg, type Visit } from './type-spec.ts';
import { mapNew, mapReduce } from './late-parts.ts';

export const MAP_ITERS = 16;
export const MAP_FUNC = 24;
const MAP_STRICT = 32;

/** Whether there is room to note it: map(strict=True) is of 3.14. */
export const hasStrict = (rt: Runtime): boolean => rt.layout.sizes.map > MAP_STRICT;

export const isStrict = (rt: Runtime, lz: Addr): boolean =>
  hasStrict(rt) && rt.i32[(lz + MAP_STRICT) >> 2] !== 0;

/** Rows longer than this are asked of pymalloc. v3.13.0 _PY_FASTCALL_SMALL_STACK */
const SMALL_STACK = 5;

/** A tuple of iterators over a row of iterables; 0 with an exception. */
export function iteratorsOfRow(rt: Runtime, argv: Addr, n: number): Addr {
  const iters = tupleNew(rt, n);
  if (iters === 0) return 0;
  for (let i = 0; i < n; i++) {
    const it = getIter(rt, rt.arg(argv, i));
    if (it === 0) {
      decref(rt, iters);
      return 0;
    }
    tupleSetItem(rt, iters, i, it);
  }
  return iters;
}

/** `map(func, *iterables)` of a row. v3.14.0 map_vectorcall */
export function mapFromRow(
  rt: Runtime,
  type: Addr,
  argv: Addr,
  nargs: number,
  strict: number,
): Addr {
  if (strict < 0) return 0;
  if (nargs < 2) {
    return raise(rt, rt.exc.TypeError, 'map() must have at least two arguments.');
  }
  const iters = iteratorsOfRow(rt, argv + 8, nargs - 1);
  if (iters === 0) return 0;
  const lz = callAlloc(rt, type, 0);
  if (lz === 0) {
    decref(rt, iters);
    return 0;
  }
  rt.setPtr(lz + MAP_ITERS, iters);
  rt.setPtr(lz + MAP_FUNC, newRef(rt, rt.arg(argv, 0)));
  if (hasStrict(rt)) rt.i32[(lz + MAP_STRICT) >> 2] = strict;
  return lz;
}

/** v3.14.0 map_vectorcall */
function mapVectorcall(rt: Runtime, type: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  let strict = 0;
  if (hasStrict(rt)) strict = strictOfRow(rt, 'map', kwnames, argv + 8 * nargs);
  else if (!noKeywords(rt, 'map', kwnames)) strict = -1;
  return mapFromRow(rt, type, argv, nargs, strict);
}

/** v3.13.0 map_next */
function mapNext(rt: Runtime, lz: Addr): Addr {
  const iters = rt.ptr(lz + MAP_ITERS);
  const n = tupleSize(rt, iters);
  const block = n > SMALL_STACK ? rt.mem.malloc(n * 8) : 0;
  if (n > SMALL_STACK && block === 0) return noMemory(rt);
  const row = takeRow(rt, n);
  let filled = 0;
  let result = 0;
  if (row !== 0) {
    filled = fillRow(rt, iters, row, n);
    if (filled === n) result = vectorcall(rt, rt.ptr(lz + MAP_FUNC), row, n, 0);
    else if (isStrict(rt, lz)) {
      result = checkStrict(rt, 'map', iters + rt.layout.tupleItems, n, filled);
    }
    for (let i = 0; i < filled; i++) decref(rt, rt.arg(row, i));
    dropRow(rt, row);
  }
  // NOT CPYTHON: there the block is the row; here rows lie on the data stack, and the block is
  // only taken as CPython takes it
  if (block !== 0) rt.mem.free(block);
  return result;
}

/** Takes one item of each iterator; says how many came. */
function fillRow(rt: Runtime, iters: Addr, row: Addr, n: number): number {
  const at = iters + rt.layout.tupleItems;
  for (let i = 0; i < n; i++) {
    const it = rt.arg(at, i);
    const item = callIterNext(rt, it);
    if (item === 0) return i;
    rt.setPtr(row + 8 * i, item);
  }
  return n;
}

/** v3.14.0 map_setstate */
function mapSetState(rt: Runtime, lz: Addr, state: Addr): Addr {
  return setStrict(rt, lz + MAP_STRICT, state);
}

function mapDealloc(rt: Runtime, lz: Addr): void {
  gcUntrackIfTracked(rt, lz);
  xdecref(rt, rt.ptr(lz + MAP_ITERS));
  xdecref(rt, rt.ptr(lz + MAP_FUNC));
  callFree(rt, lz);
}

function mapTraverse(rt: Runtime, lz: Addr, visit: Visit): void {
  const iters = rt.ptr(lz + MAP_ITERS);
  const func = rt.ptr(lz + MAP_FUNC);
  if (iters !== 0) visit(iters);
  if (func !== 0) visit(func);
}

/** v3.13.0 PyMap_Type */
export function initMapType(rt: Runtime): void {
  rt.types.map = readyType(rt, {
    name: 'map',
    basicsize: rt.layout.sizes.map,
    flags: TPFLAGS_HAVE_GC | TPFLAGS_BASETYPE,
    slots: {
      tp_dealloc: mapDealloc,
      tp_traverse: mapTraverse,
      tp_iter: newRef,
      tp_iternext: mapNext,
      tp_new: mapNew,
      tp_vectorcall: mapVectorcall,
      tp_free: gcDel,
    },
    methods: { __reduce__: noArgs(mapReduce), __setstate__: oneArg(mapSetState) },
    doc: 'map(function, *iterables): an iterator of what the function returns for their items',
  });
}
