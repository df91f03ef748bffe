/** `match`: keys of mappings, attributes of classes. v3.13.0 Python/ceval.c match_keys, match_class */
import type { Addr } from '../base/brand.ts';
import { callTwoArgs } from '../objects/call.ts';
import { errClear, errMatches, errOccurred, raise } from '../objects/errors.ts';
import { objectNew } from '../objects/gc-object.ts';
import * as L from '../objects/layouts.ts';
import { getAttr, isInstance, isTypeObject, lookupAttr, reprText } from '../objects/object.ts';
import { decref, newRef } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { setAdd, setContains, setNew } from '../objects/set.ts';
import { isStr } from '../objects/strings.ts';
import { tupleItem, tupleNew, tupleSetItem, tupleSize } from '../objects/tuple.ts';
import { typeName } from '../objects/type-object.ts';

/** A tuple of `subject[key]` for each key, or None when one is missing; new. */
export function matchKeys(rt: Runtime, subject: Addr, keys: Addr): Addr {
  const n = tupleSize(rt, keys);
  if (n === 0) return newRef(rt, rt.emptyTuple);
  const get = getAttr(rt, subject, rt.ids.get);
  if (get === 0) return 0;
  const seen = setNew(rt, 0);
  const missing = objectNew(rt, rt.types.object, L.OBJECT_SIZE);
  const values = tupleNew(rt, n);
  let result = values;
  for (let i = 0; i < n; i++) {
    const key = tupleItem(rt, keys, i);
    const again = setContains(rt, seen, key);
    if (again !== 0 || setAdd(rt, seen, key) < 0) {
      if (again > 0) {
        raise(
          rt,
          rt.exc.ValueError,
          `mapping pattern checks duplicate key (${reprText(rt, key) ?? ''})`,
        );
      }
      result = 0;
      break;
    }
    const value = callTwoArgs(rt, get, key, missing);
    if (value === 0 || value === missing) {
      if (value !== 0) decref(rt, value);
      result = value === 0 ? 0 : newRef(rt, rt.none);
      break;
    }
    tupleSetItem(rt, values, i, value);
  }
  if (result !== values) decref(rt, values);
  decref(rt, seen);
  decref(rt, missing);
  decref(rt, get);
  return result;
}

/**
 * The attributes that `case Class(a, b, name=c)` binds, or None; new.
 * @param names of the keyword patterns
 */
export function matchClass(
  rt: Runtime,
  subject: Addr,
  cls: Addr,
  positional: number,
  names: Addr,
): Addr {
  if (!isTypeObject(rt, cls)) {
    return raise(rt, rt.exc.TypeError, 'called match pattern must be a class');
  }
  const fits = isInstance(rt, subject, cls);
  if (fits <= 0) return fits < 0 ? 0 : newRef(rt, rt.none);
  const found: Addr[] = [];
  const seen = new Set<Addr>();
  const ok =
    collectPositional(rt, subject, cls, positional, found, seen) &&
    collectNamed(rt, subject, cls, names, found, seen);
  if (!ok) {
    for (const p of found) decref(rt, p);
    return errOccurred(rt) ? 0 : newRef(rt, rt.none);
  }
  const tuple = tupleNew(rt, found.length);
  if (tuple === 0) {
    for (const p of found) decref(rt, p);
    return 0;
  }
  found.forEach((p, i) => tupleSetItem(rt, tuple, i, p));
  return tuple;
}

function collectPositional(
  rt: Runtime,
  subject: Addr,
  cls: Addr,
  n: number,
  found: Addr[],
  seen: Set<Addr>,
): boolean {
  if (n === 0) return true;
  const matchArgs = lookupAttr(rt, cls, rt.ids.__match_args__);
  if (matchArgs === 0) {
    if (errOccurred(rt)) return false;
    const self = (rt.i32[(cls + L.TP_FLAGS) >> 2]! & L.TPFLAGS_MATCH_SELF) !== 0;
    if (n > (self ? 1 : 0)) return tooManyPositional(rt, cls, self ? 1 : 0, n);
    found.push(newRef(rt, subject));
    return true;
  }
  const ok = collectByMatchArgs(rt, subject, cls, matchArgs, n, found, seen);
  decref(rt, matchArgs);
  return ok;
}

function tooManyPositional(rt: Runtime, cls: Addr, allowed: number, n: number): false {
  raise(
    rt,
    rt.exc.TypeError,
    `${typeName(rt, cls)}() accepts ${allowed} positional sub-pattern${allowed === 1 ? '' : 's'} (${n} given)`,
  );
  return false;
}

function collectByMatchArgs(
  rt: Runtime,
  subject: Addr,
  cls: Addr,
  matchArgs: Addr,
  n: number,
  found: Addr[],
  seen: Set<Addr>,
): boolean {
  const name = typeName(rt, cls);
  if (rt.typeOf(matchArgs) !== rt.types.tuple) {
    const got = typeName(rt, rt.typeOf(matchArgs));
    raise(rt, rt.exc.TypeError, `${name}.__match_args__ must be a tuple (got ${got})`);
    return false;
  }
  const allowed = tupleSize(rt, matchArgs);
  if (n > allowed) return tooManyPositional(rt, cls, allowed, n);
  for (let i = 0; i < n; i++) {
    const attribute = tupleItem(rt, matchArgs, i);
    if (!isStr(rt, attribute)) {
      const got = typeName(rt, rt.typeOf(attribute));
      raise(rt, rt.exc.TypeError, `__match_args__ elements must be strings (got ${got})`);
      return false;
    }
    if (!collectAttribute(rt, subject, cls, attribute, found, seen)) return false;
  }
  return true;
}

function collectNamed(
  rt: Runtime,
  subject: Addr,
  cls: Addr,
  names: Addr,
  found: Addr[],
  seen: Set<Addr>,
): boolean {
  for (let i = 0, n = tupleSize(rt, names); i < n; i++) {
    if (!collectAttribute(rt, subject, cls, tupleItem(rt, names, i), found, seen)) return false;
  }
  return true;
}

/** @returns false when it is missing (no exception) or with an exception */
function collectAttribute(
  rt: Runtime,
  subject: Addr,
  cls: Addr,
  name: Addr,
  found: Addr[],
  seen: Set<Addr>,
): boolean {
  if (seen.has(name)) {
    raise(
      rt,
      rt.exc.TypeError,
      `${typeName(rt, cls)}() got multiple sub-patterns for attribute ${reprText(rt, name) ?? ''}`,
    );
    return false;
  }
  seen.add(name);
  const value = getAttr(rt, subject, name);
  if (value === 0) {
    if (errMatches(rt, rt.exc.AttributeError)) errClear(rt);
    return false;
  }
  found.push(value);
  return true;
}
