/**
 * Raising: how native code sets, looks at and clears the exception being raised.
 *
 * As in CPython, the exception is not thrown through native code: it stands in the runtime state
 * (STATE.currentException, owned), and the function returns 0 or -1. Every caller checks.
 * v3.13.0 Python/errors.c
 */
import type { Addr } from '../base/brand.ts';
import { callOneArg, callObject } from './call.ts';
import {
  EXC_CONTEXT,
  GC_HEAD_SIZE,
  TPFLAGS_BASE_EXC_SUBCLASS,
  TPFLAGS_TYPE_SUBCLASS,
  TP_BASICSIZE,
  TP_FLAGS,
  TP_NEW,
} from './layouts.ts';
import { freeListLength } from './freelists.ts';
import { reprText } from './object.ts';
import { clearOwned, decref, incref, newRef, setOwned } from './refcount.ts';
import { FREE_MEMORY_ERROR, type Runtime, STATE } from './runtime.ts';
import { newStr } from './strings.ts';
import { isSubtype, typeName } from './type-object.ts';

/** Whether an exception is set. v3.13.0 PyErr_Occurred */
export function errOccurred(rt: Runtime): boolean {
  return rt.i32[rt.excWord] !== 0;
}

/** Raises `type(message)`. @returns 0. v3.13.0 PyErr_SetString */
export function raise(rt: Runtime, type: Addr, message: string): 0 {
  const text = newStr(rt, message);
  if (text === 0) return 0;
  raiseObject(rt, type, text);
  decref(rt, text);
  return 0;
}

/** Raises `type(message)`. @returns -1 */
export function raiseInt(rt: Runtime, type: Addr, message: string): -1 {
  raise(rt, type, message);
  return -1;
}

/** Raises `type()`. @returns 0. v3.13.0 PyErr_SetNone */
export function raiseNone(rt: Runtime, type: Addr): 0 {
  return raiseObject(rt, type, 0);
}

/**
 * Raises `type` with `value` (borrowed): an instance, a tuple of arguments, one argument, or 0.
 * The exception handled now becomes its `__context__`.
 * @returns 0. v3.13.0 _PyErr_SetObject
 */
export function raiseObject(rt: Runtime, type: Addr, value: Addr): 0 {
  const exception =
    value !== 0 && isExceptionInstance(rt, value)
      ? newRef(rt, value)
      : createException(rt, type, value);
  if (exception !== 0) raiseException(rt, exception);
  return 0;
}

/** An instance of `type` made of `value` (0 or borrowed); new. v3.13.0 Python/errors.c _PyErr_CreateException */
export function createException(rt: Runtime, type: Addr, value: Addr): Addr {
  errClear(rt);
  const exception =
    value === 0 || value === rt.none
      ? callObject(rt, type, rt.emptyTuple, 0)
      : rt.typeOf(value) === rt.types.tuple
        ? callObject(rt, type, value, 0)
        : callOneArg(rt, type, value);
  if (exception === 0 || isExceptionInstance(rt, exception)) return exception;
  const called = reprText(rt, type) ?? '';
  const made = typeName(rt, rt.typeOf(exception));
  decref(rt, exception);
  return raise(
    rt,
    rt.exc.TypeError,
    `calling ${called} should have returned an instance of BaseException, not ${made}`,
  );
}

/** Sets an exception instance (stolen) as the one being raised, chaining the one handled. @returns 0 */
export function raiseException(rt: Runtime, exception: Addr): 0 {
  const handled = handledException(rt);
  if (handled !== 0 && handled !== exception) {
    breakContextCycle(rt, handled, exception);
    incref(rt, handled);
    setOwned(rt, exception + EXC_CONTEXT, handled);
  }
  errRestore(rt, exception);
  return 0;
}

/** No exception may be its own context: cuts `exception` out of the chain that starts at `handled`. */
function breakContextCycle(rt: Runtime, handled: Addr, exception: Addr): void {
  let slow = handled;
  let slowMoves = false;
  for (let o = handled; ;) {
    const context = rt.ptr(o + EXC_CONTEXT);
    if (context === 0) return;
    if (context === exception) {
      clearOwned(rt, o + EXC_CONTEXT);
      return;
    }
    o = context;
    if (o === slow) return; // a cycle that was there before
    if (slowMoves) slow = rt.ptr(slow + EXC_CONTEXT);
    slowMoves = !slowMoves;
  }
}

