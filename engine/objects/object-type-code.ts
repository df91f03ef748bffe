/** What few programs need of what object-type.ts is about. */
import * as L from './layouts.ts';
import type { Addr } from '../base/brand.ts';
import { callOneArg } from './call.ts';
import { badArgument } from './clinic.ts';
import { dictCopy, dictGetStr, dictKeysList, dictMerge, dictNew } from './dict.ts';
import { errOccurred, raise } from './errors.ts';
import { addressText, lookupAttr, str, typeNameOf } from './object.ts';
import { decref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { isStr, newStr, strLength, strToJs } from './strings.ts';
import { tupleItem, tupleSize } from './tuple.ts';
import { isType, typeFlags, typeName, typeQualnameObject } from './type-object.ts';
import { typeModule } from './type-type.ts';

export function raiseAbstract(rt: Runtime, type: Addr): 0 {
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

/** v3.13.0 object_repr */
export function objectRepr(rt: Runtime, self: Addr): Addr {
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

/** v3.13.0 object___format__ */
export function objectFormat(rt: Runtime, self: Addr, spec: Addr): Addr {
  if (!isStr(rt, spec)) {
    return badArgument(rt, '__format__', 'argument', 'str', spec);
  }
  if (strLength(rt, spec) > 0) {
    const what = typeNameOf(rt, self);
    return raise(rt, rt.exc.TypeError, `unsupported format string passed to ${what}.__format__`);
  }
  return str(rt, self);
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
export function objectDir(rt: Runtime, self: Addr): Addr {
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
