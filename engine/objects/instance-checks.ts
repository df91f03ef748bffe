/** isinstance and issubclass. v3.13.0 Objects/abstract.c object_isinstance, PyObject_IsSubclass */
import type { Addr } from '../base/brand.ts';
import { callOneArg } from './call.ts';
import { errOccurred, raiseInt } from './errors.ts';
import { isTrue, isTypeObject, lookupAttr, lookupSpecial } from './object.ts';
import { enterRecursive, leaveRecursive } from './recursion.ts';
import { decref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { tupleItem, tupleSize } from './tuple.ts';
import { isSubtype } from './type-object.ts';
import { unionMembers } from './one-union.ts';

/** isinstance(p, cls): 1, 0, or -1 with an exception. v3.13.0 PyObject_IsInstance */
export function isInstance(rt: Runtime, p: Addr, cls: Addr): number {
  if (rt.typeOf(p) === cls) return 1;
  if (rt.typeOf(cls) === rt.types.type) return recursiveIsInstance(rt, p, cls);
  const classes = rt.typeOf(cls) === rt.types.tuple ? cls : unionMembers(rt, cls);
  if (classes !== 0) return anyOf(rt, p, classes, isInstance);
  return viaCheckHook(rt, p, cls, rt.ids.__instancecheck__, recursiveIsInstance);
}

/** issubclass(derived, cls): 1, 0, or -1 with an exception. v3.13.0 PyObject_IsSubclass */
export function isSubclass(rt: Runtime, derived: Addr, cls: Addr): number {
  if (rt.typeOf(cls) === rt.types.type) {
    if (derived === cls) return 1;
    return recursiveIsSubclass(rt, derived, cls);
  }
  const classes = rt.typeOf(cls) === rt.types.tuple ? cls : unionMembers(rt, cls);
  if (classes !== 0) return anyOf(rt, derived, classes, isSubclass);
  return viaCheckHook(rt, derived, cls, rt.ids.__subclasscheck__, recursiveIsSubclass);
}

type Check = (rt: Runtime, p: Addr, cls: Addr) => number;

function anyOf(rt: Runtime, p: Addr, classes: Addr, check: Check): number {
  if (enterRecursive(rt, ' in __instancecheck__')) return -1;
  let answer = 0;
  for (let i = 0, n = tupleSize(rt, classes); i < n && answer === 0; i++) {
    answer = check(rt, p, tupleItem(rt, classes, i));
  }
  leaveRecursive(rt);
  return answer;
}

function viaCheckHook(rt: Runtime, p: Addr, cls: Addr, name: Addr, fallback: Check): number {
  const method = lookupSpecial(rt, cls, name);
  if (method === 0) return errOccurred(rt) ? -1 : fallback(rt, p, cls);
  if (enterRecursive(rt, ' in __instancecheck__')) {
    decref(rt, method);
    return -1;
  }
  const result = callOneArg(rt, method, p);
  leaveRecursive(rt);
  decref(rt, method);
  if (result === 0) return -1;
  const truth = isTrue(rt, result);
  decref(rt, result);
  return truth;
}

/** v3.13.0 Objects/abstract.c object_isinstance */
export function recursiveIsInstance(rt: Runtime, p: Addr, cls: Addr): number {
  if (isTypeObject(rt, cls)) {
    if (isSubtype(rt, rt.typeOf(p), cls)) return 1;
    const claimed = lookupAttr(rt, p, rt.ids.__class__);
    if (claimed === 0) return errOccurred(rt) ? -1 : 0;
    const answer =
      claimed !== rt.typeOf(p) && isTypeObject(rt, claimed) && isSubtype(rt, claimed, cls) ? 1 : 0;
    decref(rt, claimed);
    return answer;
  }
  return raiseInt(
    rt,
    rt.exc.TypeError,
    rt.profile.errorWords.unionsAreClasses
      ? 'isinstance() arg 2 must be a type, a tuple of types, or a union'
      : 'isinstance() arg 2 must be a type or tuple of types',
  );
}

/** v3.13.0 Objects/abstract.c recursive_issubclass */
export function recursiveIsSubclass(rt: Runtime, derived: Addr, cls: Addr): number {
  if (!isTypeObject(rt, derived)) {
    return raiseInt(rt, rt.exc.TypeError, 'issubclass() arg 1 must be a class');
  }
  if (!isTypeObject(rt, cls)) {
    return raiseInt(
      rt,
      rt.exc.TypeError,
      rt.profile.errorWords.unionsAreClasses
        ? 'issubclass() arg 2 must be a class, a tuple of classes, or a union'
        : 'issubclass() arg 2 must be a class or tuple of classes',
    );
  }
  return isSubtype(rt, derived, cls) ? 1 : 0;
}
