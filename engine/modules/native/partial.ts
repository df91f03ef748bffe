/**
 * functools.partial.
 *
 *     +16  fn          owned
 *     +24  args        owned: a tuple
 *     +32  kw          owned: a dict
 *     +40  dict        owned or NULL
 *     +48  weakreflist
 *     +56  placeholder  borrowed, from 3.14 on
 *     +64  phcount      how many of args are it, from 3.14 on
 *     last vectorcall
 *
 * v3.14.0 Modules/_functoolsmodule.c partialobject
 */
import type { Addr } from '../../base/brand.ts';
import { callObject, dictFromRow, dropRow, takeRow, vectorcall } from '../../objects/call.ts';
import { isTuple } from '../../objects/clinic.ts';
import { dictCopy, dictLen, dictNew, dictNext, dictUpdate, isDict } from '../../objects/dict.ts';
import { raise } from '../../objects/errors.ts';
import { gcDel, gcUntrackIfTracked } from '../../objects/gc-object.ts';
import { callAlloc, callFree } from '../../objects/generic-alloc.ts';
import { methodNew } from '../../objects/cfunction.ts';
import { genericGetDict } from '../../objects/generic-attr.ts';
import * as L from '../../objects/layouts.ts';
import { isCallable, reprText, strText } from '../../objects/object.ts';
import { clearOwned, decref, newRef, refcnt, setOwned, xdecref } from '../../objects/refcount.ts';
import { reprEnter, reprLeave } from '../../objects/repr-enter.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { newStr } from '../../objects/strings.ts';
import {
  tupleFromRow,
  tupleGetSlice,
  tupleItem,
  tupleNew,
  tuplePack,
  tupleSize,
} from '../../objects/tuple.ts';
import { typeName } from '../../objects/type-object.ts';
import { readyType } from '../../objects/type-ready.ts';
import { classMethod, noArgs, oneArg, type Visit } from '../../objects/type-spec.ts';
import { ensureType } from '../module-types.ts';
import {
  fillPlaceholders,
  mayHoldPlaces,
  placeholder,
  placesIn,
  tooFewFor,
} from './placeholder.ts';
import { genericAliasNew } from '../../objects/late-parts.ts';

const FN = 16;
const ARGS = 24;
const KW = 32;
const DICT = 40;
const WEAKREFLIST = 48;
const PLACEHOLDER = 56;
const PHCOUNT = 64;

const vectorcallAt = (rt: Runtime): number => rt.layout.sizes.partial - 8;

/** A tuple of the items of both, those of the second in `places` of the first before all; new. */
function joined(rt: Runtime, a: Addr, b: Addr, places: number): Addr {
  const na = tupleSize(rt, a);
  const nb = tupleSize(rt, b);
  if (nb === 0) return newRef(rt, a);
  if (na === 0) return newRef(rt, b);
  const filled = Math.min(places, nb);
  const all = tupleNew(rt, na + nb - filled);
  if (all === 0) return 0;
  const [items, to, from] = [a, all, b].map((tuple) => tuple + rt.layout.tupleItems);
  rt.u8.copyWithin(to!, items!, items! + 8 * na);
  fillPlaceholders(rt, to!, from!, filled);
  rt.u8.copyWithin(to! + 8 * na, from! + 8 * filled, from! + 8 * nb);
  for (let i = 0; i < na + nb - filled; i++) newRef(rt, tupleItem(rt, all, i));
  return all;
}

/** How many of its arguments are still to be given. */
function placesOf(rt: Runtime, self: Addr): number {
  return rt.profile.partials.placeholders ? rt.size(self + PHCOUNT) : 0;
}

/** Counts them, where partials have them. */
function countPlaces(rt: Runtime, self: Addr): void {
  if (!rt.profile.partials.placeholders) return;
  rt.setPtr(self + PLACEHOLDER, placeholder(rt));
  rt.setSize(self + PHCOUNT, placesIn(rt, rt.ptr(self + ARGS)));
}

/** A dict of both, the second's values first; new. Either may be 0. */
function merged(rt: Runtime, base: Addr, more: Addr): Addr {
  if (base === 0 && more !== 0 && refcnt(rt, more) === 1) return newRef(rt, more);
  const all = base !== 0 ? dictCopy(rt, base) : more !== 0 ? dictCopy(rt, more) : dictNew(rt);
  if (all !== 0 && base !== 0 && more !== 0 && dictUpdate(rt, all, more) < 0) {
    decref(rt, all);
    return 0;
  }
  return all;
}

