/**
 * The builtins aiter and anext, and what `anext(iterator, default)` gives to await.
 *
 *     anext_awaitable  +16 wrapped  +24 default
 *
 * v3.13.0 Objects/iterobject.c PyAnextAwaitable, Python/bltinmodule.c builtin_aiter, builtin_anext
 */
import { callObject } from '../objects/call.ts';
import { gcDel, gcUntrack } from '../objects/gc-object.ts';
import * as L from '../objects/layouts.ts';
import { getAttr } from '../objects/object.ts';
import { clearOwned, decref, newRef } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { internJs } from '../objects/strings.ts';
import { tupleFromRow } from '../objects/tuple.ts';
import { readyType } from '../objects/type-ready.ts';
import { fast } from '../objects/type-spec.ts';
import { late } from '../base/part.ts';
import { anextCode } from './late-parts.ts';

const next = late(anextCode, 'next');
const iteratorOf = late(anextCode, 'iteratorOf');
const orDefault = late(anextCode, 'orDefault');

export const WRAPPED = 16;
export const DEFAULT = 24;
export const SIZE = 32;

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
