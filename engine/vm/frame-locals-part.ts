/**
 * What the view of a frame's variables does. Names that are no variables of the code are kept in a
 * dict of the frame object, its extra locals.
 *
 * v3.13.0, v3.14.0 Objects/frameobject.c framelocalsproxy_*
 */
import type { Addr } from '../base/brand.ts';
import { checkPositional } from '../objects/args.ts';
import { bytesData } from '../objects/bytes.ts';
import { cellContents, cellSetSteal } from '../objects/cell.ts';
import { CO_FAST_CELL, CO_FAST_FREE, CO_FAST_HIDDEN } from '../objects/code.ts';
import {
  dictDelItem,
  dictGetItem,
  dictItemsList,
  dictKeysList,
  dictLen,
  dictNew,
  dictNext,
  dictPop,
  dictSetItem,
  dictUpdate,
  dictValuesList,
} from '../objects/dict.ts';
import { errOccurred, raise, raiseInt } from '../objects/errors.ts';
import { gcDel, gcUntrackIfTracked } from '../objects/gc-object.ts';
import * as L from '../objects/layouts.ts';
import {
  getIter,
  hash,
  repr,
  reprText,
  raiseKeyError,
  richCompare,
  typeNameOf,
} from '../objects/object.ts';
import { clearOwned, decref, newRef, setOwned, xdecref } from '../objects/refcount.ts';
import { reprEnter, reprLeave } from '../objects/repr-enter.ts';
import { listItems, listSize } from '../objects/list.ts';
import { reverseRow } from '../objects/list-methods.ts';
import type { Runtime } from '../objects/runtime.ts';
import { isStr, newStr, strEqual } from '../objects/strings.ts';
import { tupleItem, tupleNew, tupleSetItem, tupleSize } from '../objects/tuple.ts';
import { isSubtype } from '../objects/type-object.ts';
import { fast, type MethodSpec, noArgs, oneArg, type Slots } from '../objects/type-spec.ts';
import { frameLocalsProxyNew, PROXY_FRAME } from './frame-locals.ts';
import { boundValue, frameDict, frameOf } from './frame-object.ts';
import { frameCode } from './frames.ts';
import { drop } from './stack-refs.ts';

const NO_VARIABLE = -1;
const FAILED = -2;

function objectOf(rt: Runtime, proxy: Addr): Addr {
  return rt.ptr(proxy + PROXY_FRAME);
}

function kindsOf(rt: Runtime, code: Addr): Addr {
  return bytesData(rt, rt.ptr(code + L.CO_LOCALSPLUSKINDS));
}

function isProxy(rt: Runtime, p: Addr): boolean {
  return rt.typeOf(p) === rt.types.frameLocalsProxy;
}

function isDictOrProxy(rt: Runtime, p: Addr): boolean {
  return isProxy(rt, p) || isSubtype(rt, rt.typeOf(p), rt.types.dict);
}

/** The extra locals; borrowed, 0 where there are none yet. */
function extraOf(rt: Runtime, proxy: Addr): Addr {
  return rt.ptr(objectOf(rt, proxy) + L.FRAMEOBJ_EXTRA_LOCALS);
}

/**
 * The slot of a variable: NO_VARIABLE where there is none (or, to read, no value), FAILED with the
 * error of its hash. v3.13.0 framelocalsproxy_getkeyindex
 */
function slotOfKey(rt: Runtime, proxy: Addr, key: Addr, toRead: boolean): number {
  hash(rt, key);
  if (errOccurred(rt)) return FAILED;
  if (!isStr(rt, key)) return NO_VARIABLE;
  const frame = frameOf(rt, objectOf(rt, proxy));
  const code = frameCode(rt, frame);
  const names = rt.ptr(code + L.CO_LOCALSPLUSNAMES);
  const kinds = kindsOf(rt, code);
  for (let i = 0, n = tupleSize(rt, names); i < n; i++) {
    const name = tupleItem(rt, names, i);
    if (name !== key && !strEqual(rt, name, key)) continue;
    const kind = rt.u8[kinds + i]!;
    const there = toRead ? boundValue(rt, frame, i, kind) !== 0 : !(kind & CO_FAST_HIDDEN);
    if (there) return i;
  }
  return NO_VARIABLE;
}

