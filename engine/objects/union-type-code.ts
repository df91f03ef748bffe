/** What stands in union-type.ts and is fetched when a program needs it: see there. */
import type { Addr } from '../base/brand.ts';
import { newBool } from './bool.ts';
import { gcNew, gcTrack } from './gc-object.ts';
import * as L from './layouts.ts';
import { EQ, hash, NE, notImplemented, richCompareBool, slotOf } from './object.ts';
import { newRef, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { newStr } from './strings.ts';
import { tupleItem, tuplePack, tupleSize } from './tuple.ts';
import { isType } from './type-object.ts';
import { ARGS, PARAMETERS, UNION_SIZE } from './union-type.ts';
import { unionOr as orSlot, typeOr, typingText } from './late-parts.ts';

function isUnion(rt: Runtime, p: Addr): boolean {
  return rt.typeOf(p) === rt.types.unionType;
}

/** v3.13.0 is_unionable */
function isUnionable(rt: Runtime, p: Addr): boolean {
  if (p === rt.none || isType(rt, p)) return true;
  return rt.fns[slotOf(rt, p, L.NB_OR)] === orSlot;
}

/** What a side of `|` stands for: the members of a union, NoneType for None. */
export function members(rt: Runtime, p: Addr): Addr[] {
  if (p === rt.none) return [rt.types.none];
  if (!isUnion(rt, p)) return [p];
  const args = rt.ptr(p + ARGS);
  return Array.from({ length: tupleSize(rt, args) }, (_, i) => tupleItem(rt, args, i));
}

/** `a | b` of types: a union without repetitions, or the one type that is left. _Py_union_type_or */
export function unionOr(rt: Runtime, a: Addr, b: Addr): Addr {
  if (rt.profile.typeParameters.oneUnion) return typeOr(rt, a, b);
  if (!isUnionable(rt, a) || !isUnionable(rt, b)) return notImplemented(rt);
  const all: Addr[] = [];
  for (const p of [...members(rt, a), ...members(rt, b)]) {
    let known = 0;
    for (const q of all) {
      known = richCompareBool(rt, p, q, EQ);
      if (known < 0) return 0;
      if (known === 1) break;
    }
    if (known === 0) all.push(p);
  }
  if (all.length === 1) return newRef(rt, all[0]!);
  const args = tuplePack(rt, ...all);
  const p = args === 0 ? 0 : gcNew(rt, rt.types.unionType, UNION_SIZE);
  if (p === 0) {
    xdecref(rt, args);
    return 0;
  }
  rt.setPtr(p + ARGS, args);
  rt.setPtr(p + PARAMETERS, 0);
  gcTrack(rt, p);
  return p;
}

/** v3.13.0 union_repr */
export function unionRepr(rt: Runtime, self: Addr): Addr {
  const texts: string[] = [];
  for (const p of members(rt, self)) {
    const text = p === rt.types.none ? 'None' : typingText(rt, p);
    if (text === null) return 0;
    texts.push(text);
  }
  return newStr(rt, texts.join(' | '));
}

/** Equal when both have the same members, in any order. v3.13.0 union_richcompare */
export function unionCompare(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  if ((op !== EQ && op !== NE) || !isUnion(rt, b)) return notImplemented(rt);
  const left = members(rt, a);
  const right = members(rt, b);
  let same = left.length === right.length;
  for (const p of left) {
    if (!same) break;
    same = right.some((q) => richCompareBool(rt, p, q, EQ) === 1);
  }
  return newBool(rt, same === (op === EQ));
}

/** Any order gives the same. NOT CPYTHON: that of a frozenset of the members there */
export function unionHash(rt: Runtime, self: Addr): number {
  let low = 0;
  let high = 0;
  for (const p of members(rt, self)) {
    const h = hash(rt, p);
    if (h === -1 && rt.hashHigh === -1) return -1;
    low ^= h;
    high ^= rt.hashHigh;
  }
  rt.hashHigh = high;
  return low;
}
export type Check = (rt: Runtime, p: Addr, cls: Addr) => number;
