/** The types set and frozenset: construction, text, slots. v3.13.0 Objects/setobject.c */
import type { Addr } from '../base/brand.ts';
import { checkPositional, noKeywords } from './args.ts';
import {
  SET_SIZE,
  SET_WEAKREFLIST,
  TPFLAGS_BASETYPE,
  TPFLAGS_HAVE_GC,
  TPFLAGS_MATCH_SELF,
} from './layouts.ts';
import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
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
} from './set.ts';
import { readyType } from './type-ready.ts';
import type { Slots } from './type-spec.ts';
import { frozensetTpNew, mayBeEmpty, setInit, setRepr } from './late-parts.ts';

// ---- making ------------------------------------------------------------------------------------

/** v3.13.0 set_new */
function setTpNew(rt: Runtime, type: Addr): Addr {
  return makeNewSet(rt, type, 0);
}

/** v3.13.0 set_vectorcall */
function setVectorcall(rt: Runtime, type: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!noKeywords(rt, 'set', kwnames) || !checkPositional(rt, 'set', nargs, 0, 1)) return 0;
  return makeNewSet(rt, type, nargs === 0 ? 0 : rt.arg(argv, 0));
}

/** v3.13.0 make_new_frozenset: an exact frozenset is its own copy */
export function makeFrozenset(rt: Runtime, type: Addr, iterable: Addr): Addr {
  const exact = rt.types.frozenset;
  if (type === exact && iterable !== 0 && rt.typeOf(iterable) === exact) {
    return newRef(rt, iterable);
  }
  if (type === exact && rt.profile.oneEmptyFrozenset) return mayBeEmpty(rt, iterable);
  return maybeUntrackFrozenset(rt, makeNewSet(rt, type, iterable));
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
