/**
 * range. Its iterators: range-iterators.ts. v3.13.0 Objects/rangeobject.c
 *
 *      0  ob_refcnt, ob_type
 *     16  start     24  stop     32  step     40  length     ints, all owned
 */
import type { Addr } from '../base/brand.ts';
import { checkPositional, noKeywords } from './args.ts';
import { raise } from './errors.ts';
import { freeListPush, objectFromList } from './freelists.ts';
import { exactIndex } from './int-new.ts';
import {
  intAsSsize,
  intSign,
  intToBigInt,
  intToNumber,
  newInt,
  newIntFromBigInt,
} from './int-object.ts';
import {
  RANGE_LENGTH,
  RANGE_SIZE,
  RANGE_START,
  RANGE_STEP,
  RANGE_STOP,
  TPFLAGS_SEQUENCE,
} from './layouts.ts';
import { rangeIter, rangeReversed } from './range-iterators.ts';
import { decref } from './refcount.ts';
import { FREE_RANGE, type Runtime } from './runtime.ts';
import { tupleSize } from './tuple.ts';
import { readyType } from './type-ready.ts';
import { noArgs, oneArg, type Visit } from './type-spec.ts';
import { late, Part } from '../base/part.ts';

/** What ranges do beyond being gone through. */
export const rangeCode = new Part<typeof import('./range-code.ts')>('ranges');
const rangeRepr = late(rangeCode, 'rangeRepr');
const rangeHash = late(rangeCode, 'rangeHash');
const rangeRichCompare = late(rangeCode, 'rangeRichCompare');
const rangeSubscript = late(rangeCode, 'rangeSubscript');
const rangeItem = late(rangeCode, 'rangeItem');
const rangeContains = late(rangeCode, 'rangeContains');
const reduce = late(rangeCode, 'reduce');
const rangeCount = late(rangeCode, 'rangeCount');
const rangeIndex = late(rangeCode, 'rangeIndex');

export { longRangeIterNext, rangeIterNext } from './range-iterators.ts';

// ---- making ------------------------------------------------------------------------------------

/** How many numbers, as an int, new. v3.13.0 compute_range_length */
function rangeLength(rt: Runtime, start: Addr, stop: Addr, step: Addr): Addr {
  const first = intToNumber(rt, start);
  const last = intToNumber(rt, stop);
  const by = intToNumber(rt, step);
  const distance = by > 0 ? last - first : first - last;
  if (
    !Number.isNaN(distance) &&
    Math.abs(distance) <= Number.MAX_SAFE_INTEGER &&
    !Number.isNaN(by)
  ) {
    return newInt(rt, distance <= 0 ? 0 : Math.floor((distance - 1) / Math.abs(by)) + 1);
  }
  return newIntFromBigInt(
    rt,
    countOf(intToBigInt(rt, start), intToBigInt(rt, stop), intToBigInt(rt, step)),
  );
}

function countOf(start: bigint, stop: bigint, step: bigint): bigint {
  const distance = step > 0n ? stop - start : start - stop;
  if (distance <= 0n) return 0n;
  return (distance - 1n) / (step > 0n ? step : -step) + 1n;
}

/** A range of three ints, all stolen. v3.13.0 make_range_object */
export function makeRange(rt: Runtime, start: Addr, stop: Addr, step: Addr): Addr {
  const length = rangeLength(rt, start, stop, step);
  const p = length === 0 ? 0 : objectFromList(rt, FREE_RANGE, rt.types.range, RANGE_SIZE);
  if (p === 0) {
    if (length !== 0) decref(rt, length);
    decref(rt, start);
    decref(rt, stop);
    decref(rt, step);
    return 0;
  }
  rt.setPtr(p + RANGE_START, start);
  rt.setPtr(p + RANGE_STOP, stop);
  rt.setPtr(p + RANGE_STEP, step);
  rt.setPtr(p + RANGE_LENGTH, length);
  return p;
}

