/**
 * What stands behind `int.__add__`: functions that unpack the arguments of a slot wrapper and call
 * the slot. v3.13.0 Objects/typeobject.c wrap_*
 */
import type { Addr } from '../base/brand.ts';
import { newBool } from './bool.ts';
import { errOccurred, raise, raiseNone } from './errors.ts';
import { newIntFromWords, newSsize } from './int.ts';
import * as L from './layouts.ts';
import { asSsize } from './object.ts';
import { newRef } from './refcount.ts';
import type { Native, Runtime } from './runtime.ts';
import { slotTpSetattro } from './slot-functions.ts';
import { tupleItem, tupleSize } from './tuple.ts';
import { mroItem, mroLength, typeName } from './type-object.ts';

/** @param wrapped the slot's function; `kwargs` is 0 unless the slot takes keywords */
export type Wrapper = (rt: Runtime, self: Addr, args: Addr, wrapped: Native, kwargs: Addr) => Addr;

/** v3.13.0 check_num_args, PyArg_UnpackTuple with an empty name */
function takes(rt: Runtime, args: Addr, count: number): boolean {
  const n = tupleSize(rt, args);
  if (n === count) return true;
  raise(rt, rt.exc.TypeError, `expected ${count} argument${count === 1 ? '' : 's'}, got ${n}`);
  return false;
}

/** PyArg_UnpackTuple: before 3.14 with an empty name. */
function unpacks(rt: Runtime, args: Addr, name: string, min: number, max: number): boolean {
  const n = tupleSize(rt, args);
  if (n >= min && n <= max) return true;
  const bound = n < min ? min : max;
  const how = min === max ? '' : n < min ? 'at least ' : 'at most ';
  const told = rt.profile.words.wrappersHaveNames ? name : '';
  const plural = bound === 1 ? '' : 's';
  raise(rt, rt.exc.TypeError, `${told} expected ${how}${bound} argument${plural}, got ${n}`);
  return false;
}

/** v3.14.0 check_pow_args */
function takesPower(rt: Runtime, args: Addr): boolean {
  if (!rt.profile.words.wrappersHaveNames) return unpacks(rt, args, '', 1, 2);
  const n = tupleSize(rt, args);
  if (n === 1 || n === 2) return true;
  raise(rt, rt.exc.TypeError, `expected 1 or 2 arguments, got ${n}`);
  return false;
}

function noneUnless(rt: Runtime, failed: number): Addr {
  return failed < 0 ? 0 : newRef(rt, rt.none);
}

/** v3.13.0 wrap_unaryfunc */
export const wrapUnary: Wrapper = (rt, self, args, f) => (takes(rt, args, 0) ? f(rt, self) : 0);

/** v3.13.0 wrap_binaryfunc */
export const wrapBinary: Wrapper = (rt, self, args, f) =>
  takes(rt, args, 1) ? f(rt, self, tupleItem(rt, args, 0)) : 0;

/**
 * The same for operators that have a reflected form. A function of its own, because slots.ts tells
 * `nb_add` from `sq_concat` by the wrapper. v3.13.0 wrap_binaryfunc_l
 */
export const wrapBinaryL: Wrapper = (rt, self, args, f) => wrapBinary(rt, self, args, f, 0);

/** v3.13.0 wrap_binaryfunc_r */
export const wrapBinaryR: Wrapper = (rt, self, args, f) =>
  takes(rt, args, 1) ? f(rt, tupleItem(rt, args, 0), self) : 0;

function thirdOf(rt: Runtime, args: Addr): Addr {
  return tupleSize(rt, args) > 1 ? tupleItem(rt, args, 1) : rt.none;
}

/** v3.13.0 wrap_ternaryfunc */
export const wrapTernary: Wrapper = (rt, self, args, f) =>
  takesPower(rt, args) ? f(rt, self, tupleItem(rt, args, 0), thirdOf(rt, args)) : 0;

/** v3.13.0 wrap_ternaryfunc_r */
export const wrapTernaryR: Wrapper = (rt, self, args, f) =>
  takesPower(rt, args) ? f(rt, tupleItem(rt, args, 0), self, thirdOf(rt, args)) : 0;

