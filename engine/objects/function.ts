/** Functions written in Python. v3.13.0 Objects/funcobject.c */
import type { Addr } from '../base/brand.ts';
import type { Params } from './args.ts';
import { annotationsBy, mayAnnotate } from './annotations.ts';
import { callObject } from './call.ts';
import { methodNew } from './cfunction.ts';
import { dictGetStr, dictNew, dictSetItem } from './dict.ts';
import { raise, raiseInt } from './errors.ts';
import { gcDel, gcNew, gcTrack, gcUntrack } from './gc-object.ts';
import * as L from './layouts.ts';
import { readNewArgs } from './new-args.ts';
import { addressText } from './object.ts';
import { clearOwned, decref, newRef, setOwned, xdecref } from './refcount.ts';
import { type Runtime, STATE } from './runtime.ts';
import { isStr, newStr, strToJs } from './strings.ts';
import { tupleItem, tupleSize } from './tuple.ts';
import { isSubtype, typeName } from './type-object.ts';
import { readyType } from './type-ready.ts';
import type { Visit } from './type-spec.ts';

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

function functionRepr(rt: Runtime, self: Addr): Addr {
  const name = strToJs(rt, rt.ptr(self + L.FUNC_QUALNAME));
  return newStr(rt, `<function ${name} at ${addressText(rt, self)}>`);
}

/** A setter for a field that takes `type` objects or None (stored as NULL). */
function optionalSetter(field: number, name: string, typeText: string, isRight: TypeTest) {
  return (rt: Runtime, self: Addr, value: Addr): number => {
    if (value !== 0 && value !== rt.none && !isRight(rt, value)) {
      return raiseInt(rt, rt.exc.TypeError, `${name} must be set to a ${typeText} object`);
    }
    setOwned(rt, self + field, value === 0 || value === rt.none ? 0 : newRef(rt, value));
    return 0;
  };
}
type TypeTest = (rt: Runtime, p: Addr) => boolean;
const isTuple: TypeTest = (rt, p) => rt.typeOf(p) === rt.types.tuple;
const isDict: TypeTest = (rt, p) => isSubtype(rt, rt.typeOf(p), rt.types.dict);
const setAnnotationsDict = optionalSetter(L.FUNC_ANNOTATIONS, '__annotations__', 'dict', isDict);

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

