/** What few programs need of what slot-functions.ts is about. */
import * as L from './layouts.ts';
import type { Addr } from '../base/brand.ts';
import { errClear, errMatches, errOccurred, raise, raiseInt } from './errors.ts';
import { genericGetAttr, genericGetAttrSuppressed } from './generic-attr.ts';
import { intHash, intToBigInt, intToNumber, isInt, newInt } from './int.ts';
import {
  addressText,
  EQ,
  getIter,
  isTrue,
  iterNext,
  richCompareBool,
  typeNameOf,
  unhashable,
} from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import {
  callAttribute,
  callFound,
  callSpecial,
  dropResult,
  lookupMaybeMethod,
  slotMpAssSubscript,
  slotTpGetattro,
} from './slot-functions.ts';
import { newStr } from './strings.ts';
import { typeLookup } from './type-object.ts';
import { wrongResult } from './wrong-result.ts';

/** `self.name(a)` or `self.name(a, b)` by the type; NotImplemented when it has none. v3.13.0 vectorcall_maybe */
export function callSpecialMaybe(rt: Runtime, self: Addr, name: Addr, a: Addr, b = 0): Addr {
  const found = lookupMaybeMethod(rt, self, name);
  if (found !== 0) return callFound(rt, found, self, b === 0 ? 1 : 2, a, b);
  return errOccurred(rt) ? 0 : newRef(rt, rt.notImplemented);
}

/** v3.13.0 slot_sq_item */
export function slotSqItem(rt: Runtime, self: Addr, i: number): Addr {
  const index = newInt(rt, i);
  if (index === 0) return 0;
  const result = callSpecial(rt, self, rt.ids.__getitem__, 1, index);
  decref(rt, index);
  return result;
}

/** v3.13.0 slot_sq_ass_item */
export function slotSqAssItem(rt: Runtime, self: Addr, i: number, value: Addr): number {
  const index = newInt(rt, i);
  if (index === 0) return -1;
  const result = slotMpAssSubscript(rt, self, index, value);
  decref(rt, index);
  return result;
}

/** v3.13.0 Objects/abstract.c _PySequence_IterSearch */
export function containsByIteration(rt: Runtime, self: Addr, item: Addr): number {
  const it = getIter(rt, self);
  if (it === 0) {
    if (!errMatches(rt, rt.exc.TypeError)) return -1;
    errClear(rt);
    const name = typeNameOf(rt, self);
    return raiseInt(
      rt,
      rt.exc.TypeError,
      `argument of type '${name}' is not ${rt.profile.notContainer}`,
    );
  }
  let answer = 0;
  while (answer === 0) {
    const next = iterNext(rt, it);
    if (next === 0) {
      if (errOccurred(rt)) answer = -1;
      break;
    }
    answer = richCompareBool(rt, next, item, EQ);
    decref(rt, next);
  }
  decref(rt, it);
  return answer;
}

/** v3.13.0 slot_nb_bool */
export function slotNbBool(rt: Runtime, self: Addr): number {
  let found = lookupMaybeMethod(rt, self, rt.ids.__bool__);
  let byLength = false;
  if (found === 0) {
    if (errOccurred(rt)) return -1;
    found = lookupMaybeMethod(rt, self, rt.ids.__len__);
    if (found === 0) return errOccurred(rt) ? -1 : 1;
    byLength = true;
  }
  const value = callFound(rt, found, self, 0, 0, 0);
  if (value === 0) return -1;
  let truth = -1;
  if (byLength) truth = isTrue(rt, value);
  else if (value === rt.true || value === rt.false) truth = value === rt.true ? 1 : 0;
  else {
    const older = `__bool__ should return bool, returned ${typeNameOf(rt, value)}`;
    raise(rt, rt.exc.TypeError, wrongResult(rt, self, '__bool__', 'a bool', value, older));
  }
  decref(rt, value);
  return truth;
}

/** v3.13.0 slot_tp_repr */
export function slotTpRepr(rt: Runtime, self: Addr): Addr {
  const found = lookupMaybeMethod(rt, self, rt.ids.__repr__);
  if (found !== 0) return callFound(rt, found, self, 0, 0, 0);
  if (errOccurred(rt)) return 0;
  return newStr(rt, `<${typeNameOf(rt, self)} object at ${addressText(rt, self)}>`);
}

