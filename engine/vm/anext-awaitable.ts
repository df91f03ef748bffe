/**
 * The builtins aiter and anext, and what `anext(iterator, default)` gives to await.
 *
 *     anext_awaitable  +16 wrapped  +24 default
 *
 * v3.13.0 Objects/iterobject.c PyAnextAwaitable, Python/bltinmodule.c builtin_aiter, builtin_anext
 */
import type { Addr } from '../base/brand.ts';
import { checkPositional } from '../objects/args.ts';
import { callObject } from '../objects/call.ts';
import { errMatches, errClear, raise } from '../objects/errors.ts';
import { gcDel, gcNew, gcTrack, gcUntrack } from '../objects/gc-object.ts';
import * as L from '../objects/layouts.ts';
import { getAttr, slotOf, typeNameOf } from '../objects/object.ts';
import { clearOwned, decref, newRef } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { internJs } from '../objects/strings.ts';
import { tupleFromRow } from '../objects/tuple.ts';
import { readyType } from '../objects/type-ready.ts';
import { fast } from '../objects/type-spec.ts';
import { awaitableIter } from './late-parts.ts';
import { raiseStopIteration } from './generator.ts';

const WRAPPED = 16;
const DEFAULT = 24;
const SIZE = 32;

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
function iteratorOf(rt: Runtime, p: Addr): Addr {
  const awaitable = awaitableIter(rt, rt.ptr(p + WRAPPED));
  if (awaitable === 0 || slotOf(rt, awaitable, L.TP_ITERNEXT) !== 0) return awaitable;
  const iterator: Addr = rt.fns[slotOf(rt, awaitable, L.AM_AWAIT)]!(rt, awaitable);
  decref(rt, awaitable);
  return iterator;
}

/** The end of the iteration is the default instead; any other exception goes on. */
function orDefault(rt: Runtime, p: Addr, result: Addr): Addr {
  if (result !== 0 || !errMatches(rt, rt.exc.StopAsyncIteration)) return result;
  errClear(rt);
  return raiseStopIteration(rt, newRef(rt, rt.ptr(p + DEFAULT)));
}

function next(rt: Runtime, p: Addr): Addr {
  const iterator = iteratorOf(rt, p);
  if (iterator === 0) return 0;
  const result: Addr = rt.fns[slotOf(rt, iterator, L.TP_ITERNEXT)]!(rt, iterator);
  decref(rt, iterator);
  return orDefault(rt, p, result);
}

/** v3.13.0 anextawaitable_proxy */
function proxy(name: string) {
  return fast((rt, p, argv, nargs) => {
    const iterator = iteratorOf(rt, p);
    if (iterator === 0) return 0;
    const key = internJs(rt, name);
    const method = key === 0 ? 0 : getAttr(rt, iterator, key);
    if (key !== 0) decref(rt, key);
    decref(rt, iterator);
    const args = method === 0 ? 0 : tupleFromRow(rt, argv, nargs);
    const result = args === 0 ? 0 : callObject(rt, method, args, 0);
    if (args !== 0) decref(rt, args);
    if (method !== 0) decref(rt, method);
    return orDefault(rt, p, result);
  });
}

export function initAnextAwaitableType(rt: Runtime): void {
  rt.types.anextAwaitable = readyType(rt, {
    name: 'anext_awaitable',
    basicsize: SIZE,
    flags: L.TPFLAGS_HAVE_GC,
    slots: {
      tp_dealloc: (r, p) => {
        gcUntrack(r, p);
        clearOwned(r, p + WRAPPED);
        clearOwned(r, p + DEFAULT);
        gcDel(r, p);
      },
      tp_traverse: (r, p, visit) => {
        for (const field of [WRAPPED, DEFAULT]) {
          const q = r.ptr(p + field);
          if (q !== 0) visit(q);
        }
      },
      tp_iter: newRef,
      tp_iternext: next,
      am_await: newRef,
    },
    methods: { send: proxy('send'), throw: proxy('throw'), close: proxy('close') },
  });
}
