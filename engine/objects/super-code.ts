/** What few programs need of what super.ts is about. */
import type { Addr } from '../base/brand.ts';
import { noKeywords } from './args.ts';
import { callOneArg } from './call.ts';
import { raiseInt } from './errors.ts';
import { decref, newRef, setOwned } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { newStr } from './strings.ts';
import { superWithoutArgs } from './super-frame.ts';
import { found, SUPER_OBJ, SUPER_OBJ_TYPE, SUPER_TYPE, superCheck, superNew } from './super.ts';
import { tupleItem, tupleSize } from './tuple.ts';
import { isType, typeName } from './type-object.ts';

export function callSuper(rt: Runtime, type: Addr, obj: Addr): Addr {
  const objType = superCheck(rt, type, obj);
  if (objType === 0) return 0;
  const sup = superNew(rt, type, obj, objType);
  decref(rt, objType);
  return sup;
}

/** v3.13.0 super_init_impl */
export function superInit(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): number {
  if (!noKeywords(rt, 'super', kwargs)) return -1;
  const n = tupleSize(rt, args);
  if (n > 2) {
    return raiseInt(rt, rt.exc.TypeError, `super() expected at most 2 arguments, got ${n}`);
  }
  let type = n > 0 ? tupleItem(rt, args, 0) : 0;
  let obj = n > 1 ? tupleItem(rt, args, 1) : 0;
  if (n === 0) {
    found.fill(0);
    if (!superWithoutArgs(rt, found)) return -1;
    type = found[0]!;
    obj = found[1]!;
  } else if (!isType(rt, type)) {
    const what = typeName(rt, rt.typeOf(type));
    return raiseInt(
      rt,
      rt.exc.TypeError,
      `super() argument 1 must be ${rt.profile.errorWords.superType}, not ${what}`,
    );
  }
  if (obj === rt.none) obj = 0;
  let objType = 0;
  if (obj !== 0) {
    objType = superCheck(rt, type, obj);
    if (objType === 0) return -1;
    newRef(rt, obj);
  }
  setOwned(rt, self + SUPER_TYPE, newRef(rt, type));
  setOwned(rt, self + SUPER_OBJ, obj);
  setOwned(rt, self + SUPER_OBJ_TYPE, objType);
  return 0;
}

/** Binds an unbound super object. v3.13.0 super_descr_get */
export function superDescrGet(rt: Runtime, self: Addr, obj: Addr): Addr {
  if (obj === 0 || obj === rt.none || rt.ptr(self + SUPER_OBJ) !== 0) return newRef(rt, self);
  const type = rt.ptr(self + SUPER_TYPE);
  if (rt.typeOf(self) === rt.types.super) return callSuper(rt, type, obj);
  const factory = rt.typeOf(self);
  const bound = callOneArg(rt, factory, type);
  if (bound === 0) return 0;
  const objType = superCheck(rt, type, obj);
  if (objType === 0) {
    decref(rt, bound);
    return 0;
  }
  setOwned(rt, bound + SUPER_OBJ, newRef(rt, obj));
  setOwned(rt, bound + SUPER_OBJ_TYPE, objType);
  return bound;
}

/** v3.13.0 super_repr */
export function superRepr(rt: Runtime, self: Addr): Addr {
  const type = rt.ptr(self + SUPER_TYPE);
  const name = type === 0 ? 'NULL' : typeName(rt, type);
  const objType = rt.ptr(self + SUPER_OBJ_TYPE);
  if (objType === 0) return newStr(rt, `<super: <class '${name}'>, NULL>`);
  return newStr(rt, `<super: <class '${name}'>, <${typeName(rt, objType)} object>>`);
}
