/**
 * Built-in functions and bound methods.
 * v3.13.0 Objects/methodobject.c (builtin_function_or_method), Objects/classobject.c (method)
 */
import type { Addr } from '../base/brand.ts';
import { callObject, dropRow, takeRow, vectorcall } from './call.ts';
import { raise } from './errors.ts';
import { freeListPush, gcFromList } from './freelists.ts';
import { gcDel, gcTrack, gcUntrack } from './gc-object.ts';
import * as L from './layouts.ts';
import { getAttr } from './object.ts';
import { decref, incref, newRef, xdecref } from './refcount.ts';
import { FREE_CFUNCTION, FREE_METHOD, type Native, type Runtime } from './runtime.ts';
import { newStr } from './strings.ts';
import { tupleFromRow, tupleSize } from './tuple.ts';
import { readyType } from './type-ready.ts';
import { type MethodSpec, noArgs, type Visit } from './type-spec.ts';
import {
  cfunctionHash,
  cfunctionQualname,
  cfunctionReduce,
  cfunctionRepr,
  cfunctionRichCompare,
  methodGetAttr,
  methodHash,
  methodReduce,
  methodRepr,
  methodRichCompare,
  methodTypeNew,
  qualifiedName,
  wrongCount,
} from './late-introspection.ts';

/** Writes text and a NUL into static memory. */
export function staticCString(rt: Runtime, text: string): Addr {
  const at = rt.memory.sbrkStatic(text.length + 1);
  for (let i = 0; i < text.length; i++) rt.u8[at + i] = text.charCodeAt(i);
  return at;
}

/** The text of a C string. */
export function cStringText(rt: Runtime, at: Addr): string {
  let text = '';
  for (let i = at; rt.u8[i] !== 0; i++) text += String.fromCharCode(rt.u8[i]!);
  return text;
}

/** A PyMethodDef in static memory. Boot only. */
export function methodDef(rt: Runtime, name: string, spec: MethodSpec): Addr {
  const def = rt.memory.sbrkStatic(L.METHODDEF_SIZE);
  rt.setPtr(def + L.ML_NAME, staticCString(rt, name));
  rt.setFn(def + L.ML_METH, rt.fn(spec.fn));
  rt.i32[(def + L.ML_FLAGS) >> 2] = spec.flags;
  return def;
}

/** ml_name of a method definition. */
export function methodDefName(rt: Runtime, def: Addr): string {
  return cStringText(rt, rt.ptr(def + L.ML_NAME));
}

/**
 * A built-in function that owns `self` and `module` (both borrowed here, both may be 0).
 * v3.13.0 Objects/methodobject.c PyCMethod_New
 */
export function cfunctionNew(rt: Runtime, def: Addr, self: Addr, module: Addr): Addr {
  const p = gcFromList(rt, FREE_CFUNCTION, rt.types.builtinFunction, L.CFUNCTION_SIZE);
  if (p === 0) return 0;
  rt.setPtr(p + L.CFUNCTION_ML, def);
  if (self !== 0) incref(rt, self);
  rt.setPtr(p + L.CFUNCTION_SELF, self);
  if (module !== 0) incref(rt, module);
  rt.setPtr(p + L.CFUNCTION_MODULE, module);
  rt.setPtr(p + L.CFUNCTION_WEAKREFLIST, 0);
  rt.setFn(p + L.CFUNCTION_VECTORCALL, rt.fn(cfunctionVectorcall));
  gcTrack(rt, p);
  return p;
}

/** v3.13.0 Objects/methodobject.c cfunction_vectorcall_* */
export function cfunctionVectorcall(
  rt: Runtime,
  callable: Addr,
  argv: Addr,
  nargs: number,
  kwnames: Addr,
): Addr {
  const i32 = rt.i32;
  const def = i32[(callable + L.CFUNCTION_ML) >> 2]!;
  const flags = i32[(def + L.ML_FLAGS) >> 2]!;
  const fn = rt.fns[i32[(def + L.ML_METH) >> 2]!]!;
  const self = flags & L.METH_STATIC ? 0 : i32[(callable + L.CFUNCTION_SELF) >> 2]!;
  if (flags & L.METH_KEYWORDS) return fn(rt, self, argv, nargs, kwnames);
  if (kwnames !== 0 && tupleSize(rt, kwnames) !== 0) {
    const plain = flags & L.METH_VARARGS;
    const name = plain ? methodDefName(rt, def) : qualifiedName(rt, callable);
    return raise(rt, rt.exc.TypeError, `${name}() takes no keyword arguments`);
  }
  if (flags & L.METH_FASTCALL) return fn(rt, self, argv, nargs);
  if (flags & L.METH_O) {
    if (nargs === 1) return fn(rt, self, i32[argv >> 2]!);
    return wrongCount(rt, callable, 'exactly one argument', nargs);
  }
  if (flags & L.METH_VARARGS) return callWithTuple(rt, fn, self, argv, nargs);
  if (nargs === 0) return fn(rt, self);
  return wrongCount(rt, callable, 'no arguments', nargs);
}

/** METH_VARARGS: the tuple is made for the call. v3.13.0 Objects/methodobject.c cfunction_call */
function callWithTuple(rt: Runtime, fn: Native, self: Addr, argv: Addr, nargs: number): Addr {
  const args = tupleFromRow(rt, argv, nargs);
  if (args === 0) return 0;
  const result = fn(rt, self, args);
  decref(rt, args);
  return result;
}

