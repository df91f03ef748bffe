/**
 * Exception groups and what `except*` does with them.
 * v3.13.0 Objects/exceptions.c BaseExceptionGroup, Python/ceval.c _PyEval_ExceptionGroupMatch
 */
import type { Addr } from '../base/brand.ts';
import { callOneArg, callTwoArgs } from './call.ts';
import { errOccurred, isExceptionInstance, raise } from './errors.ts';
import { EXCS, MSG } from './exception-group-types.ts';
import { noKeywords } from './args.ts';
import * as L from './layouts.ts';
import {
  callMethodOneArg,
  isSequence,
  isTrue,
  lookupAttr,
  setAttr,
  strText,
  typeNameOf,
} from './object.ts';
import { listAppend, listItem, listNew, listSize } from './list.ts';
import { decref, newRef, setOwned, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { internJs, isStr, newStr } from './strings.ts';
import { tupleItem, tuplePack, tupleSize } from './tuple.ts';
import { isSubtype, isType, typeFlags, typeName } from './type-object.ts';
import { typeCall } from './type-type.ts';

/** The exceptions in a group, a tuple; borrowed. */
export function groupExceptions(rt: Runtime, self: Addr): Addr {
  return rt.ptr(self + rt.layout.baseException + EXCS);
}

function isGroup(rt: Runtime, p: Addr): boolean {
  return isSubtype(rt, rt.typeOf(p), rt.exc.BaseExceptionGroup);
}

// ---- making --------------------------------------------------------------------------------------

/** v3.13.0 BaseExceptionGroup_new */
export function groupNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  if (!noKeywords(rt, 'BaseExceptionGroup', kwargs)) return 0;
  const n = tupleSize(rt, args);
  if (n !== 2) {
    const text = `BaseExceptionGroup.__new__() takes exactly 2 arguments (${n} given)`;
    return raise(rt, rt.exc.TypeError, text);
  }
  const message = tupleItem(rt, args, 0);
  if (!isStr(rt, message)) {
    const what = typeNameOf(rt, message);
    const text = `BaseExceptionGroup.__new__() argument 1 must be str, not ${what}`;
    return raise(rt, rt.exc.TypeError, text);
  }
  const given = tupleItem(rt, args, 1);
  if (!isSequence(rt, given)) {
    return raise(rt, rt.exc.TypeError, 'second argument (exceptions) must be a sequence');
  }
  const excs = callOneArg(rt, rt.types.tuple, given);
  if (excs === 0) return 0;
  const cls = checkMembers(rt, type, excs);
  const self: Addr = cls === 0 ? 0 : rt.fns[rt.ptr(cls + L.TP_ALLOC)]!(rt, cls, 0);
  if (self === 0) {
    decref(rt, excs);
    return 0;
  }
  rt.setPtr(self + L.EXC_ARGS, newRef(rt, args));
  rt.setPtr(self + rt.layout.baseException + MSG, newRef(rt, message));
  rt.setPtr(self + rt.layout.baseException + EXCS, excs);
  return self;
}

/** The class for these members: ExceptionGroup when all are Exceptions; 0 with an exception. */
function checkMembers(rt: Runtime, type: Addr, excs: Addr): Addr {
  const n = tupleSize(rt, excs);
  if (n === 0) {
    const text = 'second argument (exceptions) must be a non-empty sequence';
    return raise(rt, rt.exc.ValueError, text);
  }
  let plain = true;
  for (let i = 0; i < n; i++) {
    const exc = tupleItem(rt, excs, i);
    if (!isExceptionInstance(rt, exc)) {
      const text = `Item ${i} of second argument (exceptions) is not an exception`;
      return raise(rt, rt.exc.ValueError, text);
    }
    plain &&= isSubtype(rt, rt.typeOf(exc), rt.exc.Exception);
  }
  if (type === rt.exc.BaseExceptionGroup) return plain ? rt.exc.ExceptionGroup : type;
  if (plain) return type;
  if (type === rt.exc.ExceptionGroup) {
    return raise(rt, rt.exc.TypeError, 'Cannot nest BaseExceptions in an ExceptionGroup');
  }
  if (isSubtype(rt, type, rt.exc.Exception)) {
    const name = typeName(rt, type);
    return raise(rt, rt.exc.TypeError, `Cannot nest BaseExceptions in '${name}'`);
  }
  return type;
}

