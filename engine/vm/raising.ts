/**
 * The instructions of try, except, raise and with. `sp` is the word index of the first free slot.
 * v3.13.0 Python/bytecodes.c, Python/ceval.c do_raise
 */
import type { Addr } from '../base/brand.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { callNoArgs } from '../objects/call.ts';
import { isExceptionClass, isExceptionInstance, raise, raiseException } from '../objects/errors.ts';
import { holdTraceback, unholdTraceback } from '../objects/held-traceback.ts';
import { reprText } from '../objects/object.ts';
import { decref, newRef, setOwned } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { tupleItem, tupleSize } from '../objects/tuple.ts';
import { isSubtype } from '../objects/type-object.ts';
import { reraiseHandled, setCause, wrongExceptType } from './late-parts.ts';

export {
  beforeWith,
  checkEgMatch,
  cleanupThrow,
  loadSpecial,
  pushCommonConstant,
  withExceptStart,
} from './late-parts.ts';

export function put(rt: Runtime, at: number, p: Addr): void {
  rt.i32[at] = p;
  rt.i32[at + 1] = p === 0 ? 0 : ADDRESS_HIGH;
}

/** exc -> previous, exc: exc becomes the exception that is handled. */
export function pushExcInfo(rt: Runtime, sp: number): void {
  const exception = rt.i32[sp - 2]!;
  const info = rt.statePtr(STATE.excInfo);
  const previous = rt.ptr(info);
  put(rt, sp - 2, previous !== 0 ? previous : newRef(rt, rt.none));
  put(rt, sp, exception);
  rt.setPtr(info, newRef(rt, exception));
  holdTraceback(rt, exception);
}

/** Makes `previous` (stolen, None for none) the exception that is handled. */
export function popExcept(rt: Runtime, previous: Addr): void {
  const info = rt.statePtr(STATE.excInfo);
  const traceback = unholdTraceback(rt, rt.ptr(info));
  if (previous === rt.none) {
    decref(rt, previous);
    setOwned(rt, info, 0);
  } else setOwned(rt, info, previous);
  if (traceback !== 0) decref(rt, traceback);
}

/**
 * `raise`, `raise exc`, `raise exc from cause`; the operands, stolen, stand from `sp` on.
 * @returns whether the traceback must not grow (a bare `raise`)
 */
export function raiseVarargs(rt: Runtime, sp: number, n: number): boolean {
  if (n === 0) return reraiseHandled(rt);
  const raised = rt.i32[sp]!;
  const cause = n === 2 ? rt.i32[sp + 2]! : 0;
  const exception = instantiate(rt, raised);
  decref(rt, raised);
  if (exception === 0) {
    if (cause !== 0) decref(rt, cause);
    return false;
  }
  if (cause !== 0 && !setCause(rt, exception, cause)) {
    decref(rt, exception);
    return false;
  }
  raiseException(rt, exception);
  return false;
}

/** An exception instance of a class or an instance (borrowed); new, 0 with an exception. */
function instantiate(rt: Runtime, p: Addr): Addr {
  if (isExceptionInstance(rt, p)) return newRef(rt, p);
  if (!isExceptionClass(rt, p)) {
    return raise(rt, rt.exc.TypeError, 'exceptions must derive from BaseException');
  }
  const exception = callNoArgs(rt, p);
  if (exception !== 0 && !isExceptionInstance(rt, exception)) {
    const called = reprText(rt, p);
    const type = reprText(rt, rt.typeOf(exception));
    decref(rt, exception);
    return raise(
      rt,
      rt.exc.TypeError,
      `calling ${called} should have returned an instance of BaseException, not ${type}`,
    );
  }
  return exception;
}

/** `except type:` 1, 0, or -1 with an exception. v3.13.0 _PyEval_CheckExceptTypeValid */
export function checkExcMatch(rt: Runtime, exception: Addr, type: Addr): number {
  if (rt.typeOf(type) === rt.types.tuple) {
    for (let i = 0, n = tupleSize(rt, type); i < n; i++) {
      if (!isExceptionClass(rt, tupleItem(rt, type, i))) return wrongExceptType(rt);
    }
    for (let i = 0, n = tupleSize(rt, type); i < n; i++) {
      if (isSubtype(rt, rt.typeOf(exception), tupleItem(rt, type, i))) return 1;
    }
    return 0;
  }
  if (!isExceptionClass(rt, type)) return wrongExceptType(rt);
  return isSubtype(rt, rt.typeOf(exception), type) ? 1 : 0;
}