function cfunctionDealloc(rt: Runtime, self: Addr): void {
  gcUntrack(rt, self);
  if (rt.ptr(self + L.CFUNCTION_WEAKREFLIST) !== 0) rt.hooks.clearWeakrefs(rt, self);
  xdecref(rt, rt.ptr(self + L.CFUNCTION_SELF));
  xdecref(rt, rt.ptr(self + L.CFUNCTION_MODULE));
  const limit = rt.profile.freeLists.cfunction;
  if (!freeListPush(rt, FREE_CFUNCTION, self, limit)) gcDel(rt, self);
}

function cfunctionTraverse(rt: Runtime, self: Addr, visit: Visit): void {
  const owner = rt.ptr(self + L.CFUNCTION_SELF);
  if (owner !== 0) visit(owner);
  const module = rt.ptr(self + L.CFUNCTION_MODULE);
  if (module !== 0) visit(module);
}

export function initBuiltinFunctionType(rt: Runtime): void {
  rt.types.builtinFunction = readyType(rt, {
    name: 'builtin_function_or_method',
    basicsize: L.CFUNCTION_SIZE,
    flags: L.TPFLAGS_HAVE_GC | L.TPFLAGS_HAVE_VECTORCALL,
    weaklistoffset: L.CFUNCTION_WEAKREFLIST,
    vectorcallOffset: L.CFUNCTION_VECTORCALL,
    slots: {
      tp_dealloc: cfunctionDealloc,
      tp_repr: cfunctionRepr,
      tp_hash: cfunctionHash,
      tp_call: callObject,
      tp_traverse: cfunctionTraverse,
      tp_richcompare: cfunctionRichCompare,
    },
    getset: {
      __name__: { get: (rt, self) => newStr(rt, methodDefName(rt, rt.ptr(self + L.CFUNCTION_ML))) },
      __qualname__: { get: cfunctionQualname },
      __doc__: { get: (rt) => newRef(rt, rt.none) },
      __self__: {
        get: (rt, self) => newRef(rt, rt.ptr(self + L.CFUNCTION_SELF) || rt.none),
      },
      __text_signature__: { get: (rt) => newRef(rt, rt.none) },
    },
    methods: { __reduce__: noArgs(cfunctionReduce) },
    members: {
      __module__: { offset: L.CFUNCTION_MODULE, type: 'object', readonly: false },
    },
  });
}

// ---- bound methods -------------------------------------------------------------------------------

/** `func` bound to `self`; counts both. v3.13.0 Objects/classobject.c PyMethod_New */
export function methodNew(rt: Runtime, func: Addr, self: Addr): Addr {
  const p = gcFromList(rt, FREE_METHOD, rt.types.method, L.METHOD_SIZE);
  if (p === 0) return 0;
  rt.setPtr(p + L.METHOD_WEAKREFLIST, 0);
  rt.setPtr(p + L.METHOD_FUNC, newRef(rt, func));
  rt.setPtr(p + L.METHOD_SELF, newRef(rt, self));
  rt.setFn(p + L.METHOD_VECTORCALL, rt.fn(methodVectorcall));
  gcTrack(rt, p);
  return p;
}

/** Calls the function with self in front. v3.13.0 Objects/classobject.c method_vectorcall */
function methodVectorcall(
  rt: Runtime,
  method: Addr,
  argv: Addr,
  nargs: number,
  kwnames: Addr,
): Addr {
  const total = nargs + (kwnames === 0 ? 0 : tupleSize(rt, kwnames));
  const row = takeRow(rt, total + 1);
  if (row === 0) return 0;
  rt.setPtr(row, rt.ptr(method + L.METHOD_SELF));
  rt.u8.copyWithin(row + 8, argv, argv + 8 * total);
  const result = vectorcall(rt, rt.ptr(method + L.METHOD_FUNC), row, nargs + 1, kwnames);
  dropRow(rt, row);
  return result;
}

function methodDealloc(rt: Runtime, self: Addr): void {
  gcUntrack(rt, self);
  if (rt.ptr(self + L.METHOD_WEAKREFLIST) !== 0) rt.hooks.clearWeakrefs(rt, self);
  decref(rt, rt.ptr(self + L.METHOD_FUNC));
  xdecref(rt, rt.ptr(self + L.METHOD_SELF));
  if (!freeListPush(rt, FREE_METHOD, self, rt.profile.freeLists.method)) gcDel(rt, self);
}

function methodTraverse(rt: Runtime, self: Addr, visit: Visit): void {
  visit(rt.ptr(self + L.METHOD_FUNC));
  const owner = rt.ptr(self + L.METHOD_SELF);
  if (owner !== 0) visit(owner);
}

export function initMethodType(rt: Runtime): void {
  rt.types.method = readyType(rt, {
    name: 'method',
    basicsize: L.METHOD_SIZE,
    flags: L.TPFLAGS_HAVE_GC | L.TPFLAGS_HAVE_VECTORCALL,
    weaklistoffset: L.METHOD_WEAKREFLIST,
    vectorcallOffset: L.METHOD_VECTORCALL,
    slots: {
      tp_dealloc: methodDealloc,
      tp_repr: methodRepr,
      tp_hash: methodHash,
      tp_call: callObject,
      tp_getattro: methodGetAttr,
      tp_traverse: methodTraverse,
      tp_richcompare: methodRichCompare,
      tp_descr_get: (rt, self) => newRef(rt, self),
      tp_new: methodTypeNew,
    },
    methods: { __reduce__: noArgs(methodReduce) },
    members: {
      __func__: { offset: L.METHOD_FUNC, type: 'object', readonly: true },
      __self__: { offset: L.METHOD_SELF, type: 'object', readonly: true },
    },
    getset: {
      __doc__: { get: (rt, self) => getAttr(rt, rt.ptr(self + L.METHOD_FUNC), rt.ids.__doc__) },
    },
  });
}
