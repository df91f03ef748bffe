/**
 * functools._lru_cache_wrapper: a function that keeps its results.
 *
 *     +16  root prev, +24 root next: the ring of links, the oldest first
 *     +32  maxsize    -1: no limit
 *     +40  typed, +48 hits, +56 misses
 *     +64  cache      owned dict: from keys to links, or to results when there is no limit
 *     +72  func       owned
 *     +80  info type  owned: makes what cache_info() returns
 *     +88  kwd_mark   owned
 *     +96  dict       owned or NULL
 *     +104 weakreflist
 *
 *     link, an object that the cache owns: +16 prev, +24 next, +32 hash, +40 key, +48 result
 *
 * v3.13.0 Modules/_functoolsmodule.c lru_cache_object, lru_list_elem
 */
import type { Addr } from '../../base/brand.ts';
import { methodNew } from '../../objects/cfunction.ts';
import { callObject } from '../../objects/call.ts';
import {
  dictClear,
  dictGetKnownHash,
  dictInsert,
  dictLen,
  dictNew,
  dictNext,
  dictTake,
  insertToEmpty,
  dictKeysOf,
  keyHash,
} from '../../objects/dict.ts';
import { isEmptyKeys } from '../../objects/dict-keys.ts';
import { errOccurred, raise } from '../../objects/errors.ts';
import { gcDel, gcUntrackIfTracked, objectNew } from '../../objects/gc-object.ts';
import { callAlloc, callFree } from '../../objects/generic-alloc.ts';
import { genericGetDict } from '../../objects/generic-attr.ts';
import { newInt } from '../../objects/int.ts';
import * as L from '../../objects/layouts.ts';
import { readNewArgs } from '../../objects/new-args.ts';
import { asSsize, getAttr, isCallable, isIndex, isTrue } from '../../objects/object.ts';
import { clearOwned, decref, incref, newRef, xdecref } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { tupleItem, tupleNew, tuplePack, tupleSetItem, tupleSize } from '../../objects/tuple.ts';
import { readyType } from '../../objects/type-ready.ts';
import { noArgs, oneArg, type Visit } from '../../objects/type-spec.ts';
import { ensureType } from '../module-types.ts';

const PREV = 16;
const NEXT = 24;
const MAXSIZE = 32;
const TYPED = 40;
const HITS = 48;
const MISSES = 56;
const CACHE = 64;
const FUNC = 72;
const INFO_TYPE = 80;
const KWD_MARK = 88;
const DICT = 96;
const WEAKREFLIST = 104;
/** as sys.getsizeof tells; not every field of CPython's is in use here */
const SIZE = 152;

const LINK_HASH = 32;
const LINK_KEY = 40;
const LINK_RESULT = 48;
const LINK_SIZE = 56;

// ---- keys ----------------------------------------------------------------------------------------

/** The key of a call: the argument, the tuple of arguments, or a longer one; new. lru_cache_make_key */
function makeKey(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): Addr {
  const n = tupleSize(rt, args);
  const nkw = kwargs === 0 ? 0 : dictLen(rt, kwargs);
  const typed = rt.size(self + TYPED) !== 0;
  if (!typed && nkw === 0) {
    if (n !== 1) return newRef(rt, args);
    const only = tupleItem(rt, args, 0);
    const type = rt.typeOf(only);
    return newRef(rt, type === rt.types.str || type === rt.types.int ? only : args);
  }
  const size = n + (nkw > 0 ? 2 * nkw + 1 : 0) + (typed ? n + nkw : 0);
  const key = tupleNew(rt, size);
  if (key === 0) return 0;
  let at = 0;
  const put = (p: Addr) => tupleSetItem(rt, key, at++, newRef(rt, p));
  for (let i = 0; i < n; i++) put(tupleItem(rt, args, i));
  if (nkw > 0) {
    put(rt.ptr(self + KWD_MARK));
    for (let i = dictNext(rt, kwargs, 0); i !== 0; i = dictNext(rt, kwargs, i)) {
      const value = rt.dictValue;
      put(rt.dictKey);
      put(value);
    }
  }
  if (typed) {
    for (let i = 0; i < n; i++) put(rt.typeOf(tupleItem(rt, args, i)));
    if (nkw > 0) {
      for (let i = dictNext(rt, kwargs, 0); i !== 0; i = dictNext(rt, kwargs, i)) {
        put(rt.typeOf(rt.dictValue));
      }
    }
  }
  return key;
}

