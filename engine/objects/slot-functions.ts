/**
 * The slots of classes written in Python: each looks its special method up and calls it.
 * Operators with a reflected method stand in slot-operators.ts.
 * v3.13.0 Objects/typeobject.c slot_tp_*, slot_sq_*, slot_mp_*, slot_nb_*
 */
import type { Addr } from '../base/brand.ts';
import { callPrepend } from './call-prepend.ts';
import { callObject, callOneArg, dropRow, takeRow, vectorcall } from './call.ts';
import { errFetch, errOccurred, errRestore, raise, raiseInt, raiseObject } from './errors.ts';
import { intSign } from './int.ts';
import * as L from './layouts.ts';
import { asSsize, getAttr, isTrue, numberIndex, typeNameOf } from './object.ts';
import { enterRecursive, leaveRecursive } from './recursion.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { seqIterNew } from './seq-iterators.ts';
import { typeFlags, typeLookup, typeName } from './type-object.ts';
import { writeUnraisable } from './late-values.ts';
import { containsByIteration } from './late-special.ts';

export {
  callSpecialMaybe,
  slotNbBool,
  slotSqAssItem,
  slotSqItem,
  slotTpDescrSet,
  slotTpGetattrHook,
  slotTpHash,
  slotTpRepr,
  slotTpRichcompare,
  slotTpSetattro,
} from './late-special.ts';

/** Whether what lookupMaybeMethod returned wants self as its first argument. */
let unbound = false;

/**
 * The special method `name` of self's type: a new reference; 0 without an exception when there is
 * none, with one when binding failed. Says in `unbound` whether self must be passed.
 * v3.13.0 lookup_maybe_method
 */
export function lookupMaybeMethod(rt: Runtime, self: Addr, name: Addr): Addr {
  const type = rt.typeOf(self);
  const found = typeLookup(rt, type, name);
  if (found === 0) return 0;
  const descrType = rt.typeOf(found);
  unbound = (typeFlags(rt, descrType) & L.TPFLAGS_METHOD_DESCRIPTOR) !== 0;
  if (unbound) return newRef(rt, found);
  const get = rt.i32[(descrType + L.TP_DESCR_GET) >> 2]!;
  if (get === 0) return newRef(rt, found);
  newRef(rt, found);
  const bound: Addr = rt.fns[get]!(rt, found, self, type);
  decref(rt, found);
  unbound = false;
  return bound;
}

/** lookupMaybeMethod that raises AttributeError(name) when there is none. v3.13.0 lookup_method */
function lookupMethod(rt: Runtime, self: Addr, name: Addr): Addr {
  const found = lookupMaybeMethod(rt, self, name);
  if (found === 0 && !errOccurred(rt)) raiseObject(rt, rt.exc.AttributeError, name);
  return found;
}

/** Calls what a lookup found (stolen) with self, when it was unbound, and up to two arguments. */
export function callFound(
  rt: Runtime,
  found: Addr,
  self: Addr,
  nargs: number,
  a: Addr,
  b: Addr,
): Addr {
  const withSelf = unbound;
  const row = takeRow(rt, 3);
  if (row === 0) {
    decref(rt, found);
    return 0;
  }
  rt.setPtr(row, self);
  rt.setPtr(row + 8, a);
  rt.setPtr(row + 16, b);
  const result = withSelf
    ? vectorcall(rt, found, row, nargs + 1, 0)
    : vectorcall(rt, found, row + 8, nargs, 0);
  dropRow(rt, row);
  decref(rt, found);
  return result;
}

/** `self.name(a, b)` by the type; AttributeError when it has none. v3.13.0 vectorcall_method */
export function callSpecial(
  rt: Runtime,
  self: Addr,
  name: Addr,
  nargs: number,
  a = 0,
  b = 0,
): Addr {
  const found = lookupMethod(rt, self, name);
  return found === 0 ? 0 : callFound(rt, found, self, nargs, a, b);
}

