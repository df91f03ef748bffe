/** What Python sees of deque. v3.13.0 Modules/_collectionsmodule.c deque_spec */
import type { Addr } from '../../base/brand.ts';
import { checkPositional, checkTuple } from '../../objects/args.ts';
import { newBool } from '../../objects/bool.ts';
import { callObject } from '../../objects/call.ts';
import { ssizeArgument } from '../../objects/clinic.ts';
import { errOccurred, raise, raiseInt } from '../../objects/errors.ts';
import { gcDel, gcUntrackIfTracked } from '../../objects/gc-object.ts';
import { callAlloc, callFree } from '../../objects/generic-alloc.ts';
import { newInt } from '../../objects/int.ts';
import { genericAliasNew, stateOf } from '../../objects/late-parts.ts';
import * as L from '../../objects/layouts.ts';
import { listNew, listSetItem } from '../../objects/list.ts';
import { readNewArgs } from '../../objects/new-args.ts';
import * as O from '../../objects/object.ts';
import { decref, newRef, xdecref } from '../../objects/refcount.ts';
import { reprEnter, reprLeave } from '../../objects/repr-enter.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { newStr } from '../../objects/strings.ts';
import { tuplePack } from '../../objects/tuple.ts';
import { isSubtype, typeShortName } from '../../objects/type-object.ts';
import { readyType } from '../../objects/type-ready.ts';
import { classMethod, fast, noArgs, oneArg, type Visit } from '../../objects/type-spec.ts';
import { ensureType, moduleType } from '../module-types.ts';

import * as D from './deque.ts';
import { dequeIter, dequeReversed } from './deque-iterators.ts';

function isDeque(rt: Runtime, p: Addr): boolean {
  const deque = moduleType(rt, 'deque');
  return rt.typeOf(p) === deque || isSubtype(rt, rt.typeOf(p), deque);
}

// ---- making --------------------------------------------------------------------------------------

/** v3.13.0 deque_new */
function dequeNew(rt: Runtime, type: Addr): Addr {
  const deque = callAlloc(rt, type, 0);
  if (deque === 0) return 0;
  if (D.dequeSetUp(rt, deque)) return deque;
  decref(rt, deque);
  return 0;
}

const INIT = { names: ['iterable', 'maxlen'], required: 0, positional: 2 };
const given = new Int32Array(2);

/** v3.13.0 deque_init_impl */
function dequeInit(rt: Runtime, deque: Addr, args: Addr, kwargs: Addr): number {
  if (!readNewArgs(rt, 'deque', INIT, given, args, kwargs)) return -1;
  const iterable = given[0]!;
  const limit = given[1]!;
  let maxlen = -1;
  if (limit !== 0 && limit !== rt.none) {
    if (!O.isIndex(rt, limit) || rt.typeOf(limit) === rt.types.float) {
      return raiseInt(rt, rt.exc.TypeError, 'an integer is required');
    }
    maxlen = O.asSsize(rt, limit, rt.exc.OverflowError);
    if (maxlen === -1 && errOccurred(rt)) return -1;
    if (maxlen < 0) return raiseInt(rt, rt.exc.ValueError, 'maxlen must be non-negative');
  }
  rt.setSize(deque + D.DEQUE_MAXLEN, Math.min(maxlen, 2 ** 31 - 1));
  if (D.dequeLen(rt, deque) > 0 && D.dequeClear(rt, deque) < 0) return -1;
  return iterable === 0 ? 0 : extendWith(rt, deque, iterable);
}

/** v3.13.0 deque_dealloc */
function dequeDealloc(rt: Runtime, deque: Addr): void {
  gcUntrackIfTracked(rt, deque);
  if (rt.ptr(deque + D.dequeWeakreflist(rt)) !== 0) rt.hooks.clearWeakrefs(rt, deque);
  if (rt.ptr(deque + D.DEQUE_LEFTBLOCK) !== 0) D.dequeClear(rt, deque);
  D.dequeFreeBlocks(rt, deque);
  callFree(rt, deque);
}

// ---- many items at once --------------------------------------------------------------------------

/** A list of the items; new. */
export function dequeToList(rt: Runtime, deque: Addr): Addr {
  const list = listNew(rt, D.dequeLen(rt, deque));
  if (list === 0) return 0;
  let i = 0;
  D.dequeVisit(rt, deque, (item) => listSetItem(rt, list, i++, newRef(rt, item)));
  return list;
}

