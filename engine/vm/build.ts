/**
 * Building and taking apart: tuples, lists, sets, dicts, strings, slices, unpacking.
 * `sp` is the word index of the first free stack slot; operands stand below it.
 * v3.13.0 Python/bytecodes.c BUILD_*, Python/ceval.c _PyEval_UnpackIterable
 */
import type { Addr } from '../base/brand.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { ascii } from '../objects/ascii.ts';
import { dictLen, dictMergeUnique, dictNew, dictSetItem, dictUpdate } from '../objects/dict.ts';
import { dictFromItems } from '../objects/dict-presized.ts';
import { errClear, errMatches, errOccurred, raise } from '../objects/errors.ts';
import * as L from '../objects/layouts.ts';
import { listExtend, listFromRowSteal, listItem, listNew, listSize } from '../objects/list.ts';
import { getIter, isSequence, iterNext, repr, slotOf, str, typeNameOf } from '../objects/object.ts';
import { decref, newRef } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { setAdd, setNew, setUpdate } from '../objects/set.ts';
import { sliceNew } from '../objects/slice.ts';
import { strJoinRow } from '../objects/str-build.ts';
import { tupleFromRowSteal, tupleItem, tupleSize } from '../objects/tuple.ts';
import { functionText } from './calls.ts';
import { drop } from './stack-refs.ts';
import { duplicateKeyword, tooFew, wrongCount } from './late-parts.ts';

/** Steals the topmost `n`. */
export function buildTuple(rt: Runtime, sp: number, n: number): Addr {
  return tupleFromRowSteal(rt, (sp - 2 * n) << 2, n);
}

/** Steals the topmost `n`. */
export function buildList(rt: Runtime, sp: number, n: number): Addr {
  return listFromRowSteal(rt, (sp - 2 * n) << 2, n);
}

/** Borrows the topmost `n`; first one first. */
export function buildSet(rt: Runtime, sp: number, n: number): Addr {
  const set = setNew(rt, 0);
  if (set === 0) return 0;
  for (let i = sp - 2 * n; i < sp; i += 2) {
    if (setAdd(rt, set, rt.i32[i]!) < 0) {
      decref(rt, set);
      return 0;
    }
  }
  return set;
}

/** Borrows the topmost `n` pairs. */
export function buildMap(rt: Runtime, sp: number, n: number): Addr {
  const first = 4 * (sp - 4 * n);
  return n === 0 ? dictNew(rt) : dictFromItems(rt, first, first + 8, n, 16, 16);
}

/** Borrows a tuple of keys on top and the `n` values below it. */
export function buildConstKeyMap(rt: Runtime, sp: number, n: number): Addr {
  const keys = rt.i32[sp - 2]!;
  return dictFromItems(rt, keys + rt.layout.tupleItems, 4 * (sp - 2 - 2 * n), n, 8, 8);
}

/** Borrows the topmost `n` strings. */
export function buildString(rt: Runtime, sp: number, n: number): Addr {
  return strJoinRow(rt, rt.emptyStr, (sp - 2 * n) << 2, n);
}

/** Steals two or three: start, stop, step. */
export function buildSlice(rt: Runtime, sp: number, n: number): Addr {
  const at = sp - 2 * n;
  const step = n === 3 ? rt.i32[at + 4]! : rt.none;
  const slice = sliceNew(rt, rt.i32[at]!, rt.i32[at + 2]!, step);
  for (let i = 0; i < n; i++) drop(rt, at + 2 * i);
  return slice;
}

/** `!s`, `!r`, `!a` of an f-string. */
export function convertValue(rt: Runtime, value: Addr, kind: number): Addr {
  return kind === 1 ? str(rt, value) : kind === 2 ? repr(rt, value) : ascii(rt, value);
}

/** `[*iterable]` */
export function listExtendOp(rt: Runtime, list: Addr, iterable: Addr): number {
  if (listExtend(rt, list, iterable) === 0) return 0;
  if (
    rt.profile.errorWords.starTellsPlace &&
    errMatches(rt, rt.exc.TypeError) &&
    slotOf(rt, iterable, L.TP_ITER) === 0 &&
    !isSequence(rt, iterable)
  ) {
    errClear(rt);
    raise(
      rt,
      rt.exc.TypeError,
      `Value after * must be an iterable, not ${typeNameOf(rt, iterable)}`,
    );
  }
  return -1;
}

export function setUpdateOp(rt: Runtime, set: Addr, iterable: Addr): number {
  return setUpdate(rt, set, iterable);
}

export function setAddOp(rt: Runtime, set: Addr, item: Addr): number {
  return setAdd(rt, set, item);
}

export function mapAdd(rt: Runtime, dict: Addr, key: Addr, value: Addr): number {
  return dictSetItem(rt, dict, key, value);
}

