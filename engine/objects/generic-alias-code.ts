/** What stands in generic-alias.ts and is fetched when a program needs it: see there. */
import type { Addr } from '../base/brand.ts';
import { noKeywords } from './args.ts';
import { newBool } from './bool.ts';
import { vectorcall } from './call.ts';
import { errClear, errMatches, raise } from './errors.ts';
import { gcDel, gcNew, gcTrack, gcUntrack } from './gc-object.ts';
import { genericGetAttr } from './generic-attr.ts';
import { parametersOf } from './late-parts.ts';
import { listItem, listSize } from './list.ts';
import {
  EQ,
  getAttr,
  hash,
  NE,
  notImplemented,
  reprText,
  richCompareBool,
  setAttr,
} from './object.ts';
import { decref, newRef, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { internJs, newStr, strToJs } from './strings.ts';
import { tupleItem, tuplePack, tupleSize } from './tuple.ts';
import { isType, typeQualnameObject } from './type-object.ts';
import type { Visit } from './type-spec.ts';
import { typeModule } from './type-type.ts';
import { ALIAS_SIZE, ARGS, ORIGIN, VECTORCALL, WEAKREFLIST } from './generic-alias.ts';

const PARAMETERS = 32;

/** An alias of `origin` with `args` (a tuple is taken as it is); both borrowed. Py_GenericAlias */
export function genericAliasNew(rt: Runtime, origin: Addr, args: Addr): Addr {
  const isTuple = rt.typeOf(args) === rt.types.tuple;
  const row = isTuple ? newRef(rt, args) : tuplePack(rt, args);
  if (row === 0) return 0;
  const p = gcNew(rt, rt.types.genericAlias, ALIAS_SIZE);
  if (p === 0) {
    decref(rt, row);
    return 0;
  }
  for (let at = ORIGIN; at < ALIAS_SIZE; at += 8) rt.setPtr(p + at, 0);
  rt.setPtr(p + ORIGIN, newRef(rt, origin));
  rt.setPtr(p + ARGS, row);
  rt.setFn(p + VECTORCALL, rt.fn(aliasVectorcall));
  gcTrack(rt, p);
  return p;
}

/** Calls the origin, then tells what it made of its alias. v3.13.0 ga_vectorcall, set_orig_class */
function aliasVectorcall(rt: Runtime, self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  const obj = vectorcall(rt, rt.ptr(self + ORIGIN), argv, nargs, kwnames);
  if (obj === 0) return 0;
  const name = internJs(rt, '__orig_class__');
  const failed = name === 0 ? -1 : setAttr(rt, obj, name, self);
  xdecref(rt, name);
  if (failed === 0) return obj;
  if (errMatches(rt, rt.exc.AttributeError) || errMatches(rt, rt.exc.TypeError)) {
    errClear(rt);
    return obj;
  }
  decref(rt, obj);
  return 0;
}

/** One argument as it is shown: a class by its name. v3.13.0 _Py_typing_type_repr */
export function typingText(rt: Runtime, p: Addr): string | null {
  if (p === rt.ellipsis) return '...';
  if (rt.typeOf(p) === rt.types.list) return listText(rt, p);
  if (!isType(rt, p)) return reprText(rt, p);
  const module = typeModule(rt, p);
  const qualname = module === null ? 0 : typeQualnameObject(rt, p);
  if (qualname === 0) return null;
  const name = strToJs(rt, qualname);
  decref(rt, qualname);
  return module === 'builtins' || module === '' ? name : `${module}.${name}`;
}

/** The arguments of a ParamSpec: `[int, str]`. v3.13.0 ga_repr_items_list */
function listText(rt: Runtime, list: Addr): string | null {
  const texts: string[] = [];
  for (let i = 0; i < listSize(rt, list); i++) {
    const text = typingText(rt, listItem(rt, list, i));
    if (text === null) return null;
    texts.push(text);
  }
  return `[${texts.join(', ')}]`;
}

/** v3.13.0 ga_repr */
export function aliasRepr(rt: Runtime, self: Addr): Addr {
  const origin = typingText(rt, rt.ptr(self + ORIGIN));
  if (origin === null) return 0;
  const args = rt.ptr(self + ARGS);
  const texts: string[] = [];
  for (let i = 0, n = tupleSize(rt, args); i < n; i++) {
    const text = typingText(rt, tupleItem(rt, args, i));
    if (text === null) return 0;
    texts.push(text);
  }
  return newStr(rt, `${origin}[${texts.length === 0 ? '()' : texts.join(', ')}]`);
}

/** Names that are the alias's own; every other is asked of the origin. v3.13.0 attr_exceptions */
const OWN = new Set([
  '__origin__',
  '__args__',
  '__unpacked__',
  '__parameters__',
  '__typing_unpacked_tuple_args__',
  '__mro_entries__',
  '__reduce_ex__',
  '__reduce__',
  '__copy__',
  '__deepcopy__',
]);

function isOwn(rt: Runtime, name: string): boolean {
  if (name === '__class__') return rt.profile.aliases.ownClass;
  if (name === '__bases__') return rt.profile.aliases.ownBases;
  return OWN.has(name);
}

export function aliasGetAttr(rt: Runtime, self: Addr, name: Addr): Addr {
  if (isOwn(rt, strToJs(rt, name))) return genericGetAttr(rt, self, name);
  return getAttr(rt, rt.ptr(self + ORIGIN), name);
}

function isAlias(rt: Runtime, p: Addr): boolean {
  return rt.typeOf(p) === rt.types.genericAlias;
}

/** v3.13.0 ga_richcompare */
export function aliasCompare(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  if (!isAlias(rt, b) || (op !== EQ && op !== NE)) return notImplemented(rt);
  let same = richCompareBool(rt, rt.ptr(a + ORIGIN), rt.ptr(b + ORIGIN), EQ);
  if (same === 1) same = richCompareBool(rt, rt.ptr(a + ARGS), rt.ptr(b + ARGS), EQ);
  return same < 0 ? 0 : newBool(rt, (same === 1) === (op === EQ));
}

/** v3.13.0 ga_hash */
export function aliasHash(rt: Runtime, self: Addr): number {
  const low = hash(rt, rt.ptr(self + ORIGIN));
  const high = rt.hashHigh;
  if (low === -1 && high === -1) return -1;
  const other = hash(rt, rt.ptr(self + ARGS));
  if (other === -1 && rt.hashHigh === -1) return -1;
  rt.hashHigh ^= high;
  return low ^ other;
}

/** v3.13.0 ga_new */
export function aliasTypeNew(rt: Runtime, _type: Addr, args: Addr, kwargs: Addr): Addr {
  if (!noKeywords(rt, 'GenericAlias', kwargs)) return 0;
  const n = tupleSize(rt, args);
  if (n !== 2) {
    return raise(rt, rt.exc.TypeError, `GenericAlias expected 2 arguments, got ${n}`);
  }
  return genericAliasNew(rt, tupleItem(rt, args, 0), tupleItem(rt, args, 1));
}

export function aliasTraverse(rt: Runtime, self: Addr, visit: Visit): void {
  for (let at = ORIGIN; at <= PARAMETERS; at += 8) {
    const p = rt.ptr(self + at);
    if (p !== 0) visit(p);
  }
}

export function aliasDealloc(rt: Runtime, self: Addr): void {
  gcUntrack(rt, self);
  if (rt.ptr(self + WEAKREFLIST) !== 0) rt.hooks.clearWeakrefs(rt, self);
  for (let at = ORIGIN; at <= PARAMETERS; at += 8) xdecref(rt, rt.ptr(self + at));
  gcDel(rt, self);
}

/** Computed when it is asked for. v3.13.0 ga_parameters */
export function aliasParametersOf(rt: Runtime, self: Addr): Addr {
  if (rt.ptr(self + PARAMETERS) === 0) {
    const found = parametersOf(rt, rt.ptr(self + ARGS));
    if (found === 0) return 0;
    rt.setPtr(self + PARAMETERS, found);
  }
  return newRef(rt, rt.ptr(self + PARAMETERS));
}