/** Appends what the iterable yields, at one end: 0, -1 with an exception. v3.13.0 deque_extend_impl */
function extendWith(rt: Runtime, deque: Addr, iterable: Addr, atLeft = false): number {
  if (iterable === deque) {
    const copy = dequeToList(rt, deque);
    if (copy === 0) return -1;
    const result = extendWith(rt, deque, copy, atLeft);
    decref(rt, copy);
    return result;
  }
  const it = O.getIter(rt, iterable);
  if (it === 0) return -1;
  const room = rt.size(deque + D.DEQUE_MAXLEN) !== 0;
  if (room && D.dequeLen(rt, deque) === 0) {
    D.dequePlaceEnds(rt, deque, atLeft ? D.BLOCKLEN - 1 : 1);
  }
  for (;;) {
    const item = O.iterNext(rt, it);
    if (item === 0) break;
    if (!room) decref(rt, item);
    else if ((atLeft ? D.dequeAppendLeftSteal : D.dequeAppendSteal)(rt, deque, item) < 0) break;
  }
  decref(rt, it);
  return errOccurred(rt) ? -1 : 0;
}

/** v3.13.0 deque_copy_impl */
function copy(rt: Runtime, deque: Addr): Addr {
  const type = rt.typeOf(deque);
  if (type !== moduleType(rt, 'deque')) return copyOfSubclass(rt, deque, type);
  const twin = dequeNew(rt, type);
  if (twin === 0) return 0;
  rt.setSize(twin + D.DEQUE_MAXLEN, rt.size(deque + D.DEQUE_MAXLEN));
  const one = D.dequeLen(rt, deque) === 1;
  const failed = one
    ? D.dequeAppend(rt, twin, D.dequeItem(rt, deque, 0))
    : extendWith(rt, twin, deque);
  if (failed === 0) return twin;
  decref(rt, twin);
  return 0;
}

function copyOfSubclass(rt: Runtime, deque: Addr, type: Addr): Addr {
  const maxlen = rt.size(deque + D.DEQUE_MAXLEN);
  const limit = maxlen < 0 ? 0 : newInt(rt, maxlen);
  const args = limit === 0 ? tuplePack(rt, deque) : tuplePack(rt, deque, limit);
  xdecref(rt, limit);
  const result = args === 0 ? 0 : callObject(rt, type, args, 0);
  xdecref(rt, args);
  if (result === 0 || isDeque(rt, result)) return result;
  const name = O.typeNameOf(rt, result);
  decref(rt, result);
  return raise(
    rt,
    rt.exc.TypeError,
    `${typeShortName(rt, type)}() must return a deque, not ${name}`,
  );
}

/** v3.13.0 deque_concat */
function concat(rt: Runtime, deque: Addr, other: Addr): Addr {
  if (!isDeque(rt, other)) {
    const what = O.typeNameOf(rt, other);
    return raise(rt, rt.exc.TypeError, `can only concatenate deque (not "${what}") to deque`);
  }
  const result = copy(rt, deque);
  if (result !== 0 && extendWith(rt, result, other) < 0) {
    decref(rt, result);
    return 0;
  }
  return result;
}

function inplaceConcat(rt: Runtime, deque: Addr, other: Addr): Addr {
  return extendWith(rt, deque, other) < 0 ? 0 : newRef(rt, deque);
}

/** v3.13.0 deque_inplace_repeat */
function inplaceRepeat(rt: Runtime, deque: Addr, times: number): Addr {
  const size = D.dequeLen(rt, deque);
  if (size === 0 || times === 1) return newRef(rt, deque);
  if (times <= 0) return D.dequeClear(rt, deque) < 0 ? 0 : newRef(rt, deque);
  const maxlen = rt.size(deque + D.DEQUE_MAXLEN);
  if (size === 1 && maxlen >= 0 && times > maxlen) times = maxlen;
  const items = dequeToList(rt, deque);
  if (items === 0) return 0;
  for (let i = 0; i < times - 1; i++) {
    if (extendWith(rt, deque, items) < 0) {
      decref(rt, items);
      return 0;
    }
  }
  decref(rt, items);
  return newRef(rt, deque);
}