/** v3.14.0 partial_new: a partial of a partial is one of the function itself */
function partialNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  const n = tupleSize(rt, args);
  if (n < 1) return raise(rt, rt.exc.TypeError, "type 'partial' takes at least one argument");
  let fn = tupleItem(rt, args, 0);
  if (!isCallable(rt, fn)) {
    return raise(rt, rt.exc.TypeError, 'the first argument must be callable');
  }
  if (!mayHoldPlaces(rt, args, kwargs)) return 0;
  let baseArgs = rt.emptyTuple;
  let places = 0;
  let baseKw = 0;
  const nested = rt.ptr(rt.typeOf(fn) + L.TP_CALL) === rt.ptr(type + L.TP_CALL);
  if (nested && rt.ptr(fn + DICT) === 0) {
    baseArgs = rt.ptr(fn + ARGS);
    baseKw = rt.ptr(fn + KW);
    places = placesOf(rt, fn);
    fn = rt.ptr(fn + FN);
  }
  const self = callAlloc(rt, type, 0);
  if (self === 0) return 0;
  rt.setFn(self + vectorcallAt(rt), rt.fn(partialVectorcall));
  rt.setPtr(self + FN, newRef(rt, fn));
  const rest = tupleGetSlice(rt, args, 1, n);
  const all = rest === 0 ? 0 : joined(rt, baseArgs, rest, places);
  xdecref(rt, rest);
  rt.setPtr(self + ARGS, all);
  const kw = all === 0 ? 0 : merged(rt, baseKw, kwargs);
  rt.setPtr(self + KW, kw);
  if (kw !== 0) {
    countPlaces(rt, self);
    return self;
  }
  decref(rt, self);
  return 0;
}

/** v3.13.0 partial_vectorcall */
function partialVectorcall(
  rt: Runtime,
  self: Addr,
  argv: Addr,
  nargs: number,
  kwnames: Addr,
): Addr {
  const args = rt.ptr(self + ARGS);
  const kw = rt.ptr(self + KW);
  const nkw = kwnames === 0 ? 0 : tupleSize(rt, kwnames);
  if (dictLen(rt, kw) > 0) {
    const given = tupleFromRow(rt, argv, nargs);
    const keywords = nkw === 0 ? 0 : dictFromRow(rt, argv + 8 * nargs, kwnames);
    const result = given === 0 ? 0 : partialCall(rt, self, given, keywords);
    xdecref(rt, given);
    xdecref(rt, keywords);
    return result;
  }
  const places = placesOf(rt, self);
  if (nargs < places) return tooFewFor(rt, places, nargs);
  const before = tupleSize(rt, args);
  const after = nargs - places;
  const row = takeRow(rt, before + after + nkw);
  if (row === 0) return 0;
  rt.u8.copyWithin(row, args + rt.layout.tupleItems, args + rt.layout.tupleItems + 8 * before);
  fillPlaceholders(rt, row, argv, places);
  rt.u8.copyWithin(row + 8 * before, argv + 8 * places, argv + 8 * (nargs + nkw));
  const fn = newRef(rt, rt.ptr(self + FN));
  newRef(rt, args);
  const result = vectorcall(rt, fn, row, before + after, kwnames);
  dropRow(rt, row);
  decref(rt, args);
  decref(rt, fn);
  return result;
}

/** v3.14.0 partial_call */
function partialCall(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): Addr {
  const places = placesOf(rt, self);
  if (tupleSize(rt, args) < places) return tooFewFor(rt, places, tupleSize(rt, args));
  const fn = newRef(rt, rt.ptr(self + FN));
  const all = joined(rt, rt.ptr(self + ARGS), args, places);
  const own = rt.ptr(self + KW);
  const kw =
    dictLen(rt, own) === 0 ? (kwargs === 0 ? 0 : newRef(rt, kwargs)) : merged(rt, own, kwargs);
  const result = all === 0 ? 0 : callObject(rt, fn, all, kw);
  decref(rt, fn);
  xdecref(rt, all);
  xdecref(rt, kw);
  return result;
}

/** v3.13.0 partial_repr */
function repr(rt: Runtime, self: Addr): Addr {
  const entered = reprEnter(rt, self);
  if (entered !== 0) return entered > 0 ? newStr(rt, '...') : 0;
  const text = partsText(rt, self);
  reprLeave(rt, self);
  return text === null ? 0 : newStr(rt, text);
}

function partsText(rt: Runtime, self: Addr): string | null {
  const args = rt.ptr(self + ARGS);
  const kw = rt.ptr(self + KW);
  const parts: string[] = [];
  const fn = reprText(rt, rt.ptr(self + FN));
  if (fn === null) return null;
  parts.push(fn);
  for (let i = 0; i < tupleSize(rt, args); i++) {
    const text = reprText(rt, tupleItem(rt, args, i));
    if (text === null) return null;
    parts.push(text);
  }
  for (let at = dictNext(rt, kw, 0); at !== 0; at = dictNext(rt, kw, at)) {
    const value = newRef(rt, rt.dictValue);
    const key = strText(rt, rt.dictKey);
    const text = key === null ? null : reprText(rt, value);
    decref(rt, value);
    if (text === null) return null;
    parts.push(`${key}=${text}`);
  }
  return `${typeName(rt, rt.typeOf(self))}(${parts.join(', ')})`;
}

