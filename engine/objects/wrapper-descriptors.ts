/**
 * Slot wrappers: `int.__add__` (wrapper_descriptor) and `(1).__add__` (method-wrapper).
 * v3.13.0 Objects/descrobject.c PyWrapperDescr_Type, _PyMethodWrapper_Type
 */
import type { Addr } from '../base/brand.ts';
import { dictLen } from './dict.ts';
import {
  DESCRIPTOR_MEMBERS,
  descriptorCheck,
  descriptorDealloc,
  descriptorNew,
  descriptorQualname,
  descriptorReduce,
  descriptorRepr,
  descriptorTraverse,
  SIGNATURE_GETSET,
} from './descriptors.ts';
import { raise } from './errors.ts';
import {
  gcDel,
  gcNew,
  gcTrack,
  gcUntrackIfTracked,
  trashcanBegin,
  trashcanEnd,
} from './gc-object.ts';
import * as L from './layouts.ts';
import { newRef, xdecref } from './refcount.ts';
import { enterRecursive, leaveRecursive } from './recursion.ts';
import type { Runtime } from './runtime.ts';
import { slotDefs } from './slots.ts';
import { readyType } from './type-ready.ts';
import { noArgs, type Visit } from './type-spec.ts';
import {
  wrapperDescrCall,
  wrapperHash,
  wrapperReduce,
  wrapperRepr,
  wrapperRichCompare,
} from './late-introspection.ts';

/**
 * A wrapper for entry `index` of the slot table. d_base holds the entry's number plus one.
 * @param wrapped the number of the slot's function
 * @returns new, 0 with an exception. v3.13.0 PyDescr_NewWrapper
 */
export function wrapperDescriptorNew(
  rt: Runtime,
  type: Addr,
  index: number,
  wrapped: number,
): Addr {
  const name = slotDefs()[index]!.name;
  const p = descriptorNew(rt, rt.types.wrapperDescriptor, type, name, L.METHOD_DESCR_SIZE);
  if (p === 0) return 0;
  rt.setFn(p + L.DESCR_DEF, index + 1);
  rt.setFn(p + L.DESCR_EXTRA, wrapped);
  return p;
}

/** Runs the wrapper on self and the remaining arguments. v3.13.0 wrapperdescr_raw_call */
export function rawCall(rt: Runtime, descr: Addr, self: Addr, args: Addr, kwargs: Addr): Addr {
  const base = slotDefs()[rt.ptr(descr + L.DESCR_DEF) - 1]!;
  const wrapped = rt.fns[rt.ptr(descr + L.DESCR_EXTRA)]!;
  if (!base.keywords && kwargs !== 0 && dictLen(rt, kwargs) !== 0) {
    return raise(rt, rt.exc.TypeError, `wrapper ${base.name}() takes no keyword arguments`);
  }
  if (enterRecursive(rt, ' while calling a Python object')) return 0;
  const result: Addr = base.wrapper!(rt, self, args, wrapped, kwargs);
  leaveRecursive(rt);
  return result;
}

/** v3.13.0 wrapperdescr_get */
function wrapperDescrGet(rt: Runtime, descr: Addr, obj: Addr): Addr {
  if (obj === 0) return newRef(rt, descr);
  if (!descriptorCheck(rt, descr, obj)) return 0;
  return wrapperNew(rt, descr, obj);
}

/** A slot wrapper bound to `self`. New. v3.13.0 PyWrapper_New */
function wrapperNew(rt: Runtime, descr: Addr, self: Addr): Addr {
  const p = gcNew(rt, rt.types.methodWrapper, L.WRAPPER_SIZE);
  if (p === 0) return 0;
  rt.setPtr(p + L.WRAPPER_DESCR, newRef(rt, descr));
  rt.setPtr(p + L.WRAPPER_SELF, newRef(rt, self));
  gcTrack(rt, p);
  return p;
}

function wrapperDealloc(rt: Runtime, p: Addr): void {
  gcUntrackIfTracked(rt, p);
  if (trashcanBegin(rt, p)) return;
  xdecref(rt, rt.ptr(p + L.WRAPPER_DESCR));
  xdecref(rt, rt.ptr(p + L.WRAPPER_SELF));
  gcDel(rt, p);
  trashcanEnd(rt);
}

function wrapperTraverse(rt: Runtime, p: Addr, visit: Visit): void {
  visit(rt.ptr(p + L.WRAPPER_DESCR));
  visit(rt.ptr(p + L.WRAPPER_SELF));
}

export function wrapperDescrOf(rt: Runtime, p: Addr): Addr {
  return rt.ptr(p + L.WRAPPER_DESCR);
}

/** Readies both types. */
export function initWrapperTypes(rt: Runtime): void {
  rt.types.wrapperDescriptor = readyType(rt, {
    name: 'wrapper_descriptor',
    basicsize: L.METHOD_DESCR_SIZE,
    flags: L.TPFLAGS_HAVE_GC | L.TPFLAGS_METHOD_DESCRIPTOR,
    slots: {
      tp_dealloc: descriptorDealloc,
      tp_traverse: descriptorTraverse,
      tp_repr: descriptorRepr('slot wrapper'),
      tp_call: wrapperDescrCall,
      tp_descr_get: wrapperDescrGet,
    },
    methods: { __reduce__: noArgs(descriptorReduce) },
    members: DESCRIPTOR_MEMBERS,
    getset: SIGNATURE_GETSET,
  });
  rt.types.methodWrapper = readyType(rt, {
    name: 'method-wrapper',
    basicsize: L.WRAPPER_SIZE,
    flags: L.TPFLAGS_HAVE_GC,
    slots: {
      tp_dealloc: wrapperDealloc,
      tp_traverse: wrapperTraverse,
      tp_repr: wrapperRepr,
      tp_hash: wrapperHash,
      tp_call: (rt, p, args, kwargs) =>
        rawCall(rt, wrapperDescrOf(rt, p), rt.ptr(p + L.WRAPPER_SELF), args, kwargs),
      tp_richcompare: wrapperRichCompare,
    },
    methods: { __reduce__: noArgs(wrapperReduce) },
    members: { __self__: { offset: L.WRAPPER_SELF, type: 'object', readonly: true } },
    getset: {
      __objclass__: {
        get: (rt, p) => newRef(rt, rt.ptr(wrapperDescrOf(rt, p) + L.DESCR_TYPE)),
      },
      __name__: { get: (rt, p) => newRef(rt, rt.ptr(wrapperDescrOf(rt, p) + L.DESCR_NAME)) },
      __qualname__: { get: (rt, p) => descriptorQualname(rt, wrapperDescrOf(rt, p)) },
      __doc__: { get: (rt) => newRef(rt, rt.none) },
      __text_signature__: { get: (rt) => newRef(rt, rt.none) },
    },
  });
}