function repeat(rt: Runtime, deque: Addr, times: number): Addr {
  const twin = copy(rt, deque);
  if (twin === 0) return 0;
  const result = inplaceRepeat(rt, twin, times);
  decref(rt, twin);
  return result;
}

// ---- looking for items ---------------------------------------------------------------------------

/** An exception when the deque changed during a comparison; true when it did not. */
function unchanged(rt: Runtime, deque: Addr, state: number, type: Addr): boolean {
  if (rt.size(deque + D.DEQUE_STATE) === state) return true;
  raise(rt, type, 'deque mutated during iteration');
  return false;
}

/**
 * The first index from `start` to `stop` of an item equal to `value`.
 * @returns -1 when there is none, -2 with an exception
 */
function find(
  rt: Runtime,
  deque: Addr,
  value: Addr,
  start: number,
  stop: number,
  mutated: Addr,
): number {
  const state = rt.size(deque + D.DEQUE_STATE);
  for (let i = start; i < stop; i++) {
    const item = newRef(rt, D.dequeItem(rt, deque, i));
    const same = O.richCompareBool(rt, item, value, O.EQ);
    decref(rt, item);
    if (same < 0) return -2;
    if (same > 0) return i;
    if (!unchanged(rt, deque, state, mutated)) return -2;
  }
  return -1;
}

function containsItem(rt: Runtime, deque: Addr, value: Addr): number {
  const at = find(rt, deque, value, 0, D.dequeLen(rt, deque), rt.exc.RuntimeError);
  return at === -2 ? -1 : at >= 0 ? 1 : 0;
}

/** v3.13.0 deque_count */
function count(rt: Runtime, deque: Addr, value: Addr): Addr {
  let found = 0;
  for (let at = -1; ; found++) {
    at = find(rt, deque, value, at + 1, D.dequeLen(rt, deque), rt.exc.RuntimeError);
    if (at === -2) return 0;
    if (at === -1) return newInt(rt, found);
  }
}

function bound(rt: Runtime, p: Addr, n: number): number {
  if (!O.isIndex(rt, p)) {
    const message = 'slice indices must be integers or have an __index__ method';
    raise(rt, rt.exc.TypeError, message);
    return NaN;
  }
  const value = O.asSsize(rt, p, 0);
  if (value === -1 && errOccurred(rt)) return NaN;
  return Math.min(n, value < 0 ? Math.max(0, value + n) : value);
}

/** v3.13.0 deque_index_impl */
function index(rt: Runtime, deque: Addr, argv: Addr, nargs: number): Addr {
  if (!checkTuple(rt, 'index', nargs, 1, 3)) return 0;
  const n = D.dequeLen(rt, deque);
  const start = nargs > 1 ? bound(rt, rt.arg(argv, 1), n) : 0;
  if (Number.isNaN(start)) return 0;
  const stop = nargs > 2 ? bound(rt, rt.arg(argv, 2), n) : n;
  if (Number.isNaN(stop)) return 0;
  const value = rt.arg(argv, 0);
  const at = find(rt, deque, value, start, stop, rt.exc.RuntimeError);
  if (at === -2) return 0;
  if (at >= 0) return newInt(rt, at);
  const text = O.reprText(rt, value);
  return text === null ? 0 : raise(rt, rt.exc.ValueError, `${text} is not in deque`);
}

/** v3.13.0 deque_remove_impl */
function remove(rt: Runtime, deque: Addr, value: Addr): Addr {
  const at = find(rt, deque, value, 0, D.dequeLen(rt, deque), rt.exc.IndexError);
  if (at === -2) return 0;
  if (at === -1) {
    const text = O.reprText(rt, value);
    return text === null ? 0 : raise(rt, rt.exc.ValueError, `${text} is not in deque`);
  }
  return D.dequeDelItem(rt, deque, at) < 0 ? 0 : newRef(rt, rt.none);
}