/** The exception that an `except` block is handling; borrowed, 0 for none. _PyErr_GetTopmostException */
export function handledException(rt: Runtime): Addr {
  let item = rt.statePtr(STATE.excInfo);
  for (;;) {
    const value = rt.ptr(item);
    if (value !== 0 && value !== rt.none) return value;
    item = rt.ptr(item + 8);
    if (item === 0) return 0;
  }
}

/** The exception being raised; borrowed, 0 for none. */
export function currentException(rt: Runtime): Addr {
  return rt.i32[rt.excWord]!;
}

/** Takes the exception being raised (owned) and clears it; 0 for none. PyErr_GetRaisedException */
export function errFetch(rt: Runtime): Addr {
  const exception = rt.i32[rt.excWord]!;
  rt.setPtr(rt.excWord << 2, 0);
  return exception;
}

/** Sets an exception instance (stolen, may be 0) as it is, chaining nothing. PyErr_SetRaisedException */
export function errRestore(rt: Runtime, exception: Addr): void {
  setOwned(rt, rt.excWord << 2, exception);
}

/** v3.13.0 PyErr_Clear */
export function errClear(rt: Runtime): void {
  if (rt.i32[rt.excWord] !== 0) clearOwned(rt, rt.excWord << 2);
}

/** Whether the exception being raised is an instance of `type`. v3.13.0 PyErr_ExceptionMatches */
export function errMatches(rt: Runtime, type: Addr): boolean {
  const exception = rt.i32[rt.excWord]!;
  return exception !== 0 && isSubtype(rt, rt.typeOf(exception), type);
}

/** Clears the exception when it is an instance of `type`; says whether it did. */
export function errClearIf(rt: Runtime, type: Addr): boolean {
  if (!errMatches(rt, type)) return false;
  errClear(rt);
  return true;
}

/** Whether the object is an instance of BaseException. */
export function isExceptionInstance(rt: Runtime, p: Addr): boolean {
  return (rt.i32[(rt.typeOf(p) + TP_FLAGS) >> 2]! & TPFLAGS_BASE_EXC_SUBCLASS) !== 0;
}

/** Whether the object is a class derived from BaseException. */
export function isExceptionClass(rt: Runtime, p: Addr): boolean {
  return (
    (rt.i32[(rt.typeOf(p) + TP_FLAGS) >> 2]! & TPFLAGS_TYPE_SUBCLASS) !== 0 &&
    (rt.i32[(p + TP_FLAGS) >> 2]! & TPFLAGS_BASE_EXC_SUBCLASS) !== 0
  );
}

/**
 * Raises MemoryError, without asking for memory: one of the instances that are kept, or the last
 * resort, which was made at boot and may be raised already.
 * @returns 0. v3.13.0 Python/errors.c PyErr_NoMemory, Objects/exceptions.c get_memory_error
 */
export function noMemory(rt: Runtime): 0 {
  const type = rt.exc.MemoryError;
  const spare = rt.statePtr(STATE.memoryError);
  const kept = freeListLength(rt, FREE_MEMORY_ERROR) > 0 || hasRoomForMemoryError(rt);
  const error = kept ? rt.fns[rt.i32[(type + TP_NEW) >> 2]!]!(rt, type, 0, 0) : newRef(rt, spare);
  if (error !== 0) errRestore(rt, error);
  return 0;
}

/** Where one is made when none is left: whether there is memory for it. */
function hasRoomForMemoryError(rt: Runtime): boolean {
  if (rt.profile.lastResortMemoryError) return false;
  const p = rt.obj.malloc(GC_HEAD_SIZE + rt.size(rt.exc.MemoryError + TP_BASICSIZE));
  rt.obj.free(p);
  return p !== 0;
}

/** The same. @returns -1 */
export function noMemoryInt(rt: Runtime): -1 {
  noMemory(rt);
  return -1;
}
