/**
 * tee: several iterators over one, which read from shared blocks of items.
 *
 *     _tee: +16 dataobj (owned), +24 index in it, +32 weakreflist
 *     _tee_dataobject: +16 it (owned), +24 numread, +28 running, +32 nextlink (owned),
 *                      +40 values[57] (owned)
 *
 * v3.13.0 Modules/itertoolsmodule.c teeobject, teedataobject
 */
import type { Addr } from '../../base/brand.ts';
import { checkPositional, noKeywords } from '../../objects/args.ts';
import { errOccurred, raise } from '../../objects/errors.ts';
import { gcDel, gcNew, gcTrack, gcUntrackIfTracked } from '../../objects/gc-object.ts';
import * as L from '../../objects/layouts.ts';
import { asSsize, getIter, iterNext } from '../../objects/object.ts';
import { clearOwned, decref, newRef, refcnt, setOwned, xdecref } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { tupleItem, tupleNew, tupleSetItem, tupleSize } from '../../objects/tuple.ts';
import { readyType } from '../../objects/type-ready.ts';
import { noArgs, type Visit } from '../../objects/type-spec.ts';
import { ensureType } from '../module-types.ts';
import { readySimple } from './simple-type.ts';

const DATA = 16;
const INDEX = 24;
const WEAKREFLIST = 32;
const IT = 16;
const NUMREAD = 24;
const RUNNING = 28;
const NEXTLINK = 32;
const VALUES = 40;
const LINKCELLS = 57;
const DATA_SIZE = VALUES + 8 * LINKCELLS;

function newData(rt: Runtime, it: Addr): Addr {
  const data = gcNew(rt, ensureType(rt, 'teeDataObject', makeDataType), DATA_SIZE);
  if (data === 0) return 0;
  rt.i32.fill(0, (data + NUMREAD) >> 2, (data + DATA_SIZE) >> 2);
  rt.setPtr(data + IT, newRef(rt, it));
  gcTrack(rt, data);
  return data;
}

/** Item `i` of a block, read from the iterator when it is the next; new. teedataobject_getitem */
function dataItem(rt: Runtime, data: Addr, i: number): Addr {
  const at = data + VALUES + 8 * i;
  const numread = rt.i32[(data + NUMREAD) >> 2]!;
  if (i < numread) return newRef(rt, rt.ptr(at));
  if (rt.i32[(data + RUNNING) >> 2] !== 0) {
    return raise(rt, rt.exc.RuntimeError, 'cannot re-enter the tee iterator');
  }
  rt.i32[(data + RUNNING) >> 2] = 1;
  const item = iterNext(rt, rt.ptr(data + IT));
  rt.i32[(data + RUNNING) >> 2] = 0;
  if (item === 0) return 0;
  rt.i32[(data + NUMREAD) >> 2] = numread + 1;
  rt.setPtr(at, item);
  return newRef(rt, item);
}

/** The block behind; borrowed. */
function nextData(rt: Runtime, data: Addr): Addr {
  if (rt.ptr(data + NEXTLINK) === 0) rt.setPtr(data + NEXTLINK, newData(rt, rt.ptr(data + IT)));
  return rt.ptr(data + NEXTLINK);
}

/** v3.13.0 tee_next */
function teeNext(rt: Runtime, self: Addr): Addr {
  if (rt.size(self + INDEX) >= LINKCELLS) {
    const link = nextData(rt, rt.ptr(self + DATA));
    if (link === 0) return 0;
    setOwned(rt, self + DATA, newRef(rt, link));
    rt.setSize(self + INDEX, 0);
  }
  const item = dataItem(rt, rt.ptr(self + DATA), rt.size(self + INDEX));
  if (item !== 0) rt.setSize(self + INDEX, rt.size(self + INDEX) + 1);
  return item;
}

function newTee(rt: Runtime, data: Addr, index: number): Addr {
  const tee = gcNew(rt, teeType(rt), rt.layout.sizes.tee);
  if (tee === 0) return 0;
  rt.setPtr(tee + DATA, newRef(rt, data));
  rt.setSize(tee + INDEX, index);
  rt.setPtr(tee + WEAKREFLIST, 0);
  gcTrack(rt, tee);
  return tee;
}