/** v3.13.0 slot_tp_hash */
export function slotTpHash(rt: Runtime, self: Addr): number {
  const found = lookupMaybeMethod(rt, self, rt.ids.__hash__);
  if (found === 0 || found === rt.none) {
    if (found !== 0) decref(rt, found);
    else if (errOccurred(rt)) return hashError(rt);
    return unhashable(rt, self);
  }
  const result = callFound(rt, found, self, 0, 0, 0);
  if (result === 0) return hashError(rt);
  if (!isInt(rt, result)) {
    decref(rt, result);
    raise(rt, rt.exc.TypeError, '__hash__ method should return an integer');
    return hashError(rt);
  }
  const low = hashFromInt(rt, result);
  decref(rt, result);
  return low;
}

function hashError(rt: Runtime): number {
  rt.hashHigh = -1;
  return -1;
}

/** An int that fits 64 bits is the hash itself, another is hashed; -1 becomes -2. */
function hashFromInt(rt: Runtime, p: Addr): number {
  const n = intToNumber(rt, p);
  let low: number;
  if (Number.isNaN(n)) {
    const b = intToBigInt(rt, p);
    if (BigInt.asIntN(64, b) === b) {
      low = Number(BigInt.asIntN(32, b));
      rt.hashHigh = Number(BigInt.asIntN(32, b >> 32n));
    } else {
      low = intHash(rt, p);
    }
  } else {
    low = n | 0;
    rt.hashHigh = Math.floor(n / 4294967296) | 0;
  }
  return low === -1 && rt.hashHigh === -1 ? -2 : low;
}

/** `__getattribute__`, and `__getattr__` when that found nothing. v3.13.0 slot_tp_getattr_hook */
export function slotTpGetattrHook(rt: Runtime, self: Addr, name: Addr): Addr {
  const type = rt.typeOf(self);
  const getattr = typeLookup(rt, type, rt.ids.__getattr__);
  if (getattr === 0) {
    // a class that lost its __getattr__ need not look for it again
    rt.setFn(type + L.TP_GETATTRO, rt.fn(slotTpGetattro));
    return slotTpGetattro(rt, self, name);
  }
  newRef(rt, getattr);
  const getattribute = typeLookup(rt, type, rt.ids.__getattribute__);
  let result: Addr;
  if (getattribute === 0 || isGenericGetAttr(rt, getattribute)) {
    result = genericGetAttrSuppressed(rt, self, name);
    if (result === 0 && !errOccurred(rt)) result = callAttribute(rt, self, getattr, name);
  } else {
    result = callAttribute(rt, self, getattribute, name);
    if (result === 0 && errMatches(rt, rt.exc.AttributeError)) {
      errClear(rt);
      result = callAttribute(rt, self, getattr, name);
    }
  }
  decref(rt, getattr);
  return result;
}

function isGenericGetAttr(rt: Runtime, descr: Addr): boolean {
  return (
    rt.typeOf(descr) === rt.types.wrapperDescriptor &&
    rt.ptr(descr + L.DESCR_EXTRA) === rt.fn(genericGetAttr)
  );
}

/** v3.13.0 slot_tp_setattro */
export function slotTpSetattro(rt: Runtime, self: Addr, name: Addr, value: Addr): number {
  const result =
    value === 0
      ? callSpecial(rt, self, rt.ids.__delattr__, 1, name)
      : callSpecial(rt, self, rt.ids.__setattr__, 2, name, value);
  return dropResult(rt, result);
}

/** v3.13.0 slot_tp_descr_set */
export function slotTpDescrSet(rt: Runtime, self: Addr, target: Addr, value: Addr): number {
  const result =
    value === 0
      ? callSpecial(rt, self, rt.ids.__delete__, 1, target)
      : callSpecial(rt, self, rt.ids.__set__, 2, target, value);
  return dropResult(rt, result);
}

function compareName(rt: Runtime, op: number): Addr {
  const ids = rt.ids;
  if (op === 0) return ids.__lt__;
  if (op === 1) return ids.__le__;
  if (op === 2) return ids.__eq__;
  if (op === 3) return ids.__ne__;
  return op === 4 ? ids.__gt__ : ids.__ge__;
}

/** v3.13.0 slot_tp_richcompare */
export function slotTpRichcompare(rt: Runtime, self: Addr, other: Addr, op: number): Addr {
  const found = lookupMaybeMethod(rt, self, compareName(rt, op));
  if (found !== 0) return callFound(rt, found, self, 1, other, 0);
  errClear(rt);
  return newRef(rt, rt.notImplemented);
}
