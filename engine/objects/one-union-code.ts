/** What stands in one-union.ts and is fetched when a program needs it: see there. */
import type { Addr } from '../base/brand.ts';
import { newBool } from './bool.ts';
import { errClear, errMatches, raise } from './errors.ts';
import { gcNew, gcTrack } from './gc-object.ts';
import { genericGetAttr } from './generic-attr.ts';
import { parametersOf, typingText } from './late-parts.ts';
import * as L from './layouts.ts';
import {
  EQ,
  hash,
  NE,
  notImplemented,
  reprText,
  richCompare,
  richCompareBool,
  slotOf,
} from './object.ts';
import { decref, newRef, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { frozensetFromItems, setAdd, setContains, setNew } from './set.ts';
import { newStr } from './strings.ts';
import { tupleItem, tuplePack, tupleSize } from './tuple.ts';
import { isType } from './type-object.ts';
import { ARGS, HASHABLE, PARAMETERS, SIZE, UNHASHABLE, WEAKREFLIST } from './one-union.ts';

const EACH = 'Union[arg, ...]: each arg must be a type.';
const isUnion = (rt: Runtime, p: Addr): boolean => rt.typeOf(p) === rt.types.unionType;

/** v3.14.0 is_unionable: None, types, and what has the `|` of types; v3.15.0: sentinels */
function isUnionable(rt: Runtime, p: Addr): boolean {
  if (p === rt.none || isType(rt, p) || rt.typeOf(p) === rt.types.sentinel) return true;
  return slotOf(rt, p, L.NB_OR) === slotOf(rt, rt.types.type, L.NB_OR);
}

/** What a union is made of, as it grows. v3.14.0 unionbuilder */
interface Builder {
  /** Members in order, each owned. */
  readonly args: Addr[];
  readonly unhashable: Addr[];
  /** A set of the others. */
  readonly known: Addr;
}

/** Adds what `p` stands for: false with an exception. v3.14.0 unionbuilder_add_single */
function add(rt: Runtime, into: Builder, p: Addr): boolean {
  if (p === rt.none) return addMember(rt, into, newRef(rt, rt.types.none));
  if (isUnion(rt, p)) {
    const args = rt.ptr(p + ARGS);
    for (let i = 0, n = tupleSize(rt, args); i < n; i++) {
      if (!addMember(rt, into, newRef(rt, tupleItem(rt, args, i)))) return false;
    }
    return true;
  }
  const member = isUnionable(rt, p) ? newRef(rt, p) : rt.vm.typingCheck(rt, p, EACH);
  return member !== 0 && addMember(rt, into, member);
}

/** Adds a member (stolen) unless it is there; false with an exception. unionbuilder_add_single_unchecked */
function addMember(rt: Runtime, into: Builder, member: Addr): boolean {
  const low = hash(rt, member);
  const plain = low !== -1 || rt.hashHigh !== -1;
  const known = plain ? setContains(rt, into.known, member) : unhashableKnown(rt, into, member);
  const failed = known < 0 || (known === 0 && plain && setAdd(rt, into.known, member) < 0);
  if (failed || known === 1) {
    decref(rt, member);
    return !failed;
  }
  into.args.push(member);
  if (!plain) into.unhashable.push(member);
  return true;
}

function unhashableKnown(rt: Runtime, into: Builder, member: Addr): number {
  if (!errMatches(rt, rt.exc.TypeError)) return -1;
  errClear(rt);
  for (const other of into.unhashable) {
    const same = richCompareBool(rt, other, member, EQ);
    if (same !== 0) return same;
  }
  return 0;
}

/** A union of what all of these (borrowed) stand for, or the only member; new. v3.14.0 _Py_union_from_tuple */
export function unionOfAll(rt: Runtime, parts: readonly Addr[]): Addr {
  const known = setNew(rt, 0);
  if (known === 0) return 0;
  const builder: Builder = { args: [], unhashable: [], known };
  const union = parts.every((p) => add(rt, builder, p)) ? finish(rt, builder) : 0;
  for (const member of builder.args) decref(rt, member);
  decref(rt, known);
  return union;
}

/** v3.14.0 make_union */
function finish(rt: Runtime, { args, unhashable, known }: Builder): Addr {
  if (args.length === 0) return raise(rt, rt.exc.TypeError, 'Cannot take a Union of no types.');
  if (args.length === 1) return newRef(rt, args[0]!);
  const members = tuplePack(rt, ...args);
  const hashable = members === 0 ? 0 : frozensetFromItems(rt, known);
  const others = hashable !== 0 && unhashable.length > 0 ? tuplePack(rt, ...unhashable) : 0;
  const p = hashable === 0 ? 0 : gcNew(rt, rt.types.unionType, SIZE);
  if (p === 0) {
    for (const part of [members, hashable, others]) xdecref(rt, part);
    return 0;
  }
  rt.setPtr(p + ARGS, members);
  rt.setPtr(p + HASHABLE, hashable);
  rt.setPtr(p + UNHASHABLE, others);
  rt.setPtr(p + PARAMETERS, 0);
  rt.setPtr(p + WEAKREFLIST, 0);
  gcTrack(rt, p);
  return p;
}

/** `a | b` of types. v3.14.0 _Py_union_type_or */
export function typeOr(rt: Runtime, a: Addr, b: Addr): Addr {
  const fits = isUnion(rt, a) || isUnion(rt, b) || (isUnionable(rt, a) && isUnionable(rt, b));
  return fits ? unionOfAll(rt, [a, b]) : notImplemented(rt);
}

/** v3.14.0 union_repr */
export function repr(rt: Runtime, self: Addr): Addr {
  const args = rt.ptr(self + ARGS);
  const texts: string[] = [];
  for (let i = 0; i < tupleSize(rt, args); i++) {
    const p = tupleItem(rt, args, i);
    const text = p === rt.types.none ? 'None' : textOf(rt, p);
    if (text === null) return 0;
    texts.push(text);
  }
  return newStr(rt, texts.join(' | '));
}

/** Lists are shown as such here. */
function textOf(rt: Runtime, p: Addr): string | null {
  return rt.typeOf(p) === rt.types.list ? reprText(rt, p) : typingText(rt, p);
}

/** Equal when both have the same members, in any order. v3.14.0 union_richcompare */
export function compare(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  if ((op !== EQ && op !== NE) || !isUnion(rt, b)) return notImplemented(rt);
  const same = richCompareBool(rt, rt.ptr(a + HASHABLE), rt.ptr(b + HASHABLE), EQ);
  if (same < 0) return 0;
  const [left, right] = [rt.ptr(a + UNHASHABLE), rt.ptr(b + UNHASHABLE)];
  if (same === 0 || left === 0 || right === 0) {
    return newBool(rt, (same === 1 && left === right) === (op === EQ));
  }
  return richCompare(rt, left, right, op);
}

/** v3.14.0 union_hash */
export function hashOf(rt: Runtime, self: Addr): number {
  const unhashable = rt.ptr(self + UNHASHABLE);
  if (unhashable === 0) return hash(rt, rt.ptr(self + HASHABLE));
  const text = `union contains ${tupleSize(rt, unhashable)} unhashable elements`;
  raise(rt, rt.exc.TypeError, text);
  rt.hashHigh = -1;
  return -1;
}

/** An instance has the `__module__` of the type. v3.14.0 union_getattro */
export function getAttribute(rt: Runtime, self: Addr, name: Addr): Addr {
  return genericGetAttr(rt, name === rt.ids.__module__ ? rt.types.unionType : self, name);
}

/** `Union[int, str]`. v3.14.0 union_class_getitem */
export function classGetItem(rt: Runtime, _type: Addr, item: Addr): Addr {
  if (rt.typeOf(item) !== rt.types.tuple) return unionOfAll(rt, [item]);
  const parts = Array.from({ length: tupleSize(rt, item) }, (_, i) => tupleItem(rt, item, i));
  return unionOfAll(rt, parts);
}

/** A union is no base class. v3.14.0 union_mro_entries */
export function noBase(rt: Runtime, self: Addr): Addr {
  const text = reprText(rt, self);
  return text === null ? 0 : raise(rt, rt.exc.TypeError, `Cannot subclass ${text}`);
}

/** Kept once it was asked for. v3.14.0 union_parameters */
export function parameters(rt: Runtime, self: Addr): Addr {
  const known = rt.ptr(self + PARAMETERS);
  if (known !== 0) return newRef(rt, known);
  const found = parametersOf(rt, rt.ptr(self + ARGS));
  if (found !== 0) rt.setPtr(self + PARAMETERS, newRef(rt, found));
  return found;
}
