/** What few programs need of what function.ts is about. */
import * as L from './layouts.ts';
import type { Addr } from '../base/brand.ts';
import { mayAnnotate } from './annotations.ts';
import type { Params } from './args.ts';
import { dictNew, dictSetItem } from './dict.ts';
import { raise, raiseInt } from './errors.ts';
import { functionNew, isDict, isTuple, optionalSetter } from './function.ts';
import { readNewArgs } from './new-args.ts';
import { addressText } from './object.ts';
import { clearOwned, decref, newRef, setOwned } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { isStr, newStr, strToJs } from './strings.ts';
import { tupleItem, tupleSize } from './tuple.ts';
import { isSubtype, typeName } from './type-object.ts';

export function functionRepr(rt: Runtime, self: Addr): Addr {
  const name = strToJs(rt, rt.ptr(self + L.FUNC_QUALNAME));
  return newStr(rt, `<function ${name} at ${addressText(rt, self)}>`);
}

const setAnnotationsDict = optionalSetter(L.FUNC_ANNOTATIONS, '__annotations__', 'dict', isDict);

/** The compiler leaves names and values in a row; the dict is made on the first look. */
export function annotationsFromPairs(rt: Runtime, pairs: Addr): Addr {
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

/** Those that are set are not evaluated any more. v3.14.0 func_set_annotations */
export function setAnnotations(rt: Runtime, self: Addr, value: Addr): number {
  if (setAnnotationsDict(rt, self, value) < 0) return -1;
  const { functionAnnotate } = rt.layout;
  if (functionAnnotate !== 0) clearOwned(rt, self + functionAnnotate);
  return 0;
}

/** v3.14.0 func_set_annotate */
export function setAnnotate(rt: Runtime, self: Addr, value: Addr): number {
  if (value === 0) return raiseInt(rt, rt.exc.TypeError, '__annotate__ cannot be deleted');
  if (!mayAnnotate(rt, value)) return -1;
  setOwned(rt, self + rt.layout.functionAnnotate, newRef(rt, value));
  if (value !== rt.none) clearOwned(rt, self + L.FUNC_ANNOTATIONS);
  return 0;
}

export function setCode(rt: Runtime, self: Addr, value: Addr): number {
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

export function functionDict(rt: Runtime, self: Addr): Addr {
  let dict = rt.ptr(self + L.FUNC_DICT);
  if (dict === 0) {
    dict = dictNew(rt);
    if (dict === 0) return 0;
    rt.setPtr(self + L.FUNC_DICT, dict);
  }
  return newRef(rt, dict);
}

/** v3.13.0 Objects/object.c PyObject_GenericSetDict */
export function setDict(rt: Runtime, self: Addr, value: Addr): number {
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
export function functionTypeNew(rt: Runtime, _type: Addr, args: Addr, kwargs: Addr): Addr {
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
