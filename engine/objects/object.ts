/**
 * The abstract object protocols: what works on any object, by asking its type.
 * v3.13.0 Objects/object.c, Objects/abstract.c. Operators stand in number-protocol.ts.
 */
import type { Addr } from '../base/brand.ts';
import { ADDRESS_HIGH, toAddress } from '../memory/index.ts';
import { callOneArg, takeRow, dropRow, vectorcall } from './call.ts';
import { dictGetItem } from './dict.ts';
import {
  genericGetAttr,
  genericGetAttrSuppressed,
  setAttributeErrorContext,
} from './generic-attr.ts';
import { asSsize, isIndex } from './index-protocol.ts';
import { errClear, errMatches, errOccurred, raise, raiseInt, raiseObject } from './errors.ts';
import { intAsSsize, isInt } from './int.ts';
import * as L from './layouts.ts';
import { decref, incref, newRef } from './refcount.ts';
import { enterRecursive, leaveRecursive } from './recursion.ts';
import type { Runtime } from './runtime.ts';
import { seqIterNew } from './seq-iterators.ts';
import { internInPlace, isStr, newStr, strToJs } from './strings.ts';
import { isSubtype, typeLookup, typeName } from './type-object.ts';
import { expectStr, wrongResult } from './wrong-result.ts';
import { genericAliasNew } from './late-parts.ts';

export const LT = 0;
export const LE = 1;
export const EQ = 2;
export const NE = 3;
export const GT = 4;
export const GE = 5;
const SWAPPED = [GT, GE, EQ, NE, LT, LE];
const OPERATOR_TEXT = ['<', '<=', '==', '!=', '>', '>='];

/** The number of the function in a slot of the object's type; 0 when empty. */
export function slotOf(rt: Runtime, p: Addr, slot: number): number {
  return rt.i32[(rt.i32[(p + 8) >> 2]! + slot) >> 2]!;
}

/** tp_name of the object's type, for messages. */
export function typeNameOf(rt: Runtime, p: Addr): string {
  return typeName(rt, rt.typeOf(p));
}

// ---- text --------------------------------------------------------------------------------------

/** v3.13.0 Objects/object.c PyObject_Repr */
export function repr(rt: Runtime, p: Addr): Addr {
  const fn = slotOf(rt, p, L.TP_REPR);
  if (fn === 0) {
    return newStr(rt, `<${typeNameOf(rt, p)} object at ${addressText(rt, p)}>`);
  }
  if (enterRecursive(rt, ' while getting the repr of an object')) return 0;
  const text = rt.fns[fn]!(rt, p);
  leaveRecursive(rt);
  return expectStr(rt, p, text, '__repr__');
}

/** v3.13.0 Objects/object.c PyObject_Str */
export function str(rt: Runtime, p: Addr): Addr {
  if (rt.typeOf(p) === rt.types.str) return newRef(rt, p);
  const fn = slotOf(rt, p, L.TP_STR);
  if (fn === 0) return repr(rt, p);
  if (enterRecursive(rt, ' while getting the str of an object')) return 0;
  const text = rt.fns[fn]!(rt, p);
  leaveRecursive(rt);
  return expectStr(rt, p, text, '__str__');
}

/** The address as `%p` prints it. */
export function addressText(_rt: Runtime, p: Addr): string {
  return `0x${toAddress(p).toString(16)}`;
}

/** `str(p)` as a JavaScript string, or null with an exception. */
export function strText(rt: Runtime, p: Addr): string | null {
  const text = str(rt, p);
  if (text === 0) return null;
  const js = strToJs(rt, text);
  decref(rt, text);
  return js;
}

/** `repr(p)` as a JavaScript string, or null with an exception. */
export function reprText(rt: Runtime, p: Addr): string | null {
  const text = repr(rt, p);
  if (text === 0) return null;
  const js = strToJs(rt, text);
  decref(rt, text);
  return js;
}

