/** Functions written in Python. v3.13.0 Objects/funcobject.c */
import type { Addr } from '../base/brand.ts';
import { annotationsBy } from './annotations.ts';
import { callObject } from './call.ts';
import { methodNew } from './cfunction.ts';
import { dictGetStr } from './dict.ts';
import { raiseInt } from './errors.ts';
import { gcDel, gcNew, gcTrack, gcUntrack } from './gc-object.ts';
import * as L from './layouts.ts';
import { clearOwned, newRef, setOwned, xdecref } from './refcount.ts';
import { type Runtime, STATE } from './runtime.ts';
import { isStr, strToJs } from './strings.ts';
import { tupleItem, tupleSize } from './tuple.ts';
import { isSubtype } from './type-object.ts';
import { readyType } from './type-ready.ts';
import type { Visit } from './type-spec.ts';
import {
  annotationsFromPairs,
  functionDict,
  functionRepr,
  functionTypeNew,
  setAnnotate,
  setAnnotations,
  setCode,
  setDict,
} from './late-introspection.ts';

/** Owned fields in the order in which dealloc drops them. v3.13.0 func_clear, func_dealloc */
const OWNED = [
  L.FUNC_GLOBALS,
  L.FUNC_MODULE,
  L.FUNC_DEFAULTS,
  L.FUNC_KWDEFAULTS,
  L.FUNC_DOC,
  L.FUNC_DICT,
  L.FUNC_CLOSURE,
  L.FUNC_ANNOTATIONS,
  L.FUNC_NAME,
  L.FUNC_QUALNAME,
  L.FUNC_CODE,
];

/** What a function owns only in some releases: the offset of the field, 0 for none. */
function extraField(rt: Runtime, which: number): number {
  const { functionBuiltins, functionTypeParams, functionAnnotate } = rt.layout;
  return which === 0 ? functionBuiltins : which === 1 ? functionTypeParams : functionAnnotate;
}
const EXTRA_FIELDS = 3;

/** 0 for nothing */
function ownedExtra(rt: Runtime, self: Addr, which: number): Addr {
  const field = extraField(rt, which);
  return field === 0 ? 0 : rt.ptr(self + field);
}

/** Optional fields, NULL at birth. */
const OPTIONAL = [
  L.FUNC_DEFAULTS,
  L.FUNC_KWDEFAULTS,
  L.FUNC_CLOSURE,
  L.FUNC_DICT,
  L.FUNC_WEAKREFLIST,
  L.FUNC_ANNOTATIONS,
];

/**
 * A function of `code` over `globals` (both counted).
 * v3.13.0 Objects/funcobject.c PyFunction_NewWithQualName
 */
export function functionNew(rt: Runtime, code: Addr, globals: Addr): Addr {
  const p = gcNew(rt, rt.types.function, rt.layout.functionSize);
  if (p === 0) return 0;
  for (const field of OPTIONAL) rt.setPtr(p + field, 0);
  const { functionBuiltins, functionTypeParams, functionAnnotate } = rt.layout;
  const { functionVectorcall, functionVersion } = rt.layout;
  if (functionTypeParams !== 0) rt.setPtr(p + functionTypeParams, 0);
  if (functionAnnotate !== 0) rt.setPtr(p + functionAnnotate, 0);
  const consts = rt.ptr(code + L.CO_CONSTS);
  // a lambda's first constant is what it gives
  const isLambda = strToJs(rt, rt.ptr(code + L.CO_NAME)) === '<lambda>';
  const doc = tupleSize(rt, consts) > 0 && !isLambda ? tupleItem(rt, consts, 0) : rt.none;
  const module = dictGetStr(rt, globals, rt.ids.__name__);
  rt.setPtr(p + L.FUNC_GLOBALS, newRef(rt, globals));
  if (functionBuiltins !== 0) {
    rt.setPtr(p + functionBuiltins, newRef(rt, builtinsOf(rt, globals)));
  }
  rt.setPtr(p + L.FUNC_NAME, newRef(rt, rt.ptr(code + L.CO_NAME)));
  rt.setPtr(p + L.FUNC_QUALNAME, newRef(rt, rt.ptr(code + L.CO_QUALNAME)));
  rt.setPtr(p + L.FUNC_CODE, newRef(rt, code));
  rt.setPtr(p + L.FUNC_DOC, newRef(rt, isStr(rt, doc) ? doc : rt.none));
  rt.setPtr(p + L.FUNC_MODULE, module === 0 ? 0 : newRef(rt, module));
  rt.setFn(p + functionVectorcall, rt.functionVectorcall);
  if (functionVersion !== 0) rt.setSize(p + functionVersion, 0);
  gcTrack(rt, p);
  return p;
}