/** -1 when 0, else 0 having dropped the result. */
export function dropResult(rt: Runtime, result: Addr): number {
  if (result === 0) return -1;
  decref(rt, result);
  return 0;
}

// ---- containers ----------------------------------------------------------------------------------

/** v3.13.0 slot_sq_length, slot_mp_length */
export function slotSqLength(rt: Runtime, self: Addr): number {
  const result = callSpecial(rt, self, rt.ids.__len__, 0);
  if (result === 0) return -1;
  const index = numberIndex(rt, result);
  decref(rt, result);
  if (index === 0) return -1;
  let length = -1;
  if (intSign(rt, index) < 0) raise(rt, rt.exc.ValueError, '__len__() should return >= 0');
  else length = asSsize(rt, index, rt.exc.OverflowError);
  decref(rt, index);
  return length;
}

/** v3.13.0 slot_sq_contains */
export function slotSqContains(rt: Runtime, self: Addr, item: Addr): number {
  const found = lookupMaybeMethod(rt, self, rt.ids.__contains__);
  if (found === rt.none) {
    decref(rt, found);
    return raiseInt(rt, rt.exc.TypeError, `'${typeNameOf(rt, self)}' object is not a container`);
  }
  if (found === 0) return errOccurred(rt) ? -1 : containsByIteration(rt, self, item);
  const result = callFound(rt, found, self, 1, item, 0);
  if (result === 0) return -1;
  const truth = isTrue(rt, result);
  decref(rt, result);
  return truth;
}

/** v3.13.0 slot_mp_subscript */
export function slotMpSubscript(rt: Runtime, self: Addr, key: Addr): Addr {
  return callSpecial(rt, self, rt.ids.__getitem__, 1, key);
}

/** v3.13.0 slot_mp_ass_subscript */
export function slotMpAssSubscript(rt: Runtime, self: Addr, key: Addr, value: Addr): number {
  const result =
    value === 0
      ? callSpecial(rt, self, rt.ids.__delitem__, 1, key)
      : callSpecial(rt, self, rt.ids.__setitem__, 2, key, value);
  return dropResult(rt, result);
}

// ---- truth, text, hash ---------------------------------------------------------------------------

/** v3.13.0 slot_nb_int, slot_nb_float, slot_nb_index, slot_nb_negative and their like */
export function slotUnary(name: (rt: Runtime) => Addr): (rt: Runtime, self: Addr) => Addr {
  return (rt, self) => callSpecial(rt, self, name(rt), 0);
}

/** v3.13.0 slot_tp_str */
export function slotTpStr(rt: Runtime, self: Addr): Addr {
  return callSpecial(rt, self, rt.ids.__str__, 0);
}

// ---- calls ---------------------------------------------------------------------------------------

/** v3.13.0 slot_tp_call; that calls nest is noticed in _PyObject_MakeTpCall */
export function slotTpCall(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): Addr {
  const found = lookupMethod(rt, self, rt.ids.__call__);
  if (found === 0) return 0;
  let result = 0;
  if (!enterRecursive(rt, ' while calling a Python object')) {
    result = unbound
      ? callPrepend(rt, found, self, args, kwargs)
      : callObject(rt, found, args, kwargs);
    leaveRecursive(rt);
  }
  decref(rt, found);
  return result;
}

/** v3.13.0 slot_tp_init */
export function slotTpInit(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): number {
  const found = lookupMethod(rt, self, rt.ids.__init__);
  if (found === 0) return -1;
  const result = unbound
    ? callPrepend(rt, found, self, args, kwargs)
    : callObject(rt, found, args, kwargs);
  decref(rt, found);
  if (result === 0) return -1;
  if (result !== rt.none) {
    const name = typeNameOf(rt, result);
    decref(rt, result);
    return raiseInt(rt, rt.exc.TypeError, `__init__() should return None, not '${name}'`);
  }
  decref(rt, result);
  return 0;
}

