/**
 * The iterators of itertools that pass on the items of one iterator, or make items out of nothing.
 * Each type begins with its fields. v3.13.0 Modules/itertoolsmodule.c
 */
import type { Addr } from '../../base/brand.ts';
import { checkPositional, noKeywords, type Params } from '../../objects/args.ts';
import { callOneArg, callTwoArgs, callObject } from '../../objects/call.ts';
import { errClear, errOccurred, raise } from '../../objects/errors.ts';
import { callAlloc } from '../../objects/generic-alloc.ts';
import { intAdd, isIntExact, newInt } from '../../objects/int.ts';
import { listAppend, listItem, listNew, listSize } from '../../objects/list.ts';
import { readNewArgs } from '../../objects/new-args.ts';
import { numberAdd } from '../../objects/number-protocol.ts';
import * as L from '../../objects/layouts.ts';
import * as O from '../../objects/object.ts';
import { clearOwned, decref, newRef, refcnt, setOwned } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { newStr } from '../../objects/strings.ts';
import {
  tupleItem,
  tuplePack,
  tuplePairSteal,
  tupleSetItem,
  tupleSize,
} from '../../objects/tuple.ts';
import { sequenceToTuple } from '../../objects/tuple-build.ts';
import { classMethod, noArgs, oneArg } from '../../objects/type-spec.ts';
import { typeShortName } from '../../objects/type-object.ts';
import { nextOf, readySimple, type SimpleSpec } from './simple-type.ts';
import { genericAliasNew } from '../../objects/late-parts.ts';

const A = 16;
const B = 24;
const C = 32;
const D = 40;
const given = new Int32Array(5);