/** v3.13.0 deque_insert_impl */
function insert(rt: Runtime, deque: Addr, argv: Addr, nargs: number): Addr {
  if (!checkTuple(rt, 'insert', nargs, 2, 2)) return 0;
  const where = O.asSsize(rt, rt.arg(argv, 0), rt.exc.OverflowError);
  if (where === -1 && errOccurred(rt)) return 0;
  const n = D.dequeLen(rt, deque);
  if (rt.size(deque + D.DEQUE_MAXLEN) === n) {
    return raise(rt, rt.exc.IndexError, 'deque already at its maximum size');
  }
  const item = newRef(rt, rt.arg(argv, 1));
  let failed: number;
  if (where >= n) failed = D.dequeAppendSteal(rt, deque, item);
  else if (where <= -n || where === 0) failed = D.dequeAppendLeftSteal(rt, deque, item);
  else {
    failed = D.dequeRotate(rt, deque, -where);
    const add = where < 0 ? D.dequeAppendSteal : D.dequeAppendLeftSteal;
    if (failed === 0) failed = add(rt, deque, item);
    if (failed === 0) failed = D.dequeRotate(rt, deque, where);
  }
  return failed < 0 ? 0 : newRef(rt, rt.none);
}

/** v3.13.0 deque_rotate_impl */
function rotate(rt: Runtime, deque: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'rotate', nargs, 0, 1)) return 0;
  const n = nargs === 0 ? 1 : ssizeArgument(rt, rt.arg(argv, 0));
  if (Number.isNaN(n)) return 0;
  return D.dequeRotate(rt, deque, n) < 0 ? 0 : newRef(rt, rt.none);
}

// ---- slots ---------------------------------------------------------------------------------------

function itemSlot(rt: Runtime, deque: Addr, i: number): Addr {
  if (i < 0 || i >= D.dequeLen(rt, deque)) {
    return raise(rt, rt.exc.IndexError, 'deque index out of range');
  }
  return newRef(rt, D.dequeItem(rt, deque, i));
}

/** v3.13.0 deque_ass_item */
function assignItem(rt: Runtime, deque: Addr, i: number, value: Addr): number {
  if (i < 0 || i >= D.dequeLen(rt, deque)) {
    return raiseInt(rt, rt.exc.IndexError, 'deque index out of range');
  }
  if (value === 0) return D.dequeDelItem(rt, deque, i);
  const at = D.dequeItemAt(rt, deque, i);
  const old = rt.ptr(at);
  rt.setPtr(at, newRef(rt, value));
  decref(rt, old);
  return 0;
}

/** v3.13.0 deque_repr */
function dequeRepr(rt: Runtime, deque: Addr): Addr {
  const entered = reprEnter(rt, deque);
  if (entered !== 0) return entered > 0 ? newStr(rt, '[...]') : 0;
  const list = dequeToList(rt, deque);
  const text = list === 0 ? null : O.reprText(rt, list);
  xdecref(rt, list);
  reprLeave(rt, deque);
  if (text === null) return 0;
  const maxlen = rt.size(deque + D.DEQUE_MAXLEN);
  const limit = maxlen < 0 ? '' : `, maxlen=${maxlen}`;
  return newStr(rt, `${typeShortName(rt, rt.typeOf(deque))}(${text}${limit})`);
}

/** v3.13.0 deque_richcompare */
function compare(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  if (!isDeque(rt, a) || !isDeque(rt, b)) return O.notImplemented(rt);
  const na = D.dequeLen(rt, a);
  const nb = D.dequeLen(rt, b);
  if (op === O.EQ && (a === b || na !== nb)) return newBool(rt, a === b);
  if (op === O.NE && (a === b || na !== nb)) return newBool(rt, a !== b);
  for (let i = 0; i < D.dequeLen(rt, a) && i < D.dequeLen(rt, b); i++) {
    const x = newRef(rt, D.dequeItem(rt, a, i));
    const y = newRef(rt, D.dequeItem(rt, b, i));
    const same = O.richCompareBool(rt, x, y, O.EQ);
    let result = 0;
    if (same === 0) {
      if (op === O.EQ || op === O.NE) result = newBool(rt, op === O.NE);
      else result = O.richCompare(rt, x, y, op);
    }
    decref(rt, x);
    decref(rt, y);
    if (same < 0 || result !== 0) return result;
    if (errOccurred(rt)) return 0;
  }
  const sizes = [na < nb, na <= nb, na === nb, na !== nb, na > nb, na >= nb];
  return newBool(rt, sizes[op]!);
}