/** `cache[key] = value` with a known hash; counts both. */
function cacheSet(
  rt: Runtime,
  cache: Addr,
  key: Addr,
  low: number,
  high: number,
  value: Addr,
): number {
  incref(rt, key);
  incref(rt, value);
  const put = isEmptyKeys(rt, dictKeysOf(rt, cache)) ? insertToEmpty : dictInsert;
  return put(rt, cache, key, low, high, value);
}

function add(rt: Runtime, at: Addr, n: number): void {
  rt.setSize(at, rt.size(at) + n);
}

// ---- the ring ------------------------------------------------------------------------------------

/** v3.13.0 lru_cache_extract_link */
function extractLink(rt: Runtime, link: Addr): void {
  const previous = rt.ptr(link + PREV);
  const next = rt.ptr(link + NEXT);
  rt.setPtr(previous + NEXT, next);
  rt.setPtr(next + PREV, previous);
}

/** v3.13.0 lru_cache_append_link */
function appendLink(rt: Runtime, self: Addr, link: Addr): void {
  const last = rt.ptr(self + PREV);
  rt.setPtr(last + NEXT, link);
  rt.setPtr(self + PREV, link);
  rt.setPtr(link + PREV, last);
  rt.setPtr(link + NEXT, self);
}

function linkType(rt: Runtime): Addr {
  return ensureType(rt, 'lruCacheList', (r) =>
    readyType(r, {
      name: 'functools._lru_list_elem',
      basicsize: LINK_SIZE,
      flags: L.TPFLAGS_DISALLOW_INSTANTIATION,
      slots: {
        tp_dealloc: (r2, link) => {
          xdecref(r2, r2.ptr(link + LINK_KEY));
          xdecref(r2, r2.ptr(link + LINK_RESULT));
          r2.obj.free(link);
        },
      },
    }),
  );
}

// ---- calls ---------------------------------------------------------------------------------------

/** v3.13.0 uncached_lru_cache_wrapper */
function callUncached(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): Addr {
  add(rt, self + MISSES, 1);
  return callObject(rt, rt.ptr(self + FUNC), args, kwargs);
}

/** v3.13.0 infinite_lru_cache_wrapper */
function callUnbounded(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): Addr {
  const key = makeKey(rt, self, args, kwargs);
  if (key === 0) return 0;
  const low = keyHash(rt, key);
  const high = rt.hashHigh;
  let result = 0;
  if (low !== -1 || high !== -1) {
    const cache = rt.ptr(self + CACHE);
    const known = dictGetKnownHash(rt, cache, key, low, high);
    if (known !== 0) {
      add(rt, self + HITS, 1);
      result = newRef(rt, known);
    } else if (!errOccurred(rt)) {
      result = callUncached(rt, self, args, kwargs);
      if (result !== 0 && cacheSet(rt, cache, key, low, high, result) < 0) {
        decref(rt, result);
        result = 0;
      }
    }
  }
  decref(rt, key);
  return result;
}

/** v3.13.0 bounded_lru_cache_wrapper */
function callBounded(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): Addr {
  const key = makeKey(rt, self, args, kwargs);
  if (key === 0) return 0;
  const low = keyHash(rt, key);
  const high = rt.hashHigh;
  let result = 0;
  if (low !== -1 || high !== -1) {
    const link = dictGetKnownHash(rt, rt.ptr(self + CACHE), key, low, high);
    if (link !== 0) {
      extractLink(rt, link);
      appendLink(rt, self, link);
      add(rt, self + HITS, 1);
      result = newRef(rt, rt.ptr(link + LINK_RESULT));
    } else if (!errOccurred(rt)) {
      result = callUncached(rt, self, args, kwargs);
      if (result !== 0 && keepResult(rt, self, key, low, high, result) < 0) {
        decref(rt, result);
        result = 0;
      }
    }
  }
  decref(rt, key);
  return result;
}