/** `format(p, spec)`; spec 0 for none. v3.13.0 Objects/abstract.c PyObject_Format */
export function formatObject(rt: Runtime, p: Addr, spec: Addr): Addr {
  if (spec === 0 || rt.size(spec + L.STR_LENGTH) === 0) {
    if (rt.typeOf(p) === rt.types.str) return newRef(rt, p);
    if (rt.typeOf(p) === rt.types.int) return str(rt, p);
  }
  const method = lookupSpecial(rt, p, rt.ids.__format__);
  if (method === 0) {
    if (errOccurred(rt)) return 0;
    return raise(rt, rt.exc.TypeError, `Type ${typeNameOf(rt, p)} doesn't define __format__`);
  }
  const result = callOneArg(rt, method, spec === 0 ? rt.emptyStr : spec);
  decref(rt, method);
  if (result !== 0 && !isStr(rt, result)) {
    const older = `__format__ must return a str, not ${typeNameOf(rt, result)}`;
    raise(rt, rt.exc.TypeError, wrongResult(rt, p, '__format__', 'a str', result, older));
    decref(rt, result);
    return 0;
  }
  return result;
}

// ---- hash, comparison, truth ---------------------------------------------------------------------

/** Low word of the hash, high word in rt.hashHigh; both -1 with an exception. PyObject_Hash */
export function hash(rt: Runtime, p: Addr): number {
  const fn = slotOf(rt, p, L.TP_HASH);
  if (fn !== 0) return rt.fns[fn]!(rt, p);
  return unhashable(rt, p);
}

/** v3.13.0 Objects/object.c PyObject_HashNotImplemented */
export function unhashable(rt: Runtime, p: Addr): number {
  raise(rt, rt.exc.TypeError, `unhashable type: '${typeNameOf(rt, p)}'`);
  rt.hashHigh = -1;
  return -1;
}

/** The hash of an address: rotated by four bits. v3.13.0 Python/pyhash.c Py_HashPointer */
export function hashPointer(rt: Runtime, p: Addr): number {
  rt.hashHigh = (ADDRESS_HIGH >>> 4) | (p << 28);
  return (p >>> 4) | (ADDRESS_HIGH << 28);
}

/** `a op b`; new. v3.13.0 Objects/object.c PyObject_RichCompare */
export function richCompare(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  if (enterRecursive(rt, ' in comparison')) return 0;
  const result = doRichCompare(rt, a, b, op);
  leaveRecursive(rt);
  return result;
}

/** v3.13.0 Objects/object.c do_richcompare */
function doRichCompare(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  const typeA = rt.typeOf(a);
  const typeB = rt.typeOf(b);
  const fnB = rt.i32[(typeB + L.TP_RICHCOMPARE) >> 2]!;
  let triedReverse = false;
  if (typeA !== typeB && fnB !== 0 && isSubtype(rt, typeB, typeA)) {
    triedReverse = true;
    const result = rt.fns[fnB]!(rt, b, a, SWAPPED[op]!);
    if (result !== rt.notImplemented) return result;
    decref(rt, result);
  }
  const fnA = rt.i32[(typeA + L.TP_RICHCOMPARE) >> 2]!;
  if (fnA !== 0) {
    const result = rt.fns[fnA]!(rt, a, b, op);
    if (result !== rt.notImplemented) return result;
    decref(rt, result);
  }
  if (!triedReverse && fnB !== 0) {
    const result = rt.fns[fnB]!(rt, b, a, SWAPPED[op]!);
    if (result !== rt.notImplemented) return result;
    decref(rt, result);
  }
  if (op === EQ) return newRef(rt, a === b ? rt.true : rt.false);
  if (op === NE) return newRef(rt, a !== b ? rt.true : rt.false);
  return raise(
    rt,
    rt.exc.TypeError,
    `'${OPERATOR_TEXT[op]}' not supported between instances of ` +
      `'${typeNameOf(rt, a)}' and '${typeNameOf(rt, b)}'`,
  );
}

/** As a condition: 1, 0, or -1 with an exception; identity implies equality. PyObject_RichCompareBool */
export function richCompareBool(rt: Runtime, a: Addr, b: Addr, op: number): number {
  if (a === b) {
    if (op === EQ) return 1;
    if (op === NE) return 0;
  }
  const result = richCompare(rt, a, b, op);
  if (result === 0) return -1;
  if (result === rt.true) {
    decref(rt, result);
    return 1;
  }
  const truth = isTrue(rt, result);
  decref(rt, result);
  return truth;
}

/** 1, 0, or -1 with an exception. v3.13.0 Objects/object.c PyObject_IsTrue */
export function isTrue(rt: Runtime, p: Addr): number {
  if (p === rt.true) return 1;
  if (p === rt.false || p === rt.none) return 0;
  const type = rt.typeOf(p);
  let fn = rt.i32[(type + L.NB_BOOL) >> 2]!;
  if (fn !== 0) return rt.fns[fn]!(rt, p);
  fn = rt.i32[(type + L.MP_LENGTH) >> 2]! || rt.i32[(type + L.SQ_LENGTH) >> 2]!;
  if (fn === 0) return 1;
  const n: number = rt.fns[fn]!(rt, p);
  return n > 0 ? 1 : n;
}

