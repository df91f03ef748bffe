/** What few programs need of what raising.ts is about. */
import * as Op from '../compile/opcodes.ts';
import * as L from '../objects/layouts.ts';
import type { Addr } from '../base/brand.ts';
import { callNoArgs, callRow } from '../objects/call.ts';
import {
  errOccurred,
  errRestore,
  handledException,
  isExceptionClass,
  isExceptionInstance,
  raise,
  raiseObject,
} from '../objects/errors.ts';
import { newInt } from '../objects/int.ts';
import { matchExceptionGroup } from '../objects/late-parts.ts';
import { lookupSpecial, typeNameOf } from '../objects/object.ts';
import { decref, newRef, setOwned, xdecref } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { isSubtype, typeLookup } from '../objects/type-object.ts';
import { checkExcMatch, put } from './raising.ts';

/** Puts what LOAD_COMMON_CONSTANT loads at `sp`. */
export function pushCommonConstant(rt: Runtime, sp: number, which: number): void {
  put(
    rt,
    sp,
    which === Op.COMMON_MINUS_ONE ? newInt(rt, -1) : newRef(rt, commonConstant(rt, which)),
  );
}

function commonConstant(rt: Runtime, which: number): Addr {
  switch (which) {
    case Op.COMMON_NONE:
      return rt.none;
    case Op.COMMON_TRUE:
      return rt.true;
    case Op.COMMON_FALSE:
      return rt.false;
    case Op.COMMON_EMPTY_STR:
      return rt.emptyStr;
    default:
      return which === 0 ? rt.exc.AssertionError : rt.exc.NotImplementedError;
  }
}

export function reraiseHandled(rt: Runtime): boolean {
  const handled = handledException(rt);
  if (handled === 0) {
    raise(rt, rt.exc.RuntimeError, 'No active exception to reraise');
    return false;
  }
  errRestore(rt, newRef(rt, handled));
  return true;
}

/** Sets `__cause__` (stolen: an exception, a class, or None) and suppresses the context. */
export function setCause(rt: Runtime, exception: Addr, cause: Addr): boolean {
  let value = cause;
  if (cause === rt.none) {
    decref(rt, cause);
    value = 0;
  } else if (isExceptionClass(rt, cause)) {
    value = callNoArgs(rt, cause);
    decref(rt, cause);
    if (value === 0) return false;
  } else if (!isExceptionInstance(rt, cause)) {
    decref(rt, cause);
    raise(rt, rt.exc.TypeError, 'exception causes must derive from BaseException');
    return false;
  }
  setOwned(rt, exception + L.EXC_CAUSE, value);
  rt.u8[exception + rt.layout.exceptionSuppress] = 1;
  return true;
}

export function wrongExceptType(rt: Runtime): -1 {
  raise(
    rt,
    rt.exc.TypeError,
    'catching classes that do not inherit from BaseException is not allowed',
  );
  return -1;
}

/** `except* type:` STACK = exception, types -> rest or None, match or None. */
export function checkEgMatch(rt: Runtime, sp: number): number {
  const exception = rt.i32[sp - 4]!;
  const type = rt.i32[sp - 2]!;
  if (checkExcMatch(rt, rt.exc.MemoryError, type) < 0 && errOccurred(rt)) return -1;
  const parts = matchExceptionGroup(rt, exception, type);
  if (parts === null) return -1;
  put(rt, sp - 4, parts.rest === 0 ? newRef(rt, rt.none) : parts.rest);
  put(rt, sp - 2, parts.match === 0 ? newRef(rt, rt.none) : parts.match);
  if (parts.match !== 0) {
    const info = rt.statePtr(STATE.excInfo);
    setOwned(rt, info, newRef(rt, parts.match));
  }
  decref(rt, exception);
  decref(rt, type);
  return 0;
}

/** `with manager:` manager -> its bound __exit__, what __enter__() gave; or the a-names of both. */
export function beforeWith(rt: Runtime, sp: number, isAsync: boolean): number {
  const manager = rt.i32[sp - 2]!;
  const exitFirst = isAsync && rt.profile.withStatement.asyncExitFirst;
  const first = withMethod(rt, manager, isAsync, exitFirst ? 'exit' : 'enter');
  const second = first === 0 ? 0 : withMethod(rt, manager, isAsync, exitFirst ? 'enter' : 'exit');
  if (first === 0 || second === 0) {
    xdecref(rt, first);
    return -1;
  }
  const [enter, exit] = exitFirst ? [second, first] : [first, second];
  // the manager is let go before __enter__ runs
  put(rt, sp - 2, exit);
  decref(rt, manager);
  const value = callNoArgs(rt, enter);
  decref(rt, enter);
  if (value === 0) return -1;
  put(rt, sp, value);
  return 0;
}