/** `(func, iterable)` by position: func at +16, its iterator at +24. */
function newWithFunction(name: string) {
  return (rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr => {
    if (!noKeywords(rt, name, kwargs)) return 0;
    if (!checkPositional(rt, name, tupleSize(rt, args), 2, 2)) return 0;
    const it = O.getIter(rt, tupleItem(rt, args, 1));
    if (it === 0) return 0;
    const self = callAlloc(rt, type, 0);
    if (self === 0) {
      decref(rt, it);
      return 0;
    }
    rt.setPtr(self + A, newRef(rt, tupleItem(rt, args, 0)));
    rt.setPtr(self + B, it);
    return self;
  };
}

/** What the function says of an item: 1, 0, -1 with an exception. */
function asks(rt: Runtime, func: Addr, item: Addr): number {
  const answer = callOneArg(rt, func, item);
  if (answer === 0) return -1;
  const truth = O.isTrue(rt, answer);
  decref(rt, answer);
  return truth;
}

// ---- dropwhile, takewhile, filterfalse, starmap ----------------------------------------------------

/** +16 func, +24 it, +32 start: whether the first item was found */
function dropwhileNext(rt: Runtime, self: Addr): Addr {
  for (;;) {
    const item = nextOf(rt, self, B);
    if (item === 0 || rt.size(self + C) === 1) return item;
    const truth = asks(rt, rt.ptr(self + A), item);
    if (truth === 0) {
      rt.setSize(self + C, 1);
      return item;
    }
    decref(rt, item);
    if (truth < 0) return 0;
  }
}

/** +16 func, +24 it, +32 stop: whether the last item was yielded */
function takewhileNext(rt: Runtime, self: Addr): Addr {
  if (rt.size(self + C) === 1) return 0;
  const item = nextOf(rt, self, B);
  if (item === 0) return 0;
  const truth = asks(rt, rt.ptr(self + A), item);
  if (truth === 1) return item;
  decref(rt, item);
  if (truth === 0) rt.setSize(self + C, 1);
  return 0;
}

/** +16 func, None or bool: the item itself, +24 it */
function filterfalseNext(rt: Runtime, self: Addr): Addr {
  const func = rt.ptr(self + A);
  const plain = func === rt.none || func === rt.types.bool;
  for (;;) {
    const item = nextOf(rt, self, B);
    if (item === 0) return 0;
    const truth = plain ? O.isTrue(rt, item) : asks(rt, func, item);
    if (truth === 0) return item;
    decref(rt, item);
    if (truth < 0) return 0;
  }
}

/** +16 func, +24 it */
function starmapNext(rt: Runtime, self: Addr): Addr {
  const item = nextOf(rt, self, B);
  if (item === 0) return 0;
  const args = rt.typeOf(item) === rt.types.tuple ? newRef(rt, item) : sequenceToTuple(rt, item);
  decref(rt, item);
  if (args === 0) return 0;
  const result = callObject(rt, rt.ptr(self + A), args, 0);
  decref(rt, args);
  return result;
}

function functionSpec(name: string, next: SimpleSpec['next'], counters: number): SimpleSpec {
  return {
    name: `itertools.${name}`,
    size: C + 8 * counters,
    owned: [A, B],
    next: next!,
    slots: { tp_new: newWithFunction(name) },
  };
}

// ---- chain -----------------------------------------------------------------------------------------

/** +16 source: iterator over the iterables, +24 active: the one under way */
function chainOf(rt: Runtime, type: Addr, iterables: Addr): Addr {
  const source = O.getIter(rt, iterables);
  if (source === 0) return 0;
  const self = callAlloc(rt, type, 0);
  if (self === 0) decref(rt, source);
  else rt.setPtr(self + A, source);
  return self;
}

/** v3.13.0 chain_next */
function chainNext(rt: Runtime, self: Addr): Addr {
  while (rt.ptr(self + A) !== 0) {
    if (rt.ptr(self + B) === 0) {
      const iterable = nextOf(rt, self, A);
      const active = iterable === 0 ? 0 : O.getIter(rt, iterable);
      if (iterable !== 0) decref(rt, iterable);
      if (active === 0) {
        clearOwned(rt, self + A);
        return 0;
      }
      rt.setPtr(self + B, active);
    }
    const item = nextOf(rt, self, B);
    if (item !== 0 || errOccurred(rt)) return item;
    clearOwned(rt, self + B);
  }
  return 0;
}

// ---- compress, cycle, pairwise ---------------------------------------------------------------------

const COMPRESS: Params = { names: ['data', 'selectors'], required: 2, positional: 2 };

/** +16 data, +24 selectors */
function compressNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  if (!readNewArgs(rt, 'compress', COMPRESS, given, args, kwargs)) return 0;
  const selectors = given[1]!;
  const data = O.getIter(rt, given[0]!);
  const which = data === 0 ? 0 : O.getIter(rt, selectors);
  const self = which === 0 ? 0 : callAlloc(rt, type, 0);
  if (self === 0) {
    if (data !== 0) decref(rt, data);
    if (which !== 0) decref(rt, which);
    return 0;
  }
  rt.setPtr(self + A, data);
  rt.setPtr(self + B, which);
  return self;
}

function compressNext(rt: Runtime, self: Addr): Addr {
  for (;;) {
    const item = nextOf(rt, self, A);
    if (item === 0) return 0;
    const selector = nextOf(rt, self, B);
    const truth = selector === 0 ? -1 : O.isTrue(rt, selector);
    if (selector !== 0) decref(rt, selector);
    if (truth === 1) return item;
    decref(rt, item);
    if (truth < 0) return 0;
  }
}

