/**
 * What `await`, `async for` and `async with` ask of an object.
 *
 * v3.13.0 Objects/genobject.c _PyCoro_GetAwaitableIter, Python/bytecodes.c GET_AWAITABLE, GET_AITER,
 * GET_ANEXT, END_ASYNC_FOR
 */
import type { Addr } from '../base/brand.ts';
import { CO_ITERABLE_COROUTINE } from '../compile/index.ts';
import { errFetch, errRestore, raise } from '../objects/errors.ts';
import * as L from '../objects/layouts.ts';
import { isIterator, slotOf, typeNameOf } from '../objects/object.ts';
import { decref, newRef, setOwned } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { isSubtype } from '../objects/type-object.ts';
import { generatorCode, yieldFromTarget } from './generator.ts';

/** v3.13.0 gen_is_coroutine */
function isIterableCoroutine(rt: Runtime, p: Addr): boolean {
  if (rt.typeOf(p) !== rt.types.generator) return false;
  const code = generatorCode(rt, p);
  return (rt.i32[(code + L.CO_FLAGS) >> 2]! & CO_ITERABLE_COROUTINE) !== 0;
}

function isCoroutine(rt: Runtime, p: Addr): boolean {
  return rt.typeOf(p) === rt.types.coroutine || isIterableCoroutine(rt, p);
}

/** What is sent to when `p` is awaited; new, 0 with TypeError. v3.13.0 _PyCoro_GetAwaitableIter */
export function awaitableIter(rt: Runtime, p: Addr): Addr {
  if (isCoroutine(rt, p)) return newRef(rt, p);
  const getter = slotOf(rt, p, L.AM_AWAIT);
  if (getter === 0) {
    return raise(rt, rt.exc.TypeError, rt.profile.coroutines.notAwaitable(typeNameOf(rt, p)));
  }
  const iterator: Addr = rt.fns[getter]!(rt, p);
  if (iterator === 0) return 0;
  const coroutine = isCoroutine(rt, iterator);
  if (!coroutine && isIterator(rt, iterator)) return iterator;
  const result = coroutine ? 'coroutine' : typeNameOf(rt, iterator);
  decref(rt, iterator);
  const text = rt.profile.coroutines.badAwait(typeNameOf(rt, p), result);
  return raise(rt, rt.exc.TypeError, text);
}

/** @param whose operand: 1 after `__aenter__`, 2 after `__aexit__`. v3.13.0 GET_AWAITABLE */
export function getAwaitable(rt: Runtime, p: Addr, whose: number): Addr {
  const iterator = awaitableIter(rt, p);
  if (iterator === 0) {
    if (whose !== 0 && slotOf(rt, p, L.AM_AWAIT) === 0) {
      const method = whose === 1 ? '__aenter__' : '__aexit__';
      const what = `'async with' received an object from ${method}`;
      const text = `${what} that does not implement __await__: ${typeNameOf(rt, p)}`;
      raise(rt, rt.exc.TypeError, text);
    }
    return 0;
  }
  if (rt.typeOf(iterator) !== rt.types.coroutine || yieldFromTarget(rt, iterator) === 0) {
    return iterator;
  }
  decref(rt, iterator);
  return raise(rt, rt.exc.RuntimeError, 'coroutine is being awaited already');
}

/** v3.13.0 GET_AITER */
export function getAiter(rt: Runtime, p: Addr): Addr {
  const getter = slotOf(rt, p, L.AM_AITER);
  if (getter === 0) {
    const text = `'async for' requires an object with __aiter__ method, got ${typeNameOf(rt, p)}`;
    return raise(rt, rt.exc.TypeError, text);
  }
  const iterator: Addr = rt.fns[getter]!(rt, p);
  if (iterator === 0 || slotOf(rt, iterator, L.AM_ANEXT) !== 0) return iterator;
  const what = typeNameOf(rt, iterator);
  decref(rt, iterator);
  const text = `'async for' received an object from __aiter__ that does not implement __anext__: ${what}`;
  return raise(rt, rt.exc.TypeError, text);
}

/** The awaitable of the next item; new. v3.13.0 Python/ceval.c _PyEval_GetANext */
export function getAnext(rt: Runtime, iterator: Addr): Addr {
  const getter = slotOf(rt, iterator, L.AM_ANEXT);
  if (getter === 0) {
    const what = typeNameOf(rt, iterator);
    const text = `'async for' requires an iterator with __anext__ method, got ${what}`;
    return raise(rt, rt.exc.TypeError, text);
  }
  const next: Addr = rt.fns[getter]!(rt, iterator);
  if (next === 0 || rt.typeOf(iterator) === rt.types.asyncGenerator) return next;
  const awaitable = awaitableIter(rt, next);
  if (awaitable === 0) {
    const what = typeNameOf(rt, next);
    raiseFromCause(rt, `'async for' received an invalid object from __anext__: ${what}`);
  }
  decref(rt, next);
  return awaitable;
}

/** TypeError with what is being raised as its cause. v3.13.0 _PyErr_FormatFromCause */
function raiseFromCause(rt: Runtime, text: string): void {
  const cause = errFetch(rt);
  raise(rt, rt.exc.TypeError, text);
  const error = errFetch(rt);
  setOwned(rt, error + L.EXC_CAUSE, newRef(rt, cause));
  rt.u8[error + rt.layout.exceptionSuppress] = 1;
  setOwned(rt, error + L.EXC_CONTEXT, cause);
  errRestore(rt, error);
}

/**
 * STACK = asynchronous iterator, exception: both are dropped when it is the end.
 * @returns false: the exception goes on, the stack is as it was
 */
export function endAsyncFor(rt: Runtime, sp: number): boolean {
  const exception = rt.i32[sp - 2]!;
  if (!isSubtype(rt, rt.typeOf(exception), rt.exc.StopAsyncIteration)) {
    errRestore(rt, newRef(rt, exception));
    return false;
  }
  const iterator = rt.i32[sp - 4]!;
  decref(rt, exception);
  decref(rt, iterator);
  return true;
}