const SPECIAL = [
  { isAsync: false, which: 'enter' },
  { isAsync: false, which: 'exit' },
  { isAsync: true, which: 'enter' },
  { isAsync: true, which: 'exit' },
] as const;

/**
 * STACK = owner -> special method `n` and the owner; NULL with a method that is bound already.
 * v3.14.0 Python/ceval.c _PyObject_LookupSpecialMethod
 */
export function loadSpecial(rt: Runtime, sp: number, n: number): number {
  const owner = rt.i32[sp - 2]!;
  const { isAsync, which } = SPECIAL[n]!;
  const found = typeLookup(rt, rt.typeOf(owner), rt.ids[withName(isAsync, which)]);
  const flags = found === 0 ? 0 : rt.i32[(rt.typeOf(found) + L.TP_FLAGS) >> 2]!;
  if ((flags & L.TPFLAGS_METHOD_DESCRIPTOR) !== 0) {
    put(rt, sp - 2, newRef(rt, found));
    put(rt, sp, owner);
    return 0;
  }
  const method = withMethod(rt, owner, isAsync, which);
  if (method === 0) return -1;
  put(rt, sp - 2, method);
  rt.i32[sp] = 0;
  rt.i32[sp + 1] = 0;
  decref(rt, owner);
  return 0;
}

/** A method of the manager; new, 0 with an exception. */
function withMethod(rt: Runtime, manager: Addr, isAsync: boolean, which: 'enter' | 'exit'): Addr {
  const name = withName(isAsync, which);
  const method = lookupSpecial(rt, manager, rt.ids[name]);
  if (method !== 0 || errOccurred(rt)) return method;
  const { missing } = rt.profile.withStatement;
  if (missing === 'attribute') return raiseObject(rt, rt.exc.AttributeError, rt.ids[name]);
  const kind = isAsync ? 'asynchronous context' : 'context';
  const what = `'${typeNameOf(rt, manager)}' object does not support the ${kind} manager protocol`;
  const named = which === 'exit' || missing === 'method' ? ` (missed ${name} method)` : '';
  const hint = missing === 'method' ? otherWith(rt, manager, isAsync) : '';
  return raise(rt, rt.exc.TypeError, what + named + hint);
}

function withName(isAsync: boolean, which: 'enter' | 'exit') {
  if (which === 'enter') return isAsync ? '__aenter__' : '__enter__';
  return isAsync ? '__aexit__' : '__exit__';
}

/** What to write instead, when the manager is one of the other sort. v3.14.0 _PyEval_SpecialMethodCanSuggest */
function otherWith(rt: Runtime, manager: Addr, isAsync: boolean): string {
  const type = rt.typeOf(manager);
  const has = (which: 'enter' | 'exit') =>
    typeLookup(rt, type, rt.ids[withName(!isAsync, which)]) !== 0;
  if (!has('enter') || !has('exit')) return '';
  const kind = isAsync ? 'context' : 'asynchronous context';
  const word = isAsync ? 'with' : 'async with';
  return ` but it supports the ${kind} manager protocol. Did you mean to use '${word}'?`;
}

/** STACK = exit (self or NULL), lasti, previous, exc: exit(type, value, traceback); new. */
export function withExceptStart(rt: Runtime, sp: number): Addr {
  const apart = rt.profile.withStatement.methodsApart;
  const exception = rt.i32[sp - 2]!;
  const traceback = rt.ptr(exception + L.EXC_TRACEBACK) || rt.none;
  const exit = rt.i32[sp - (apart ? 10 : 8)]!;
  const self = apart ? rt.i32[sp - 8]! : 0;
  if (self !== 0) {
    return callRow(rt, exit, [self, rt.typeOf(exception), exception, traceback]);
  }
  return callRow(rt, exit, [rt.typeOf(exception), exception, traceback]);
}

/**
 * STACK = receiver, value, exc: after a throw into `yield from`. StopIteration gives none, its
 * value; else the exception goes on.
 * @returns false: raised
 */
export function cleanupThrow(rt: Runtime, sp: number): boolean {
  const exception = rt.i32[sp - 2]!;
  if (!isSubtype(rt, rt.typeOf(exception), rt.exc.StopIteration)) {
    errRestore(rt, exception);
    return false;
  }
  const value = newRef(rt, rt.ptr(exception + rt.layout.baseException) || rt.none);
  decref(rt, rt.i32[sp - 6]!);
  decref(rt, rt.i32[sp - 4]!);
  decref(rt, exception);
  put(rt, sp - 6, newRef(rt, rt.none));
  put(rt, sp - 4, value);
  return true;
}
