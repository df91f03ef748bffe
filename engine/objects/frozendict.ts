/**
 * frozendict: a dict that cannot be changed, with its hash behind what a dict has.
 *
 *     +0   as a dict (dict.ts); always tracked, never with shared keys
 *     +48  ma_hash  -1 until it is asked for
 *
 * Read from what 3.15.2 answers. PEP 814, v3.15.0 Objects/dictobject.c PyFrozenDict_Type
 */
import type { Addr } from '../base/brand.ts';
import { checkPositional, keysAreStrings } from './args.ts';
import { callNoArgs, callOneArg } from './call.ts';
import { emptyKeys } from './container-statics.ts';
import { dictTraverse } from './dict-collect.ts';
import { dictIter, dictReversed } from './dict-iterators.ts';
import { dictContainsRef, dictGet, dictSizeOf, fillFrom, updateFromRow } from './dict-methods.ts';
import { dictOr, dictRichCompare, dictSubscript, itemsText } from './dict-type.ts';
import { dictViewNew } from './dict-views.ts';
import {
  dictContains,
  dictDealloc,
  dictHashBefore,
  dictLen,
  dictNew,
  dictNext,
  dictUpdate,
  dictUpdateArg,
  fillDict,
  isAnyDict,
} from './dict.ts';
import { gcTrack, isTracked } from './gc-object.ts';
import { callAlloc } from './generic-alloc.ts';
import { add64, mul64 } from './hash64.ts';
import { genericAliasNew } from './late-parts.ts';
import {
  DICT_SIZE,
  TPFLAGS_BASETYPE,
  TPFLAGS_HAVE_GC,
  TPFLAGS_MAPPING,
  TPFLAGS_MATCH_SELF,
} from './layouts.ts';
import { hash as objectHash, notImplemented } from './object.ts';
import { decref, newRef } from './refcount.ts';
import { reprEnter, reprLeave } from './repr-enter.ts';
import type { Runtime } from './runtime.ts';
import { finishHash, shuffleHash } from './set-hash.ts';
import { newStr } from './strings.ts';
import {
  LENGTH_MIX,
  PRIME1_HIGH,
  PRIME1_LOW,
  PRIME2_HIGH,
  PRIME2_LOW,
  PRIME5_HIGH,
  PRIME5_LOW,
} from './tuple-type.ts';
import { tuplePack, tupleSize } from './tuple.ts';
import { isSubtype, typeShortName } from './type-object.ts';
import { readyType } from './type-ready.ts';
import { classMethod, fast, type MethodSpec, noArgs, oneArg } from './type-spec.ts';

const MA_HASH = DICT_SIZE;
const FROZENDICT_SIZE = DICT_SIZE + 8;

// ---- making --------------------------------------------------------------------------------------

/** One without items, to be filled before anybody sees it. */
function make(rt: Runtime, type: Addr): Addr {
  const self = callAlloc(rt, type, 0);
  if (self === 0) return 0;
  fillDict(rt, self, emptyKeys(rt), 0, 0);
  rt.i32[(self + MA_HASH) >> 2] = -1;
  rt.i32[(self + MA_HASH + 4) >> 2] = -1;
  if (!isTracked(rt, self)) gcTrack(rt, self);
  return self;
}

/** `status` of what filled it: itself, or 0 when that went wrong. */
function filled(rt: Runtime, self: Addr, status: number): Addr {
  if (status >= 0) return self;
  decref(rt, self);
  return 0;
}

function tpNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  const nargs = tupleSize(rt, args);
  if (!checkPositional(rt, 'frozendict', nargs, 0, 1)) return 0;
  if (kwargs !== 0 && !keysAreStrings(rt, kwargs)) return 0;
  const self = make(rt, type);
  if (self === 0) return 0;
  const given = args + rt.layout.tupleItems;
  let status = nargs === 0 ? 0 : dictUpdateArg(rt, self, rt.arg(given, 0));
  if (status >= 0 && kwargs !== 0) status = dictUpdate(rt, self, kwargs);
  return filled(rt, self, status);
}

/** `frozendict(x)` of a frozendict is x. */
function vectorcall(rt: Runtime, type: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!checkPositional(rt, 'frozendict', nargs, 0, 1)) return 0;
  const bare = kwnames === 0 || tupleSize(rt, kwnames) === 0;
  if (nargs === 1 && bare && isExact(rt, rt.arg(argv, 0))) return newRef(rt, rt.arg(argv, 0));
  const self = make(rt, type);
  return self === 0 ? 0 : filled(rt, self, updateFromRow(rt, self, argv, nargs, kwnames));
}

const isExact = (rt: Runtime, p: Addr): boolean => rt.typeOf(p) === rt.types.frozendict;

/** A frozendict itself of what may be of a subclass; new. */
function copy(rt: Runtime, self: Addr): Addr {
  return isExact(rt, self) ? newRef(rt, self) : copyOf(rt, self);
}

function copyOf(rt: Runtime, dict: Addr): Addr {
  const made = make(rt, rt.types.frozendict);
  return made === 0 ? 0 : filled(rt, made, dictUpdate(rt, made, dict));
}

/** Goes by way of a frozendict, which a subclass is then called with. */
function fromKeys(rt: Runtime, cls: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'fromkeys', nargs, 1, 2)) return 0;
  const value = nargs > 1 ? rt.arg(argv, 1) : rt.none;
  const start = callNoArgs(rt, cls);
  if (start === 0) return 0;
  if (isExact(rt, start) || !isSubtype(rt, rt.typeOf(start), rt.types.frozendict)) {
    return filled(rt, start, fillFrom(rt, start, rt.arg(argv, 0), value));
  }
  const plain = copyOf(rt, start);
  decref(rt, start);
  if (plain === 0) return 0;
  const status = fillFrom(rt, plain, rt.arg(argv, 0), value);
  const made = status < 0 ? 0 : callOneArg(rt, cls, plain);
  decref(rt, plain);
  return made;
}