/** `(iterable)` by position: its iterator at +16. */
function newOverOne(name: string, setUp?: (rt: Runtime, self: Addr) => boolean) {
  return (rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr => {
    if (!noKeywords(rt, name, kwargs)) return 0;
    if (!checkPositional(rt, name, tupleSize(rt, args), 1, 1)) return 0;
    const it = O.getIter(rt, tupleItem(rt, args, 0));
    if (it === 0) return 0;
    const self = callAlloc(rt, type, 0);
    if (self === 0) {
      decref(rt, it);
      return 0;
    }
    rt.setPtr(self + A, it);
    if (setUp === undefined || setUp(rt, self)) return self;
    decref(rt, self);
    return 0;
  };
}

/** +16 it, NULL once it ended; +24 saved: list of its items; +32 index of the next */
function cycleNext(rt: Runtime, self: Addr): Addr {
  const saved = rt.ptr(self + B);
  if (rt.ptr(self + A) !== 0) {
    const item = nextOf(rt, self, A);
    if (item !== 0) {
      if (listAppend(rt, saved, item) === 0) return item;
      decref(rt, item);
      return 0;
    }
    if (errOccurred(rt)) return 0;
    clearOwned(rt, self + A);
  }
  const n = listSize(rt, saved);
  if (n === 0) return 0;
  const index = rt.size(self + C);
  rt.setSize(self + C, index + 1 >= n ? 0 : index + 1);
  return newRef(rt, listItem(rt, saved, index));
}

/** +16 it, +24 old: the item before, +32 result: a pair that is used again when nobody kept it */
function pairwiseNext(rt: Runtime, self: Addr): Addr {
  if (rt.ptr(self + A) === 0) return 0;
  if (rt.ptr(self + B) === 0) {
    rt.setPtr(self + B, nextOf(rt, self, A));
    if (rt.ptr(self + B) === 0) return endPairwise(rt, self);
  }
  const old = newRef(rt, rt.ptr(self + B));
  const item = nextOf(rt, self, A);
  if (item === 0) {
    decref(rt, old);
    return endPairwise(rt, self);
  }
  setOwned(rt, self + B, newRef(rt, item));
  const result = rt.ptr(self + C);
  if (refcnt(rt, result) !== 1) return tuplePairSteal(rt, old, item);
  const [a, b] = [tupleItem(rt, result, 0), tupleItem(rt, result, 1)];
  tupleSetItem(rt, result, 0, old);
  tupleSetItem(rt, result, 1, item);
  newRef(rt, result);
  decref(rt, a);
  decref(rt, b);
  return result;
}

function endPairwise(rt: Runtime, self: Addr): 0 {
  clearOwned(rt, self + A);
  if (rt.ptr(self + B) !== 0) clearOwned(rt, self + B);
  return 0;
}

// ---- repeat, count ---------------------------------------------------------------------------------

const REPEAT: Params = { names: ['object', 'times'], required: 1, positional: 2 };

/** +16 element, +24 cnt: how often it is still to come, -1 for ever */
function repeatNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  if (!readNewArgs(rt, 'repeat', REPEAT, given, args, kwargs)) return 0;
  const element = given[0]!;
  let times = -1;
  if (given[1] !== 0) {
    times = O.asSsize(rt, given[1]!, rt.exc.OverflowError);
    if (times === -1 && errOccurred(rt)) return 0;
    if (times < 0) times = 0;
  }
  const self = callAlloc(rt, type, 0);
  if (self === 0) return 0;
  rt.setPtr(self + A, newRef(rt, element));
  rt.setSize(self + B, Math.min(times, 2 ** 31 - 1));
  return self;
}

function repeatNext(rt: Runtime, self: Addr): Addr {
  const left = rt.size(self + B);
  if (left === 0) return 0;
  if (left > 0) rt.setSize(self + B, left - 1);
  return newRef(rt, rt.ptr(self + A));
}

function repeatRepr(rt: Runtime, self: Addr): Addr {
  const text = O.reprText(rt, rt.ptr(self + A));
  const left = rt.size(self + B);
  if (text === null) return 0;
  const name = typeShortName(rt, rt.typeOf(self));
  return newStr(rt, left < 0 ? `${name}(${text})` : `${name}(${text}, ${left})`);
}

function repeatHint(rt: Runtime, self: Addr): Addr {
  const left = rt.size(self + B);
  if (left < 0) return raise(rt, rt.exc.TypeError, 'len() of unsized object');
  return newInt(rt, left);
}

const COUNT: Params = { names: ['start', 'step'], required: 0, positional: 2 };

