/** What stands in anext-awaitable.ts and is fetched when a program needs it: see there. */
import type { Addr } from '../base/brand.ts';
import { checkPositional } from '../objects/args.ts';
import { errMatches, errClear, raise } from '../objects/errors.ts';
import { gcNew, gcTrack } from '../objects/gc-object.ts';
import * as L from '../objects/layouts.ts';
import { isIterator, slotOf, typeNameOf } from '../objects/object.ts';
import { decref, newRef } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { awaitableIter } from './late-parts.ts';
import { raiseStopIteration } from './generator.ts';
import { DEFAULT, SIZE, WRAPPED } from './anext-awaitable.ts';

/** `aiter(x)`. v3.13.0 Objects/abstract.c PyObject_GetAIter */
export function builtinAiter(rt: Runtime, _self: Addr, p: Addr): Addr {
  const getter = slotOf(rt, p, L.AM_AITER);
  if (getter === 0) {
    return raise(rt, rt.exc.TypeError, `'${typeNameOf(rt, p)}' object is not an async iterable`);
  }
  const iterator: Addr = rt.fns[getter]!(rt, p);
  if (iterator === 0 || slotOf(rt, iterator, L.AM_ANEXT) !== 0) return iterator;
  const what = typeNameOf(rt, iterator);
  decref(rt, iterator);
  return raise(rt, rt.exc.TypeError, `aiter() returned not an async iterator of type '${what}'`);
}

/** `anext(iterator[, default])` */
export function builtinAnext(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'anext', nargs, 1, 2)) return 0;
  const iterator = rt.arg(argv, 0);
  const getter = slotOf(rt, iterator, L.AM_ANEXT);
  if (getter === 0) {
    const what = typeNameOf(rt, iterator);
    return raise(rt, rt.exc.TypeError, `'${what}' object is not an async iterator`);
  }
  const awaitable: Addr = rt.fns[getter]!(rt, iterator);
  if (awaitable === 0 || nargs === 1) return awaitable;
  return withDefault(rt, awaitable, rt.arg(argv, 1));
}

/** @param wrapped stolen */
function withDefault(rt: Runtime, wrapped: Addr, fallback: Addr): Addr {
  const p = gcNew(rt, rt.types.anextAwaitable, SIZE);
  if (p === 0) {
    decref(rt, wrapped);
    return 0;
  }
  rt.setPtr(p + WRAPPED, wrapped);
  rt.setPtr(p + DEFAULT, newRef(rt, fallback));
  gcTrack(rt, p);
  return p;
}

/** What is sent to: an iterator, also for a coroutine. v3.13.0 anextawaitable_getiter */
export function iteratorOf(rt: Runtime, p: Addr): Addr {
  const awaitable = awaitableIter(rt, rt.ptr(p + WRAPPED));
  if (awaitable === 0 || isIterator(rt, awaitable)) return awaitable;
  const iterator: Addr = rt.fns[slotOf(rt, awaitable, L.AM_AWAIT)]!(rt, awaitable);
  decref(rt, awaitable);
  return iterator;
}

/** The end of the iteration is the default instead; any other exception goes on. */
export function orDefault(rt: Runtime, p: Addr, result: Addr): Addr {
  if (result !== 0 || !errMatches(rt, rt.exc.StopAsyncIteration)) return result;
  errClear(rt);
  return raiseStopIteration(rt, newRef(rt, rt.ptr(p + DEFAULT)));
}

export function next(rt: Runtime, p: Addr): Addr {
  const iterator = iteratorOf(rt, p);
  if (iterator === 0) return 0;
  const result: Addr = rt.fns[slotOf(rt, iterator, L.TP_ITERNEXT)]!(rt, iterator);
  decref(rt, iterator);
  return orDefault(rt, p, result);
}