/** v3.13.0 BaseExceptionGroup_init */
export function groupInit(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): number {
  if (!noKeywords(rt, typeNameOf(rt, self), kwargs)) return -1;
  setOwned(rt, self + L.EXC_ARGS, newRef(rt, args));
  return 0;
}

/** v3.13.0 BaseExceptionGroup_str */
export function groupStr(rt: Runtime, self: Addr): Addr {
  const message = strText(rt, rt.ptr(self + rt.layout.baseException + MSG));
  if (message === null) return 0;
  const n = tupleSize(rt, groupExceptions(rt, self));
  return newStr(rt, `${message} (${n} sub-exception${n === 1 ? '' : 's'})`);
}

/** v3.13.0 BaseExceptionGroup_derive */
export function derive(rt: Runtime, self: Addr, excs: Addr): Addr {
  const args = tuplePack(rt, rt.ptr(self + rt.layout.baseException + MSG), excs);
  if (args === 0) return 0;
  const result = typeCall(rt, rt.exc.BaseExceptionGroup, args, 0);
  decref(rt, args);
  return result;
}

/**
 * A group of the same kind around `excs` (a list), with the traceback, context, cause and notes of
 * this one; 0 with an exception. v3.13.0 exceptiongroup_subset
 */
function subset(rt: Runtime, self: Addr, excs: Addr): Addr {
  const name = internJs(rt, 'derive');
  const group = name === 0 ? 0 : callMethodOneArg(rt, self, name, excs);
  xdecref(rt, name);
  if (group === 0) return 0;
  if (!isGroup(rt, group)) {
    decref(rt, group);
    const text = 'derive must return an instance of BaseExceptionGroup';
    return raise(rt, rt.exc.TypeError, text);
  }
  for (const field of [L.EXC_TRACEBACK, L.EXC_CONTEXT, L.EXC_CAUSE]) {
    const p = rt.ptr(self + field);
    setOwned(rt, group + field, p === 0 ? 0 : newRef(rt, p));
  }
  rt.u8[group + rt.layout.exceptionSuppress] = rt.u8[self + rt.layout.exceptionSuppress]!;
  const notes = lookupAttr(rt, self, rt.ids.__notes__);
  if (notes === 0) {
    if (!errOccurred(rt)) return group;
    decref(rt, group);
    return 0;
  }
  const copy = isSequence(rt, notes) ? callOneArg(rt, rt.types.list, notes) : newRef(rt, notes);
  decref(rt, notes);
  const failed = copy === 0 ? -1 : setAttr(rt, group, rt.ids.__notes__, copy);
  xdecref(rt, copy);
  if (failed === 0) return group;
  decref(rt, group);
  return 0;
}

// ---- splitting -----------------------------------------------------------------------------------

/** What matches and what does not, each new or 0 for nothing. */
export interface Parts {
  match: Addr;
  rest: Addr;
}

/** Whether a condition holds for an exception: 1, 0, or -1 with an exception. */
type Matcher = (rt: Runtime, exc: Addr) => number;

function typeMatcher(types: Addr): Matcher {
  return (rt, exc) => {
    const type = rt.typeOf(exc);
    if (rt.typeOf(types) !== rt.types.tuple) return isSubtype(rt, type, types) ? 1 : 0;
    for (let i = 0, n = tupleSize(rt, types); i < n; i++) {
      if (isSubtype(rt, type, tupleItem(rt, types, i))) return 1;
    }
    return 0;
  };
}