// ---- text and hash -------------------------------------------------------------------------------

function reprOf(rt: Runtime, self: Addr): Addr {
  const name = typeShortName(rt, rt.typeOf(self));
  const entered = reprEnter(rt, self);
  if (entered !== 0) return entered > 0 ? newStr(rt, `${name}({...})`) : 0;
  const text = itemsText(rt, self);
  reprLeave(rt, self);
  if (text === null) return 0;
  return newStr(rt, text === '' ? `${name}()` : `${name}({${text}})`);
}

/** What tuple_hash does with one item more: `low`, `high` the hash so far. */
function addLane(rt: Runtime, low: number, high: number, lane: number, laneHigh: number): number {
  const mixed = mul64(rt, lane, laneHigh, PRIME2_LOW, PRIME2_HIGH);
  const sum = add64(rt, low, high, mixed, rt.hashHigh);
  const sumHigh = rt.hashHigh;
  const rotated = (sum << 31) | (sumHigh >>> 1);
  return mul64(rt, rotated, (sumHigh << 31) | (sum >>> 1), PRIME1_LOW, PRIME1_HIGH);
}

/** The hash that a tuple of two objects with these hashes has: low word, high in rt.hashHigh. */
function pairHash(rt: Runtime, a: number, aHigh: number, b: number, bHigh: number): number {
  let low = addLane(rt, PRIME5_LOW, PRIME5_HIGH, a, aHigh);
  low = addLane(rt, low, rt.hashHigh, b, bHigh);
  low = add64(rt, low, rt.hashHigh, 2 ^ PRIME5_LOW ^ LENGTH_MIX, PRIME5_HIGH);
  if (low !== -1 || rt.hashHigh !== -1) return low;
  rt.hashHigh = 0;
  return 1546275796;
}

/** The same for any order of the items: low word, high in rt.hashHigh. */
function hashOf(rt: Runtime, self: Addr): number {
  const at = (self + MA_HASH) >> 2;
  rt.hashHigh = rt.i32[at + 1]!;
  if (rt.i32[at] !== -1 || rt.hashHigh !== -1) return rt.i32[at]!;
  let low = 0;
  let high = 0;
  for (let next = dictNext(rt, self, 0); next !== 0; next = dictNext(rt, self, next)) {
    const value = rt.dictValue;
    const keyLow = dictHashBefore(rt, self, next);
    const keyHigh = rt.hashHigh;
    const valueLow = objectHash(rt, value);
    if (valueLow === -1 && rt.hashHigh === -1) return -1;
    const pair = pairHash(rt, keyLow, keyHigh, valueLow, rt.hashHigh);
    low ^= shuffleHash(rt, pair, rt.hashHigh);
    high ^= rt.hashHigh;
  }
  low = finishHash(rt, low, high, dictLen(rt, self));
  rt.i32[at] = low;
  rt.i32[at + 1] = rt.hashHigh;
  return low;
}

// ---- operators -----------------------------------------------------------------------------------

/** A frozendict of both; the left one when the right is empty, and the other way round. */
function or(rt: Runtime, a: Addr, b: Addr): Addr {
  if (!isAnyDict(rt, a) || !isAnyDict(rt, b)) return notImplemented(rt);
  if (!isSubtype(rt, rt.typeOf(a), rt.types.frozendict)) return dictOr(rt, a, b);
  if (isExact(rt, a) && dictLen(rt, b) === 0) return newRef(rt, a);
  if (dictLen(rt, a) === 0 && isExact(rt, b)) return newRef(rt, b);
  const both = copyOf(rt, a);
  return both === 0 ? 0 : filled(rt, both, dictUpdateArg(rt, both, b));
}

function newArgs(rt: Runtime, self: Addr): Addr {
  const dict = dictNew(rt);
  if (dict === 0) return 0;
  const args = dictUpdate(rt, dict, self) < 0 ? 0 : tuplePack(rt, dict);
  decref(rt, dict);
  return args;
}

const methods: Readonly<Record<string, MethodSpec>> = {
  __getitem__: oneArg(dictSubscript),
  __contains__: oneArg(dictContainsRef),
  __sizeof__: noArgs(dictSizeOf),
  get: fast(dictGet),
  keys: noArgs((rt, self) => dictViewNew(rt, self, rt.types.dictKeys)),
  items: noArgs((rt, self) => dictViewNew(rt, self, rt.types.dictItems)),
  values: noArgs((rt, self) => dictViewNew(rt, self, rt.types.dictValues)),
  fromkeys: classMethod(fast(fromKeys)),
  copy: noArgs(copy),
  __reversed__: noArgs(dictReversed),
  __class_getitem__: classMethod(oneArg(genericAliasNew)),
  __getnewargs__: noArgs(newArgs),
};

/** Readies frozendict. */
export function initFrozenDictType(rt: Runtime): void {
  rt.types.frozendict = readyType(rt, {
    name: 'frozendict',
    basicsize: FROZENDICT_SIZE,
    flags: TPFLAGS_HAVE_GC | TPFLAGS_BASETYPE | TPFLAGS_MATCH_SELF | TPFLAGS_MAPPING,
    slots: {
      tp_dealloc: dictDealloc,
      tp_repr: reprOf,
      tp_hash: hashOf,
      tp_traverse: dictTraverse,
      tp_richcompare: dictRichCompare,
      tp_iter: dictIter,
      tp_new: tpNew,
      tp_vectorcall: vectorcall,
      nb_or: or,
      sq_contains: dictContains,
      mp_length: dictLen,
      mp_subscript: dictSubscript,
    },
    methods,
  });
}