/** v3.13.0 wrap_inquirypred */
export const wrapInquiry: Wrapper = (rt, self, args, f) => {
  if (!takes(rt, args, 0)) return 0;
  const truth: number = f(rt, self);
  return truth < 0 && errOccurred(rt) ? 0 : newBool(rt, truth !== 0);
};

/** v3.13.0 wrap_lenfunc */
export const wrapLength: Wrapper = (rt, self, args, f) => {
  if (!takes(rt, args, 0)) return 0;
  const length: number = f(rt, self);
  return length < 0 && errOccurred(rt) ? 0 : newSsize(rt, length);
};

/** v3.13.0 wrap_hashfunc */
export const wrapHash: Wrapper = (rt, self, args, f) => {
  if (!takes(rt, args, 0)) return 0;
  const low: number = f(rt, self);
  if (low === -1 && rt.hashHigh === -1 && errOccurred(rt)) return 0;
  return newIntFromWords(rt, low, rt.hashHigh);
};

/** v3.13.0 wrap_call */
export const wrapCall: Wrapper = (rt, self, args, f, kwargs) => f(rt, self, args, kwargs);

/** v3.13.0 wrap_init */
export const wrapInit: Wrapper = (rt, self, args, f, kwargs) =>
  noneUnless(rt, f(rt, self, args, kwargs));

/** v3.13.0 wrap_del */
export const wrapDel: Wrapper = (rt, self, args, f) => {
  if (!takes(rt, args, 0)) return 0;
  f(rt, self);
  return newRef(rt, rt.none);
};

/** v3.13.0 wrap_next */
export const wrapNext: Wrapper = (rt, self, args, f) => {
  if (!takes(rt, args, 0)) return 0;
  const item: Addr = f(rt, self);
  if (item === 0 && !errOccurred(rt)) raiseNone(rt, rt.exc.StopIteration);
  return item;
};

function wrapRichCompare(op: number): Wrapper {
  return (rt, self, args, f) => (takes(rt, args, 1) ? f(rt, self, tupleItem(rt, args, 0), op) : 0);
}

/** By operator: lt, le, eq, ne, gt, ge. v3.13.0 richcmp_lt and its like */
export const wrapRichCompares: readonly Wrapper[] = [0, 1, 2, 3, 4, 5].map(wrapRichCompare);

/** v3.13.0 wrap_descr_get */
export const wrapDescrGet: Wrapper = (rt, self, args, f) => {
  if (!unpacks(rt, args, '__get__', 1, 2)) return 0;
  let obj = tupleItem(rt, args, 0);
  let type = thirdOf(rt, args);
  if (obj === rt.none) obj = 0;
  if (type === rt.none) type = 0;
  if (obj === 0 && type === 0) return raise(rt, rt.exc.TypeError, '__get__(None, None) is invalid');
  return f(rt, self, obj, type);
};

/** v3.13.0 wrap_descr_set */
export const wrapDescrSet: Wrapper = (rt, self, args, f) =>
  twoArguments(rt, self, args, f, '__set__');

function twoArguments(rt: Runtime, self: Addr, args: Addr, f: Native, name: string): Addr {
  if (!unpacks(rt, args, name, 2, 2)) return 0;
  return noneUnless(rt, f(rt, self, tupleItem(rt, args, 0), tupleItem(rt, args, 1)));
}

/** v3.13.0 wrap_descr_delete */
export const wrapDescrDelete: Wrapper = (rt, self, args, f) =>
  takes(rt, args, 1) ? noneUnless(rt, f(rt, self, tupleItem(rt, args, 0), 0)) : 0;

/** v3.13.0 wrap_setattr */
export const wrapSetattr: Wrapper = (rt, self, args, f) => {
  if (!unpacks(rt, args, '__setattr__', 2, 2) || !mayApply(rt, self, f, '__setattr__')) return 0;
  return noneUnless(rt, f(rt, self, tupleItem(rt, args, 0), tupleItem(rt, args, 1)));
};

