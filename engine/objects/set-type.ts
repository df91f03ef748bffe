/** The types set and frozenset: construction, text, slots. v3.13.0 Objects/setobject.c */
import type { Addr } from '../base/brand.ts';
import { checkPositional, noKeywords } from './args.ts';
import {
  SET_FILL,
  SET_HASH,
  SET_SIZE,
  SET_WEAKREFLIST,
  TPFLAGS_BASETYPE,
  TPFLAGS_HAVE_GC,
  TPFLAGS_MATCH_SELF,
  TP_INIT,
} from './layouts.ts';
import { listExtend, listNew } from './list.ts';
import { reprText, typeNameOf } from './object.ts';
import { decref, newRef, xdecref } from './refcount.ts';
import { reprEnter, reprLeave } from './repr-enter.ts';
import { type Runtime, STATE } from './runtime.ts';
import { setRichCompare } from './late-parts.ts';
import { frozensetHash } from './late-values.ts';
import { setIter } from './set-iterator.ts';
import {
  frozensetMethods,
  setAnd,
  setInplaceAnd,
  setInplaceOr,
  setInplaceSub,
  setInplaceXor,
  setMethods,
  setOr,
  setSqContains,
  setSub,
  setXor,
} from './set-methods.ts';
import {
  makeNewSet,
  maybeUntrackFrozenset,
  setClear,
  setDealloc,
  setLen,
  setTraverse,
  setUpdate,
} from './set.ts';
import { newStr } from './strings.ts';
import { tupleSize } from './tuple.ts';
import { readyType } from './type-ready.ts';
import type { Slots } from './type-spec.ts';

// ---- making ------------------------------------------------------------------------------------

/** v3.13.0 set_new */
function setTpNew(rt: Runtime, type: Addr): Addr {
  return makeNewSet(rt, type, 0);
}

/** v3.13.0 set_init */
function setInit(rt: Runtime, set: Addr, args: Addr, kwargs: Addr): number {
  if (!noKeywords(rt, 'set', kwargs)) return -1;
  const nargs = tupleSize(rt, args);
  if (!checkPositional(rt, typeNameOf(rt, set), nargs, 0, 1)) return -1;
  if (rt.size(set + SET_FILL) !== 0) setClear(rt, set);
  rt.setSize(set + SET_HASH, -1);
  return nargs === 0 ? 0 : setUpdate(rt, set, rt.arg(args + rt.layout.tupleItems, 0));
}

/** v3.13.0 set_vectorcall */
function setVectorcall(rt: Runtime, type: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!noKeywords(rt, 'set', kwnames) || !checkPositional(rt, 'set', nargs, 0, 1)) return 0;
  return makeNewSet(rt, type, nargs === 0 ? 0 : rt.arg(argv, 0));
}

/** v3.13.0 make_new_frozenset: an exact frozenset is its own copy */
function makeFrozenset(rt: Runtime, type: Addr, iterable: Addr): Addr {
  const exact = rt.types.frozenset;
  if (type === exact && iterable !== 0 && rt.typeOf(iterable) === exact) {
    return newRef(rt, iterable);
  }
  if (type === exact && rt.profile.oneEmptyFrozenset) return mayBeEmpty(rt, iterable);
  return maybeUntrackFrozenset(rt, makeNewSet(rt, type, iterable));
}

/** A frozenset of the iterable's elements (0: none): if there are none, the one. v3.9.18 frozenset_new */
function mayBeEmpty(rt: Runtime, iterable: Addr): Addr {
  if (iterable !== 0) {
    const set = makeNewSet(rt, rt.types.frozenset, iterable);
    if (set === 0 || setLen(rt, set) > 0) return set;
    decref(rt, set);
  }
  const at = rt.state + STATE.emptyFrozenset;
  if (rt.ptr(at) === 0) rt.setPtr(at, makeNewSet(rt, rt.types.frozenset, 0));
  const one = rt.ptr(at);
  return one === 0 ? 0 : newRef(rt, one);
}

