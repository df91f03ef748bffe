/**
 * What stands behind `int.__add__`: functions that unpack the arguments of a slot wrapper and call
 * the slot. v3.13.0 Objects/typeobject.c wrap_*
 */
import type { Addr } from '../base/brand.ts';
import { newBool } from './bool.ts';
import { errOccurred, raise, raiseNone } from './errors.ts';
import { newIntFromWords, newSsize } from './int.ts';
import { asSsize } from './object.ts';
import { newRef } from './refcount.ts';
import type { Native, Runtime } from './runtime.ts';
import { tupleItem, tupleSize } from './tuple.ts';
import { indexOf, mayApply, takes, takesPower, twoArguments, unpacks } from './late-special.ts';

/** @param wrapped the slot's function; `kwargs` is 0 unless the slot takes keywords */
export type Wrapper = (rt: Runtime, self: Addr, args: Addr, wrapped: Native, kwargs: Addr) => Addr;

export function noneUnless(rt: Runtime, failed: number): Addr {
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