/** Enters a result, in a new link or, when the cache is full, in the oldest. */
function keepResult(
  rt: Runtime,
  self: Addr,
  key: Addr,
  low: number,
  high: number,
  result: Addr,
): number {
  const cache = rt.ptr(self + CACHE);
  // the function may have called itself with the same arguments
  if (dictGetKnownHash(rt, cache, key, low, high) !== 0) return 0;
  if (errOccurred(rt)) return -1;
  const full = dictLen(rt, cache) >= rt.size(self + MAXSIZE) && rt.ptr(self + NEXT) !== self;
  const link = full ? takeOldest(rt, self, cache) : objectNew(rt, linkType(rt), LINK_SIZE);
  if (link === 0) return -1;
  const oldKey = full ? rt.ptr(link + LINK_KEY) : 0;
  const oldResult = full ? rt.ptr(link + LINK_RESULT) : 0;
  rt.i32[(link + LINK_HASH) >> 2] = low;
  rt.i32[(link + LINK_HASH + 4) >> 2] = high;
  rt.setPtr(link + LINK_KEY, newRef(rt, key));
  rt.setPtr(link + LINK_RESULT, newRef(rt, result));
  const failed = cacheSet(rt, cache, key, low, high, link);
  if (failed === 0) appendLink(rt, self, link);
  decref(rt, link);
  xdecref(rt, oldKey);
  xdecref(rt, oldResult);
  return failed;
}

/** The oldest link, out of ring and cache; new. */
function takeOldest(rt: Runtime, self: Addr, cache: Addr): Addr {
  const link = rt.ptr(self + NEXT);
  extractLink(rt, link);
  const taken = dictTake(rt, cache, rt.ptr(link + LINK_KEY));
  if (taken === 0 && !errOccurred(rt)) raise(rt, rt.exc.RuntimeError, 'the cache lost a key');
  return taken;
}

function call(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): Addr {
  const maxsize = rt.size(self + MAXSIZE);
  if (maxsize === 0) return callUncached(rt, self, args, kwargs);
  if (maxsize < 0) return callUnbounded(rt, self, args, kwargs);
  return callBounded(rt, self, args, kwargs);
}

// ---- making --------------------------------------------------------------------------------------

const NEW = {
  names: ['user_function', 'maxsize', 'typed', 'cache_info_type'],
  required: 4,
  positional: 4,
};
const given = new Int32Array(4);

/** v3.13.0 lru_cache_new */
function wrapperNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  if (!readNewArgs(rt, 'lru_cache', NEW, given, args, kwargs)) return 0;
  const [func, limit, typed, info] = [given[0]!, given[1]!, given[2]!, given[3]!];
  if (!isCallable(rt, func)) {
    return raise(rt, rt.exc.TypeError, 'the first argument must be callable');
  }
  let maxsize = -1;
  if (limit !== rt.none) {
    if (!isIndex(rt, limit)) {
      return raise(rt, rt.exc.TypeError, 'maxsize should be integer or None');
    }
    maxsize = asSsize(rt, limit, rt.exc.OverflowError);
    if (maxsize === -1 && errOccurred(rt)) return 0;
    if (maxsize < 0) maxsize = 0;
  }
  const isTyped = isTrue(rt, typed);
  if (isTyped < 0) return 0;
  const cache = dictNew(rt);
  if (cache === 0) return 0;
  const self = callAlloc(rt, type, 0);
  if (self === 0) {
    decref(rt, cache);
    return 0;
  }
  rt.setPtr(self + PREV, self);
  rt.setPtr(self + NEXT, self);
  rt.setSize(self + MAXSIZE, Math.min(maxsize, 2 ** 31 - 1));
  rt.setSize(self + TYPED, isTyped);
  rt.setPtr(self + CACHE, cache);
  rt.setPtr(self + FUNC, newRef(rt, func));
  rt.setPtr(self + INFO_TYPE, newRef(rt, info));
  rt.setPtr(self + KWD_MARK, newRef(rt, rt.types.object));
  return self;
}