// ---- attributes ----------------------------------------------------------------------------------

/** `p.name`; new. v3.13.0 Objects/object.c PyObject_GetAttr */
export function getAttr(rt: Runtime, p: Addr, name: Addr): Addr {
  const fn = slotOf(rt, p, L.TP_GETATTRO);
  if (fn !== 0) {
    const value: Addr = rt.fns[fn]!(rt, p, name);
    if (value === 0) setAttributeErrorContext(rt, p, name);
    return value;
  }
  return raise(
    rt,
    rt.exc.AttributeError,
    `'${typeNameOf(rt, p)}' object has no attribute '${strToJs(rt, name)}'`,
  );
}

/** `p.name`, or 0 without an exception when there is none. v3.13.0 PyObject_GetOptionalAttr */
export function lookupAttr(rt: Runtime, p: Addr, name: Addr): Addr {
  // where the type looks attributes up as object does, no exception is made only to be dropped
  if (slotOf(rt, p, L.TP_GETATTRO) === rt.fn(genericGetAttr) && isStr(rt, name)) {
    return genericGetAttrSuppressed(rt, p, name);
  }
  const value = getAttr(rt, p, name);
  if (value === 0 && errMatches(rt, rt.exc.AttributeError)) errClear(rt);
  return value;
}

/** `p.name = value`, or `del p.name` for value 0. v3.13.0 Objects/object.c PyObject_SetAttr */
export function setAttr(rt: Runtime, p: Addr, name: Addr, value: Addr): number {
  if (!isStr(rt, name)) {
    return raiseInt(
      rt,
      rt.exc.TypeError,
      `attribute name must be string, not '${typeNameOf(rt, name)}'`,
    );
  }
  const fn = slotOf(rt, p, L.TP_SETATTRO);
  if (fn !== 0) {
    const interned = internInPlace(rt, newRef(rt, name));
    const status: number = rt.fns[fn]!(rt, p, interned, value);
    decref(rt, interned);
    return status;
  }
  const how = value === 0 ? 'del' : 'assign to';
  const what = slotOf(rt, p, L.TP_GETATTRO) === 0 ? 'no attributes' : 'only read-only attributes';
  return raiseInt(
    rt,
    rt.exc.TypeError,
    `'${typeNameOf(rt, p)}' object has ${what} (${how} .${strToJs(rt, name)})`,
  );
}

/** A special method looked up on the type and bound; 0 without an exception when there is none. */
export function lookupSpecial(rt: Runtime, p: Addr, name: Addr): Addr {
  const type = rt.typeOf(p);
  const found = typeLookup(rt, type, name);
  if (found === 0) return 0;
  const get = slotOf(rt, found, L.TP_DESCR_GET);
  if (get === 0) return newRef(rt, found);
  return rt.fns[get]!(rt, found, p, type);
}

/** `p.name()`; v3.13.0 PyObject_CallMethodNoArgs */
export function callMethod(rt: Runtime, p: Addr, name: Addr): Addr {
  return callMethodRow(rt, p, name, 0, 0);
}

/** `p.name(a)` */
export function callMethodOneArg(rt: Runtime, p: Addr, name: Addr, a: Addr): Addr {
  return callMethodRow(rt, p, name, a, 0);
}

/** `p.name(a, b)` with both given */
export function callMethodTwoArgs(rt: Runtime, p: Addr, name: Addr, a: Addr, b: Addr): Addr {
  return callMethodRow(rt, p, name, a, b);
}

function callMethodRow(rt: Runtime, p: Addr, name: Addr, a: Addr, b: Addr): Addr {
  const method = getAttr(rt, p, name);
  if (method === 0) return 0;
  const nargs = (a !== 0 ? 1 : 0) + (b !== 0 ? 1 : 0);
  const row = takeRow(rt, 2);
  let result = 0;
  if (row !== 0) {
    rt.setPtr(row, a);
    rt.setPtr(row + 8, b);
    result = vectorcall(rt, method, row, nargs, 0);
    dropRow(rt, row);
  }
  decref(rt, method);
  return result;
}

/** Whether the object can be called. v3.13.0 PyCallable_Check */
export function isCallable(rt: Runtime, p: Addr): boolean {
  return slotOf(rt, p, L.TP_CALL) !== 0;
}