/** The value of a variable that has one; borrowed. */
function valueAt(rt: Runtime, proxy: Addr, slot: number): Addr {
  const frame = frameOf(rt, objectOf(rt, proxy));
  return boundValue(rt, frame, slot, rt.u8[kindsOf(rt, frameCode(rt, frame)) + slot]!);
}

/** Borrowed; 0 where there is nothing of that name, or with the error of its hash. */
function lookUp(rt: Runtime, proxy: Addr, key: Addr): Addr {
  const slot = slotOfKey(rt, proxy, key, true);
  if (slot === FAILED) return 0;
  if (slot !== NO_VARIABLE) return valueAt(rt, proxy, slot);
  const extra = extraOf(rt, proxy);
  return extra === 0 ? 0 : dictGetItem(rt, extra, key);
}

function subscript(rt: Runtime, proxy: Addr, key: Addr): Addr {
  const found = lookUp(rt, proxy, key);
  if (found !== 0 || errOccurred(rt)) return found === 0 ? 0 : newRef(rt, found);
  const shown = reprText(rt, key);
  if (shown === null) return 0;
  return raise(rt, rt.exc.KeyError, `local variable '${shown}' is not defined`);
}

/**
 * What a variable held is kept as long as the frame, since it may be borrowed from there.
 * v3.14.0 Objects/frameobject.c add_overwritten_fast_local
 */
function keepOverwritten(rt: Runtime, object: Addr, value: Addr): number {
  const old = rt.ptr(object + L.FRAMEOBJ_OVERWRITTEN);
  const n = old === 0 ? 0 : tupleSize(rt, old);
  const grown = tupleNew(rt, n + 1);
  if (grown === 0) return -1;
  for (let i = 0; i < n; i++) tupleSetItem(rt, grown, i, newRef(rt, tupleItem(rt, old, i)));
  tupleSetItem(rt, grown, n, newRef(rt, value));
  setOwned(rt, object + L.FRAMEOBJ_OVERWRITTEN, grown);
  return 0;
}

/** 0, or -1 with MemoryError. */
function assignAt(rt: Runtime, proxy: Addr, slot: number, value: Addr): number {
  const object = objectOf(rt, proxy);
  const frame = frameOf(rt, object);
  const kind = rt.u8[kindsOf(rt, frameCode(rt, frame)) + slot]!;
  const place = frame + rt.layout.frameHeader + 8 * slot;
  const held = rt.ptr(place);
  if (held !== 0 && kind & (CO_FAST_CELL | CO_FAST_FREE) && rt.typeOf(held) === rt.types.cell) {
    if (cellContents(rt, held) !== value) cellSetSteal(rt, held, newRef(rt, value));
    return 0;
  }
  if (held === value) return 0;
  if (held === 0 || !rt.profile.localsProxy?.keepsOverwritten) {
    setOwned(rt, place, newRef(rt, value));
    return 0;
  }
  if (rt.i32[held >> 2]! >= 0 && keepOverwritten(rt, object, held) < 0) return -1;
  drop(rt, place >> 2);
  rt.setPtr(place, newRef(rt, value));
  return 0;
}

/** `value` 0: delete. v3.13.0 framelocalsproxy_setitem */
function assign(rt: Runtime, proxy: Addr, key: Addr, value: Addr): number {
  const removes = rt.profile.localsProxy?.removes ?? false;
  if (value === 0 && !removes) {
    return raiseInt(rt, rt.exc.TypeError, 'cannot remove variables from FrameLocalsProxy');
  }
  const slot = slotOfKey(rt, proxy, key, false);
  if (slot === FAILED) return -1;
  if (slot !== NO_VARIABLE) {
    return value === 0 ? raiseCannotRemove(rt) : assignAt(rt, proxy, slot, value);
  }
  let extra = extraOf(rt, proxy);
  if (value === 0 && extra === 0) raiseKeyError(rt, key);
  if (value === 0) return extra === 0 ? -1 : dictDelItem(rt, extra, key);
  if (extra === 0) {
    extra = dictNew(rt);
    if (extra === 0) return -1;
    rt.setPtr(objectOf(rt, proxy) + L.FRAMEOBJ_EXTRA_LOCALS, extra);
  }
  return dictSetItem(rt, extra, key, value);
}