/** `(type, (fn,), (fn, args, kw, dict))`. v3.13.0 partial_reduce */
function reduce(rt: Runtime, self: Addr): Addr {
  const [fn, args, kw] = [rt.ptr(self + FN), rt.ptr(self + ARGS), rt.ptr(self + KW)];
  const first = tuplePack(rt, fn);
  const state = tuplePack(rt, fn, args, kw, rt.ptr(self + DICT) || rt.none);
  const result = tuplePack(rt, rt.typeOf(self), first, state);
  xdecref(rt, first);
  xdecref(rt, state);
  return result;
}

/** v3.13.0 partial_setstate */
function setState(rt: Runtime, self: Addr, state: Addr): Addr {
  const fits = isTuple(rt, state) && tupleSize(rt, state) === 4;
  const item = (i: number) => tupleItem(rt, state, i);
  const nullable = (i: number, ok: boolean) => item(i) === rt.none || ok;
  if (
    !fits ||
    !isCallable(rt, item(0)) ||
    !isTuple(rt, item(1)) ||
    !nullable(2, isDict(rt, item(2))) ||
    !nullable(3, isDict(rt, item(3)))
  ) {
    return raise(rt, rt.exc.TypeError, 'invalid partial state');
  }
  if (!mayHoldPlaces(rt, item(1), 0)) return 0;
  setOwned(rt, self + FN, newRef(rt, item(0)));
  setOwned(rt, self + ARGS, newRef(rt, item(1)));
  setOwned(rt, self + KW, item(2) === rt.none ? dictNew(rt) : newRef(rt, item(2)));
  countPlaces(rt, self);
  setOwned(rt, self + DICT, item(3) === rt.none ? 0 : newRef(rt, item(3)));
  return newRef(rt, rt.none);
}

const TO_BIND =
  'functools.partial will be a method descriptor in future Python versions; ' +
  'wrap it in staticmethod() if you want to preserve the old behavior';

/** A partial in a class; 3.13 warns that it will be bound. v3.14.0 partial_descr_get */
function descrGet(rt: Runtime, self: Addr, obj: Addr): Addr {
  if (obj === 0 || obj === rt.none) return newRef(rt, self);
  if (rt.profile.partials.inClasses === 'bound') return methodNew(rt, self, obj);
  return rt.vm.warn(rt, rt.exc.FutureWarning, TO_BIND) < 0 ? 0 : newRef(rt, self);
}

const OWNED = [FN, ARGS, KW, DICT];

function makeType(rt: Runtime): Addr {
  return readyType(rt, {
    name: 'functools.partial',
    basicsize: rt.layout.sizes.partial,
    flags: L.TPFLAGS_HAVE_GC | L.TPFLAGS_BASETYPE | L.TPFLAGS_HAVE_VECTORCALL,
    dictoffset: DICT,
    weaklistoffset: WEAKREFLIST,
    vectorcallOffset: vectorcallAt(rt),
    slots: {
      tp_dealloc: (r, self) => {
        gcUntrackIfTracked(r, self);
        if (r.ptr(self + WEAKREFLIST) !== 0) r.hooks.clearWeakrefs(r, self);
        for (const field of OWNED) xdecref(r, r.ptr(self + field));
        callFree(r, self);
      },
      tp_call: partialCall,
      tp_repr: repr,
      tp_traverse: (r, self, visit: Visit) => {
        for (const field of OWNED) if (r.ptr(self + field) !== 0) visit(r.ptr(self + field));
      },
      tp_clear: (r, self) => {
        for (const field of OWNED) if (r.ptr(self + field) !== 0) clearOwned(r, self + field);
        return 0;
      },
      tp_new: partialNew,
      ...(rt.profile.partials.inClasses === 'plain' ? {} : { tp_descr_get: descrGet }),
      tp_free: gcDel,
    },
    methods: {
      __reduce__: noArgs(reduce),
      __setstate__: oneArg(setState),
      __class_getitem__: classMethod(oneArg(genericAliasNew)),
    },
    members: {
      func: { offset: FN, type: 'object', readonly: true },
      args: { offset: ARGS, type: 'object', readonly: true },
      keywords: { offset: KW, type: 'object', readonly: true },
    },
    getset: { __dict__: { get: genericGetDict } },
    doc: 'Create a new function with partial application of the given arguments and keywords.',
  });
}

/** The type functools.partial; borrowed. */
export function partialType(rt: Runtime): Addr {
  return ensureType(rt, 'partial', makeType);
}