/** v3.13.0 slot_tp_new */
export function slotTpNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  const func = getAttr(rt, type, rt.ids.__new__);
  if (func === 0) return 0;
  const result = callPrepend(rt, func, type, args, kwargs);
  decref(rt, func);
  return result;
}

/** Runs `__del__`; what it raises is printed and forgotten. v3.13.0 slot_tp_finalize */
export function slotTpFinalize(rt: Runtime, self: Addr): void {
  const saved = errFetch(rt);
  const found = lookupMaybeMethod(rt, self, rt.ids.__del__);
  if (found !== 0) {
    newRef(rt, found);
    const result = callFound(rt, found, self, 0, 0, 0);
    if (result === 0) writeUnraisable(rt, found, 'while calling deallocator');
    else decref(rt, result);
    decref(rt, found);
  }
  errRestore(rt, saved);
}

// ---- attributes ----------------------------------------------------------------------------------

/** v3.13.0 slot_tp_getattro */
export function slotTpGetattro(rt: Runtime, self: Addr, name: Addr): Addr {
  return callSpecial(rt, self, rt.ids.__getattribute__, 1, name);
}

/** Calls a class attribute as a method with one argument. v3.13.0 call_attribute */
export function callAttribute(rt: Runtime, self: Addr, attribute: Addr, name: Addr): Addr {
  newRef(rt, attribute);
  const type = rt.typeOf(attribute);
  unbound = (typeFlags(rt, type) & L.TPFLAGS_METHOD_DESCRIPTOR) !== 0;
  if (unbound && !rt.profile.getattrBound) return callFound(rt, attribute, self, 1, name, 0);
  const get = rt.i32[(type + L.TP_DESCR_GET) >> 2]!;
  if (get === 0) return callFound(rt, attribute, self, 1, name, 0);
  const bound: Addr = rt.fns[get]!(rt, attribute, self, rt.typeOf(self));
  decref(rt, attribute);
  if (bound === 0) return 0;
  const result = callOneArg(rt, bound, name);
  decref(rt, bound);
  return result;
}

/** v3.13.0 slot_tp_descr_get */
export function slotTpDescrGet(rt: Runtime, self: Addr, obj: Addr, type: Addr): Addr {
  const selfType = rt.typeOf(self);
  const get = typeLookup(rt, selfType, rt.ids.__get__);
  if (get === 0) {
    if (rt.ptr(selfType + L.TP_DESCR_GET) === rt.fn(slotTpDescrGet)) {
      rt.setFn(selfType + L.TP_DESCR_GET, 0);
    }
    return newRef(rt, self);
  }
  const row = takeRow(rt, 3);
  if (row === 0) return 0;
  rt.setPtr(row, self);
  rt.setPtr(row + 8, obj || rt.none);
  rt.setPtr(row + 16, type || rt.none);
  const result = vectorcall(rt, get, row, 3, 0);
  dropRow(rt, row);
  return result;
}

// ---- comparison, iteration -----------------------------------------------------------------------

/** v3.13.0 slot_tp_iter */
export function slotTpIter(rt: Runtime, self: Addr): Addr {
  const found = lookupMaybeMethod(rt, self, rt.ids.__iter__);
  if (found !== 0 && found !== rt.none) return callFound(rt, found, self, 0, 0, 0);
  if (found === 0) {
    if (errOccurred(rt)) return 0;
    if (typeLookup(rt, rt.typeOf(self), rt.ids.__getitem__) !== 0) return seqIterNew(rt, self);
  } else {
    decref(rt, found);
  }
  return raise(rt, rt.exc.TypeError, `'${typeName(rt, rt.typeOf(self))}' object is not iterable`);
}

/** May leave StopIteration set, as `__next__` does. v3.13.0 slot_tp_iternext */
export function slotTpIternext(rt: Runtime, self: Addr): Addr {
  return callSpecial(rt, self, rt.ids.__next__, 0);
}
