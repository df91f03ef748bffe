/** What few programs need of what type-type.ts is about. */
import * as L from './layouts.ts';
import type { Addr } from '../base/brand.ts';
import { keysSize } from './dict-keys.ts';
import { dictKeysList, dictNew } from './dict.ts';
import { errOccurred } from './errors.ts';
import { newInt } from './int.ts';
import { mergeClassDict } from './object-type.ts';
import { decref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { isStr, newStr, strToJs } from './strings.ts';
import { isHeapType, typeName, typeQualnameObject } from './type-object.ts';
import { typeModuleObject } from './type-type.ts';

/**
 * `__module__` as a JavaScript string; '' when it is no string, null with an exception.
 * v3.13.0 type_module
 */
export function typeModule(rt: Runtime, type: Addr): string | null {
  const module = typeModuleObject(rt, type);
  if (module === 0) {
    if (errOccurred(rt)) return null;
    return '';
  }
  const text = isStr(rt, module) ? strToJs(rt, module) : '';
  decref(rt, module);
  return text;
}

/** v3.13.0 type_repr */
export function typeRepr(rt: Runtime, type: Addr): Addr {
  const module = typeModule(rt, type);
  if (module === null) return 0;
  if (module === '' || module === 'builtins') {
    return newStr(rt, `<class '${typeName(rt, type)}'>`);
  }
  const qualname = typeQualnameObject(rt, type);
  if (qualname === 0) return 0;
  const text = newStr(rt, `<class '${module}.${strToJs(rt, qualname)}'>`);
  decref(rt, qualname);
  return text;
}

/** v3.13.0 type___dir___impl */
export function typeDir(rt: Runtime, type: Addr): Addr {
  const dict = dictNew(rt);
  if (dict === 0) return 0;
  const names = mergeClassDict(rt, dict, type) < 0 ? 0 : dictKeysList(rt, dict);
  decref(rt, dict);
  return names;
}

/** v3.13.0 type___sizeof___impl */
export function typeSizeof(rt: Runtime, type: Addr): Addr {
  if (!isHeapType(rt, type)) return newInt(rt, rt.layout.typeStatic);
  const keys = rt.ptr(type + L.HT_CACHED_KEYS);
  const shared = keys === 0 ? 0 : keysSize(rt, keys);
  return newInt(rt, rt.layout.typeHeap + shared);
}