function raiseCannotRemove(rt: Runtime): number {
  const text = 'cannot remove local variables from FrameLocalsProxy';
  return raiseInt(rt, rt.exc.ValueError, text);
}

function contains(rt: Runtime, proxy: Addr, key: Addr): number {
  const found = lookUp(rt, proxy, key);
  if (found !== 0) return 1;
  return errOccurred(rt) ? -1 : 0;
}

/** All of it, as a dict of its own; new. */
function snapshot(rt: Runtime, proxy: Addr): Addr {
  return frameDict(rt, frameOf(rt, objectOf(rt, proxy)), true);
}

/** What `of` makes of the snapshot; new. */
function ofSnapshot(rt: Runtime, proxy: Addr, of: (dict: Addr) => Addr): Addr {
  const dict = snapshot(rt, proxy);
  if (dict === 0) return 0;
  const result = of(dict);
  decref(rt, dict);
  return result;
}

function keysList(rt: Runtime, proxy: Addr): Addr {
  return ofSnapshot(rt, proxy, (dict) => dictKeysList(rt, dict));
}

function iterate(rt: Runtime, proxy: Addr): Addr {
  const keys = keysList(rt, proxy);
  if (keys === 0) return 0;
  const iterator = getIter(rt, keys);
  decref(rt, keys);
  return iterator;
}

function reversed(rt: Runtime, proxy: Addr): Addr {
  const keys = keysList(rt, proxy);
  if (keys === 0) return 0;
  reverseRow(rt, listItems(rt, keys), listSize(rt, keys));
  const iterator = getIter(rt, keys);
  decref(rt, keys);
  return iterator;
}

function length(rt: Runtime, proxy: Addr): number {
  const dict = snapshot(rt, proxy);
  if (dict === 0) return -1;
  const n = dictLen(rt, dict);
  decref(rt, dict);
  return n;
}

function proxyRepr(rt: Runtime, proxy: Addr): Addr {
  const entered = reprEnter(rt, proxy);
  if (entered !== 0) return entered < 0 ? 0 : newStr(rt, '{...}');
  const text = ofSnapshot(rt, proxy, (dict) => repr(rt, dict));
  reprLeave(rt, proxy);
  return text;
}

const PY_EQ = 2;
const PY_NE = 3;

/** v3.13.0 framelocalsproxy_richcompare */
function compare(rt: Runtime, proxy: Addr, other: Addr, op: number): Addr {
  if (isProxy(rt, other)) {
    if (op !== PY_EQ && op !== PY_NE) return newRef(rt, rt.notImplemented);
    const same = objectOf(rt, proxy) === objectOf(rt, other);
    return newRef(rt, same === (op === PY_EQ) ? rt.true : rt.false);
  }
  if (!isDictOrProxy(rt, other)) return newRef(rt, rt.notImplemented);
  return ofSnapshot(rt, proxy, (dict) => richCompare(rt, dict, other, op));
}

/** v3.13.0 framelocalsproxy_or */
function or(rt: Runtime, a: Addr, b: Addr): Addr {
  if (!isDictOrProxy(rt, a) || !isDictOrProxy(rt, b)) return newRef(rt, rt.notImplemented);
  const dict = dictNew(rt);
  if (dict === 0) return 0;
  if (dictUpdate(rt, dict, a) === 0 && dictUpdate(rt, dict, b) === 0) return dict;
  decref(rt, dict);
  return 0;
}

/** Assigns all of a dict or another view. v3.13.0 framelocalsproxy_merge */
function merge(rt: Runtime, proxy: Addr, other: Addr): number {
  const dict = isProxy(rt, other) ? snapshot(rt, other) : newRef(rt, other);
  if (dict === 0) return -1;
  let failed = 0;
  for (let at = dictNext(rt, dict, 0); at > 0 && failed === 0; at = dictNext(rt, dict, at)) {
    failed = assign(rt, proxy, rt.dictKey, rt.dictValue);
  }
  decref(rt, dict);
  return failed;
}

function inplaceOr(rt: Runtime, proxy: Addr, other: Addr): Addr {
  if (!isDictOrProxy(rt, other)) return newRef(rt, rt.notImplemented);
  return merge(rt, proxy, other) < 0 ? 0 : newRef(rt, proxy);
}