/** Whether a value can be counted with. v3.13.0 PyNumber_Check */
function isNumber(rt: Runtime, p: Addr): boolean {
  const type = rt.typeOf(p);
  return (
    O.slotOf(rt, p, L.NB_INDEX) !== 0 ||
    O.slotOf(rt, p, L.NB_INT) !== 0 ||
    O.slotOf(rt, p, L.NB_FLOAT) !== 0 ||
    type === rt.types.complex
  );
}

/**
 * +24 the next value, +32 step, both owned.
 * NOT CPYTHON: there a C integer at +16 counts while start is an int and step 1, and the next value
 * is made when it is yielded, not one ahead.
 */
function countNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  if (!readNewArgs(rt, 'count', COUNT, given, args, kwargs)) return 0;
  const [start, step] = [given[0]!, given[1]!];
  for (const p of [start, step]) {
    if (p !== 0 && !isNumber(rt, p)) return raise(rt, rt.exc.TypeError, 'a number is required');
  }
  const self = callAlloc(rt, type, 0);
  if (self === 0) return 0;
  rt.setPtr(self + B, start === 0 ? newInt(rt, 0) : newRef(rt, start));
  rt.setPtr(self + C, step === 0 ? newInt(rt, 1) : newRef(rt, step));
  return self;
}

function countNext(rt: Runtime, self: Addr): Addr {
  const value = rt.ptr(self + B);
  const step = rt.ptr(self + C);
  const ints = isIntExact(rt, value) && isIntExact(rt, step);
  const next = ints ? intAdd(rt, value, step) : numberAdd(rt, value, step);
  if (next === 0) return 0;
  rt.setPtr(self + B, next);
  return value;
}

function countRepr(rt: Runtime, self: Addr): Addr {
  const name = typeShortName(rt, rt.typeOf(self));
  const value = O.reprText(rt, rt.ptr(self + B));
  const step = value === null ? null : O.reprText(rt, rt.ptr(self + C));
  if (step === null) return 0;
  const plain = step === '1' && isIntExact(rt, rt.ptr(self + C));
  return newStr(rt, plain ? `${name}(${value})` : `${name}(${value}, ${step})`);
}

// ---- islice ----------------------------------------------------------------------------------------

/** A count of islice's: `otherwise` for None; -1 when it is none, then the exception is set. */
function sliceCount(rt: Runtime, p: Addr, otherwise: number, text: string): number {
  if (p === rt.none) return otherwise;
  const n = O.isIndex(rt, p) ? O.asSsize(rt, p, rt.exc.OverflowError) : -1;
  if (n >= 0) return Math.min(n, 2 ** 31 - 1);
  errClear(rt);
  raise(rt, rt.exc.ValueError, text);
  return -1;
}

const STOP_TEXT = 'Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.';
const INDEX_TEXT = 'Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.';
const NO_STOP = 2 ** 31 - 1;

/** +16 it, +24 next: the index to be yielded, +32 stop, +40 step, +48 cnt: items taken */
function isliceNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  if (!noKeywords(rt, 'islice', kwargs)) return 0;
  const n = tupleSize(rt, args);
  if (!checkPositional(rt, 'islice', n, 2, 4)) return 0;
  const item = (i: number) => tupleItem(rt, args, i);
  const stop = sliceCount(rt, item(n === 2 ? 1 : 2), NO_STOP, STOP_TEXT);
  if (stop < 0) return 0;
  const start = n > 2 ? sliceCount(rt, item(1), 0, INDEX_TEXT) : 0;
  if (start < 0) return 0;
  let step = 1;
  if (n > 3 && item(3) !== rt.none) {
    step = O.isIndex(rt, item(3)) ? O.asSsize(rt, item(3), rt.exc.OverflowError) : -1;
    errClear(rt);
    if (step < 1) {
      return raise(rt, rt.exc.ValueError, 'Step for islice() must be a positive integer or None.');
    }
  }
  const it = O.getIter(rt, item(0));
  const self = it === 0 ? 0 : callAlloc(rt, type, 0);
  if (self === 0) return 0;
  rt.setPtr(self + A, it);
  rt.setSize(self + B, start);
  rt.setSize(self + C, stop);
  rt.setSize(self + D, Math.min(step, 2 ** 30));
  return self;
}