/** Forgets all results: the ring first, then the cache, which owns the links. */
function clearCache(rt: Runtime, self: Addr): void {
  rt.setPtr(self + PREV, self);
  rt.setPtr(self + NEXT, self);
  const cache = rt.ptr(self + CACHE);
  if (cache !== 0) dictClear(rt, cache);
}

/** v3.13.0 lru_cache_cache_info */
function cacheInfo(rt: Runtime, self: Addr): Addr {
  const maxsize = rt.size(self + MAXSIZE);
  const parts = [
    newInt(rt, rt.size(self + HITS)),
    newInt(rt, rt.size(self + MISSES)),
    maxsize < 0 ? newRef(rt, rt.none) : newInt(rt, maxsize),
    newInt(rt, dictLen(rt, rt.ptr(self + CACHE))),
  ];
  const args = tuplePack(rt, ...parts);
  for (const p of parts) xdecref(rt, p);
  const result = args === 0 ? 0 : callObject(rt, rt.ptr(self + INFO_TYPE), args, 0);
  xdecref(rt, args);
  return result;
}

const OWNED = [CACHE, FUNC, INFO_TYPE, KWD_MARK, DICT];

function traverse(rt: Runtime, self: Addr, visit: Visit): void {
  for (const field of OWNED) if (rt.ptr(self + field) !== 0) visit(rt.ptr(self + field));
  for (let link = rt.ptr(self + NEXT); link !== self; link = rt.ptr(link + NEXT)) {
    // links are no GC objects: what they hold is visited here
    visit(rt.ptr(link + LINK_KEY));
    visit(rt.ptr(link + LINK_RESULT));
  }
}

function makeType(rt: Runtime): Addr {
  return readyType(rt, {
    name: 'functools._lru_cache_wrapper',
    basicsize: SIZE,
    flags: L.TPFLAGS_HAVE_GC | L.TPFLAGS_BASETYPE | L.TPFLAGS_METHOD_DESCRIPTOR,
    dictoffset: DICT,
    weaklistoffset: WEAKREFLIST,
    slots: {
      tp_dealloc: (r, self) => {
        gcUntrackIfTracked(r, self);
        if (r.ptr(self + WEAKREFLIST) !== 0) r.hooks.clearWeakrefs(r, self);
        clearCache(r, self);
        for (const field of OWNED) if (r.ptr(self + field) !== 0) clearOwned(r, self + field);
        callFree(r, self);
      },
      tp_call: call,
      tp_traverse: traverse,
      tp_clear: (r, self) => {
        clearCache(r, self);
        for (const field of OWNED) if (r.ptr(self + field) !== 0) clearOwned(r, self + field);
        return 0;
      },
      tp_descr_get: (r, self, obj) =>
        obj === 0 || obj === r.none ? newRef(r, self) : methodNew(r, self, obj),
      tp_new: wrapperNew,
      tp_free: gcDel,
    },
    methods: {
      cache_info: noArgs(cacheInfo),
      cache_clear: noArgs((r, self) => {
        r.setSize(self + HITS, 0);
        r.setSize(self + MISSES, 0);
        clearCache(r, self);
        return newRef(r, r.none);
      }),
      __reduce__: noArgs((r, self) => getAttr(r, self, r.ids.__qualname__)),
      __copy__: noArgs(newRef),
      __deepcopy__: oneArg((r, self) => newRef(r, self)),
    },
    getset: { __dict__: { get: genericGetDict } },
  });
}

/** The type functools._lru_cache_wrapper; borrowed. */
export function lruCacheType(rt: Runtime): Addr {
  return ensureType(rt, 'lruCacheWrapper', makeType);
}
