/** None, Ellipsis and NotImplemented: one object each, in the static segment. v3.13.0 Objects/object.c */
import type { Addr } from '../base/brand.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { noKeywords } from './args.ts';
import { raise, raiseInt } from './errors.ts';
import { EQ, hashPointer, NE, notImplemented } from './object.ts';
import { OBJECT_SIZE } from './layouts.ts';
import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { newStr } from './strings.ts';
import { tupleSize } from './tuple.ts';
import { readyType } from './type-ready.ts';
import { noArgs, type TypeSpec } from './type-spec.ts';

/** Takes zeroed static memory and fills the head of an object that is never freed. */
export function staticObject(rt: Runtime, type: Addr, bytes: number): Addr {
  const p = rt.memory.sbrkStatic(bytes);
  rt.i32[p >> 2] = rt.profile.staticRefcnt;
  rt.i32[(p >> 2) + 2] = type;
  rt.i32[(p >> 2) + 3] = ADDRESS_HIGH;
  return p;
}

/** Makes the three singletons; their types are readied later. */
export function initSingletons(rt: Runtime): void {
  rt.none = staticObject(rt, rt.types.none, OBJECT_SIZE);
  rt.ellipsis = staticObject(rt, rt.types.ellipsis, OBJECT_SIZE);
  rt.notImplemented = staticObject(rt, rt.types.notImplemented, OBJECT_SIZE);
}

function singletonNew(name: string, instance: (rt: Runtime) => Addr) {
  return (rt: Runtime, _type: Addr, args: Addr, kwargs: Addr): Addr => {
    if (tupleSize(rt, args) !== 0 || !noKeywords(rt, name, kwargs)) {
      return raise(rt, rt.exc.TypeError, `${name} takes no arguments`);
    }
    return newRef(rt, instance(rt));
  };
}

/** v3.13.0 Objects/object.c none_hash: the hash of None is a constant */
const NONE_HASH_LOW = 0xfca86420 | 0;

function noneRichCompare(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  if (a !== b && b !== rt.none) return notImplemented(rt);
  if (op === EQ) return newRef(rt, rt.true);
  if (op === NE) return newRef(rt, rt.false);
  return notImplemented(rt);
}

const noneSpec: TypeSpec = {
  name: 'NoneType',
  basicsize: OBJECT_SIZE,
  slots: {
    tp_dealloc: neverFreed,
    tp_repr: (rt) => newStr(rt, 'None'),
    tp_hash: (rt) => {
      rt.hashHigh = 0;
      return NONE_HASH_LOW;
    },
    tp_richcompare: noneRichCompare,
    nb_bool: () => 0,
    tp_new: singletonNew('NoneType', (rt) => rt.none),
  },
};

const ellipsisSpec: TypeSpec = {
  name: 'ellipsis',
  basicsize: OBJECT_SIZE,
  slots: {
    tp_dealloc: neverFreed,
    tp_repr: (rt) => newStr(rt, 'Ellipsis'),
    tp_hash: hashPointer,
    tp_new: singletonNew('EllipsisType', (rt) => rt.ellipsis),
  },
  methods: { __reduce__: noArgs((rt) => newStr(rt, 'Ellipsis')) },
};

/** v3.13.0 notimplemented_bool: true with a warning; from 3.14 on refused */
function truthOfNotImplemented(rt: Runtime): number {
  const text = 'NotImplemented should not be used in a boolean context';
  if (rt.profile.notImplementedHasTruth) {
    return rt.vm.warn(rt, rt.exc.DeprecationWarning, text) < 0 ? -1 : 1;
  }
  return raiseInt(rt, rt.exc.TypeError, text);
}

const notImplementedSpec: TypeSpec = {
  name: 'NotImplementedType',
  basicsize: OBJECT_SIZE,
  slots: {
    tp_dealloc: neverFreed,
    tp_repr: (rt) => newStr(rt, 'NotImplemented'),
    tp_hash: hashPointer,
    nb_bool: truthOfNotImplemented,
    tp_new: singletonNew('NotImplementedType', (rt) => rt.notImplemented),
  },
  methods: { __reduce__: noArgs((rt) => newStr(rt, 'NotImplemented')) },
};

/** A release that counts references to None keeps its own; reaching zero would be a bug of ours. */
function neverFreed(rt: Runtime, self: Addr): void {
  rt.i32[self >> 2] = rt.profile.staticRefcnt;
}

export function initSingletonTypes(rt: Runtime): void {
  rt.types.none = readyType(rt, noneSpec);
  rt.types.ellipsis = readyType(rt, ellipsisSpec);
  rt.types.notImplemented = readyType(rt, notImplementedSpec);
}
