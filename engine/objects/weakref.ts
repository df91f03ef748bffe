/** weakref.ReferenceType, which is weakref.ref. v3.13.0 Objects/weakrefobject.c _PyWeakref_RefType */
import type { Addr } from '../base/brand.ts';
import { checkPositional, noKeywords } from './args.ts';
import { raise } from './errors.ts';
import { gcDel, gcUntrackIfTracked } from './gc-object.ts';
import { callFree } from './generic-alloc.ts';
import { TPFLAGS_BASETYPE, TPFLAGS_HAVE_GC, TPFLAGS_HAVE_VECTORCALL } from './layouts.ts';
import { hash } from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { tupleItem, tupleSize } from './tuple.ts';
import { readyType } from './type-ready.ts';
import type { Visit } from './type-spec.ts';
import {
  clearWeakref,
  clearWeakRefs,
  getOrCreateWeakref,
  weakrefReferent,
  WR_CALLBACK,
  WR_HASH,
  WR_VECTORCALL,
} from './weakref-object.ts';
import { initWeakProxyTypes } from './weakref-proxy.ts';
import { weakrefCall, weakrefCompare, weakrefRepr } from './late-introspection.ts';

/** v3.13.0 weakref_hash */
function weakrefHash(rt: Runtime, wr: Addr): number {
  const at = (wr + WR_HASH) >> 2;
  if (rt.i32[at] === -1 && rt.i32[at + 1] === -1) {
    const p = weakrefReferent(rt, wr);
    if (p === 0) {
      raise(rt, rt.exc.TypeError, 'weak object has gone away');
      rt.hashHigh = -1;
      return -1;
    }
    newRef(rt, p);
    rt.i32[at] = hash(rt, p);
    rt.i32[at + 1] = rt.hashHigh;
    decref(rt, p);
  }
  rt.hashHigh = rt.i32[at + 1]!;
  return rt.i32[at]!;
}

// ---- making --------------------------------------------------------------------------------------

/** v3.13.0 weakref___new__ */
function weakrefNew(rt: Runtime, type: Addr, args: Addr, _kwargs: Addr): Addr {
  const n = tupleSize(rt, args);
  if (!checkPositional(rt, '__new__', n, 1, 2)) return 0;
  const callback = n > 1 ? tupleItem(rt, args, 1) : 0;
  return getOrCreateWeakref(rt, type, tupleItem(rt, args, 0), callback);
}

/** v3.13.0 weakref___init__ */
function weakrefInit(rt: Runtime, _self: Addr, args: Addr, kwargs: Addr): number {
  if (!noKeywords(rt, 'ref', kwargs)) return -1;
  return checkPositional(rt, '__init__', tupleSize(rt, args), 1, 2) ? 0 : -1;
}

// ---- the collector -------------------------------------------------------------------------------

/** v3.13.0 weakref_dealloc */
export function weakrefDealloc(rt: Runtime, wr: Addr): void {
  gcUntrackIfTracked(rt, wr);
  clearWeakref(rt, wr);
  callFree(rt, wr);
}

/** Only the callback is owned. v3.13.0 gc_traverse */
export function weakrefTraverse(rt: Runtime, wr: Addr, visit: Visit): void {
  const callback = rt.ptr(wr + WR_CALLBACK);
  if (callback !== 0) visit(callback);
}

/** v3.13.0 gc_clear */
export function weakrefClear(rt: Runtime, wr: Addr): number {
  clearWeakref(rt, wr);
  return 0;
}

/** ref, the two proxies, and the hook that dying objects call. */
export function initWeakrefTypes(rt: Runtime): void {
  rt.hooks.clearWeakrefs = clearWeakRefs;
  const hasVectorcall = rt.layout.sizes.weakref > WR_VECTORCALL;
  rt.types.weakref = readyType(rt, {
    name: rt.profile.weakrefNames[0],
    basicsize: rt.layout.sizes.weakref,
    flags: TPFLAGS_HAVE_GC | TPFLAGS_BASETYPE | (hasVectorcall ? TPFLAGS_HAVE_VECTORCALL : 0),
    vectorcallOffset: hasVectorcall ? WR_VECTORCALL : 0,
    slots: {
      tp_dealloc: weakrefDealloc,
      tp_repr: weakrefRepr,
      tp_hash: weakrefHash,
      tp_call: weakrefCall,
      tp_traverse: weakrefTraverse,
      tp_clear: weakrefClear,
      tp_richcompare: weakrefCompare,
      tp_init: weakrefInit,
      tp_new: weakrefNew,
      tp_free: gcDel,
    },
    members: { __callback__: { offset: WR_CALLBACK, type: 'object', readonly: true } },
  });
  initWeakProxyTypes(rt, { weakrefDealloc, weakrefTraverse, weakrefClear });
}