function copyTee(rt: Runtime, self: Addr): Addr {
  return newTee(rt, rt.ptr(self + DATA), rt.size(self + INDEX));
}

/** A tee iterator over an iterable, a copy when it is one; new. v3.13.0 tee_fromiterable */
function teeFrom(rt: Runtime, iterable: Addr): Addr {
  const it = getIter(rt, iterable);
  if (it === 0) return 0;
  let tee = 0;
  if (rt.typeOf(it) === teeType(rt)) tee = copyTee(rt, it);
  else {
    const data = newData(rt, it);
    if (data !== 0) {
      tee = newTee(rt, data, 0);
      decref(rt, data);
    }
  }
  decref(rt, it);
  return tee;
}

/** `tee(iterable, n=2)`. v3.13.0 itertools_tee_impl */
export function tee(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'tee', nargs, 1, 2)) return 0;
  const n = nargs > 1 ? asSsize(rt, rt.arg(argv, 1), rt.exc.OverflowError) : 2;
  if (n === -1 && errOccurred(rt)) return 0;
  if (n < 0) return raise(rt, rt.exc.ValueError, 'n must be >= 0');
  const result = tupleNew(rt, n);
  if (result === 0 || n === 0) return result;
  let one = teeFrom(rt, rt.arg(argv, 0));
  for (let i = 0; i < n; i++) {
    if (one === 0) {
      decref(rt, result);
      return 0;
    }
    tupleSetItem(rt, result, i, one);
    if (i + 1 < n) one = copyTee(rt, one);
  }
  return result;
}

/** Drops a chain of blocks that nobody else holds, without recursion. teedataobject_safe_decref */
function dropChain(rt: Runtime, first: Addr): void {
  let link = first;
  while (link !== 0 && refcnt(rt, link) === 1) {
    const next = rt.ptr(link + NEXTLINK);
    rt.setPtr(link + NEXTLINK, 0);
    decref(rt, link);
    link = next;
  }
  xdecref(rt, link);
}

function clearData(rt: Runtime, data: Addr): number {
  if (rt.ptr(data + IT) !== 0) clearOwned(rt, data + IT);
  for (let i = 0; i < rt.i32[(data + NUMREAD) >> 2]!; i++) {
    if (rt.ptr(data + VALUES + 8 * i) !== 0) clearOwned(rt, data + VALUES + 8 * i);
  }
  const link = rt.ptr(data + NEXTLINK);
  rt.setPtr(data + NEXTLINK, 0);
  dropChain(rt, link);
  return 0;
}

function makeDataType(rt: Runtime): Addr {
  return readyType(rt, {
    name: 'itertools._tee_dataobject',
    basicsize: DATA_SIZE,
    flags: L.TPFLAGS_HAVE_GC,
    slots: {
      tp_dealloc: (r, data) => {
        gcUntrackIfTracked(r, data);
        clearData(r, data);
        gcDel(r, data);
      },
      tp_traverse: (r, data, visit: Visit) => {
        if (r.ptr(data + IT) !== 0) visit(r.ptr(data + IT));
        for (let i = 0; i < r.i32[(data + NUMREAD) >> 2]!; i++) {
          if (r.ptr(data + VALUES + 8 * i) !== 0) visit(r.ptr(data + VALUES + 8 * i));
        }
        if (r.ptr(data + NEXTLINK) !== 0) visit(r.ptr(data + NEXTLINK));
      },
      tp_clear: clearData,
    },
  });
}

function makeTeeType(rt: Runtime): Addr {
  return readySimple(rt, {
    name: 'itertools._tee',
    size: rt.layout.sizes.tee,
    owned: [DATA],
    weaklistoffset: WEAKREFLIST,
    next: teeNext,
    flags: 0,
    slots: {
      tp_new: (r, _type, args, kwargs) => {
        if (!noKeywords(r, '_tee', kwargs)) return 0;
        if (!checkPositional(r, '_tee', tupleSize(r, args), 1, 1)) return 0;
        return teeFrom(r, tupleItem(r, args, 0));
      },
    },
    methods: { __copy__: noArgs(copyTee) },
  });
}

/** The type of the iterators that tee makes; borrowed. */
export function teeType(rt: Runtime): Addr {
  return ensureType(rt, 'tee', makeTeeType);
}
