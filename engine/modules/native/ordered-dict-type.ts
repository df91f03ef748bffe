/** What Python sees of OrderedDict. v3.13.0 Objects/odictobject.c PyODict_Type */
import type { Addr } from '../../base/brand.ts';
import { type Params, parseArgs } from '../../objects/args.ts';
import { newBool } from '../../objects/bool.ts';
import { callNoArgs, dictFromRow } from '../../objects/call.ts';
import { keysSize } from '../../objects/dict-keys.ts';
import {
  dictClear,
  dictGetItem,
  dictKeysOf,
  dictLen,
  dictNext,
  isAnyDict,
} from '../../objects/dict.ts';
import { errClear, errMatches, errOccurred, raise, raiseInt } from '../../objects/errors.ts';
import { gcUntrackIfTracked, trashcanBegin, trashcanEnd } from '../../objects/gc-object.ts';
import { newInt } from '../../objects/int.ts';
import * as L from '../../objects/layouts.ts';
import * as O from '../../objects/object.ts';
import { clearOwned, decref, newRef, xdecref } from '../../objects/refcount.ts';
import { reprEnter, reprLeave } from '../../objects/repr-enter.ts';
import { stateOf } from '../../objects/late-parts.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { newStr } from '../../objects/strings.ts';
import { tupleItem, tuplePack, tuplePairSteal, tupleSize } from '../../objects/tuple.ts';
import { sequenceToTuple } from '../../objects/tuple-build.ts';
import { isSubtype, typeShortName } from '../../objects/type-object.ts';
import { readyType } from '../../objects/type-ready.ts';
import { fastKeywords, noArgs, type Visit } from '../../objects/type-spec.ts';
import { ensureType, moduleType } from '../module-types.ts';
import * as D from './ordered-dict.ts';
import {
  ITER_ITEMS,
  ITER_KEYS,
  ITER_REVERSED,
  ITER_VALUES,
  orderedDictIter,
  viewMethod,
} from './ordered-dict-iterators.ts';

function isOrderedDict(rt: Runtime, p: Addr): boolean {
  const type = moduleType(rt, 'orderedDict');
  return rt.typeOf(p) === type || isSubtype(rt, rt.typeOf(p), type);
}

function isExact(rt: Runtime, p: Addr): boolean {
  return rt.typeOf(p) === moduleType(rt, 'orderedDict');
}

/** `self[key] = value`, as a subclass may have it. */
function store(rt: Runtime, self: Addr, key: Addr, value: Addr): number {
  if (isExact(rt, self)) return D.orderedDictSetItem(rt, self, key, value);
  return O.setItem(rt, self, key, value);
}

// ---- update --------------------------------------------------------------------------------------

/** Each key of `keys`, with what `source[key]` gives. */
function updateFromKeys(rt: Runtime, self: Addr, source: Addr, keys: Addr): number {
  const it = O.getIter(rt, keys);
  if (it === 0) return -1;
  let status = 0;
  while (status === 0) {
    const key = O.iterNext(rt, it);
    if (key === 0) break;
    const value = O.getItem(rt, source, key);
    status = value === 0 ? -1 : store(rt, self, key, value);
    xdecref(rt, value);
    decref(rt, key);
  }
  decref(rt, it);
  return errOccurred(rt) ? -1 : 0;
}

/** Pairs of key and value. v3.13.0 mutablemapping_add_pairs */
function updateFromPairs(rt: Runtime, self: Addr, pairs: Addr): number {
  const it = O.getIter(rt, pairs);
  if (it === 0) return -1;
  for (;;) {
    const pair = O.iterNext(rt, it);
    if (pair === 0) break;
    const both = sequenceToTuple(rt, pair);
    decref(rt, pair);
    if (both === 0) break;
    const n = tupleSize(rt, both);
    if (n === 2) store(rt, self, tupleItem(rt, both, 0), tupleItem(rt, both, 1));
    else if (n < 2)
      raise(rt, rt.exc.ValueError, `need more than ${n} value${n === 1 ? '' : 's'} to unpack`);
    else raise(rt, rt.exc.ValueError, 'too many values to unpack (expected 2)');
    decref(rt, both);
    if (errOccurred(rt)) break;
  }
  decref(rt, it);
  return errOccurred(rt) ? -1 : 0;
}

