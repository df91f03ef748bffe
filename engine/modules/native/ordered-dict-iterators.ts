/**
 * The views and iterators of OrderedDict.
 *
 *     iterator: +16 kind, +24 di_odict (owned, NULL at the end), +32 di_size, +40 di_state,
 *               +48 di_result (owned; items only), +56 di_current (owned: the next key)
 *
 * v3.13.0 Objects/odictobject.c odictiterobject, PyODictKeys_Type
 */
import type { Addr } from '../../base/brand.ts';
import { dictGetItem, dictLen } from '../../objects/dict.ts';
import { dictOfView, dictViewNew } from '../../objects/dict-views.ts';
import { errOccurred, raise } from '../../objects/errors.ts';
import { gcDel, gcNew, gcTrack, gcUntrackIfTracked } from '../../objects/gc-object.ts';
import * as L from '../../objects/layouts.ts';
import { listExtend, listNew } from '../../objects/list.ts';
import { raiseKeyError } from '../../objects/object.ts';
import { reduceBuiltin } from '../../objects/reduce-builtin.ts';
import { clearOwned, decref, newRef, xdecref } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { tuplePairSteal } from '../../objects/tuple.ts';
import { readyType } from '../../objects/type-ready.ts';
import { noArgs, type Visit } from '../../objects/type-spec.ts';
import { ensureType, type ModuleType } from '../module-types.ts';
import {
  findNode,
  NODE_KEY,
  NODE_NEXT,
  NODE_PREV,
  OD_FIRST,
  OD_LAST,
  OD_STATE,
} from './ordered-dict.ts';

const KIND = 16;
const DICT = 24;
const LEN = 32;
const STATE = 40;
const RESULT = 48;
const CURRENT = 56;
const SIZE = 64;

export const ITER_REVERSED = 1;
export const ITER_KEYS = 2;
export const ITER_VALUES = 4;
export const ITER_ITEMS = ITER_KEYS | ITER_VALUES;

/** An iterator of the kind over an OrderedDict; new. v3.13.0 odictiter_new */
export function orderedDictIter(rt: Runtime, od: Addr, kind: number): Addr {
  const it = gcNew(rt, ensureType(rt, 'orderedDictIterator', makeIteratorType), SIZE);
  if (it === 0) return 0;
  const first = rt.ptr(od + (kind & ITER_REVERSED ? OD_LAST : OD_FIRST));
  rt.setSize(it + KIND, kind);
  rt.setPtr(it + DICT, newRef(rt, od));
  rt.setSize(it + LEN, dictLen(rt, od));
  rt.setSize(it + STATE, rt.size(od + OD_STATE));
  rt.setPtr(it + CURRENT, first === 0 ? 0 : newRef(rt, rt.ptr(first + NODE_KEY)));
  const items = (kind & ITER_ITEMS) === ITER_ITEMS;
  rt.setPtr(it + RESULT, 0);
  if (items) {
    const none = newRef(rt, rt.none);
    rt.setPtr(it + RESULT, tuplePairSteal(rt, none, newRef(rt, rt.none)));
  }
  gcTrack(rt, it);
  return it;
}

/** The next key, the caller's now; 0 at the end or with an exception. v3.13.0 odictiter_nextkey */
function nextKey(rt: Runtime, it: Addr): Addr {
  const od = rt.ptr(it + DICT);
  const key = rt.ptr(it + CURRENT);
  if (od === 0) return 0;
  if (key === 0) return end(rt, it);
  if (rt.size(od + OD_STATE) !== rt.size(it + STATE)) {
    raise(rt, rt.exc.RuntimeError, 'OrderedDict mutated during iteration');
    return end(rt, it);
  }
  if (rt.size(it + LEN) !== dictLen(rt, od)) {
    raise(rt, rt.exc.RuntimeError, 'OrderedDict changed size during iteration');
    rt.setSize(it + LEN, -1);
    return end(rt, it);
  }
  const node = findNode(rt, od, key);
  if (node === 0) {
    if (!errOccurred(rt)) raiseKeyError(rt, key);
    clearOwned(rt, it + CURRENT);
    return 0;
  }
  const next = rt.ptr(node + (rt.size(it + KIND) & ITER_REVERSED ? NODE_PREV : NODE_NEXT));
  rt.setPtr(it + CURRENT, next === 0 ? 0 : newRef(rt, rt.ptr(next + NODE_KEY)));
  return key;
}

function end(rt: Runtime, it: Addr): 0 {
  clearOwned(rt, it + DICT);
  return 0;
}

/** v3.13.0 odictiter_iternext */
function next(rt: Runtime, it: Addr): Addr {
  const key = nextKey(rt, it);
  const kind = rt.size(it + KIND);
  if (key === 0 || !(kind & ITER_VALUES)) return key;
  const found = dictGetItem(rt, rt.ptr(it + DICT), key);
  if (found === 0) {
    if (!errOccurred(rt)) raiseKeyError(rt, key);
    decref(rt, key);
    return end(rt, it);
  }
  const value = newRef(rt, found);
  if (!(kind & ITER_KEYS)) {
    decref(rt, key);
    return value;
  }
  return tuplePairSteal(rt, key, value);
}

/** `iter([...])` of what is left. v3.13.0 odictiter_reduce */
function reduce(rt: Runtime, it: Addr): Addr {
  const list = listNew(rt, 0);
  if (list === 0 || listExtend(rt, list, it) < 0) {
    xdecref(rt, list);
    return 0;
  }
  return reduceBuiltin(rt, 'iter', list, 0);
}

function makeIteratorType(rt: Runtime): Addr {
  return readyType(rt, {
    name: 'odict_iterator',
    basicsize: SIZE,
    flags: L.TPFLAGS_HAVE_GC,
    slots: {
      tp_dealloc: (r, it) => {
        gcUntrackIfTracked(r, it);
        for (const field of [DICT, CURRENT, RESULT]) xdecref(r, r.ptr(it + field));
        gcDel(r, it);
      },
      tp_traverse: (r, it, visit: Visit) => {
        for (const field of [DICT, CURRENT, RESULT]) {
          if (r.ptr(it + field) !== 0) visit(r.ptr(it + field));
        }
      },
      tp_iter: newRef,
      tp_iternext: next,
    },
    methods: { __reduce__: noArgs(reduce) },
  });
}

// ---- views ---------------------------------------------------------------------------------------

/** Makes `keys`, `values` or `items` of an OrderedDict. */
export function viewMethod(type: ModuleType, name: string, kind: number) {
  const base = (rt: Runtime) =>
    kind === ITER_KEYS
      ? rt.types.dictKeys
      : kind === ITER_VALUES
        ? rt.types.dictValues
        : rt.types.dictItems;
  const make = (rt: Runtime) =>
    readyType(rt, {
      name,
      base: base(rt),
      basicsize: rt.size(base(rt) + L.TP_BASICSIZE),
      flags: L.TPFLAGS_HAVE_GC,
      slots: { tp_iter: (r, view) => orderedDictIter(r, dictOfView(r, view), kind) },
      methods: {
        __reversed__: noArgs((r, view) =>
          orderedDictIter(r, dictOfView(r, view), kind | ITER_REVERSED),
        ),
      },
    });
  return noArgs((rt, od) => dictViewNew(rt, od, ensureType(rt, type, make)));
}
