/**
 * Type parameters in `list[T]` and `dict[K, V] | None`: which there are, and others in their place.
 * v3.13.0 Objects/genericaliasobject.c _Py_make_parameters, _Py_subs_parameters
 */
import type { Addr } from '../base/brand.ts';
import { callOneArg, callTwoArgs } from './call.ts';
import { isTuple } from './clinic.ts';
import { errOccurred, raise } from './errors.ts';
import { listAppend, listItem, listNew, listSize, listToTuple } from './list.ts';
import { operandError } from './number-protocol.ts';
import { getItem, isTrue, lookupAttr, reprText } from './object.ts';
import { decref, newRef, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { internJs } from './strings.ts';
import { tupleItem, tuplePack, tupleSize } from './tuple.ts';
import { sequenceToTuple } from './tuple-build.ts';
import { isType } from './type-object.ts';
import { genericAliasNew, unionOfAll, unionOr } from './late-parts.ts';

/** An attribute by its name; new, 0 without an exception when there is none. */
function lookup(rt: Runtime, p: Addr, name: string): Addr {
  const key = internJs(rt, name);
  const found = key === 0 ? 0 : lookupAttr(rt, p, key);
  xdecref(rt, key);
  return found;
}

function indexOf(rt: Runtime, list: Addr, p: Addr): number {
  for (let i = 0, n = listSize(rt, list); i < n; i++) if (listItem(rt, list, i) === p) return i;
  return -1;
}

/** Adds the parameters among these arguments to a list. -1 with an exception. */
function collect(rt: Runtime, args: Addr, found: Addr): number {
  for (let i = 0, n = tupleSize(rt, args); i < n; i++) {
    const arg = tupleItem(rt, args, i);
    if (isType(rt, arg)) continue;
    const subst = lookup(rt, arg, '__typing_subst__');
    if (subst !== 0) {
      decref(rt, subst);
      if (indexOf(rt, found, arg) < 0 && listAppend(rt, found, arg) < 0) return -1;
      continue;
    }
    if (errOccurred(rt)) return -1;
    const inner = lookup(rt, arg, '__parameters__');
    if (inner === 0 && errOccurred(rt)) return -1;
    if (inner === 0) continue;
    const fine = !isTuple(rt, inner) || collect(rt, inner, found) === 0;
    decref(rt, inner);
    if (!fine) return -1;
  }
  return 0;
}

/** The type parameters among arguments, each once; a new tuple. v3.13.0 _Py_make_parameters */
export function parametersOf(rt: Runtime, args: Addr): Addr {
  const found = listNew(rt, 0);
  if (found === 0) return 0;
  const result = collect(rt, args, found) < 0 ? 0 : listToTuple(rt, found);
  decref(rt, found);
  return result;
}

/** What stands in place of each parameter, prepared by the parameters themselves; new tuple. */
function prepared(rt: Runtime, alias: Addr, params: Addr, item: Addr): Addr {
  let items = isTuple(rt, item) ? newRef(rt, item) : tuplePack(rt, item);
  for (let i = 0, n = tupleSize(rt, params); i < n && items !== 0; i++) {
    const prepare = lookup(rt, tupleItem(rt, params, i), '__typing_prepare_subst__');
    if (prepare === 0 && errOccurred(rt)) {
      decref(rt, items);
      return 0;
    }
    if (prepare === 0) continue;
    const changed =
      prepare === rt.none ? newRef(rt, items) : callTwoArgs(rt, prepare, alias, items);
    decref(rt, prepare);
    decref(rt, items);
    items = changed === 0 ? 0 : sequenceToTuple(rt, changed);
    xdecref(rt, changed);
  }
  return items;
}

function tooManyOrFew(rt: Runtime, alias: Addr, given: number, expected: number): 0 {
  const shown = reprText(rt, alias);
  if (shown === null) return 0;
  const how = given > expected ? 'many' : 'few';
  const text = `Too ${how} arguments for ${shown}; actual ${given}, expected ${expected}`;
  return raise(rt, rt.exc.TypeError, text);
}

/** The place of a parameter in a tuple of them; -1 when it is none of them. */
function placeOf(rt: Runtime, params: Addr, p: Addr): number {
  for (let i = 0, n = tupleSize(rt, params); i < n; i++) {
    if (tupleItem(rt, params, i) === p) return i;
  }
  return -1;
}

/** `arg[...]` with what its own parameters become; new. v3.13.0 subs_tvars */
function withinArgument(rt: Runtime, arg: Addr, params: Addr, items: Addr): Addr {
  const inner = lookup(rt, arg, '__parameters__');
  if (inner === 0) return errOccurred(rt) ? 0 : newRef(rt, arg);
  if (!isTuple(rt, inner) || tupleSize(rt, inner) === 0) {
    decref(rt, inner);
    return newRef(rt, arg);
  }
  const row = listNew(rt, 0);
  let fine = row !== 0;
  for (let i = 0, n = tupleSize(rt, inner); i < n && fine; i++) {
    const param = tupleItem(rt, inner, i);
    const at = placeOf(rt, params, param);
    const value = at < 0 ? param : tupleItem(rt, items, at);
    const many = at >= 0 && isTuple(rt, value) && isVariadic(rt, param);
    fine = many ? extend(rt, row, value) : listAppend(rt, row, value) === 0;
  }
  const key = fine ? listToTuple(rt, row) : 0;
  const result = key === 0 ? 0 : getItem(rt, arg, key);
  xdecref(rt, key);
  xdecref(rt, row);
  decref(rt, inner);
  return result;
}

/** A TypeVarTuple can be iterated. */
function isVariadic(rt: Runtime, param: Addr): boolean {
  const iterate = lookup(rt, rt.typeOf(param), '__iter__');
  xdecref(rt, iterate);
  return iterate !== 0;
}

function extend(rt: Runtime, list: Addr, tuple: Addr): boolean {
  for (let i = 0, n = tupleSize(rt, tuple); i < n; i++) {
    if (listAppend(rt, list, tupleItem(rt, tuple, i)) < 0) return false;
  }
  return true;
}

/** Whether the argument is `*Ts`; -1 with an exception. */
function isUnpacked(rt: Runtime, arg: Addr): number {
  const flag = lookup(rt, arg, '__typing_is_unpacked_typevartuple__');
  if (flag === 0) return errOccurred(rt) ? -1 : 0;
  const answer = isTrue(rt, flag);
  decref(rt, flag);
  return answer;
}

/** Adds what one argument becomes. */
function substituteOne(rt: Runtime, arg: Addr, params: Addr, items: Addr, into: Addr): boolean {
  if (isType(rt, arg)) return listAppend(rt, into, arg) === 0;
  const unpack = isUnpacked(rt, arg);
  if (unpack < 0) return false;
  const subst = lookup(rt, arg, '__typing_subst__');
  if (subst === 0 && errOccurred(rt)) return false;
  const at = subst === 0 ? -1 : placeOf(rt, params, arg);
  const value =
    subst !== 0 && at >= 0
      ? callOneArg(rt, subst, tupleItem(rt, items, at))
      : withinArgument(rt, arg, params, items);
  xdecref(rt, subst);
  if (value === 0) return false;
  const many = unpack === 1 && isTuple(rt, value);
  const fine = many ? extend(rt, into, value) : listAppend(rt, into, value) === 0;
  decref(rt, value);
  return fine;
}

/** The arguments with `item` in place of the parameters; a new tuple. v3.13.0 _Py_subs_parameters */
function substituted(rt: Runtime, alias: Addr, args: Addr, params: Addr, item: Addr): Addr {
  const n = tupleSize(rt, params);
  if (n === 0) {
    const shown = reprText(rt, alias);
    if (shown === null) return 0;
    const text = rt.profile.errorWords.subscriptsTellType
      ? `${shown} is not a generic class`
      : `There are no type variables left in ${shown}`;
    return raise(rt, rt.exc.TypeError, text);
  }
  const items = prepared(rt, alias, params, item);
  if (items === 0) return 0;
  const into = tupleSize(rt, items) === n ? listNew(rt, 0) : 0;
  if (tupleSize(rt, items) !== n) tooManyOrFew(rt, alias, tupleSize(rt, items), n);
  let fine = into !== 0;
  for (let i = 0, m = tupleSize(rt, args); i < m && fine; i++) {
    fine = substituteOne(rt, tupleItem(rt, args, i), params, items, into);
  }
  const result = fine ? listToTuple(rt, into) : 0;
  xdecref(rt, into);
  decref(rt, items);
  return result;
}

/** `__args__` of self with `item` in place of its parameters; a new tuple. */
function subscripted(rt: Runtime, self: Addr, item: Addr): Addr {
  const args = lookup(rt, self, '__args__');
  const params = args === 0 ? 0 : lookup(rt, self, '__parameters__');
  const result = params === 0 ? 0 : substituted(rt, self, args, params, item);
  xdecref(rt, args);
  xdecref(rt, params);
  return result;
}

/** `list[T][int]`; new. v3.13.0 ga_getitem */
export function aliasSubscript(rt: Runtime, self: Addr, item: Addr): Addr {
  const args = subscripted(rt, self, item);
  if (args === 0) return 0;
  const origin = lookup(rt, self, '__origin__');
  const alias = origin === 0 ? 0 : genericAliasNew(rt, origin, args);
  xdecref(rt, origin);
  decref(rt, args);
  return alias;
}

/** `(list[T] | None)[int]`; new. v3.13.0 Objects/unionobject.c union_getitem */
export function unionSubscript(rt: Runtime, self: Addr, item: Addr): Addr {
  const args = subscripted(rt, self, item);
  if (args === 0) return 0;
  if (rt.profile.typeParameters.oneUnion) {
    const all = Array.from({ length: tupleSize(rt, args) }, (_, i) => tupleItem(rt, args, i));
    const one = unionOfAll(rt, all);
    decref(rt, args);
    return one;
  }
  let union = newRef(rt, tupleItem(rt, args, 0));
  for (let i = 1, n = tupleSize(rt, args); i < n && union !== 0; i++) {
    const other = tupleItem(rt, args, i);
    let more = unionOr(rt, union, other);
    if (more === rt.notImplemented) {
      decref(rt, more);
      more = operandError(rt, union, other, '|');
    }
    decref(rt, union);
    union = more;
  }
  decref(rt, args);
  return union;
}