/** The builtins dict that code over these globals sees; borrowed. _PyEval_BuiltinsFromGlobals */
export function builtinsOf(rt: Runtime, globals: Addr): Addr {
  const found = dictGetStr(rt, globals, rt.ids.__builtins__);
  if (found === 0) return rt.statePtr(STATE.builtins);
  return rt.typeOf(found) === rt.types.module ? rt.ptr(found + L.MODULE_DICT) : found;
}

function functionDealloc(rt: Runtime, self: Addr): void {
  gcUntrack(rt, self);
  if (rt.ptr(self + L.FUNC_WEAKREFLIST) !== 0) rt.hooks.clearWeakrefs(rt, self);
  for (let i = 0; i < EXTRA_FIELDS; i++) xdecref(rt, ownedExtra(rt, self, i));
  for (const field of OWNED) xdecref(rt, rt.ptr(self + field));
  gcDel(rt, self);
}

/** In between, in the order of v3.14.0 func_traverse. */
const VISITED = [
  L.FUNC_MODULE,
  L.FUNC_DEFAULTS,
  L.FUNC_KWDEFAULTS,
  L.FUNC_DOC,
  L.FUNC_NAME,
  L.FUNC_DICT,
  L.FUNC_CLOSURE,
  L.FUNC_ANNOTATIONS,
];

function functionTraverse(rt: Runtime, self: Addr, visit: Visit): void {
  const { functionBuiltins, functionTypeParams, functionAnnotate } = rt.layout;
  const extra = [functionAnnotate, functionTypeParams, L.FUNC_QUALNAME];
  for (const fields of [[L.FUNC_CODE, L.FUNC_GLOBALS, functionBuiltins], VISITED, extra]) {
    for (const field of fields) {
      const p = field === 0 ? 0 : rt.ptr(self + field);
      if (p !== 0) visit(p);
    }
  }
}

/** What the collector may cut; name, qualname and code stay. v3.13.0 func_clear */
function functionClear(rt: Runtime, self: Addr): number {
  for (const field of OWNED.slice(0, -3)) clearOwned(rt, self + field);
  for (let i = 0; i < EXTRA_FIELDS; i++) {
    const field = extraField(rt, i);
    if (field !== 0) clearOwned(rt, self + field);
  }
  for (const field of [L.FUNC_NAME, L.FUNC_QUALNAME])
    setOwned(rt, self + field, newRef(rt, rt.emptyStr));
  return 0;
}

/** A setter for a field that takes `type` objects or None (stored as NULL). */
export function optionalSetter(field: number, name: string, typeText: string, isRight: TypeTest) {
  return (rt: Runtime, self: Addr, value: Addr): number => {
    if (value !== 0 && value !== rt.none && !isRight(rt, value)) {
      return raiseInt(rt, rt.exc.TypeError, `${name} must be set to a ${typeText} object`);
    }
    setOwned(rt, self + field, value === 0 || value === rt.none ? 0 : newRef(rt, value));
    return 0;
  };
}
type TypeTest = (rt: Runtime, p: Addr) => boolean;
export const isTuple: TypeTest = (rt, p) => rt.typeOf(p) === rt.types.tuple;
export const isDict: TypeTest = (rt, p) => isSubtype(rt, rt.typeOf(p), rt.types.dict);

function stringSetter(field: number, name: string) {
  return (rt: Runtime, self: Addr, value: Addr): number => {
    if (value === 0 || !isStr(rt, value)) {
      return raiseInt(rt, rt.exc.TypeError, `${name} must be set to a string object`);
    }
    setOwned(rt, self + field, newRef(rt, value));
    return 0;
  };
}

