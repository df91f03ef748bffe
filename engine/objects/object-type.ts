/** object: the base of all types. v3.13.0 Objects/typeobject.c PyBaseObject_Type */
import type { Addr } from '../base/brand.ts';
import { newBool } from './bool.ts';
import { callOneArg } from './call.ts';
import { badArgument } from './clinic.ts';
import { dictCopy, dictGetStr, dictKeysList, dictLen, dictMerge, dictNew } from './dict.ts';
import { errOccurred, raise, raiseInt } from './errors.ts';
import { callAlloc, objectFree } from './generic-alloc.ts';
import { genericGetAttr, genericSetAttr } from './generic-attr.ts';
import { initValuesBlock } from './instance-dict.ts';
import { newInt } from './int.ts';
import { objectGetState, objectReduce, objectReduceEx } from './late-parts.ts';
import { setClass } from './late-values.ts';
import * as L from './layouts.ts';
import {
  addressText,
  EQ,
  hashPointer,
  isTrue,
  lookupAttr,
  NE,
  notImplemented,
  str,
  typeNameOf,
} from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { isStr, newStr, strLength, strToJs } from './strings.ts';
import { tupleItem, tupleSize } from './tuple.ts';
import { isType, typeFlags, typeName, typeQualnameObject } from './type-object.ts';
import { readyType } from './type-ready.ts';
import { classMethod, fast, noArgs, oneArg } from './type-spec.ts';
import { typeModule } from './type-type.ts';

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

function raiseAbstract(rt: Runtime, type: Addr): 0 {
  const names = abstractNames(rt, type);
  if (names === null) return 0;
  const plural = names.length === 1 ? '' : 's';
  if (rt.profile.words.abstract === 'with') {
    const methods = names.length === 1 ? rt.profile.errorWords.oneAbstractMethod : 'methods';
    const what = `abstract class ${typeName(rt, type)} with abstract ${methods}`;
    return raise(rt, rt.exc.TypeError, `Can't instantiate ${what} ${names.join(', ')}`);
  }
  const list = names.map((name) => `'${name}'`).join(', ');
  return raise(
    rt,
    rt.exc.TypeError,
    `Can't instantiate abstract class ${typeName(rt, type)} without an implementation for ` +
      `abstract method${plural} ${list}`,
  );
}

/** The names of `__abstractmethods__`, sorted; null with an exception. */
function abstractNames(rt: Runtime, type: Addr): string[] | null {
  const key = newStr(rt, '__abstractmethods__');
  if (key === 0) return null;
  const found = dictGetStr(rt, rt.ptr(type + L.TP_DICT), key);
  decref(rt, key);
  const names: string[] = [];
  if (found === 0) return names;
  const row = callOneArg(rt, rt.types.tuple, found);
  if (row === 0) return null;
  for (let i = 0, n = tupleSize(rt, row); i < n; i++) {
    const name = tupleItem(rt, row, i);
    if (isStr(rt, name)) names.push(strToJs(rt, name));
  }
  decref(rt, row);
  return names.sort();
}

function objectDealloc(rt: Runtime, self: Addr): void {
  rt.fns[rt.ptr(rt.typeOf(self) + L.TP_FREE)]!(rt, self);
}

// ---- text, comparison ----------------------------------------------------------------------------

/** v3.13.0 object_repr */
function objectRepr(rt: Runtime, self: Addr): Addr {
  const type = rt.typeOf(self);
  const module = typeModule(rt, type);
  if (module === null) return 0;
  const where = addressText(rt, self);
  if (module === '' || module === 'builtins') {
    return newStr(rt, `<${typeName(rt, type)} object at ${where}>`);
  }
  const qualname = typeQualnameObject(rt, type);
  if (qualname === 0) return 0;
  const name = strToJs(rt, qualname);
  decref(rt, qualname);
  return newStr(rt, `<${module}.${name} object at ${where}>`);
}

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

/** v3.13.0 object___format__ */
function objectFormat(rt: Runtime, self: Addr, spec: Addr): Addr {
  if (!isStr(rt, spec)) {
    return badArgument(rt, '__format__', 'argument', 'str', spec);
  }
  if (strLength(rt, spec) > 0) {
    const what = typeNameOf(rt, self);
    return raise(rt, rt.exc.TypeError, `unsupported format string passed to ${what}.__format__`);
  }
  return str(rt, self);
}

/** v3.13.0 object___sizeof__ */
function objectSizeof(rt: Runtime, self: Addr): Addr {
  const type = rt.typeOf(self);
  const itemsize = rt.size(type + L.TP_ITEMSIZE);
  const items = itemsize > 0 ? Math.abs(rt.size(self + L.OB_SIZE)) * itemsize : 0;
  return newInt(rt, rt.size(type + L.TP_BASICSIZE) + items);
}

/** Everything a class and its bases define, into `dict`. -1 with an exception. v3.13.0 merge_class_dict */
export function mergeClassDict(rt: Runtime, dict: Addr, cls: Addr): number {
  if (!isType(rt, cls)) return 0;
  if (dictMerge(rt, dict, rt.ptr(cls + L.TP_DICT), 1) < 0) return -1;
  const bases = rt.ptr(cls + L.TP_BASES);
  for (let i = 0, n = tupleSize(rt, bases); i < n; i++) {
    if (mergeClassDict(rt, dict, tupleItem(rt, bases, i)) < 0) return -1;
  }
  return 0;
}

/** v3.13.0 object___dir___impl */
function objectDir(rt: Runtime, self: Addr): Addr {
  const own = lookupAttr(rt, self, rt.ids.__dict__);
  if (own === 0 && errOccurred(rt)) return 0;
  const isDict = own !== 0 && (typeFlags(rt, rt.typeOf(own)) & L.TPFLAGS_DICT_SUBCLASS) !== 0;
  const dict = isDict ? dictCopy(rt, own) : dictNew(rt);
  if (own !== 0) decref(rt, own);
  if (dict === 0) return 0;
  const cls = lookupAttr(rt, self, rt.ids.__class__);
  const failed = cls === 0 ? errOccurred(rt) : mergeClassDict(rt, dict, cls) < 0;
  if (cls !== 0) decref(rt, cls);
  const names = failed ? 0 : dictKeysList(rt, dict);
  decref(rt, dict);
  return names;
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