/** v3.13.0 islice_next */
function isliceNext(rt: Runtime, self: Addr): Addr {
  const CNT = 48;
  const stop = rt.size(self + C);
  const next = rt.size(self + B);
  if (rt.ptr(self + A) === 0) return 0;
  let taken = rt.size(self + CNT);
  while (taken < next) {
    const skipped = nextOf(rt, self, A);
    if (skipped === 0) return endIslice(rt, self);
    decref(rt, skipped);
    rt.setSize(self + CNT, ++taken);
  }
  if (taken >= stop) return endIslice(rt, self);
  const item = nextOf(rt, self, A);
  if (item === 0) return endIslice(rt, self);
  rt.setSize(self + CNT, taken + 1);
  rt.setSize(self + B, Math.min(next + rt.size(self + D), stop));
  return item;
}

function endIslice(rt: Runtime, self: Addr): 0 {
  clearOwned(rt, self + A);
  return 0;
}

// ---- accumulate, batched ---------------------------------------------------------------------------

const ACCUMULATE: Params = { names: ['iterable', 'func', 'initial'], required: 1, positional: 2 };

/** +16 total, +24 it, +32 binop (NULL: addition), +40 initial */
function accumulateNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  if (!readNewArgs(rt, 'accumulate', ACCUMULATE, given, args, kwargs)) return 0;
  const [iterable, func, initial] = [given[0]!, given[1]!, given[2]!];
  const it = O.getIter(rt, iterable);
  const self = it === 0 ? 0 : callAlloc(rt, type, 0);
  if (self === 0) return 0;
  rt.setPtr(self + B, it);
  if (func !== 0 && func !== rt.none) rt.setPtr(self + C, newRef(rt, func));
  rt.setPtr(self + D, newRef(rt, initial === 0 ? rt.none : initial));
  return self;
}

/** v3.13.0 accumulate_next */
function accumulateNext(rt: Runtime, self: Addr): Addr {
  const initial = rt.ptr(self + D);
  if (initial !== rt.none) {
    rt.setPtr(self + D, newRef(rt, rt.none));
    rt.setPtr(self + A, newRef(rt, initial));
    return initial;
  }
  const item = nextOf(rt, self, B);
  if (item === 0) return 0;
  const total = rt.ptr(self + A);
  if (total === 0) {
    rt.setPtr(self + A, newRef(rt, item));
    return item;
  }
  const func = rt.ptr(self + C);
  const sum = func === 0 ? numberAdd(rt, total, item) : callTwoArgs(rt, func, total, item);
  decref(rt, item);
  if (sum === 0) return 0;
  setOwned(rt, self + A, newRef(rt, sum));
  return sum;
}

const BATCHED: Params = { names: ['iterable', 'n', 'strict'], required: 2, positional: 2 };

/** +16 it, +24 batch_size, +32 strict */
function batchedNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  if (!readNewArgs(rt, 'batched', BATCHED, given, args, kwargs)) return 0;
  const [iterable, count, flag] = [given[0]!, given[1]!, given[2]!];
  const n = O.asSsize(rt, count, rt.exc.OverflowError);
  if (n === -1 && errOccurred(rt)) return 0;
  const strict = flag === 0 ? 0 : O.isTrue(rt, flag);
  if (strict < 0) return 0;
  if (n < 1) return raise(rt, rt.exc.ValueError, 'n must be at least one');
  const it = O.getIter(rt, iterable);
  const self = it === 0 ? 0 : callAlloc(rt, type, 0);
  if (self === 0) return 0;
  rt.setPtr(self + A, it);
  rt.setSize(self + B, n);
  rt.setSize(self + C, strict);
  return self;
}

