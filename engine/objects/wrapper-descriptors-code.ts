/** What few programs need of what wrapper-descriptors.ts is about. */
import * as L from './layouts.ts';
import type { Addr } from '../base/brand.ts';
import { newBool } from './bool.ts';
import { builtinNamed, descriptorName, descriptorOwner } from './descriptors.ts';
import { raise } from './errors.ts';
import { addressText, EQ, hashPointer, NE, notImplemented, typeNameOf } from './object.ts';
import { decref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { newStr } from './strings.ts';
import { tupleFromRow, tuplePack, tupleSize } from './tuple.ts';
import { isSubtype } from './type-object.ts';
import { rawCall, wrapperDescrOf } from './wrapper-descriptors.ts';

/** v3.13.0 wrapperdescr_call */
export function wrapperDescrCall(rt: Runtime, descr: Addr, args: Addr, kwargs: Addr): Addr {
  const n = tupleSize(rt, args);
  const name = descriptorName(rt, descr);
  const owner = descriptorOwner(rt, descr);
  if (n < 1) {
    return raise(
      rt,
      rt.exc.TypeError,
      `descriptor '${name}' of '${owner}' object needs an argument`,
    );
  }
  const items = args + rt.layout.tupleItems;
  const self = rt.arg(items, 0);
  if (!isSubtype(rt, rt.typeOf(self), rt.ptr(descr + L.DESCR_TYPE))) {
    return raise(
      rt,
      rt.exc.TypeError,
      `descriptor '${name}' requires a '${owner}' object but received a '${typeNameOf(rt, self)}'`,
    );
  }
  const rest = tupleFromRow(rt, items + 8, n - 1);
  if (rest === 0) return 0;
  const result = rawCall(rt, descr, self, rest, kwargs);
  decref(rt, rest);
  return result;
}

/** v3.13.0 wrapper_repr */
export function wrapperRepr(rt: Runtime, p: Addr): Addr {
  const self = rt.ptr(p + L.WRAPPER_SELF);
  const name = descriptorName(rt, wrapperDescrOf(rt, p));
  const type = typeNameOf(rt, self);
  return newStr(rt, `<method-wrapper '${name}' of ${type} object at ${addressText(rt, self)}>`);
}

/** v3.13.0 wrapper_richcompare: the same slot of the very same object */
export function wrapperRichCompare(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  const type = rt.types.methodWrapper;
  if ((op !== EQ && op !== NE) || rt.typeOf(a) !== type || rt.typeOf(b) !== type) {
    return notImplemented(rt);
  }
  const same =
    wrapperDescrOf(rt, a) === wrapperDescrOf(rt, b) &&
    rt.ptr(a + L.WRAPPER_SELF) === rt.ptr(b + L.WRAPPER_SELF);
  return newBool(rt, same === (op === EQ));
}

/** v3.13.0 wrapper_hash */
export function wrapperHash(rt: Runtime, p: Addr): number {
  const low = hashPointer(rt, rt.ptr(p + L.WRAPPER_SELF));
  const high = rt.hashHigh;
  const other = hashPointer(rt, wrapperDescrOf(rt, p));
  rt.hashHigh ^= high;
  return low ^ other;
}

/** v3.13.0 wrapper_reduce */
export function wrapperReduce(rt: Runtime, p: Addr): Addr {
  const getattr = builtinNamed(rt, 'getattr');
  if (getattr === 0) return 0;
  const name = rt.ptr(wrapperDescrOf(rt, p) + L.DESCR_NAME);
  const args = tuplePack(rt, rt.ptr(p + L.WRAPPER_SELF), name);
  const result = args === 0 ? 0 : tuplePack(rt, getattr, args);
  decref(rt, getattr);
  if (args !== 0) decref(rt, args);
  return result;
}