function callMatcher(callable: Addr): Matcher {
  return (rt, exc) => {
    const result = callOneArg(rt, callable, exc);
    if (result === 0) return -1;
    const truth = isTrue(rt, result);
    decref(rt, result);
    return truth;
  };
}

/** v3.13.0 get_matcher_type; null with TypeError */
function matcherOf(rt: Runtime, value: Addr): Matcher | null {
  const isClass = (p: Addr): boolean =>
    isType(rt, p) && (typeFlags(rt, p) & L.TPFLAGS_BASE_EXC_SUBCLASS) !== 0;
  if (isClass(value)) return typeMatcher(value);
  if (rt.typeOf(value) === rt.types.tuple) {
    let classes = true;
    for (let i = 0, n = tupleSize(rt, value); i < n; i++) {
      classes &&= isClass(tupleItem(rt, value, i));
    }
    if (classes) return typeMatcher(value);
  } else if (!isType(rt, value) && rt.ptr(rt.typeOf(value) + L.TP_CALL) !== 0) {
    return callMatcher(value);
  }
  const text =
    'expected an exception type, a tuple of exception types, or a callable (other than a class)';
  raise(rt, rt.exc.TypeError, text);
  return null;
}

/** Splits an exception, or a group down to its leaves; null with an exception. exceptiongroup_split_recursive */
function splitBy(rt: Runtime, exc: Addr, matches: Matcher): Parts | null {
  const whole = matches(rt, exc);
  if (whole < 0) return null;
  if (whole === 1) return { match: newRef(rt, exc), rest: 0 };
  if (!isGroup(rt, exc)) return { match: 0, rest: newRef(rt, exc) };
  const match = listNew(rt, 0);
  const rest = listNew(rt, 0);
  const parts: Parts = { match: 0, rest: 0 };
  let fine = match !== 0 && rest !== 0 && sortMembers(rt, exc, matches, match, rest);
  if (fine && listSize(rt, match) > 0) {
    parts.match = subset(rt, exc, match);
    fine = parts.match !== 0;
  }
  if (fine && listSize(rt, rest) > 0) {
    parts.rest = subset(rt, exc, rest);
    fine = parts.rest !== 0;
  }
  xdecref(rt, match);
  xdecref(rt, rest);
  if (fine) return parts;
  xdecref(rt, parts.match);
  xdecref(rt, parts.rest);
  return null;
}

function sortMembers(rt: Runtime, group: Addr, matches: Matcher, match: Addr, rest: Addr): boolean {
  const excs = groupExceptions(rt, group);
  for (let i = 0, n = tupleSize(rt, excs); i < n; i++) {
    const parts = splitBy(rt, tupleItem(rt, excs, i), matches);
    if (parts === null) return false;
    let failed = false;
    if (parts.match !== 0) failed = listAppend(rt, match, parts.match) < 0;
    if (parts.rest !== 0) failed = listAppend(rt, rest, parts.rest) < 0 || failed;
    xdecref(rt, parts.match);
    xdecref(rt, parts.rest);
    if (failed) return false;
  }
  return true;
}

/** v3.13.0 BaseExceptionGroup_split */
export function split(rt: Runtime, self: Addr, condition: Addr): Addr {
  const matcher = matcherOf(rt, condition);
  const parts = matcher === null ? null : splitBy(rt, self, matcher);
  if (parts === null) return 0;
  const pair = tuplePack(rt, parts.match || rt.none, parts.rest || rt.none);
  xdecref(rt, parts.match);
  xdecref(rt, parts.rest);
  return pair;
}

/** v3.13.0 BaseExceptionGroup_subgroup */
export function subgroup(rt: Runtime, self: Addr, condition: Addr): Addr {
  const matcher = matcherOf(rt, condition);
  const parts = matcher === null ? null : splitBy(rt, self, matcher);
  if (parts === null) return 0;
  xdecref(rt, parts.rest);
  return parts.match || newRef(rt, rt.none);
}

// ---- except* -------------------------------------------------------------------------------------