/** A dict, something with `keys`, or pairs. v3.13.0 mutablemapping_update_arg */
function updateFrom(rt: Runtime, self: Addr, arg: Addr): number {
  if (rt.typeOf(arg) === rt.types.dict || isExact(rt, arg)) {
    const items = O.callMethod(rt, arg, rt.ids.items);
    if (items === 0) return -1;
    const result = updateFromPairs(rt, self, items);
    decref(rt, items);
    return result;
  }
  const method = O.lookupAttr(rt, arg, rt.ids.keys);
  if (method === 0) return errOccurred(rt) ? -1 : updateFromPairs(rt, self, arg);
  const keys = callNoArgs(rt, method);
  decref(rt, method);
  if (keys === 0) return -1;
  const result = updateFromKeys(rt, self, arg, keys);
  decref(rt, keys);
  return result;
}

function updateFromKwargs(rt: Runtime, self: Addr, kwargs: Addr): number {
  for (let at = dictNext(rt, kwargs, 0); at !== 0; at = dictNext(rt, kwargs, at)) {
    if (store(rt, self, rt.dictKey, rt.dictValue) < 0) return -1;
  }
  return 0;
}

/** v3.13.0 odict_init, mutablemapping_update */
function init(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): number {
  const n = tupleSize(rt, args);
  if (n > 1) {
    return raiseInt(rt, rt.exc.TypeError, `expected at most 1 arguments, got ${n}`);
  }
  if (n === 1 && updateFrom(rt, self, tupleItem(rt, args, 0)) < 0) return -1;
  return kwargs === 0 ? 0 : updateFromKwargs(rt, self, kwargs);
}

function update(rt: Runtime, self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (nargs > 1) {
    const text = `update() takes at most 1 positional argument (${nargs} given)`;
    return raise(rt, rt.exc.TypeError, text);
  }
  if (nargs === 1 && updateFrom(rt, self, rt.arg(argv, 0)) < 0) return 0;
  if (kwnames !== 0) {
    const kwargs = dictFromRow(rt, argv + 8 * nargs, kwnames);
    if (kwargs === 0) return 0;
    const result = updateFromKwargs(rt, self, kwargs);
    decref(rt, kwargs);
    if (result < 0) return 0;
  }
  return newRef(rt, rt.none);
}

// ---- methods -------------------------------------------------------------------------------------

const given = new Int32Array(2);
const POP: Params = { names: ['key', 'default'], required: 1, positional: 2 };
const POPITEM: Params = { names: ['last'], required: 0, positional: 1 };
const MOVE: Params = { names: ['key', 'last'], required: 1, positional: 2 };

function pop(rt: Runtime, self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!parseArgs(rt, 'pop', POP, given, argv, nargs, kwnames)) return 0;
  const [key, fallback] = [given[0]!, given[1]!];
  const value = D.orderedDictTake(rt, self, key);
  if (value !== 0 || errOccurred(rt)) return value;
  return fallback === 0 ? O.raiseKeyError(rt, key) : newRef(rt, fallback);
}

/** A flag that is true unless given otherwise; -1 with an exception. */
function flag(rt: Runtime, p: Addr): number {
  return p === 0 ? 1 : O.isTrue(rt, p);
}

function popItem(rt: Runtime, self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!parseArgs(rt, 'popitem', POPITEM, given, argv, nargs, kwnames)) return 0;
  const last = flag(rt, given[0]!);
  if (last < 0) return 0;
  const node = rt.ptr(self + (last ? D.OD_LAST : D.OD_FIRST));
  if (node === 0) return raise(rt, rt.exc.KeyError, 'dictionary is empty');
  const key = newRef(rt, rt.ptr(node + D.NODE_KEY));
  const value = D.orderedDictTake(rt, self, key);
  if (value !== 0) return tuplePairSteal(rt, key, value);
  if (!errOccurred(rt)) O.raiseKeyError(rt, key);
  decref(rt, key);
  return 0;
}

function moveToEnd(rt: Runtime, self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!parseArgs(rt, 'move_to_end', MOVE, given, argv, nargs, kwnames)) return 0;
  const key = given[0]!;
  const last = flag(rt, given[1]!);
  if (last < 0) return 0;
  const end = rt.ptr(self + (last ? D.OD_LAST : D.OD_FIRST));
  if (end === 0) return O.raiseKeyError(rt, key);
  if (rt.ptr(end + D.NODE_KEY) === key) return newRef(rt, rt.none);
  const node = D.findNode(rt, self, key);
  if (node === 0) return errOccurred(rt) ? 0 : O.raiseKeyError(rt, key);
  if (node !== end) {
    D.removeNode(rt, self, node);
    D.addNode(rt, self, node, last > 0);
  }
  return newRef(rt, rt.none);
}

