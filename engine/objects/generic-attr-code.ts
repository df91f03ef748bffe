/** What few programs need of what generic-attr.ts is about. */
import * as L from './layouts.ts';
import type { Addr } from '../base/brand.ts';
import { errClear, errMatches, raiseInt } from './errors.ts';
import { dictPointer, genericSetAttr, missing, setAttributeErrorContext } from './generic-attr.ts';
import { setManagedDict } from './instance-dict.ts';
import { newRef, setOwned } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { strToJs } from './strings.ts';
import { typeFlags, typeName } from './type-object.ts';

/** A dict's KeyError becomes AttributeError, which learns what it is about. */
export function deleteFailed(rt: Runtime, obj: Addr, name: Addr): -1 {
  if (!errMatches(rt, rt.exc.KeyError)) {
    if (rt.profile.suggestions.deletedInline) setAttributeErrorContext(rt, obj, name);
    return -1;
  }
  errClear(rt);
  return missing(rt, obj, name);
}

/** The object has no room for attributes of its own. */
export function noPlace(rt: Runtime, obj: Addr, type: Addr, name: Addr, descr: Addr): -1 {
  const object = `'${typeName(rt, type)}' object`;
  const text = strToJs(rt, name);
  if (descr !== 0) {
    raiseInt(rt, rt.exc.AttributeError, `${object} attribute '${text}' is read-only`);
  } else if (
    rt.profile.texts.missingDictIsTold &&
    rt.ptr(type + L.TP_SETATTRO) === rt.fn(genericSetAttr)
  ) {
    const why = ' and no __dict__ for setting new attributes';
    raiseInt(rt, rt.exc.AttributeError, `${object} has no attribute '${text}'${why}`);
  } else {
    raiseInt(rt, rt.exc.AttributeError, `${object} has no attribute '${text}'`);
  }
  if (rt.profile.suggestions.assigned) setAttributeErrorContext(rt, obj, name);
  return -1;
}

/** `obj.__dict__ = dict`; 0 deletes. -1 with an exception. v3.13.0 PyObject_GenericSetDict */
export function genericSetDict(rt: Runtime, obj: Addr, dict: Addr): number {
  const type = rt.typeOf(obj);
  if (typeFlags(rt, type) & L.TPFLAGS_MANAGED_DICT) return setManagedDict(rt, obj, dict);
  const at = dictPointer(rt, obj, type);
  if (at === 0) {
    return raiseInt(rt, rt.exc.AttributeError, 'This object has no __dict__');
  }
  setOwned(rt, at, dict === 0 ? 0 : newRef(rt, dict));
  return 0;
}