/** v3.13.0 wrap_delattr */
export const wrapDelattr: Wrapper = (rt, self, args, f) => {
  if (!takes(rt, args, 1) || !mayApply(rt, self, f, '__delattr__')) return 0;
  return noneUnless(rt, f(rt, self, tupleItem(rt, args, 0), 0));
};

/**
 * `object.__setattr__(int, 'x', 1)` may not go around what `type` forbids: the function must be
 * the nearest of the engine's own on the way up. v3.13.0 hackcheck
 */
function mayApply(rt: Runtime, self: Addr, f: Native, what: string): boolean {
  const type = rt.typeOf(self);
  const setattro = (t: Addr): number => rt.i32[(t + L.TP_SETATTRO) >> 2]!;
  const python = rt.fn(slotTpSetattro);
  const wanted = rt.fn(f);
  let defining = type;
  for (let i = mroLength(rt, type) - 1; i >= 0; i--) {
    const base = mroItem(rt, type, i);
    if (setattro(base) !== python && setattro(base) === setattro(type)) {
      defining = base;
      break;
    }
  }
  for (let base = defining; base !== 0; base = rt.ptr(base + L.TP_BASE)) {
    if (setattro(base) === wanted) return true;
    if (setattro(base) !== python) {
      raise(rt, rt.exc.TypeError, `can't apply this ${what} to ${typeName(rt, type)} object`);
      return false;
    }
  }
  return true;
}

/** v3.13.0 wrap_objobjproc */
export const wrapContains: Wrapper = (rt, self, args, f) => {
  if (!takes(rt, args, 1)) return 0;
  const found: number = f(rt, self, tupleItem(rt, args, 0));
  return found < 0 && errOccurred(rt) ? 0 : newBool(rt, found !== 0);
};

/** v3.13.0 wrap_objobjargproc */
export const wrapSetitem: Wrapper = (rt, self, args, f) =>
  twoArguments(rt, self, args, f, '__setitem__');

/** v3.13.0 wrap_delitem */
export const wrapDelitem: Wrapper = wrapDescrDelete;

/** v3.13.0 wrap_indexargfunc */
export const wrapIndexArg: Wrapper = (rt, self, args, f) => {
  if (!takes(rt, args, 1)) return 0;
  const count = asSsize(rt, tupleItem(rt, args, 0), rt.exc.OverflowError);
  return count === -1 && errOccurred(rt) ? 0 : f(rt, self, count);
};

/** An index argument, counted from the end when negative; -1 with an exception. v3.13.0 getindex */
function indexOf(rt: Runtime, self: Addr, arg: Addr): number {
  const i = asSsize(rt, arg, rt.exc.OverflowError);
  if (i >= 0 || (i === -1 && errOccurred(rt))) return i;
  const length = rt.i32[(rt.typeOf(self) + L.SQ_LENGTH) >> 2]!;
  if (length === 0) return i;
  const n: number = rt.fns[length]!(rt, self);
  return n < 0 ? -1 : i + n;
}

/** v3.13.0 wrap_sq_item */
export const wrapSqItem: Wrapper = (rt, self, args, f) => {
  if (!takes(rt, args, 1)) return 0;
  const i = indexOf(rt, self, tupleItem(rt, args, 0));
  return i === -1 && errOccurred(rt) ? 0 : f(rt, self, i);
};

/** v3.13.0 wrap_sq_setitem */
export const wrapSqSetitem: Wrapper = (rt, self, args, f) => {
  if (!unpacks(rt, args, '__setitem__', 2, 2)) return 0;
  const i = indexOf(rt, self, tupleItem(rt, args, 0));
  if (i === -1 && errOccurred(rt)) return 0;
  return noneUnless(rt, f(rt, self, i, tupleItem(rt, args, 1)));
};

/** v3.13.0 wrap_sq_delitem */
export const wrapSqDelitem: Wrapper = (rt, self, args, f) => {
  if (!takes(rt, args, 1)) return 0;
  const i = indexOf(rt, self, tupleItem(rt, args, 0));
  return i === -1 && errOccurred(rt) ? 0 : noneUnless(rt, f(rt, self, i, 0));
};
