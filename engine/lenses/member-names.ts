/**
 * The C fields of a type that hold objects, by the names that Python gives them: `__slots__` of a class,
 * `fget` of a property, `__func__` of a static method. Read from the member descriptors in the types'
 * dicts, so that a name stands where the machine itself looks it up.
 */
import type { Addr } from '../base/brand.ts';
import { dictNext } from '../objects/dict.ts';
import * as L from '../objects/layouts.ts';
import { MEMBER_OFFSET, MEMBER_TYPE, T_OBJECT, T_OBJECT_EX } from '../objects/method-def.ts';
import type { Runtime } from '../objects/runtime.ts';
import { strToJs } from '../objects/strings.ts';
import { isHeapType } from '../objects/type-object.ts';

export interface Member {
  readonly name: string;
  /** Bytes from the object's start to the pointer; where it lies behind the items, from their end. */
  readonly offset: number;
  /** The PyMemberDef. */
  readonly def: Addr;
}

/** Static types never change: theirs are looked up once. */
const known = new WeakMap<Runtime, Map<Addr, readonly Member[]>>();

/** The members of a type and of its bases, the bases' first. */
export function membersOf(rt: Runtime, type: Addr): readonly Member[] {
  if (!isHeapType(rt, type)) return membersOfStatic(rt, type);
  const base = rt.ptr(type + L.TP_BASE);
  const inherited = base === 0 ? [] : membersOf(rt, base);
  return rt.ptr(type + L.HT_SLOTS) === 0 ? inherited : [...inherited, ...ownMembers(rt, type)];
}

function membersOfStatic(rt: Runtime, type: Addr): readonly Member[] {
  let types = known.get(rt);
  if (types === undefined) {
    types = new Map();
    known.set(rt, types);
  }
  let members = types.get(type);
  if (members === undefined) {
    const base = rt.ptr(type + L.TP_BASE);
    members = [...(base === 0 ? [] : membersOfStatic(rt, base)), ...ownMembers(rt, type)];
    types.set(type, members);
  }
  return members;
}

function ownMembers(rt: Runtime, type: Addr): Member[] {
  const members: Member[] = [];
  const dict = rt.ptr(type + L.TP_DICT);
  if (dict === 0) return members;
  for (let at = dictNext(rt, dict, 0); at !== 0; at = dictNext(rt, dict, at)) {
    const { dictKey, dictValue } = rt;
    if (rt.typeOf(dictValue) !== rt.types.memberDescriptor) continue;
    if (rt.ptr(dictValue + L.DESCR_TYPE) !== type) continue;
    const def = rt.ptr(dictValue + L.DESCR_DEF);
    const kind = rt.size(def + MEMBER_TYPE);
    if (kind !== T_OBJECT && kind !== T_OBJECT_EX) continue;
    const offset = rt.size(def + MEMBER_OFFSET);
    // a field may have a second name: `__wrapped__` of what has `__func__`
    if (members.some((member) => member.offset === offset)) continue;
    members.push({ name: strToJs(rt, dictKey), offset, def });
  }
  return members;
}