function update(rt: Runtime, proxy: Addr, other: Addr): Addr {
  if (!isDictOrProxy(rt, other)) {
    const text = 'update() argument must be dict or another FrameLocalsProxy';
    return raise(rt, rt.exc.TypeError, text);
  }
  return merge(rt, proxy, other) < 0 ? 0 : newRef(rt, rt.none);
}

function hasOneOrTwo(rt: Runtime, name: string, nargs: number): boolean {
  if (nargs === 1 || nargs === 2) return true;
  raise(rt, rt.exc.TypeError, `${name} expected 1 or 2 arguments`);
  return false;
}

function get(rt: Runtime, proxy: Addr, argv: Addr, nargs: number): Addr {
  if (!hasOneOrTwo(rt, 'get', nargs)) return 0;
  const found = lookUp(rt, proxy, rt.arg(argv, 0));
  if (found === 0 && errOccurred(rt)) return 0;
  return newRef(rt, found || (nargs > 1 ? rt.arg(argv, 1) : rt.none));
}

function setDefault(rt: Runtime, proxy: Addr, argv: Addr, nargs: number): Addr {
  if (!hasOneOrTwo(rt, 'setdefault', nargs)) return 0;
  const key = rt.arg(argv, 0);
  const found = lookUp(rt, proxy, key);
  if (found !== 0) return newRef(rt, found);
  if (errOccurred(rt)) return 0;
  const value = nargs > 1 ? rt.arg(argv, 1) : rt.none;
  return assign(rt, proxy, key, value) < 0 ? 0 : newRef(rt, value);
}

/** v3.14.0 framelocalsproxy_pop */
function pop(rt: Runtime, proxy: Addr, argv: Addr, nargs: number): Addr {
  if (!hasOneOrTwo(rt, 'pop', nargs)) return 0;
  const key = rt.arg(argv, 0);
  const slot = slotOfKey(rt, proxy, key, false);
  if (slot === FAILED) return 0;
  if (slot !== NO_VARIABLE) {
    raiseCannotRemove(rt);
    return 0;
  }
  const fallback = nargs > 1 ? rt.arg(argv, 1) : 0;
  const extra = extraOf(rt, proxy);
  if (extra !== 0) return dictPop(rt, extra, key, fallback);
  if (fallback !== 0) return newRef(rt, fallback);
  raiseKeyError(rt, key);
  return 0;
}

/** v3.13.0 framelocalsproxy_new */
function tpNew(rt: Runtime, _type: Addr, args: Addr): Addr {
  const n = tupleSize(rt, args);
  if (!checkPositional(rt, 'FrameLocalsProxy', n, 1, 1)) return 0;
  const frame = tupleItem(rt, args, 0);
  if (rt.typeOf(frame) === rt.types.frame) return frameLocalsProxyNew(rt, frame);
  return raise(rt, rt.exc.TypeError, `expect frame, not ${typeNameOf(rt, frame)}`);
}

export const proxySlots = {
  tp_new: tpNew,
  tp_dealloc: (rt, proxy) => {
    gcUntrackIfTracked(rt, proxy);
    xdecref(rt, objectOf(rt, proxy));
    gcDel(rt, proxy);
  },
  tp_repr: proxyRepr,
  tp_traverse: (rt, proxy, visit) => {
    const object = objectOf(rt, proxy);
    if (object !== 0) visit(object);
  },
  tp_clear: (rt, proxy) => {
    clearOwned(rt, proxy + PROXY_FRAME);
    return 0;
  },
  tp_richcompare: compare,
  tp_iter: iterate,
  mp_length: length,
  mp_subscript: subscript,
  mp_ass_subscript: assign,
  sq_contains: contains,
  nb_or: or,
  nb_inplace_or: inplaceOr,
} as const satisfies Partial<Slots>;

export const proxyMethods: Readonly<Record<string, MethodSpec>> = {
  copy: noArgs(snapshot),
  get: fast(get),
  items: noArgs((rt, proxy) => ofSnapshot(rt, proxy, (dict) => dictItemsList(rt, dict))),
  keys: noArgs(keysList),
  pop: fast(pop),
  setdefault: fast(setDefault),
  update: oneArg(update),
  values: noArgs((rt, proxy) => ofSnapshot(rt, proxy, (dict) => dictValuesList(rt, dict))),
  __reversed__: noArgs(reversed),
};