function getOrNone(field: number) {
  return (rt: Runtime, self: Addr): Addr => newRef(rt, rt.ptr(self + field) || rt.none);
}

/** The dict of annotations, made on the first look. */
function getAnnotations(rt: Runtime, self: Addr): Addr {
  let dict = rt.ptr(self + L.FUNC_ANNOTATIONS);
  if (dict !== 0 && rt.typeOf(dict) === rt.types.tuple) {
    dict = annotationsFromPairs(rt, dict);
    if (dict === 0) return 0;
    setOwned(rt, self + L.FUNC_ANNOTATIONS, dict);
  }
  if (dict === 0) {
    dict = annotationsBy(rt, ownedExtra(rt, self, 2));
    if (dict === 0) return 0;
    setOwned(rt, self + L.FUNC_ANNOTATIONS, dict);
  }
  return newRef(rt, dict);
}

export function initFunctionType(rt: Runtime): void {
  const typeParams = rt.layout.functionTypeParams;
  rt.types.function = readyType(rt, {
    name: 'function',
    basicsize: rt.layout.functionSize,
    flags: L.TPFLAGS_HAVE_GC | L.TPFLAGS_HAVE_VECTORCALL | L.TPFLAGS_METHOD_DESCRIPTOR,
    dictoffset: L.FUNC_DICT,
    weaklistoffset: L.FUNC_WEAKREFLIST,
    vectorcallOffset: rt.layout.functionVectorcall,
    slots: {
      tp_dealloc: functionDealloc,
      tp_repr: functionRepr,
      tp_call: callObject,
      tp_new: functionTypeNew,
      tp_traverse: functionTraverse,
      tp_clear: functionClear,
      tp_descr_get: (rt, self, obj) =>
        obj === 0 || obj === rt.none ? newRef(rt, self) : methodNew(rt, self, obj),
    },
    members: {
      __closure__: { offset: L.FUNC_CLOSURE, type: 'object', readonly: true },
      __globals__: { offset: L.FUNC_GLOBALS, type: 'object', readonly: true },
      ...(rt.layout.functionBuiltins === 0
        ? {}
        : {
            __builtins__: {
              offset: rt.layout.functionBuiltins,
              type: 'object' as const,
              readonly: true,
            },
          }),
      __doc__: { offset: L.FUNC_DOC, type: 'object', readonly: false },
      __module__: { offset: L.FUNC_MODULE, type: 'object', readonly: false },
    },
    getset: {
      __code__: { get: (rt, self) => newRef(rt, rt.ptr(self + L.FUNC_CODE)), set: setCode },
      __name__: {
        get: (rt, self) => newRef(rt, rt.ptr(self + L.FUNC_NAME)),
        set: stringSetter(L.FUNC_NAME, '__name__'),
      },
      __qualname__: {
        get: (rt, self) => newRef(rt, rt.ptr(self + L.FUNC_QUALNAME)),
        set: stringSetter(L.FUNC_QUALNAME, '__qualname__'),
      },
      __defaults__: {
        get: getOrNone(L.FUNC_DEFAULTS),
        set: optionalSetter(L.FUNC_DEFAULTS, '__defaults__', 'tuple', isTuple),
      },
      __kwdefaults__: {
        get: getOrNone(L.FUNC_KWDEFAULTS),
        set: optionalSetter(L.FUNC_KWDEFAULTS, '__kwdefaults__', 'dict', isDict),
      },
      __annotations__: {
        get: getAnnotations,
        set: setAnnotations,
      },
      ...(rt.layout.functionAnnotate === 0
        ? {}
        : {
            __annotate__: {
              get: getOrNone(rt.layout.functionAnnotate),
              set: setAnnotate,
            },
          }),
      ...(typeParams === 0
        ? {}
        : {
            __type_params__: {
              get: (rt: Runtime, self: Addr) =>
                newRef(rt, rt.ptr(self + typeParams) || rt.emptyTuple),
              set: optionalSetter(typeParams, '__type_params__', 'tuple', isTuple),
            },
          }),
      __dict__: {
        get: functionDict,
        set: setDict,
      },
    },
  });
}
