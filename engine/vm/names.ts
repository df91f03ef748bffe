/** Names: where each kind is looked up, and what is said when it is not there. */
import type { Addr } from '../base/brand.ts';
import { dictDelItem, dictGetStr, dictNew, dictSetItem } from '../objects/dict.ts';
import { errClear, errMatches, errOccurred, raise } from '../objects/errors.ts';
import * as L from '../objects/layouts.ts';
import { contains, delItem, getItem, setItem } from '../objects/object.ts';
import { decref, newRef } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { reify } from './late-parts.ts';
import { nameError } from './late-parts.ts';

export {
  deleteDeref,
  loadFromDictOrDeref,
  loadFromDictOrGlobals,
  unboundDeref,
  unboundLocal,
} from './late-parts.ts';

/** The namespace of module and class code; borrowed, 0 with SystemError. */
function localsOf(rt: Runtime, frame: Addr): Addr {
  const locals = rt.i32[(frame + L.F_LOCALS) >> 2]!;
  return locals !== 0 ? locals : raise(rt, rt.exc.SystemError, 'no locals');
}

/** From any mapping; new, 0 with an exception or not found (then none is set). */
export function fromMapping(rt: Runtime, mapping: Addr, name: Addr): Addr {
  if (rt.typeOf(mapping) === rt.types.dict) {
    const p = dictGetStr(rt, mapping, name);
    if (p === 0) return 0;
    return rt.typeOf(p) === rt.types.lazyImport ? reify(rt, mapping, name, p) : newRef(rt, p);
  }
  const value = getItem(rt, mapping, name);
  if (value === 0 && errMatches(rt, rt.exc.KeyError)) errClear(rt);
  if (value === 0 || rt.typeOf(value) !== rt.types.lazyImport) return value;
  decref(rt, value); // the mapping holds it
  return reify(rt, mapping, name, value);
}

/** Locals, globals, builtins; new. v3.13.0 Python/ceval.c _PyEval_LoadName */
export function loadName(rt: Runtime, frame: Addr, name: Addr): Addr {
  const locals = localsOf(rt, frame);
  if (locals === 0) return 0;
  const value = fromMapping(rt, locals, name);
  if (value !== 0 || errOccurred(rt)) return value;
  return loadGlobal(rt, frame, name);
}

/** Globals, builtins; new. */
export function loadGlobal(rt: Runtime, frame: Addr, name: Addr): Addr {
  const globals = rt.i32[(frame + L.F_GLOBALS) >> 2]!;
  let value = fromMapping(rt, globals, name);
  if (value !== 0 || errOccurred(rt)) return value;
  const builtins = rt.i32[(frame + L.F_BUILTINS) >> 2]!;
  value = fromMapping(rt, builtins, name);
  if (value !== 0 || errOccurred(rt)) return value;
  return nameError(rt, name);
}

export function storeName(rt: Runtime, frame: Addr, name: Addr, value: Addr): number {
  const locals = localsOf(rt, frame);
  if (locals === 0) return -1;
  if (rt.typeOf(locals) === rt.types.dict) return dictSetItem(rt, locals, name, value);
  return setItem(rt, locals, name, value);
}

export function deleteName(rt: Runtime, frame: Addr, name: Addr): number {
  const locals = localsOf(rt, frame);
  if (locals === 0) return -1;
  if (delItem(rt, locals, name) === 0) return 0;
  if (errMatches(rt, rt.exc.KeyError)) {
    errClear(rt);
    nameError(rt, name);
  }
  return -1;
}

export function deleteGlobal(rt: Runtime, frame: Addr, name: Addr): number {
  const globals = rt.i32[(frame + L.F_GLOBALS) >> 2]!;
  if (rt.typeOf(globals) === rt.types.frozendict) return delItem(rt, globals, name);
  if (dictDelItem(rt, globals, name) === 0) return 0;
  if (errMatches(rt, rt.exc.KeyError)) {
    errClear(rt);
    nameError(rt, name);
  }
  return -1;
}

export function loadLocals(rt: Runtime, frame: Addr): Addr {
  const locals = localsOf(rt, frame);
  return locals === 0 ? 0 : newRef(rt, locals);
}

export function loadBuildClass(rt: Runtime, frame: Addr): Addr {
  const builtins = rt.i32[(frame + L.F_BUILTINS) >> 2]!;
  const value = fromMapping(rt, builtins, rt.ids.__build_class__);
  if (value !== 0 || errOccurred(rt)) return value;
  return raise(rt, rt.exc.NameError, '__build_class__ not found');
}

/** Gives module and class code an `__annotations__` dict. */
export function setupAnnotations(rt: Runtime, frame: Addr): number {
  const locals = localsOf(rt, frame);
  if (locals === 0) return -1;
  const has = contains(rt, locals, rt.ids.__annotations__);
  if (has !== 0) return has < 0 ? -1 : 0;
  const dict = dictNew(rt);
  if (dict === 0) return -1;
  const status = setItem(rt, locals, rt.ids.__annotations__, dict);
  decref(rt, dict);
  return status;
}