/** v3.13.0 batched_next */
function batchedNext(rt: Runtime, self: Addr): Addr {
  if (rt.ptr(self + A) === 0) return 0;
  const n = rt.size(self + B);
  const list = listNew(rt, 0);
  if (list === 0) return 0;
  let count = 0;
  for (; count < n; count++) {
    const item = nextOf(rt, self, A);
    if (item === 0) break;
    listAppend(rt, list, item);
    decref(rt, item);
  }
  let result = 0;
  if (count < n) {
    if (!errOccurred(rt) && count > 0 && rt.size(self + C) !== 0) {
      raise(rt, rt.exc.ValueError, 'batched(): incomplete batch');
    }
    clearOwned(rt, self + A);
  }
  if (count > 0 && !errOccurred(rt)) result = sequenceToTuple(rt, list);
  decref(rt, list);
  return result;
}

// ---- specs -----------------------------------------------------------------------------------------

/** How each type is made, by its name. */
export const ITERATOR_TYPES: Readonly<Record<string, (rt: Runtime) => Addr>> = {
  dropwhile: (rt) => readySimple(rt, functionSpec('dropwhile', dropwhileNext, 1)),
  takewhile: (rt) => readySimple(rt, functionSpec('takewhile', takewhileNext, 1)),
  filterfalse: (rt) => readySimple(rt, functionSpec('filterfalse', filterfalseNext, 0)),
  starmap: (rt) => readySimple(rt, functionSpec('starmap', starmapNext, 0)),
  chain: (rt) =>
    readySimple(rt, {
      name: 'itertools.chain',
      size: C,
      owned: [B, A],
      next: chainNext,
      slots: {
        tp_new: (r, type, args, kwargs) =>
          noKeywords(r, 'chain', kwargs) ? chainOf(r, type, args) : 0,
      },
      methods: {
        from_iterable: classMethod(oneArg(chainOf)),
        __class_getitem__: classMethod(oneArg(genericAliasNew)),
      },
    }),
  compress: (rt) =>
    readySimple(rt, {
      name: 'itertools.compress',
      size: C,
      owned: [A, B],
      next: compressNext,
      slots: { tp_new: compressNew },
    }),
  cycle: (rt) =>
    readySimple(rt, {
      name: 'itertools.cycle',
      size: rt.layout.sizes.cycle,
      owned: [B, A],
      next: cycleNext,
      slots: {
        tp_new: newOverOne('cycle', (r, self) => {
          const saved = listNew(r, 0);
          r.setPtr(self + B, saved);
          return saved !== 0;
        }),
      },
    }),
  pairwise: (rt) =>
    readySimple(rt, {
      name: 'itertools.pairwise',
      size: D,
      owned: [A, B, C],
      next: pairwiseNext,
      slots: {
        tp_new: newOverOne('pairwise', (r, self) => {
          const pair = tuplePack(r, r.none, r.none);
          r.setPtr(self + C, pair);
          return pair !== 0;
        }),
      },
    }),
  repeat: (rt) =>
    readySimple(rt, {
      name: 'itertools.repeat',
      size: C,
      owned: [A],
      next: repeatNext,
      slots: { tp_new: repeatNew, tp_repr: repeatRepr },
      methods: { __length_hint__: noArgs(repeatHint) },
    }),
  count: (rt) =>
    readySimple(rt, {
      name: 'itertools.count',
      size: D,
      owned: [B, C],
      next: countNext,
      slots: { tp_new: countNew, tp_repr: countRepr },
    }),
  islice: (rt) =>
    readySimple(rt, {
      name: 'itertools.islice',
      size: 56,
      owned: [A],
      next: isliceNext,
      slots: { tp_new: isliceNew },
    }),
  accumulate: (rt) =>
    readySimple(rt, {
      name: 'itertools.accumulate',
      size: rt.layout.sizes.accumulate,
      owned: [C, A, B, D],
      next: accumulateNext,
      slots: { tp_new: accumulateNew },
    }),
  batched: (rt) =>
    readySimple(rt, {
      name: 'itertools.batched',
      size: D,
      owned: [A],
      next: batchedNext,
      slots: { tp_new: batchedNew },
    }),
};
