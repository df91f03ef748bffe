/** What few programs need of what weakref-proxy.ts is about. */
import type { Addr } from '../base/brand.ts';
import { callObject } from './call.ts';
import { raise, raiseInt } from './errors.ts';
import { numberPower } from './number-protocol.ts';
import {
  addressText,
  isCallable,
  isIterator,
  iterNext,
  richCompare,
  typeNameOf,
} from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { newStr } from './strings.ts';
import { typeMessageName } from './type-object.ts';
import { getOrCreateWeakref, isWeakProxy, weakrefReferent } from './weakref-object.ts';
import { wrapBinary } from './weakref-proxy.ts';

/** `weakref.proxy(p, callback)`; new. v3.13.0 PyWeakref_NewProxy */
export function newWeakProxy(rt: Runtime, p: Addr, callback: Addr): Addr {
  const type = isCallable(rt, p) ? rt.types.weakCallableProxy : rt.types.weakProxy;
  return getOrCreateWeakref(rt, type, p, callback);
}

/** The referent of a proxy, anything else itself; new, 0 with ReferenceError. v3.13.0 UNWRAP */
export function unwrap(rt: Runtime, p: Addr): Addr {
  if (!isWeakProxy(rt, p)) return newRef(rt, p);
  const referent = weakrefReferent(rt, p);
  if (referent !== 0) return newRef(rt, referent);
  return raise(rt, rt.exc.ReferenceError, 'weakly-referenced object no longer exists');
}

/** Runs an operation that gives an int; -1 with an exception. */
export function withReferent(rt: Runtime, self: Addr, operation: (p: Addr) => number): number {
  const p = unwrap(rt, self);
  if (p === 0) return -1;
  const result = operation(p);
  decref(rt, p);
  return result;
}

/** v3.13.0 proxy_repr */
export function proxyRepr(rt: Runtime, self: Addr): Addr {
  const at = addressText(rt, self);
  const p = weakrefReferent(rt, self);
  if (p === 0) return newStr(rt, `<weakproxy at ${at}; dead>`);
  const type = typeMessageName(rt, rt.typeOf(p));
  const to = rt.profile.texts.proxyQuotesType ? `; to '${type}'` : ` to ${type}`;
  return newStr(rt, `<weakproxy at ${at}${to} at ${addressText(rt, p)}>`);
}

/** v3.13.0 proxy_richcompare */
export function proxyCompare(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  return wrapBinary((r, p, q) => richCompare(r, p, q, op))(rt, a, b);
}

/** v3.13.0 proxy_iternext */
export function proxyNext(rt: Runtime, self: Addr): Addr {
  const p = unwrap(rt, self);
  if (p === 0) return 0;
  const result = !isIterator(rt, p)
    ? raise(
        rt,
        rt.exc.TypeError,
        `Weakref proxy referenced a non-iterator '${typeNameOf(rt, p)}' object`,
      )
    : iterNext(rt, p);
  decref(rt, p);
  return result;
}

/** v3.13.0 PyObject_HashNotImplemented: a proxy's hash would change when its referent dies */
export function proxyHash(rt: Runtime, self: Addr): number {
  rt.hashHigh = -1;
  const type = typeNameOf(rt, self);
  return raiseInt(rt, rt.exc.TypeError, `unhashable type: '${type}'`);
}

/** v3.13.0 proxy_call */
export function proxyCall(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): Addr {
  const p = unwrap(rt, self);
  if (p === 0) return 0;
  const result = callObject(rt, p, args, kwargs);
  decref(rt, p);
  return result;
}

/** The three-operand power. v3.13.0 WRAP_TERNARY(proxy_pow) */
export function proxyPower(rt: Runtime, a: Addr, b: Addr, modulus: Addr): Addr {
  const m = unwrap(rt, modulus);
  if (m === 0) return 0;
  const result = wrapBinary((r, p, q) => numberPower(r, p, q, m))(rt, a, b);
  decref(rt, m);
  return result;
}
