/** What few programs need of what simple-namespace.ts is about. */
import type { Addr } from '../base/brand.ts';
import { keysAreStrings } from './args.ts';
import { dictUpdateArg } from './dict-merge.ts';
import { dictMerge, dictNew, dictNext } from './dict.ts';
import { reprText } from './object.ts';
import { decref } from './refcount.ts';
import { reprEnter, reprLeave } from './repr-enter.ts';
import type { Runtime } from './runtime.ts';
import { namespaceDict } from './simple-namespace.ts';
import { isStr, newStr, strToJs } from './strings.ts';
import { typeShortName } from './type-object.ts';

/** Attributes out of all that `dict()` takes. */
export function addMapping(rt: Runtime, self: Addr, given: Addr): number {
  const dict = dictNew(rt);
  if (dict === 0) return -1;
  const status = dictUpdateArg(rt, dict, given) < 0 ? -1 : addAttributes(rt, self, dict);
  decref(rt, dict);
  return status;
}

export function addAttributes(rt: Runtime, self: Addr, attributes: Addr): number {
  if (!keysAreStrings(rt, attributes)) return -1;
  return dictMerge(rt, namespaceDict(rt, self), attributes, 1);
}

/** v3.13.0 namespace_repr */
export function namespaceRepr(rt: Runtime, self: Addr): Addr {
  const exact = rt.typeOf(self) === rt.types.simpleNamespace;
  const name = exact ? 'namespace' : typeShortName(rt, rt.typeOf(self));
  const entered = reprEnter(rt, self);
  if (entered !== 0) return entered < 0 ? 0 : newStr(rt, `${name}(...)`);
  const parts: string[] = [];
  const dict = namespaceDict(rt, self);
  let fine = true;
  for (let at = dictNext(rt, dict, 0); at !== 0 && fine; at = dictNext(rt, dict, at)) {
    // a key that is no string, or an empty one, cannot be an attribute's name
    const key = isStr(rt, rt.dictKey) ? strToJs(rt, rt.dictKey) : '';
    if (key === '') continue;
    const text = reprText(rt, rt.dictValue);
    fine = text !== null;
    parts.push(`${key}=${text}`);
  }
  reprLeave(rt, self);
  return fine ? newStr(rt, `${name}(${parts.join(', ')})`) : 0;
}