/**
 * `except* types`: what of `exc` it takes. A single exception is wrapped in a group first.
 * @returns null with an exception. v3.13.0 Python/ceval.c _PyEval_ExceptionGroupMatch
 */
export function matchExceptionGroup(rt: Runtime, exc: Addr, types: Addr): Parts | null {
  if (exc === rt.none) return { match: 0, rest: 0 };
  const matches = typeMatcher(types);
  if (isGroup(rt, exc)) return splitBy(rt, exc, matches);
  if (matches(rt, exc) === 0) return { match: 0, rest: newRef(rt, exc) };
  const members = tuplePack(rt, exc);
  if (members === 0) return null;
  const group = callTwoArgs(rt, rt.exc.BaseExceptionGroup, rt.emptyStr, members);
  decref(rt, members);
  if (group === 0) return null;
  const traceback = rt.ptr(exc + L.EXC_TRACEBACK);
  if (traceback !== 0) setOwned(rt, group + L.EXC_TRACEBACK, newRef(rt, traceback));
  return { match: group, rest: 0 };
}

/**
 * After the last `except*`: what is raised. `excs` is a list of what the clauses raised, and of
 * what nobody took; None in it counts for nothing.
 * @returns new: an exception, or None. v3.13.0 _PyExc_PrepReraiseStar
 */
export function prepReraiseStar(rt: Runtime, orig: Addr, excs: Addr): Addr {
  const left: Addr[] = [];
  for (let i = 0, n = listSize(rt, excs); i < n; i++) {
    const exc = listItem(rt, excs, i);
    if (exc !== rt.none) left.push(exc);
  }
  if (left.length === 0) return newRef(rt, rt.none);
  if (!isGroup(rt, orig)) return newRef(rt, left[0]!);
  const raised = left.filter((exc) => !isPartOf(rt, orig, exc));
  const reraised = left.filter((exc) => isPartOf(rt, orig, exc));
  const projection = reraised.length === 0 ? 0 : project(rt, orig, reraised);
  if (reraised.length > 0 && projection === 0) return 0;
  if (raised.length === 0) return projection;
  const list = listNew(rt, 0);
  for (const exc of raised) if (list !== 0) listAppend(rt, list, exc);
  if (list !== 0 && projection !== 0) listAppend(rt, list, projection);
  xdecref(rt, projection);
  if (list === 0) return 0;
  const single = listSize(rt, list) === 1;
  const result = single
    ? newRef(rt, listItem(rt, list, 0))
    : callTwoArgs(rt, rt.exc.BaseExceptionGroup, rt.emptyStr, list);
  decref(rt, list);
  return result;
}

/** Whether a clause only passed on a part of the original. v3.13.0 is_same_exception_metadata */
function isPartOf(rt: Runtime, orig: Addr, exc: Addr): boolean {
  for (const field of [L.EXC_TRACEBACK, L.EXC_CONTEXT, L.EXC_CAUSE]) {
    if (rt.ptr(orig + field) !== rt.ptr(exc + field)) return false;
  }
  return isGroup(rt, exc);
}

/** The part of `orig` whose leaves are in `keep`; new. v3.13.0 exception_group_projection */
function project(rt: Runtime, orig: Addr, keep: readonly Addr[]): Addr {
  const leaves = new Set<Addr>();
  for (const group of keep) collectLeaves(rt, group, leaves);
  const parts = splitBy(rt, orig, (_rt, exc) => (leaves.has(exc) ? 1 : 0));
  if (parts === null) return 0;
  xdecref(rt, parts.rest);
  return parts.match || newRef(rt, rt.none);
}

function collectLeaves(rt: Runtime, exc: Addr, leaves: Set<Addr>): void {
  if (!isGroup(rt, exc)) {
    leaves.add(exc);
    return;
  }
  const excs = groupExceptions(rt, exc);
  for (let i = 0, n = tupleSize(rt, excs); i < n; i++) {
    collectLeaves(rt, tupleItem(rt, excs, i), leaves);
  }
}