export { asSsize, isIndex, numberIndex, SSIZE_MAX } from './index-protocol.ts';
export {
  isInstance,
  isSubclass,
  recursiveIsInstance,
  recursiveIsSubclass,
} from './instance-checks.ts';

// ---- items, length, iteration ----------------------------------------------------------------------

/** len(p), or -1 with an exception. v3.13.0 Objects/abstract.c PyObject_Size */
export function lengthOf(rt: Runtime, p: Addr): number {
  const type = rt.typeOf(p);
  const fn = rt.i32[(type + L.SQ_LENGTH) >> 2]! || rt.i32[(type + L.MP_LENGTH) >> 2]!;
  if (fn !== 0) return rt.fns[fn]!(rt, p);
  return raiseInt(rt, rt.exc.TypeError, `object of type '${typeNameOf(rt, p)}' has no len()`);
}

/** operator.length_hint; -1 with an exception. v3.13.0 Objects/abstract.c PyObject_LengthHint */
export function lengthHint(rt: Runtime, p: Addr, fallback: number): number {
  if (slotOf(rt, p, L.SQ_LENGTH) !== 0 || slotOf(rt, p, L.MP_LENGTH) !== 0) {
    const n = lengthOf(rt, p);
    if (n >= 0) return n;
    if (!errMatches(rt, rt.exc.TypeError)) return -1;
    errClear(rt);
  }
  const method = lookupSpecial(rt, p, rt.ids.__length_hint__);
  if (method === 0) return errOccurred(rt) ? -1 : fallback;
  const result = vectorcall(rt, method, 0, 0, 0);
  decref(rt, method);
  if (result === 0) {
    if (!errMatches(rt, rt.exc.TypeError)) return -1;
    errClear(rt);
    return fallback;
  }
  if (result === rt.notImplemented) {
    decref(rt, result);
    return fallback;
  }
  if (!isInt(rt, result)) {
    const type = typeNameOf(rt, result);
    decref(rt, result);
    return raiseInt(rt, rt.exc.TypeError, `__length_hint__ must be an integer, not ${type}`);
  }
  const n = intAsSsize(rt, result);
  decref(rt, result);
  if (n < 0 && !errOccurred(rt)) {
    return raiseInt(rt, rt.exc.ValueError, '__length_hint__() should return >= 0');
  }
  return n;
}

/** What classes without a `__next__` have in its place. v3.13.0 Objects/object.c _PyObject_NextNotImplemented */
export function nextNotImplemented(rt: Runtime, self: Addr): Addr {
  return raise(rt, rt.exc.TypeError, `'${typeNameOf(rt, self)}' object is not iterable`);
}

/** v3.13.0 Objects/abstract.c PyIter_Check */
export function isIterator(rt: Runtime, p: Addr): boolean {
  const next = slotOf(rt, p, L.TP_ITERNEXT);
  return next !== 0 && rt.fns[next] !== nextNotImplemented;
}

/** iter(p); new. v3.13.0 Objects/abstract.c PyObject_GetIter */
export function getIter(rt: Runtime, p: Addr): Addr {
  const fn = slotOf(rt, p, L.TP_ITER);
  if (fn === 0) {
    if (isSequence(rt, p)) return seqIterNew(rt, p);
    return raise(rt, rt.exc.TypeError, `'${typeNameOf(rt, p)}' object is not iterable`);
  }
  const it: Addr = rt.fns[fn]!(rt, p);
  if (it !== 0 && !isIterator(rt, it)) {
    const what = typeNameOf(rt, it);
    const text = rt.profile.iterErrorNamesMethod
      ? `${typeNameOf(rt, p)}.__iter__() must return an iterator, not ${what}`
      : `iter() returned non-iterator of type '${what}'`;
    raise(rt, rt.exc.TypeError, text);
    decref(rt, it);
    return 0;
  }
  return it;
}

/**
 * The next item as tp_iternext gives it: 0 at the end, with StopIteration or without. Iterators over
 * iterators come here for what they stand on, so that a long row of them ends in RecursionError.
 * NOT CPYTHON: there it ends the process. Items are counted, so that `sum(iter(int, None))` comes to
 * the limit of the run.
 */
