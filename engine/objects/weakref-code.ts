/** What few programs need of what weakref.ts is about. */
import type { Addr } from '../base/brand.ts';
import { noKeywords } from './args.ts';
import { newBool } from './bool.ts';
import { errOccurred } from './errors.ts';
import { addressText, EQ, lookupSpecial, NE, notImplemented, richCompare } from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { isStr, newStr, strToJs } from './strings.ts';
import { tupleSize } from './tuple.ts';
import { typeMessageName } from './type-object.ts';
import { isWeakref, takesNothing, weakrefReferent } from './weakref-object.ts';

/**
 * tp_call: what vectorcall does, for a subclass that has a `__call__` of its own and calls this one.
 * v3.13.0 Objects/call.c PyVectorcall_Call, which does not look at the type's flag
 */
export function weakrefCall(rt: Runtime, wr: Addr, args: Addr, kwargs: Addr): Addr {
  if (!noKeywords(rt, 'weakref', kwargs) || !takesNothing(rt, tupleSize(rt, args))) return 0;
  return newRef(rt, weakrefReferent(rt, wr) || rt.none);
}

/** v3.13.0 weakref_repr */
export function weakrefRepr(rt: Runtime, wr: Addr): Addr {
  const at = addressText(rt, wr);
  const p = weakrefReferent(rt, wr);
  if (p === 0) return newStr(rt, `<weakref at ${at}; dead>`);
  newRef(rt, p);
  const name = lookupSpecial(rt, p, rt.ids.__name__);
  const to = `<weakref at ${at}; to '${typeMessageName(rt, rt.typeOf(p))}' at ${addressText(rt, p)}`;
  const named = name !== 0 && isStr(rt, name) ? ` (${strToJs(rt, name)})` : '';
  if (name !== 0) decref(rt, name);
  decref(rt, p);
  return errOccurred(rt) ? 0 : newStr(rt, `${to}${named}>`);
}

/** Live ones compare as their referents, dead ones by identity. v3.13.0 weakref_richcompare */
export function weakrefCompare(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  if ((op !== EQ && op !== NE) || !isWeakref(rt, b)) return notImplemented(rt);
  const p = weakrefReferent(rt, a);
  const q = weakrefReferent(rt, b);
  if (p === 0 || q === 0) return newBool(rt, (a === b) === (op === EQ));
  newRef(rt, p);
  newRef(rt, q);
  const result = richCompare(rt, p, q, op);
  decref(rt, p);
  decref(rt, q);
  return result;
}