/** The compiler leaves names and values in a row; the dict is made on the first look. */
function annotationsFromPairs(rt: Runtime, pairs: Addr): Addr {
  const dict = dictNew(rt);
  if (dict === 0) return 0;
  for (let i = 0, n = tupleSize(rt, pairs); i < n; i += 2) {
    if (dictSetItem(rt, dict, tupleItem(rt, pairs, i), tupleItem(rt, pairs, i + 1)) < 0) {
      decref(rt, dict);
      return 0;
    }
  }
  return dict;
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

/** Those that are set are not evaluated any more. v3.14.0 func_set_annotations */
function setAnnotations(rt: Runtime, self: Addr, value: Addr): number {
  if (setAnnotationsDict(rt, self, value) < 0) return -1;
  const { functionAnnotate } = rt.layout;
  if (functionAnnotate !== 0) clearOwned(rt, self + functionAnnotate);
  return 0;
}

/** v3.14.0 func_set_annotate */
function setAnnotate(rt: Runtime, self: Addr, value: Addr): number {
  if (value === 0) return raiseInt(rt, rt.exc.TypeError, '__annotate__ cannot be deleted');
  if (!mayAnnotate(rt, value)) return -1;
  setOwned(rt, self + rt.layout.functionAnnotate, newRef(rt, value));
  if (value !== rt.none) clearOwned(rt, self + L.FUNC_ANNOTATIONS);
  return 0;
}

function setCode(rt: Runtime, self: Addr, value: Addr): number {
  if (value === 0 || rt.typeOf(value) !== rt.types.code) {
    return raiseInt(rt, rt.exc.TypeError, '__code__ must be set to a code object');
  }
  const free = rt.i32[(value + L.CO_NFREEVARS) >> 2]!;
  const closure = rt.ptr(self + L.FUNC_CLOSURE);
  const cells = closure === 0 ? 0 : tupleSize(rt, closure);
  if (free !== cells) {
    const name = strToJs(rt, rt.ptr(self + L.FUNC_NAME));
    return raiseInt(
      rt,
      rt.exc.ValueError,
      `${name}() requires a code object with ${cells} free vars, not ${free}`,
    );
  }
  setOwned(rt, self + L.FUNC_CODE, newRef(rt, value));
  return 0;
}

function functionDict(rt: Runtime, self: Addr): Addr {
  let dict = rt.ptr(self + L.FUNC_DICT);
  if (dict === 0) {
    dict = dictNew(rt);
    if (dict === 0) return 0;
    rt.setPtr(self + L.FUNC_DICT, dict);
  }
  return newRef(rt, dict);
}

/** v3.13.0 Objects/object.c PyObject_GenericSetDict */
function setDict(rt: Runtime, self: Addr, value: Addr): number {
  if (value === 0) return raiseInt(rt, rt.exc.TypeError, 'cannot delete __dict__');
  if (!isSubtype(rt, rt.typeOf(value), rt.types.dict)) {
    const what = typeName(rt, rt.typeOf(value));
    const text = `__dict__ must be set to a dictionary, not a '${what}'`;
    return raiseInt(rt, rt.exc.TypeError, text);
  }
  setOwned(rt, self + L.FUNC_DICT, newRef(rt, value));
  return 0;
}

const NEW: Params = {
  names: ['code', 'globals', 'name', 'argdefs', 'closure', 'kwdefaults'],
  required: 2,
  positional: 6,
};

/** FunctionType(code, globals, ...). v3.13.0 Objects/funcobject.c func_new_impl */
function functionTypeNew(rt: Runtime, _type: Addr, args: Addr, kwargs: Addr): Addr {
  const given = new Int32Array(6);
  if (!readNewArgs(rt, 'function', NEW, given, args, kwargs)) return 0;
  const [code, globals, name, defaults, closure, kwdefaults] = given as unknown as number[];
  if (!checkNewTypes(rt, code!, globals!, name!, defaults!, closure!)) return 0;
  const func = functionNew(rt, code!, globals!);
  if (func === 0) return 0;
  const put = (field: number, p: Addr) => {
    if (p !== 0 && p !== rt.none) setOwned(rt, func + field, newRef(rt, p));
  };
  if (!rt.profile.codeHasQualname) put(L.FUNC_QUALNAME, rt.ptr(code! + L.CO_NAME));
  put(L.FUNC_NAME, name!);
  put(L.FUNC_DEFAULTS, defaults!);
  put(L.FUNC_CLOSURE, closure!);
  put(L.FUNC_KWDEFAULTS, kwdefaults!);
  return func;
}

function checkNewTypes(
  rt: Runtime,
  code: Addr,
  globals: Addr,
  name: Addr,
  defaults: Addr,
  closure: Addr,
): boolean {
  const wrong = (message: string): false => {
    raise(rt, rt.exc.TypeError, message);
    return false;
  };
  if (rt.typeOf(code) !== rt.types.code) {
    return wrong(`function() argument 'code' must be code, not ${typeName(rt, rt.typeOf(code))}`);
  }
  if (!isDict(rt, globals)) {
    return wrong(
      `function() argument 'globals' must be dict, not ${typeName(rt, rt.typeOf(globals))}`,
    );
  }
  if (name !== 0 && name !== rt.none && !isStr(rt, name)) {
    return wrong('arg 3 (name) must be None or string');
  }
  if (defaults !== 0 && defaults !== rt.none && !isTuple(rt, defaults)) {
    return wrong('arg 4 (defaults) must be None or tuple');
  }
  const free = rt.i32[(code + L.CO_NFREEVARS) >> 2]!;
  if (closure === 0 || closure === rt.none) {
    return free === 0 || wrong('arg 5 (closure) must be tuple');
  }
  if (!isTuple(rt, closure)) return wrong('arg 5 (closure) must be None or tuple');
  const cells = tupleSize(rt, closure);
  if (cells === free) return areCells(rt, closure);
  const codeName = strToJs(rt, rt.ptr(code + L.CO_NAME));
  raise(rt, rt.exc.ValueError, `${codeName} requires closure of length ${free}, not ${cells}`);
  return false;
}

function areCells(rt: Runtime, closure: Addr): boolean {
  for (let i = 0, n = tupleSize(rt, closure); i < n; i++) {
    const type = rt.typeOf(tupleItem(rt, closure, i));
    if (type === rt.types.cell) continue;
    const what = typeName(rt, type);
    raise(rt, rt.exc.TypeError, `arg 5 (closure) expected cell, found ${what}`);
    return false;
  }
  return true;
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
