/** object: the base of all types. v3.13.0 Objects/typeobject.c PyBaseObject_Type */
import type { Addr } from '../base/brand.ts';
import { newBool } from './bool.ts';
import { dictLen } from './dict.ts';
import { raise, raiseInt } from './errors.ts';
import { callAlloc, objectFree } from './generic-alloc.ts';
import { genericGetAttr, genericSetAttr } from './generic-attr.ts';
import { initValuesBlock } from './instance-dict.ts';
import { newInt } from './int.ts';
import { objectGetState, objectReduce, objectReduceEx } from './late-parts.ts';
import { setClass } from './late-values.ts';
import * as L from './layouts.ts';
import { EQ, hashPointer, isTrue, NE, notImplemented } from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { tupleSize } from './tuple.ts';
import { typeFlags, typeName } from './type-object.ts';
import { readyType } from './type-ready.ts';
import { classMethod, fast, noArgs, oneArg } from './type-spec.ts';
import { objectDir, objectFormat, objectRepr, raiseAbstract } from './late-introspection.ts';

export { mergeClassDict } from './late-introspection.ts';

// ---- making --------------------------------------------------------------------------------------

function excessArgs(rt: Runtime, args: Addr, kwargs: Addr): boolean {
  return tupleSize(rt, args) > 0 || (kwargs !== 0 && dictLen(rt, kwargs) > 0);
}

/** v3.13.0 object_new: arguments are an error unless `__init__` is there to take them */
export function objectNewInstance(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  if (excessArgs(rt, args, kwargs)) {
    if (rt.ptr(type + L.TP_NEW) !== rt.fn(objectNewInstance)) {
      const text = 'object.__new__() takes exactly one argument (the type to instantiate)';
      return raise(rt, rt.exc.TypeError, text);
    }
    if (rt.ptr(type + L.TP_INIT) === rt.fn(objectInit)) {
      return raise(rt, rt.exc.TypeError, `${typeName(rt, type)}() takes no arguments`);
    }
  }
  if (typeFlags(rt, type) & L.TPFLAGS_IS_ABSTRACT) return raiseAbstract(rt, type);
  return newInstance(rt, type);
}

/** An instance with whatever it keeps its attributes in; new, 0 with MemoryError. */
export function newInstance(rt: Runtime, type: Addr): Addr {
  const self = callAlloc(rt, type, 0);
  if (self !== 0 && hasValuesBlock(rt, type) && initValuesBlock(rt, self, type) < 0) {
    decref(rt, self);
    return 0;
  }
  return self;
}

/** Whether instances get a block of values with their birth. v3.12.1 object_new */
export function hasValuesBlock(rt: Runtime, type: Addr): boolean {
  return (
    rt.profile.instances.kind === 'block' && (typeFlags(rt, type) & L.TPFLAGS_MANAGED_DICT) !== 0
  );
}

/** v3.13.0 object_init */
function objectInit(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): number {
  if (!excessArgs(rt, args, kwargs)) return 0;
  const type = rt.typeOf(self);
  const text = '__init__() takes exactly one argument (the instance to initialize)';
  if (rt.ptr(type + L.TP_INIT) !== rt.fn(objectInit)) {
    return raiseInt(rt, rt.exc.TypeError, `object.${text}`);
  }
  if (rt.ptr(type + L.TP_NEW) === rt.fn(objectNewInstance)) {
    return raiseInt(rt, rt.exc.TypeError, `${typeName(rt, type)}.${text}`);
  }
  return 0;
}

function objectDealloc(rt: Runtime, self: Addr): void {
  rt.fns[rt.ptr(rt.typeOf(self) + L.TP_FREE)]!(rt, self);
}

// ---- text, comparison ----------------------------------------------------------------------------

/** v3.13.0 object_str */
function objectStr(rt: Runtime, self: Addr): Addr {
  return rt.fns[rt.ptr(rt.typeOf(self) + L.TP_REPR)]!(rt, self);
}

/** v3.13.0 object_richcompare */
export function objectRichCompare(rt: Runtime, self: Addr, other: Addr, op: number): Addr {
  if (op === EQ) return self === other ? newBool(rt, true) : notImplemented(rt);
  if (op !== NE) return notImplemented(rt);
  const compare = rt.ptr(rt.typeOf(self) + L.TP_RICHCOMPARE);
  if (compare === 0) return notImplemented(rt);
  const equal: Addr = rt.fns[compare]!(rt, self, other, EQ);
  if (equal === 0 || equal === rt.notImplemented) return equal;
  const truth = isTrue(rt, equal);
  decref(rt, equal);
  return truth < 0 ? 0 : newBool(rt, truth === 0);
}

// ---- methods -------------------------------------------------------------------------------------

/** v3.13.0 object___sizeof__ */
function objectSizeof(rt: Runtime, self: Addr): Addr {
  const type = rt.typeOf(self);
  const itemsize = rt.size(type + L.TP_ITEMSIZE);
  const items = itemsize > 0 ? Math.abs(rt.size(self + L.OB_SIZE)) * itemsize : 0;
  return newInt(rt, rt.size(type + L.TP_BASICSIZE) + items);
}

/** Readies object; its descriptors' types are readied later. */
export function initObjectType(rt: Runtime): void {
  rt.types.object = readyType(rt, {
    name: 'object',
    basicsize: L.OBJECT_SIZE,
    flags: L.TPFLAGS_BASETYPE,
    slots: {
      tp_dealloc: objectDealloc,
      tp_repr: objectRepr,
      tp_hash: hashPointer,
      tp_str: objectStr,
      tp_getattro: genericGetAttr,
      tp_setattro: genericSetAttr,
      tp_richcompare: objectRichCompare,
      tp_init: objectInit,
      tp_new: objectNewInstance,
      tp_free: objectFree,
    },
    methods: {
      __reduce_ex__: oneArg(objectReduceEx),
      __reduce__: noArgs(objectReduce),
      __getstate__: noArgs(objectGetState),
      __subclasshook__: classMethod(fast((rt) => notImplemented(rt))),
      __init_subclass__: classMethod(noArgs((rt) => newRef(rt, rt.none))),
      __format__: oneArg(objectFormat),
      __sizeof__: noArgs(objectSizeof),
      __dir__: noArgs(objectDir),
    },
    getset: {
      __class__: { get: (rt, self) => newRef(rt, rt.typeOf(self)), set: setClass },
    },
    doc: OBJECT_DOC,
  });
}

const OBJECT_DOC =
  'The base class of the class hierarchy.\n\n' +
  'When called, it accepts no arguments and returns a new featureless\n' +
  'instance that has no instance attributes and cannot be given any.\n';
