/**
 * defaultdict: a dict whose missing keys are made by a function.
 *
 *     +0   a dict
 *     +48  default_factory  owned or NULL
 *
 * v3.13.0 Modules/_collectionsmodule.c defdictobject
 */
import type { Addr } from '../../base/brand.ts';
import { callNoArgs, callObject } from '../../objects/call.ts';
import { dictSetDefault, dictUpdateArg, isAnyDict } from '../../objects/dict.ts';
import { errOccurred, raiseInt } from '../../objects/errors.ts';
import { gcUntrackIfTracked } from '../../objects/gc-object.ts';
import * as L from '../../objects/layouts.ts';
import * as O from '../../objects/object.ts';
import { clearOwned, decref, newRef, setOwned, xdecref } from '../../objects/refcount.ts';
import { reprEnter, reprLeave } from '../../objects/repr-enter.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { newStr } from '../../objects/strings.ts';
import { tupleGetSlice, tupleItem, tuplePack, tupleSize } from '../../objects/tuple.ts';
import { isSubtype, typeShortName } from '../../objects/type-object.ts';
import { readyType } from '../../objects/type-ready.ts';
import { classMethod, noArgs, oneArg, type Visit } from '../../objects/type-spec.ts';
import { ensureType, moduleType } from '../module-types.ts';
import { genericAliasNew } from '../../objects/late-parts.ts';

const FACTORY = L.DICT_SIZE;
const SIZE = L.DICT_SIZE + 8;

/** The function in a slot of dict. */
function ofDict(rt: Runtime, slot: number) {
  return rt.fns[rt.ptr(rt.types.dict + slot)]!;
}

/** v3.13.0 defdict_init */
function init(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): number {
  const n = tupleSize(rt, args);
  const factory = n > 0 ? tupleItem(rt, args, 0) : 0;
  if (factory !== 0 && factory !== rt.none && !O.isCallable(rt, factory)) {
    return raiseInt(rt, rt.exc.TypeError, 'first argument must be callable or None');
  }
  const rest = n > 0 ? tupleGetSlice(rt, args, 1, n) : newRef(rt, args);
  if (rest === 0) return -1;
  setOwned(rt, self + FACTORY, factory === 0 || factory === rt.none ? 0 : newRef(rt, factory));
  const result: number = ofDict(rt, L.TP_INIT)(rt, self, rest, kwargs);
  decref(rt, rest);
  return result;
}

/** v3.13.0 defdict_missing */
function missing(rt: Runtime, self: Addr, key: Addr): Addr {
  const factory = rt.ptr(self + FACTORY);
  if (factory === 0) return O.raiseKeyError(rt, key);
  const value = callNoArgs(rt, factory);
  if (value === 0) return 0;
  const kept = dictSetDefault(rt, self, key, value);
  if (kept !== 0) newRef(rt, kept);
  decref(rt, value);
  return kept;
}

/** `type(self)(factory, source)`. v3.13.0 new_defdict */
function remade(rt: Runtime, self: Addr, source: Addr): Addr {
  const args = tuplePack(rt, rt.ptr(self + FACTORY) || rt.none, source);
  const result = args === 0 ? 0 : callObject(rt, rt.typeOf(self), args, 0);
  xdecref(rt, args);
  return result;
}

/** v3.13.0 defdict_or */
function or(rt: Runtime, a: Addr, b: Addr): Addr {
  const type = moduleType(rt, 'defaultdict');
  const left = rt.typeOf(a) === type || isSubtype(rt, rt.typeOf(a), type);
  const [self, other] = left ? [a, b] : [b, a];
  if (!isAnyDict(rt, other)) return O.notImplemented(rt);
  const result = remade(rt, self, left ? self : other);
  if (result === 0) return 0;
  if (dictUpdateArg(rt, result, left ? other : self) === 0) return result;
  decref(rt, result);
  return 0;
}

/** `(type, (factory,), None, None, iter(items))`. v3.13.0 defdict_reduce */
function reduce(rt: Runtime, self: Addr): Addr {
  const factory = rt.ptr(self + FACTORY);
  const args = factory === 0 ? newRef(rt, rt.emptyTuple) : tuplePack(rt, factory);
  const items = O.callMethod(rt, self, rt.ids.items);
  const it = items === 0 ? 0 : O.getIter(rt, items);
  xdecref(rt, items);
  const result = it === 0 ? 0 : tuplePack(rt, rt.typeOf(self), args, rt.none, rt.none, it);
  xdecref(rt, args);
  xdecref(rt, it);
  return result;
}

/** v3.13.0 defdict_repr */
function repr(rt: Runtime, self: Addr): Addr {
  const base: Addr = ofDict(rt, L.TP_REPR)(rt, self);
  if (base === 0) return 0;
  const factory = rt.ptr(self + FACTORY);
  let text: string | null = 'None';
  if (factory !== 0) {
    const entered = reprEnter(rt, factory);
    text = entered < 0 ? null : entered > 0 ? '...' : O.reprText(rt, factory);
    if (entered === 0) reprLeave(rt, factory);
  }
  const items = O.strText(rt, base);
  decref(rt, base);
  if (text === null) return 0;
  return newStr(rt, `${typeShortName(rt, rt.typeOf(self))}(${text}, ${items})`);
}

function dealloc(rt: Runtime, self: Addr): void {
  gcUntrackIfTracked(rt, self);
  if (rt.ptr(self + FACTORY) !== 0) clearOwned(rt, self + FACTORY);
  ofDict(rt, L.TP_DEALLOC)(rt, self);
}

function traverse(rt: Runtime, self: Addr, visit: Visit): void {
  if (rt.ptr(self + FACTORY) !== 0) visit(rt.ptr(self + FACTORY));
  ofDict(rt, L.TP_TRAVERSE)(rt, self, visit);
}

function clear(rt: Runtime, self: Addr): number {
  if (rt.ptr(self + FACTORY) !== 0) clearOwned(rt, self + FACTORY);
  return ofDict(rt, L.TP_CLEAR)(rt, self);
}

function copy(rt: Runtime, self: Addr): Addr {
  return errOccurred(rt) ? 0 : remade(rt, self, self);
}

function makeType(rt: Runtime): Addr {
  return readyType(rt, {
    name: 'collections.defaultdict',
    base: rt.types.dict,
    basicsize: SIZE,
    flags: L.TPFLAGS_HAVE_GC | L.TPFLAGS_BASETYPE,
    slots: {
      tp_dealloc: dealloc,
      tp_repr: repr,
      tp_traverse: traverse,
      tp_clear: clear,
      tp_init: init,
      nb_or: or,
    },
    methods: {
      __missing__: oneArg(missing),
      copy: noArgs(copy),
      __copy__: noArgs(copy),
      __reduce__: noArgs(reduce),
      __class_getitem__: classMethod(oneArg(genericAliasNew)),
    },
    members: { default_factory: { offset: FACTORY, type: 'object', readonly: false } },
    doc: 'A dict whose missing keys get the value that a function makes.',
  });
}

/** The type defaultdict; borrowed. */
export function defaultdictType(rt: Runtime): Addr {
  return ensureType(rt, 'defaultdict', makeType);
}
