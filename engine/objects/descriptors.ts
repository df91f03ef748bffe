/**
 * Descriptors of the engine's own types: what `list.__dict__` holds.
 *
 *     method_descriptor       list.append            calls a function with self
 *     classmethod_descriptor  dict.fromkeys          binds the type
 *     getset_descriptor       type.__dict__          calls a getter, a setter
 *     member_descriptor       slice.start, slots     reads a field of the object
 *
 * Slot wrappers stand in wrapper-descriptors.ts. v3.13.0 Objects/descrobject.c
 */
import type { Addr, Bytes } from '../base/brand.ts';
import { callObject } from './call.ts';
import { cfunctionNew, methodDefName } from './cfunction.ts';
import { raise, raiseInt } from './errors.ts';
import { gcDel, gcNew, gcTrack, gcUntrack } from './gc-object.ts';
import * as L from './layouts.ts';
import { memberGet, memberSet } from './members.ts';
import { GETSET_GET, GETSET_SET, MEMBER_FLAGS, MEMBER_READONLY } from './method-def.ts';
import { decref, newRef, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { internJs, newStr, strToJs } from './strings.ts';
import { tupleSize } from './tuple.ts';
import { isSubtype, isType, typeName } from './type-object.ts';
import { readyType } from './type-ready.ts';
import { initWrapperTypes } from './wrapper-descriptors.ts';
import { type GetSetSpec, type MemberSpec, noArgs, type Visit } from './type-spec.ts';
import {
  attributeError,
  classMethodCall,
  descriptorQualname,
  descriptorReduce,
  functionText,
  isMember,
  unboundText,
} from './late-introspection.ts';

export { builtinNamed, descriptorQualname, descriptorReduce } from './late-introspection.ts';

export { wrapperDescriptorNew } from './wrapper-descriptors.ts';

// ---- making --------------------------------------------------------------------------------------

/**
 * The common head: d_type, d_name (interned), d_qualname; the rest zero; tracked.
 * @returns new, 0 with an exception. v3.13.0 descr_new
 */
export function descriptorNew(
  rt: Runtime,
  descrType: Addr,
  type: Addr,
  name: string,
  bytes: Bytes,
): Addr {
  const p = gcNew(rt, descrType, bytes);
  if (p === 0) return 0;
  for (let at = L.DESCR_TYPE; at < bytes; at += 8) rt.setPtr(p + at, 0);
  rt.setPtr(p + L.DESCR_TYPE, newRef(rt, type));
  gcTrack(rt, p);
  const key = internJs(rt, name);
  if (key === 0) {
    decref(rt, p);
    return 0;
  }
  rt.setPtr(p + L.DESCR_NAME, key);
  return p;
}

function withDef(rt: Runtime, p: Addr, def: Addr): Addr {
  if (p !== 0) rt.setPtr(p + L.DESCR_DEF, def);
  return p;
}

/** v3.13.0 PyDescr_NewMethod */
export function methodDescriptorNew(rt: Runtime, type: Addr, def: Addr): Addr {
  const name = methodDefName(rt, def);
  const p = descriptorNew(rt, rt.types.methodDescriptor, type, name, L.METHOD_DESCR_SIZE);
  if (p !== 0) rt.setFn(p + L.DESCR_EXTRA, rt.fn(methodVectorcall));
  return withDef(rt, p, def);
}

/** v3.13.0 PyDescr_NewClassMethod */
export function classMethodDescriptorNew(rt: Runtime, type: Addr, def: Addr): Addr {
  const name = methodDefName(rt, def);
  const bytes = L.METHOD_DESCR_SIZE;
  return withDef(rt, descriptorNew(rt, rt.types.classMethodDescriptor, type, name, bytes), def);
}

/** v3.13.0 PyDescr_NewGetSet */
export function getsetDescriptorNew(rt: Runtime, type: Addr, name: string, def: Addr): Addr {
  const bytes = L.DESCR_SIZE;
  return withDef(rt, descriptorNew(rt, rt.types.getsetDescriptor, type, name, bytes), def);
}

/** v3.13.0 PyDescr_NewMember */
export function memberDescriptorNew(rt: Runtime, type: Addr, name: string, def: Addr): Addr {
  const bytes = L.DESCR_SIZE;
  return withDef(rt, descriptorNew(rt, rt.types.memberDescriptor, type, name, bytes), def);
}

// ---- what they share -----------------------------------------------------------------------------

/** d_name as a JavaScript string. */
export function descriptorName(rt: Runtime, self: Addr): string {
  const name = rt.ptr(self + L.DESCR_NAME);
  return name === 0 ? '?' : strToJs(rt, name);
}

/** tp_name of d_type. */
export function descriptorOwner(rt: Runtime, self: Addr): string {
  return typeName(rt, rt.ptr(self + L.DESCR_TYPE));
}

/** Whether `obj` is an instance of d_type; else TypeError. v3.13.0 descr_check, descr_setcheck */
export function descriptorCheck(rt: Runtime, self: Addr, obj: Addr): boolean {
  const type = rt.typeOf(obj);
  if (type === rt.ptr(self + L.DESCR_TYPE)) return true;
  if (isSubtype(rt, type, rt.ptr(self + L.DESCR_TYPE))) return true;
  raise(
    rt,
    rt.exc.TypeError,
    `descriptor '${descriptorName(rt, self)}' for '${descriptorOwner(rt, self)}' objects ` +
      `doesn't apply to a '${typeName(rt, type)}' object`,
  );
  return false;
}

/** v3.13.0 descr_dealloc */
export function descriptorDealloc(rt: Runtime, self: Addr): void {
  gcUntrack(rt, self);
  xdecref(rt, rt.ptr(self + L.DESCR_TYPE));
  xdecref(rt, rt.ptr(self + L.DESCR_NAME));
  xdecref(rt, rt.ptr(self + L.DESCR_QUALNAME));
  gcDel(rt, self);
}

/** v3.13.0 descr_traverse, which leaves the two strings out */
export function descriptorTraverse(rt: Runtime, self: Addr, visit: Visit): void {
  const { i32 } = rt;
  for (let at = L.DESCR_TYPE; at <= L.DESCR_QUALNAME; at += 8) {
    const p = i32[(self + at) >> 2]!;
    if (p !== 0) visit(p);
  }
}

/** v3.13.0 descr_repr */
export function descriptorRepr(kind: string): (rt: Runtime, self: Addr) => Addr {
  return (rt, self) => {
    const ofObject = rt.ptr(self + L.DESCR_TYPE) === rt.types.object;
    const owner =
      ofObject && !rt.profile.objectIsNamed ? '' : ` of '${descriptorOwner(rt, self)}' objects`;
    return newStr(rt, `<${kind} '${descriptorName(rt, self)}'${owner}>`);
  };
}

function none(rt: Runtime): Addr {
  return newRef(rt, rt.none);
}

export const DESCRIPTOR_MEMBERS: Readonly<Record<string, MemberSpec>> = {
  __objclass__: { offset: L.DESCR_TYPE, type: 'object', readonly: true },
  __name__: { offset: L.DESCR_NAME, type: 'object', readonly: true },
};

export const DESCRIPTOR_GETSET: Readonly<Record<string, GetSetSpec>> = {
  __doc__: { get: none },
  __qualname__: { get: descriptorQualname },
};

export const SIGNATURE_GETSET: Readonly<Record<string, GetSetSpec>> = {
  ...DESCRIPTOR_GETSET,
  __text_signature__: { get: none },
};

// ---- method descriptors --------------------------------------------------------------------------

/** v3.13.0 method_vectorcall_NOARGS, _O, _FASTCALL, _FASTCALL_KEYWORDS */
export function methodVectorcall(
  rt: Runtime,
  callable: Addr,
  argv: Addr,
  nargs: number,
  kwnames: Addr,
): Addr {
  if (nargs < 1) {
    return raise(rt, rt.exc.TypeError, `${unboundText(rt, callable)} needs an argument`);
  }
  const i32 = rt.i32;
  const self = i32[argv >> 2]!;
  if (
    i32[(self + 8) >> 2] !== i32[(callable + L.DESCR_TYPE) >> 2] &&
    !descriptorCheck(rt, callable, self)
  ) {
    return 0;
  }
  const def = i32[(callable + L.DESCR_DEF) >> 2]!;
  const flags = i32[(def + L.ML_FLAGS) >> 2]!;
  const fn = rt.fns[i32[(def + L.ML_METH) >> 2]!]!;
  if (flags & L.METH_KEYWORDS) return fn(rt, self, argv + 8, nargs - 1, kwnames);
  if (kwnames !== 0 && tupleSize(rt, kwnames) > 0) {
    const text = functionText(rt, callable);
    return raise(rt, rt.exc.TypeError, `${text} takes no keyword arguments`);
  }
  if (flags & L.METH_FASTCALL) return fn(rt, self, argv + 8, nargs - 1);
  if (flags & L.METH_O) {
    if (nargs === 2) return fn(rt, self, i32[(argv + 8) >> 2]!);
    return wrongCount(rt, callable, 'exactly one argument', nargs);
  }
  if (nargs === 1) return fn(rt, self);
  return wrongCount(rt, callable, 'no arguments', nargs);
}

function wrongCount(rt: Runtime, self: Addr, takes: string, nargs: number): 0 {
  const text = functionText(rt, self);
  return raise(rt, rt.exc.TypeError, `${text} takes ${takes} (${nargs - 1} given)`);
}

/** A built-in method bound to `obj`. v3.13.0 method_get */
function methodGet(rt: Runtime, self: Addr, obj: Addr): Addr {
  if (obj === 0) return newRef(rt, self);
  if (!descriptorCheck(rt, self, obj)) return 0;
  return cfunctionNew(rt, rt.ptr(self + L.DESCR_DEF), obj, 0);
}

// ---- class method descriptors --------------------------------------------------------------------

/** v3.13.0 classmethod_get */
export function classMethodGet(rt: Runtime, self: Addr, obj: Addr, type: Addr): Addr {
  const name = descriptorName(rt, self);
  const owner = descriptorOwner(rt, self);
  const complain = (text: string): 0 => raise(rt, rt.exc.TypeError, text);
  let cls = type;
  if (cls === 0) {
    if (obj === 0) {
      return complain(`descriptor '${name}' for type '${owner}' needs either an object or a type`);
    }
    cls = rt.typeOf(obj);
  }
  if (!isType(rt, cls)) {
    const what = typeName(rt, rt.typeOf(cls));
    return complain(
      `descriptor '${name}' for type '${owner}' needs a type, not a '${what}' as arg 2`,
    );
  }
  if (!isSubtype(rt, cls, rt.ptr(self + L.DESCR_TYPE))) {
    const what = typeName(rt, cls);
    return complain(`descriptor '${name}' requires a subtype of '${owner}' but received '${what}'`);
  }
  return cfunctionNew(rt, rt.ptr(self + L.DESCR_DEF), cls, 0);
}

// ---- getset and member descriptors ---------------------------------------------------------------

/** v3.13.0 getset_get */
function getsetGet(rt: Runtime, self: Addr, obj: Addr): Addr {
  if (obj === 0) return newRef(rt, self);
  if (!descriptorCheck(rt, self, obj)) return 0;
  const get = rt.ptr(rt.ptr(self + L.DESCR_DEF) + GETSET_GET);
  return rt.fns[get]!(rt, obj);
}

/** v3.13.0 getset_set */
function getsetSet(rt: Runtime, self: Addr, obj: Addr, value: Addr): number {
  if (!descriptorCheck(rt, self, obj)) return -1;
  const set = rt.ptr(rt.ptr(self + L.DESCR_DEF) + GETSET_SET);
  if (set === 0 && isMember(rt, self)) {
    return raiseInt(rt, rt.exc.AttributeError, 'readonly attribute');
  }
  if (set === 0) return attributeError(rt, self, 'is not writable');
  return rt.fns[set]!(rt, obj, value);
}

/** v3.13.0 member_get */
function memberDescrGet(rt: Runtime, self: Addr, obj: Addr): Addr {
  if (obj === 0) return newRef(rt, self);
  if (!descriptorCheck(rt, self, obj)) return 0;
  return memberGet(rt, obj, rt.ptr(self + L.DESCR_DEF));
}

/** v3.13.0 member_set */
function memberDescrSet(rt: Runtime, self: Addr, obj: Addr, value: Addr): number {
  if (!descriptorCheck(rt, self, obj)) return -1;
  const def = rt.ptr(self + L.DESCR_DEF);
  if (rt.size(def + MEMBER_FLAGS) & MEMBER_READONLY) {
    return raiseInt(rt, rt.exc.AttributeError, 'readonly attribute');
  }
  return memberSet(rt, obj, def, value);
}

// ---- types ---------------------------------------------------------------------------------------

const common = { tp_dealloc: descriptorDealloc, tp_traverse: descriptorTraverse };

function initMethodDescriptor(rt: Runtime): void {
  rt.types.methodDescriptor = readyType(rt, {
    name: 'method_descriptor',
    basicsize: L.METHOD_DESCR_SIZE,
    flags: L.TPFLAGS_HAVE_GC | L.TPFLAGS_HAVE_VECTORCALL | L.TPFLAGS_METHOD_DESCRIPTOR,
    vectorcallOffset: L.DESCR_EXTRA,
    slots: {
      ...common,
      tp_repr: descriptorRepr('method'),
      tp_call: callObject,
      tp_descr_get: methodGet,
    },
    methods: { __reduce__: noArgs(descriptorReduce) },
    members: DESCRIPTOR_MEMBERS,
    getset: SIGNATURE_GETSET,
  });
}

function initClassMethodDescriptor(rt: Runtime): void {
  rt.types.classMethodDescriptor = readyType(rt, {
    name: 'classmethod_descriptor',
    basicsize: L.METHOD_DESCR_SIZE,
    flags: L.TPFLAGS_HAVE_GC,
    slots: {
      ...common,
      tp_repr: descriptorRepr('method'),
      tp_call: classMethodCall,
      tp_descr_get: classMethodGet,
    },
    members: DESCRIPTOR_MEMBERS,
    getset: SIGNATURE_GETSET,
  });
}

/** Readies the descriptor types. Boot, after type and object. */
export function initDescriptorTypes(rt: Runtime): void {
  initMethodDescriptor(rt);
  initClassMethodDescriptor(rt);
  rt.types.getsetDescriptor = readyType(rt, {
    name: 'getset_descriptor',
    basicsize: L.DESCR_SIZE,
    flags: L.TPFLAGS_HAVE_GC,
    slots: {
      ...common,
      tp_repr: descriptorRepr('attribute'),
      tp_descr_get: getsetGet,
      tp_descr_set: getsetSet,
    },
    members: DESCRIPTOR_MEMBERS,
    getset: DESCRIPTOR_GETSET,
  });
  rt.types.memberDescriptor = readyType(rt, {
    name: 'member_descriptor',
    basicsize: L.DESCR_SIZE,
    flags: L.TPFLAGS_HAVE_GC,
    slots: {
      ...common,
      tp_repr: descriptorRepr('member'),
      tp_descr_get: memberDescrGet,
      tp_descr_set: memberDescrSet,
    },
    methods: { __reduce__: noArgs(descriptorReduce) },
    members: DESCRIPTOR_MEMBERS,
    getset: DESCRIPTOR_GETSET,
  });
  initWrapperTypes(rt);
}