/** v3.13.0 frozenset_new */
function frozensetTpNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  const exact = rt.types.frozenset;
  const plain = type === exact || rt.i32[(type + TP_INIT) >> 2] === rt.i32[(exact + TP_INIT) >> 2];
  if (plain && !noKeywords(rt, 'frozenset', kwargs)) return 0;
  const nargs = tupleSize(rt, args);
  if (!checkPositional(rt, 'frozenset', nargs, 0, 1)) return 0;
  return makeFrozenset(rt, type, nargs === 0 ? 0 : rt.arg(args + rt.layout.tupleItems, 0));
}

/** v3.13.0 frozenset_vectorcall */
function frozensetVectorcall(
  rt: Runtime,
  type: Addr,
  argv: Addr,
  nargs: number,
  kwnames: Addr,
): Addr {
  if (!noKeywords(rt, 'frozenset', kwnames)) return 0;
  if (!checkPositional(rt, 'frozenset', nargs, 0, 1)) return 0;
  return makeFrozenset(rt, type, nargs === 0 ? 0 : rt.arg(argv, 0));
}

// ---- text ----------------------------------------------------------------------------------------

/** v3.13.0 set_repr */
function setRepr(rt: Runtime, set: Addr): Addr {
  const name = typeNameOf(rt, set);
  const entered = reprEnter(rt, set);
  if (entered !== 0) return entered > 0 ? newStr(rt, `${name}(...)`) : 0;
  const text = setLen(rt, set) === 0 ? `${name}()` : itemsText(rt, set, name);
  reprLeave(rt, set);
  return text === null ? 0 : newStr(rt, text);
}

function itemsText(rt: Runtime, set: Addr, name: string): string | null {
  const list = listNew(rt, 0);
  const failed = list === 0 || listExtend(rt, list, set) < 0;
  const text = failed ? null : reprText(rt, list);
  xdecref(rt, list);
  if (text === null) return null;
  const items = text.slice(1, -1);
  return rt.typeOf(set) === rt.types.set ? `{${items}}` : `${name}({${items}})`;
}

// ---- the types -----------------------------------------------------------------------------------

const commonSlots: Partial<Slots> = {
  tp_dealloc: setDealloc,
  tp_repr: setRepr,
  tp_traverse: setTraverse,
  tp_clear: (rt, set) => {
    setClear(rt, set);
    return 0;
  },
  tp_richcompare: setRichCompare,
  tp_iter: setIter,
  nb_subtract: setSub,
  nb_and: setAnd,
  nb_xor: setXor,
  nb_or: setOr,
  sq_length: setLen,
  sq_contains: setSqContains,
};

const FLAGS = TPFLAGS_HAVE_GC | TPFLAGS_BASETYPE | TPFLAGS_MATCH_SELF;

export function initSetType(rt: Runtime): void {
  rt.types.set = readyType(rt, {
    name: 'set',
    basicsize: SET_SIZE,
    flags: FLAGS,
    weaklistoffset: SET_WEAKREFLIST,
    unhashable: true,
    slots: {
      ...commonSlots,
      tp_init: setInit,
      tp_new: setTpNew,
      tp_vectorcall: setVectorcall,
      nb_inplace_subtract: setInplaceSub,
      nb_inplace_and: setInplaceAnd,
      nb_inplace_xor: setInplaceXor,
      nb_inplace_or: setInplaceOr,
    },
    methods: setMethods,
  });
}

export function initFrozensetType(rt: Runtime): void {
  rt.types.frozenset = readyType(rt, {
    name: 'frozenset',
    basicsize: SET_SIZE,
    flags: FLAGS,
    weaklistoffset: SET_WEAKREFLIST,
    slots: {
      ...commonSlots,
      tp_hash: frozensetHash,
      tp_new: frozensetTpNew,
      tp_vectorcall: frozensetVectorcall,
    },
    methods: frozensetMethods,
  });
}