function setDefault(rt: Runtime, self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!parseArgs(rt, 'setdefault', POP, given, argv, nargs, kwnames)) return 0;
  const key = given[0]!;
  const fallback = given[1]! || rt.none;
  const found = isExact(rt, self) ? borrowedToNew(rt, self, key) : O.getItem(rt, self, key);
  if (found !== 0) return found;
  if (errOccurred(rt)) {
    if (!errMatches(rt, rt.exc.KeyError)) return 0;
    errClear(rt);
  }
  return store(rt, self, key, fallback) < 0 ? 0 : newRef(rt, fallback);
}

function borrowedToNew(rt: Runtime, self: Addr, key: Addr): Addr {
  const value = dictGetItem(rt, self, key);
  return value === 0 ? 0 : newRef(rt, value);
}

/** v3.13.0 odict_copy */
function copy(rt: Runtime, self: Addr): Addr {
  const twin = callNoArgs(rt, rt.typeOf(self));
  if (twin === 0) return 0;
  for (let node = rt.ptr(self + D.OD_FIRST); node !== 0; node = rt.ptr(node + D.NODE_NEXT)) {
    const key = rt.ptr(node + D.NODE_KEY);
    const value = isExact(rt, self) ? borrowedToNew(rt, self, key) : O.getItem(rt, self, key);
    if (value === 0 || store(rt, twin, key, value) < 0) {
      xdecref(rt, value);
      decref(rt, twin);
      return 0;
    }
    decref(rt, value);
  }
  return twin;
}

/** v3.13.0 odict_reduce */
function reduce(rt: Runtime, self: Addr): Addr {
  const state = stateOf(rt, self);
  const items = state === 0 ? 0 : O.callMethod(rt, self, rt.ids.items);
  const it = items === 0 ? 0 : O.getIter(rt, items);
  const result = it === 0 ? 0 : tuplePack(rt, rt.typeOf(self), rt.emptyTuple, state, rt.none, it);
  for (const p of [state, items, it]) xdecref(rt, p);
  return result;
}

/** v3.13.0 odict_sizeof */
function sizeOf(rt: Runtime, self: Addr): Addr {
  const keys = dictKeysOf(rt, self);
  let bytes = rt.size(rt.typeOf(self) + L.TP_BASICSIZE);
  if (rt.i32[keys >> 2] === 1) bytes += keysSize(rt, keys);
  bytes += 8 * D.fastNodesSize(rt, self);
  return newInt(rt, bytes + D.NODE_SIZE * dictLen(rt, self));
}

// ---- slots ---------------------------------------------------------------------------------------

/** v3.13.0 odict_repr */
function repr(rt: Runtime, self: Addr): Addr {
  const name = typeShortName(rt, rt.typeOf(self));
  if (dictLen(rt, self) === 0) return newStr(rt, `${name}()`);
  const entered = reprEnter(rt, self);
  if (entered !== 0) return entered > 0 ? newStr(rt, '...') : 0;
  const items = O.callMethod(rt, self, rt.ids.items);
  const it = items === 0 ? 0 : O.getIter(rt, items);
  xdecref(rt, items);
  const parts: string[] = [];
  const pairs = rt.profile.words.orderedDictAsPairs;
  for (;;) {
    const pair = it === 0 ? 0 : O.iterNext(rt, it);
    if (pair === 0) break;
    const key = O.reprText(rt, tupleItem(rt, pair, 0));
    const value = key === null ? null : O.reprText(rt, tupleItem(rt, pair, 1));
    decref(rt, pair);
    if (value === null) break;
    parts.push(pairs ? `(${key}, ${value})` : `${key}: ${value}`);
  }
  xdecref(rt, it);
  reprLeave(rt, self);
  const text = parts.join(', ');
  return errOccurred(rt) ? 0 : newStr(rt, pairs ? `${name}([${text}])` : `${name}({${text}})`);
}

/** 1 when both have the same keys in the same order. v3.13.0 _odict_keys_equal */
function sameOrder(rt: Runtime, a: Addr, b: Addr): number {
  let x = rt.ptr(a + D.OD_FIRST);
  let y = rt.ptr(b + D.OD_FIRST);
  while (x !== 0 && y !== 0) {
    const same = O.richCompareBool(rt, rt.ptr(x + D.NODE_KEY), rt.ptr(y + D.NODE_KEY), O.EQ);
    if (same <= 0) return same;
    x = rt.ptr(x + D.NODE_NEXT);
    y = rt.ptr(y + D.NODE_NEXT);
  }
  return x === y ? 1 : 0;
}