/** `(type, (), state, iterator)` or with maxlen. v3.13.0 deque___reduce___impl */
function reduce(rt: Runtime, deque: Addr): Addr {
  const state = stateOf(rt, deque);
  if (state === 0) return 0;
  const it = O.getIter(rt, deque);
  const maxlen = rt.size(deque + D.DEQUE_MAXLEN);
  const limit = maxlen < 0 ? 0 : newInt(rt, maxlen);
  const args = limit === 0 ? newRef(rt, rt.emptyTuple) : tuplePack(rt, rt.emptyTuple, limit);
  const result = tuplePack(rt, rt.typeOf(deque), args, state, it);
  for (const p of [state, it, limit, args]) xdecref(rt, p);
  return result;
}

/** v3.13.0 deque___sizeof___impl */
function sizeOf(rt: Runtime, deque: Addr): Addr {
  const left = rt.size(deque + D.DEQUE_LEFTINDEX);
  const blocks = Math.floor((left + D.dequeLen(rt, deque) + D.BLOCKLEN - 1) / D.BLOCKLEN);
  return newInt(rt, rt.size(rt.typeOf(deque) + L.TP_BASICSIZE) + blocks * D.BLOCK_SIZE);
}

function popEnd(take: (rt: Runtime, deque: Addr) => Addr) {
  return noArgs((rt, deque) =>
    D.dequeLen(rt, deque) === 0
      ? raise(rt, rt.exc.IndexError, 'pop from an empty deque')
      : take(rt, deque),
  );
}

function doing(act: (rt: Runtime, deque: Addr, p: Addr) => number) {
  return oneArg((rt, deque, p) => (act(rt, deque, p) < 0 ? 0 : newRef(rt, rt.none)));
}

function makeType(rt: Runtime): Addr {
  return readyType(rt, {
    name: 'collections.deque',
    basicsize: rt.layout.sizes.deque,
    flags: L.TPFLAGS_HAVE_GC | L.TPFLAGS_BASETYPE | L.TPFLAGS_SEQUENCE,
    weaklistoffset: D.dequeWeakreflist(rt),
    unhashable: true,
    slots: {
      tp_dealloc: dequeDealloc,
      tp_repr: dequeRepr,
      tp_traverse: (r, deque, visit: Visit) => D.dequeVisit(r, deque, visit),
      tp_clear: D.dequeClear,
      tp_richcompare: compare,
      tp_iter: dequeIter,
      tp_init: dequeInit,
      tp_new: dequeNew,
      tp_free: gcDel,
      sq_length: D.dequeLen,
      sq_concat: concat,
      sq_repeat: repeat,
      sq_item: itemSlot,
      sq_ass_item: assignItem,
      sq_contains: containsItem,
      sq_inplace_concat: inplaceConcat,
      sq_inplace_repeat: inplaceRepeat,
    },
    methods: {
      append: doing(D.dequeAppend),
      appendleft: doing((r, d, p) => D.dequeAppendLeftSteal(r, d, newRef(r, p))),
      clear: noArgs((r, d) => (D.dequeClear(r, d) < 0 ? 0 : newRef(r, r.none))),
      __copy__: noArgs(copy),
      copy: noArgs(copy),
      count: oneArg(count),
      extend: doing((r, d, p) => extendWith(r, d, p)),
      extendleft: doing((r, d, p) => extendWith(r, d, p, true)),
      index: fast(index),
      insert: fast(insert),
      pop: popEnd(D.dequePop),
      popleft: popEnd(D.dequePopLeft),
      __reduce__: noArgs(reduce),
      remove: oneArg(remove),
      __reversed__: noArgs(dequeReversed),
      reverse: noArgs((r, d) => {
        D.dequeReverse(r, d);
        return newRef(r, r.none);
      }),
      rotate: fast(rotate),
      __sizeof__: noArgs(sizeOf),
      __class_getitem__: classMethod(oneArg(genericAliasNew)),
    },
    getset: {
      maxlen: {
        get: (r, d) => {
          const maxlen = r.size(d + D.DEQUE_MAXLEN);
          return maxlen < 0 ? newRef(r, r.none) : newInt(r, maxlen);
        },
      },
    },
    doc: 'A list-like sequence optimized for data accesses near its endpoints.',
  });
}

/** The type deque; borrowed. */
export function dequeType(rt: Runtime): Addr {
  return ensureType(rt, 'deque', makeType);
}