export function callIterNext(rt: Runtime, it: Addr): Addr {
  if (--rt.i32[rt.turnsWord]! < 0) rt.hooks.turnsOver(rt);
  if (enterRecursive(rt, ' while calling a Python object')) return 0;
  const item: Addr = rt.fns[slotOf(rt, it, L.TP_ITERNEXT)]!(rt, it);
  leaveRecursive(rt);
  return item;
}

/**
 * What a loop draws next, as tp_iternext gives it. The code of a generator expression can be called
 * with anything, which 3.14 refuses. NOT CPYTHON: earlier releases refuse it too, where the process
 * would end. v3.14.0 Python/bytecodes.c _FOR_ITER
 */
export function loopNext(rt: Runtime, type: Addr, it: Addr): Addr {
  const next = rt.i32[(type + L.TP_ITERNEXT) >> 2]!;
  if (next !== 0) return rt.fns[next]!(rt, it);
  return raise(rt, rt.exc.TypeError, `'${typeNameOf(rt, it)}' object is not an iterator`);
}

/** The next item, or 0: at the end without an exception. v3.13.0 PyIter_Next */
export function iterNext(rt: Runtime, it: Addr): Addr {
  const item = callIterNext(rt, it);
  if (item === 0 && rt.i32[rt.excWord] !== 0 && errMatches(rt, rt.exc.StopIteration)) errClear(rt);
  return item;
}

/** v3.13.0 Objects/abstract.c PySequence_Check */
export function isSequence(rt: Runtime, p: Addr): boolean {
  if (rt.i32[(rt.typeOf(p) + L.TP_FLAGS) >> 2]! & L.TPFLAGS_DICT_SUBCLASS) return false;
  return slotOf(rt, p, L.SQ_ITEM) !== 0;
}

/** p[key]; new. v3.13.0 Objects/abstract.c PyObject_GetItem */
export function getItem(rt: Runtime, p: Addr, key: Addr): Addr {
  const type = rt.typeOf(p);
  let fn = rt.i32[(type + L.MP_SUBSCRIPT) >> 2]!;
  if (fn !== 0) return rt.fns[fn]!(rt, p, key);
  fn = rt.i32[(type + L.SQ_ITEM) >> 2]!;
  if (fn !== 0) {
    if (!isIndex(rt, key)) {
      return raise(
        rt,
        rt.exc.TypeError,
        `sequence index must be integer, not '${typeNameOf(rt, key)}'`,
      );
    }
    const i = asSsize(rt, key, rt.exc.IndexError);
    if (i === -1 && errOccurred(rt)) return 0;
    return sequenceGetItem(rt, p, i);
  }
  if (rt.i32[(type + L.TP_FLAGS) >> 2]! & L.TPFLAGS_TYPE_SUBCLASS) return classGetItem(rt, p, key);
  return raise(rt, rt.exc.TypeError, `'${typeNameOf(rt, p)}' object is not subscriptable`);
}

/** `C[x]` through `__class_getitem__`. */
function classGetItem(rt: Runtime, type: Addr, key: Addr): Addr {
  // type[int]: the metatype itself may not have the method
  const generic = rt.profile.typesAreGeneric;
  if (type === rt.types.type && generic) return genericAliasNew(rt, type, key);
  const method = lookupAttr(rt, type, rt.ids.__class_getitem__);
  if (method === 0) {
    if (errOccurred(rt)) return 0;
    const { subscriptsTellType } = rt.profile.errorWords;
    const what = subscriptsTellType
      ? `type '${typeName(rt, type)}'`
      : `'${typeNameOf(rt, type)}' object`;
    return raise(rt, rt.exc.TypeError, `${what} is not subscriptable`);
  }
  const result = callOneArg(rt, method, key);
  decref(rt, method);
  return result;
}

/** Item `i`, counted from the end when negative. v3.13.0 PySequence_GetItem */
export function sequenceGetItem(rt: Runtime, p: Addr, i: number): Addr {
  const type = rt.typeOf(p);
  const fn = rt.i32[(type + L.SQ_ITEM) >> 2]!;
  if (fn === 0) {
    return raise(rt, rt.exc.TypeError, `'${typeNameOf(rt, p)}' object does not support indexing`);
  }
  let index = i;
  if (index < 0) {
    const lengthFn = rt.i32[(type + L.SQ_LENGTH) >> 2]!;
    if (lengthFn !== 0) {
      const n: number = rt.fns[lengthFn]!(rt, p);
      if (n < 0) return 0;
      index += n;
    }
  }
  return rt.fns[fn]!(rt, p, index);
}

