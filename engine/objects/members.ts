/** Fields of an object as attributes. v3.13.0 Python/structmember.c */
import type { Addr } from '../base/brand.ts';
import { newBool } from './bool.ts';
import { cStringText } from './cfunction.ts';
import { errOccurred, raise, raiseInt } from './errors.ts';
import { newFloat } from './float-object.ts';
import { newInt, newIntFromWords } from './int.ts';
import * as M from './method-def.ts';
import { asSsize } from './object.ts';
import { newRef, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { typeMessageName } from './type-object.ts';

/** The field that `def`, a PyMemberDef, names. New; 0 with an exception. v3.13.0 PyMember_GetOne */
export function memberGet(rt: Runtime, obj: Addr, def: Addr): Addr {
  const at = M.memberAt(rt, obj, def);
  const value = rt.i32[at >> 2]!;
  const type = rt.size(def + M.MEMBER_TYPE);
  if (type === M.T_OBJECT_EX) {
    if (value !== 0) return newRef(rt, value);
    const name = cStringText(rt, rt.ptr(def + M.MEMBER_NAME));
    const owner = typeMessageName(rt, rt.typeOf(obj));
    const whose = `'${owner}' object has no attribute '${name}'`;
    return raise(rt, rt.exc.AttributeError, rt.profile.slotErrorsNameType ? whose : name);
  }
  if (type === M.T_OBJECT) return newRef(rt, value || rt.none);
  if (type === M.T_BOOL) return newBool(rt, rt.u8[at] !== 0);
  if (type === M.T_DOUBLE) return newFloat(rt, rt.f64[at >> 3]!);
  if (type === M.T_INT) return newInt(rt, value);
  if (type === M.T_UINT) return newInt(rt, value >>> 0);
  return newIntFromWords(rt, value, rt.i32[(at >> 2) + 1]!);
}

/** Sets the field, or deletes it when `value` is 0. -1 with an exception. v3.13.0 PyMember_SetOne */
export function memberSet(rt: Runtime, obj: Addr, def: Addr, value: Addr): number {
  const at = M.memberAt(rt, obj, def);
  const type = rt.size(def + M.MEMBER_TYPE);
  if (type === M.T_OBJECT || type === M.T_OBJECT_EX) {
    const old = rt.ptr(at);
    if (value === 0 && old === 0 && type === M.T_OBJECT_EX) {
      const name = cStringText(rt, rt.ptr(def + M.MEMBER_NAME));
      return raiseInt(rt, rt.exc.AttributeError, name);
    }
    rt.setPtr(at, value === 0 ? 0 : newRef(rt, value));
    xdecref(rt, old);
    return 0;
  }
  if (value === 0) {
    return raiseInt(rt, rt.exc.TypeError, "can't delete numeric/char attribute");
  }
  if (type === M.T_BOOL) return setBool(rt, at, value);
  const number = asSsize(rt, value, rt.exc.OverflowError);
  if (number === -1 && errOccurred(rt)) return -1;
  if (type === M.T_PYSSIZET) rt.setSize(at, number);
  else rt.i32[at >> 2] = number;
  return 0;
}

function setBool(rt: Runtime, at: Addr, value: Addr): number {
  if (rt.typeOf(value) !== rt.types.bool) {
    return raiseInt(rt, rt.exc.TypeError, 'attribute value type must be bool');
  }
  rt.u8[at] = value === rt.true ? 1 : 0;
  return 0;
}