/** v3.13.0 range_from_array */
function fromArgs(rt: Runtime, row: Addr, n: number): Addr {
  if (n === 0) {
    const text = `range expected ${rt.profile.errorWords.leastOne}1 argument, got 0`;
    return raise(rt, rt.exc.TypeError, text);
  }
  if (!checkPositional(rt, 'range', n, 1, 3)) return 0;
  const start = n === 1 ? newInt(rt, 0) : exactIndex(rt, rt.arg(row, 0));
  if (start === 0) return 0;
  const stop = exactIndex(rt, rt.arg(row, n === 1 ? 0 : 1));
  if (stop === 0) {
    decref(rt, start);
    return 0;
  }
  const step = n === 3 ? checkedStep(rt, rt.arg(row, 2)) : newInt(rt, 1);
  if (step === 0) {
    decref(rt, start);
    decref(rt, stop);
    return 0;
  }
  return makeRange(rt, start, stop, step);
}

/** v3.13.0 validate_step */
function checkedStep(rt: Runtime, p: Addr): Addr {
  const step = exactIndex(rt, p);
  if (step === 0 || intSign(rt, step) !== 0) return step;
  decref(rt, step);
  return raise(rt, rt.exc.ValueError, 'range() arg 3 must not be zero');
}

function rangeNew(rt: Runtime, _type: Addr, args: Addr, kwargs: Addr): Addr {
  if (!noKeywords(rt, 'range', kwargs)) return 0;
  return fromArgs(rt, args + rt.layout.tupleItems, tupleSize(rt, args));
}

function rangeVectorcall(rt: Runtime, _type: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  return noKeywords(rt, 'range', kwnames) ? fromArgs(rt, argv, nargs) : 0;
}

function rangeDealloc(rt: Runtime, p: Addr): void {
  decref(rt, rt.ptr(p + RANGE_START));
  decref(rt, rt.ptr(p + RANGE_STOP));
  decref(rt, rt.ptr(p + RANGE_STEP));
  decref(rt, rt.ptr(p + RANGE_LENGTH));
  if (!freeListPush(rt, FREE_RANGE, p, rt.profile.freeLists.range)) rt.obj.free(p);
}

function rangeTraverse(rt: Runtime, p: Addr, visit: Visit): void {
  for (let at = RANGE_START; at <= RANGE_LENGTH; at += 8) visit(rt.ptr(p + at));
}

export function initRangeType(rt: Runtime): void {
  rt.types.range = readyType(rt, {
    name: 'range',
    basicsize: RANGE_SIZE,
    flags: TPFLAGS_SEQUENCE,
    slots: {
      tp_dealloc: rangeDealloc,
      tp_repr: rangeRepr,
      tp_hash: rangeHash,
      tp_richcompare: rangeRichCompare,
      tp_traverse: rangeTraverse,
      tp_iter: rangeIter,
      tp_new: rangeNew,
      tp_vectorcall: rangeVectorcall,
      nb_bool: (rt, p) => (intSign(rt, rt.ptr(p + RANGE_LENGTH)) !== 0 ? 1 : 0),
      mp_length: (rt, p) => intAsSsize(rt, rt.ptr(p + RANGE_LENGTH)),
      mp_subscript: rangeSubscript,
      sq_length: (rt, p) => intAsSsize(rt, rt.ptr(p + RANGE_LENGTH)),
      sq_item: rangeItem,
      sq_contains: rangeContains,
    },
    methods: {
      __reversed__: noArgs(rangeReversed),
      __reduce__: noArgs(reduce),
      count: oneArg(rangeCount),
      index: oneArg(rangeIndex),
    },
    members: {
      start: { offset: RANGE_START, type: 'objectEx', readonly: true },
      stop: { offset: RANGE_STOP, type: 'objectEx', readonly: true },
      step: { offset: RANGE_STEP, type: 'objectEx', readonly: true },
    },
  });
}