/** v3.13.0 odict_richcompare */
function compare(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  if (!isOrderedDict(rt, a) || !isAnyDict(rt, b) || (op !== O.EQ && op !== O.NE)) {
    return O.notImplemented(rt);
  }
  const result: Addr = rt.fns[rt.ptr(rt.types.dict + L.TP_RICHCOMPARE)]!(rt, a, b, op);
  if (result === 0 || !isOrderedDict(rt, b)) return result;
  if (result === (op === O.EQ ? rt.false : rt.true)) return result;
  decref(rt, result);
  const same = sameOrder(rt, a, b);
  return same < 0 ? 0 : newBool(rt, same === (op === O.EQ ? 1 : 0));
}

/** v3.13.0 odict_or */
function or(rt: Runtime, a: Addr, b: Addr): Addr {
  const left = isOrderedDict(rt, a);
  const [self, other] = left ? [a, b] : [b, a];
  if (!isAnyDict(rt, other)) return O.notImplemented(rt);
  const result = callNoArgs(rt, rt.typeOf(self));
  if (result === 0) return 0;
  if (updateFrom(rt, result, a) === 0 && updateFrom(rt, result, b) === 0) return result;
  decref(rt, result);
  return 0;
}

/** v3.13.0 odict_dealloc */
function dealloc(rt: Runtime, self: Addr): void {
  gcUntrackIfTracked(rt, self);
  if (trashcanBegin(rt, self)) return;
  xdecref(rt, rt.ptr(self + D.OD_INST_DICT));
  if (rt.ptr(self + D.OD_WEAKREFLIST) !== 0) rt.hooks.clearWeakrefs(rt, self);
  D.clearNodes(rt, self);
  rt.fns[rt.ptr(rt.types.dict + L.TP_DEALLOC)]!(rt, self);
  trashcanEnd(rt);
}

/** v3.13.0 odict_traverse */
function traverse(rt: Runtime, self: Addr, visit: Visit): void {
  if (rt.ptr(self + D.OD_INST_DICT) !== 0) visit(rt.ptr(self + D.OD_INST_DICT));
  for (let node = rt.ptr(self + D.OD_FIRST); node !== 0; node = rt.ptr(node + D.NODE_NEXT)) {
    visit(rt.ptr(node + D.NODE_KEY));
  }
  rt.fns[rt.ptr(rt.types.dict + L.TP_TRAVERSE)]!(rt, self, visit);
}

/** v3.13.0 odict_tp_clear */
function clear(rt: Runtime, self: Addr): number {
  if (rt.ptr(self + D.OD_INST_DICT) !== 0) clearOwned(rt, self + D.OD_INST_DICT);
  dictClear(rt, self);
  D.clearNodes(rt, self);
  return 0;
}

function makeType(rt: Runtime): Addr {
  return readyType(rt, {
    name: 'collections.OrderedDict',
    base: rt.types.dict,
    basicsize: D.OD_SIZE,
    flags: L.TPFLAGS_HAVE_GC | L.TPFLAGS_BASETYPE,
    dictoffset: D.OD_INST_DICT,
    weaklistoffset: D.OD_WEAKREFLIST,
    unhashable: true,
    slots: {
      tp_dealloc: dealloc,
      tp_repr: repr,
      tp_traverse: traverse,
      tp_clear: clear,
      tp_richcompare: compare,
      tp_iter: (r, self) => orderedDictIter(r, self, ITER_KEYS),
      tp_init: init,
      nb_or: or,
      nb_inplace_or: (r, self, other) => (updateFrom(r, self, other) < 0 ? 0 : newRef(r, self)),
      mp_ass_subscript: (r, self, key, value) =>
        value === 0
          ? D.orderedDictDelItem(r, self, key)
          : D.orderedDictSetItem(r, self, key, value),
    },
    methods: {
      setdefault: fastKeywords(setDefault),
      pop: fastKeywords(pop),
      popitem: fastKeywords(popItem),
      move_to_end: fastKeywords(moveToEnd),
      keys: viewMethod('orderedDictKeys', 'odict_keys', ITER_KEYS),
      values: viewMethod('orderedDictValues', 'odict_values', ITER_VALUES),
      items: viewMethod('orderedDictItems', 'odict_items', ITER_ITEMS),
      update: fastKeywords(update),
      clear: noArgs((r, self) => {
        dictClear(r, self);
        D.clearNodes(r, self);
        return newRef(r, r.none);
      }),
      copy: noArgs(copy),
      __reduce__: noArgs(reduce),
      __reversed__: noArgs((r, self) => orderedDictIter(r, self, ITER_KEYS | ITER_REVERSED)),
      __sizeof__: noArgs(sizeOf),
    },
    doc: 'Dictionary that remembers insertion order',
  });
}

/** The type OrderedDict; borrowed. */
export function orderedDictType(rt: Runtime): Addr {
  return ensureType(rt, 'orderedDict', makeType);
}
