/** What few programs need of what descriptors.ts is about. */
import * as L from './layouts.ts';
import type { Addr } from '../base/brand.ts';
import { callObject } from './call.ts';
import { classMethodGet, descriptorName, descriptorOwner } from './descriptors.ts';
import { dictGetStr } from './dict.ts';
import { raise, raiseInt, raiseObject } from './errors.ts';
import { decref, newRef } from './refcount.ts';
import { type Runtime, STATE } from './runtime.ts';
import { internJs, newStr, strToJs } from './strings.ts';
import { tupleFromRow, tuplePack, tupleSize } from './tuple.ts';
import { typeName, typeQualnameObject } from './type-object.ts';

/** `list.append`, made at the first look and kept. v3.13.0 descr_get_qualname, calculate_qualname */
export function descriptorQualname(rt: Runtime, self: Addr): Addr {
  const known = rt.ptr(self + L.DESCR_QUALNAME);
  if (known !== 0) return newRef(rt, known);
  const type = typeQualnameObject(rt, rt.ptr(self + L.DESCR_TYPE));
  if (type === 0) return 0;
  const text = newStr(rt, `${strToJs(rt, type)}.${descriptorName(rt, self)}`);
  decref(rt, type);
  rt.setPtr(self + L.DESCR_QUALNAME, text);
  return text === 0 ? 0 : newRef(rt, text);
}

/** Pickles as `getattr(type, name)`. v3.13.0 descr_reduce */
export function descriptorReduce(rt: Runtime, self: Addr): Addr {
  const getattr = builtinNamed(rt, 'getattr');
  if (getattr === 0) return 0;
  const args = tuplePack(rt, rt.ptr(self + L.DESCR_TYPE), rt.ptr(self + L.DESCR_NAME));
  const result = args === 0 ? 0 : tuplePack(rt, getattr, args);
  decref(rt, getattr);
  if (args !== 0) decref(rt, args);
  return result;
}

/** A function of the builtins module; new. v3.13.0 _PyEval_GetBuiltin */
export function builtinNamed(rt: Runtime, name: string): Addr {
  const key = internJs(rt, name);
  if (key === 0) return 0;
  const builtins = rt.statePtr(STATE.builtins);
  const found = builtins === 0 ? 0 : dictGetStr(rt, builtins, key);
  if (found === 0) raiseObject(rt, rt.exc.AttributeError, key);
  decref(rt, key);
  return found === 0 ? 0 : newRef(rt, found);
}

/** `list.append()` as error messages call it. v3.13.0 _PyObject_FunctionStr */
export function functionText(rt: Runtime, self: Addr): string {
  if (!rt.profile.texts.nativesAreQualified) return `${strToJs(rt, rt.ptr(self + L.DESCR_NAME))}()`;
  const name = descriptorQualname(rt, self);
  if (name === 0) return '?';
  const text = strToJs(rt, name);
  decref(rt, name);
  return `${text}()`;
}

/** A method without its object. v3.13.0 method_check_args, v3.8.0 method_vectorcall_NOARGS */
export function unboundText(rt: Runtime, self: Addr): string {
  if (rt.profile.texts.nativesAreQualified) return `unbound method ${functionText(rt, self)}`;
  const name = strToJs(rt, rt.ptr(self + L.DESCR_NAME));
  return `descriptor '${name}' of '${typeName(rt, rt.ptr(self + L.DESCR_TYPE))}' object`;
}

/** v3.13.0 classmethoddescr_call */
export function classMethodCall(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): Addr {
  const n = tupleSize(rt, args);
  if (n < 1) {
    return raise(
      rt,
      rt.exc.TypeError,
      `descriptor '${descriptorName(rt, self)}' of '${descriptorOwner(rt, self)}' ` +
        'object needs an argument',
    );
  }
  const items = args + rt.layout.tupleItems;
  const bound = classMethodGet(rt, self, 0, rt.arg(items, 0));
  if (bound === 0) return 0;
  const rest = tupleFromRow(rt, items + 8, n - 1);
  const result = rest === 0 ? 0 : callObject(rt, bound, rest, kwargs);
  decref(rt, bound);
  if (rest !== 0) decref(rt, rest);
  return result;
}

export function attributeError(rt: Runtime, self: Addr, what: string): number {
  const name = descriptorName(rt, self);
  const owner = descriptorOwner(rt, self);
  return raiseInt(rt, rt.exc.AttributeError, `attribute '${name}' of '${owner}' objects ${what}`);
}

/** Whether the release has the attribute as a member. */
export function isMember(rt: Runtime, self: Addr): boolean {
  const names = rt.profile.members[descriptorOwner(rt, self)];
  return names?.includes(descriptorName(rt, self)) ?? false;
}