/** `{**mapping}` */
export function dictUpdateOp(rt: Runtime, dict: Addr, mapping: Addr): number {
  if (dictUpdate(rt, dict, mapping) === 0) return 0;
  if (errMatches(rt, rt.exc.AttributeError)) {
    errClear(rt);
    raise(rt, rt.exc.TypeError, `'${typeNameOf(rt, mapping)}' object is not a mapping`);
  }
  return -1;
}

/** `f(**mapping)`: as dictUpdateOp, a key that is there already is an error. */
export function dictMerge(rt: Runtime, dict: Addr, mapping: Addr, callable: Addr): number {
  if (dictMergeUnique(rt, dict, mapping) === 0) return 0;
  if (errMatches(rt, rt.exc.AttributeError)) {
    errClear(rt);
    const type = typeNameOf(rt, mapping);
    const name = functionText(rt, callable);
    const what = rt.profile.starErrorNamesFunction ? `${name} argument` : 'Value';
    raise(rt, rt.exc.TypeError, `${what} after ** must be a mapping, not ${type}`);
  } else if (errMatches(rt, rt.exc.KeyError)) duplicateKeyword(rt, callable);
  return -1;
}

function put(rt: Runtime, at: number, p: Addr): void {
  rt.i32[at] = p;
  rt.i32[at + 1] = ADDRESS_HIGH;
}

/**
 * Writes the `n` items of `sequence` from word index `at` on, last item lowest.
 * @returns false with an exception, `at` and what is above untouched
 */
export function unpackSequence(rt: Runtime, sequence: Addr, n: number, at: number): boolean {
  const type = rt.typeOf(sequence);
  const isTuple = type === rt.types.tuple;
  if (isTuple || type === rt.types.list) {
    const size = isTuple ? tupleSize(rt, sequence) : listSize(rt, sequence);
    if (size !== n) return wrongCount(rt, n, size);
    for (let i = 0; i < n; i++) {
      const item = isTuple ? tupleItem(rt, sequence, i) : listItem(rt, sequence, i);
      put(rt, at + 2 * (n - 1 - i), newRef(rt, item));
    }
    return true;
  }
  return unpackIterable(rt, sequence, n, -1, at);
}

/** `before, *rest, after = sequence` */
export function unpackEx(
  rt: Runtime,
  sequence: Addr,
  before: number,
  after: number,
  at: number,
): boolean {
  return unpackIterable(rt, sequence, before, after, at);
}

/** @param after -1 without a starred target. v3.13.0 Python/ceval.c _PyEval_UnpackIterable */
function unpackIterable(
  rt: Runtime,
  iterable: Addr,
  before: number,
  after: number,
  at: number,
): boolean {
  const it = getIter(rt, iterable);
  if (it === 0) {
    if (errMatches(rt, rt.exc.TypeError) && notIterable(rt, iterable)) {
      errClear(rt);
      raise(rt, rt.exc.TypeError, `cannot unpack non-iterable ${typeNameOf(rt, iterable)} object`);
    }
    return false;
  }
  const row: Addr[] = [];
  let taken = 0;
  const ok = ((): boolean => {
    for (; taken < before; taken++) {
      const item = iterNext(rt, it);
      if (item === 0) return tooFew(rt, before, after, taken);
      row[taken] = item;
    }
    if (after < 0) return expectEnd(rt, iterable, it, before);
    const rest = listNew(rt, 0);
    if (rest === 0) return false;
    row[taken++] = rest;
    if (listExtend(rt, rest, it) < 0) return false;
    const size = listSize(rt, rest);
    if (size < after) {
      raise(
        rt,
        rt.exc.ValueError,
        `not enough values to unpack (expected at least ${before + after}, got ${before + size})`,
      );
      return false;
    }
    for (let i = 0; i < after; i++) row[taken++] = newRef(rt, listItem(rt, rest, size - after + i));
    return cutTail(rt, rest, size - after);
  })();
  decref(rt, it);
  for (let i = 0; i < taken; i++) {
    if (ok) put(rt, at + 2 * (taken - 1 - i), row[i]!);
    else decref(rt, row[i]!);
  }
  return ok;
}

function notIterable(rt: Runtime, p: Addr): boolean {
  return slotOf(rt, p, L.TP_ITER) === 0 && !isSequence(rt, p);
}

function expectEnd(rt: Runtime, iterable: Addr, it: Addr, wanted: number): boolean {
  const extra = iterNext(rt, it);
  if (extra === 0) return !errOccurred(rt);
  decref(rt, extra);
  const size = rt.typeOf(iterable) === rt.types.dict ? dictLen(rt, iterable) : 0;
  if (size > wanted) return wrongCount(rt, wanted, size);
  raise(rt, rt.exc.ValueError, `too many values to unpack (expected ${wanted})`);
  return false;
}

/** Drops the items of a list from `size` on, its memory as it is. */
function cutTail(rt: Runtime, list: Addr, size: number): boolean {
  for (let i = size, n = listSize(rt, list); i < n; i++) decref(rt, listItem(rt, list, i));
  rt.setSize(list + L.OB_SIZE, size);
  return true;
}