/** p[key] = value; value 0 deletes. v3.13.0 PyObject_SetItem, PyObject_DelItem */
export function setItem(rt: Runtime, p: Addr, key: Addr, value: Addr): number {
  const type = rt.typeOf(p);
  let fn = rt.i32[(type + L.MP_ASS_SUBSCRIPT) >> 2]!;
  if (fn !== 0) return rt.fns[fn]!(rt, p, key, value);
  fn = rt.i32[(type + L.SQ_ASS_ITEM) >> 2]!;
  if (isIndex(rt, key) && hasSequenceSlots(rt, type)) {
    let i = asSsize(rt, key, rt.exc.IndexError);
    if (i === -1 && errOccurred(rt)) return -1;
    if (fn === 0) return refuseItem(rt, p, value === 0 ? "doesn't" : 'does not', value);
    if (i < 0) {
      const n = lengthOf(rt, p);
      if (n < 0) return -1;
      i += n;
    }
    return rt.fns[fn]!(rt, p, i, value);
  }
  if (fn === 0) return refuseItem(rt, p, 'does not', value);
  const what = typeNameOf(rt, key);
  return raiseInt(rt, rt.exc.TypeError, `sequence index must be integer, not '${what}'`);
}

function refuseItem(rt: Runtime, p: Addr, how: string, value: Addr): -1 {
  const what = value === 0 ? 'deletion' : 'assignment';
  return raiseInt(
    rt,
    rt.exc.TypeError,
    `'${typeNameOf(rt, p)}' object ${how} support item ${what}`,
  );
}

/** Whether the type's tp_as_sequence is not NULL: every class has one, a static type that uses it. */
function hasSequenceSlots(rt: Runtime, type: Addr): boolean {
  if (rt.i32[(type + L.TP_FLAGS) >> 2]! & L.TPFLAGS_HEAPTYPE) return true;
  const slots = [L.SQ_LENGTH, L.SQ_CONCAT, L.SQ_ITEM, L.SQ_CONTAINS];
  return slots.some((slot) => rt.i32[(type + slot) >> 2] !== 0);
}

/** del p[key] */
export function delItem(rt: Runtime, p: Addr, key: Addr): number {
  return setItem(rt, p, key, 0);
}

/** `item in p`: 1, 0, or -1 with an exception. v3.13.0 PySequence_Contains */
export function contains(rt: Runtime, p: Addr, item: Addr): number {
  const fn = slotOf(rt, p, L.SQ_CONTAINS);
  if (fn !== 0) return rt.fns[fn]!(rt, p, item);
  const it = getIter(rt, p);
  if (it === 0) {
    if (errMatches(rt, rt.exc.TypeError)) {
      errClear(rt);
      return raiseInt(
        rt,
        rt.exc.TypeError,
        `argument of type '${typeNameOf(rt, p)}' is not ${rt.profile.notContainer}`,
      );
    }
    return -1;
  }
  for (;;) {
    const next = iterNext(rt, it);
    if (next === 0) {
      decref(rt, it);
      return errOccurred(rt) ? -1 : 0;
    }
    const equal = richCompareBool(rt, next, item, EQ);
    decref(rt, next);
    if (equal !== 0) {
      decref(rt, it);
      return equal;
    }
  }
}

/** Whether the object is a class. v3.13.0 PyType_Check */
export function isTypeObject(rt: Runtime, p: Addr): boolean {
  return (rt.i32[(rt.typeOf(p) + L.TP_FLAGS) >> 2]! & L.TPFLAGS_TYPE_SUBCLASS) !== 0;
}

// ---- small helpers ---------------------------------------------------------------------------------

/** A tp_getattro-free look into a dict by a string that may be missing; borrowed or 0. */
export function dictGetBorrowed(rt: Runtime, dict: Addr, key: Addr): Addr {
  const value = dictGetItem(rt, dict, key);
  if (value === 0) errClear(rt);
  return value;
}

/** Raises KeyError(key). */
export function raiseKeyError(rt: Runtime, key: Addr): 0 {
  // a tuple key must not be taken for the exception's arguments
  const error = callOneArg(rt, rt.exc.KeyError, key);
  if (error !== 0) {
    raiseObject(rt, rt.exc.KeyError, error);
    decref(rt, error);
  }
  return 0;
}

/** Returns NotImplemented as a new reference. */
export function notImplemented(rt: Runtime): Addr {
  incref(rt, rt.notImplemented);
  return rt.notImplemented;
}
