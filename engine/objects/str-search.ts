/** find, index, count, startswith and their kin. v3.13.0 Objects/unicodeobject.c unicode_find ... */
import type { Addr } from '../base/brand.ts';
import { checkTuple } from './args.ts';
import { adjustEnd, adjustStart, isTuple, sliceIndex, strArgument } from './clinic.ts';
import { raise } from './errors.ts';
import { newInt } from './int.ts';
import { typeNameOf } from './object.ts';

import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { unitsMatch } from './search.ts';
import { isStr, strData, strKind, strLength } from './strings.ts';
import { tupleItem, tupleSize } from './tuple.ts';
import { fast, type MethodSpec } from './type-spec.ts';
import { foundOrError, strCount, strFind, strRfind } from './late-parts.ts';

export { strContains, strCount, strFind } from './late-parts.ts';

/** The end of a slice that is not given. */
export const TO_THE_END = Infinity;

/** Whether `part` stands at index `at` of s, all of it before `end`. v3.13.0 tailmatch */
export function strMatchAt(rt: Runtime, s: Addr, part: Addr, at: number): boolean {
  const kind = strKind(rt, s);
  const partKind = strKind(rt, part);
  if (partKind > kind) return false;
  const m = strLength(rt, part);
  return unitsMatch(rt, kind, strData(rt, s), at, partKind, strData(rt, part), m);
}

type Search = (rt: Runtime, s: Addr, part: Addr, start: number, end: number) => number;

/** A method (sub, start, end) -> int; `missing` decides what -1 becomes. */
function searchMethod(
  name: string,
  search: Search,
  answer: (rt: Runtime, found: number) => Addr,
): MethodSpec {
  return fast((rt, s, argv, nargs) => {
    if (!checkTuple(rt, name, nargs, 1, 3)) return 0;
    const part = rt.arg(argv, 0);
    if (!strArgument(rt, name, 'argument 1', part)) return 0;
    const start = sliceIndex(rt, nargs > 1 ? rt.arg(argv, 1) : 0, 0);
    if (Number.isNaN(start)) return 0;
    const end = sliceIndex(rt, nargs > 2 ? rt.arg(argv, 2) : 0, TO_THE_END);
    if (Number.isNaN(end)) return 0;
    const n = strLength(rt, s);
    return answer(rt, search(rt, s, part, adjustStart(start, n), adjustEnd(end, n)));
  });
}

function found(rt: Runtime, i: number): Addr {
  return newInt(rt, i);
}

function countAll(rt: Runtime, s: Addr, part: Addr, start: number, end: number): number {
  return strCount(rt, s, part, start, end, Infinity);
}

/** startswith (`atEnd` false) and endswith. */
function affixMethod(name: string, atEnd: boolean): MethodSpec {
  return fast((rt, s, argv, nargs) => {
    if (!checkTuple(rt, name, nargs, 1, 3)) return 0;
    const affix = rt.arg(argv, 0);
    const from = sliceIndex(rt, nargs > 1 ? rt.arg(argv, 1) : 0, 0);
    if (Number.isNaN(from)) return 0;
    const to = sliceIndex(rt, nargs > 2 ? rt.arg(argv, 2) : 0, TO_THE_END);
    if (Number.isNaN(to)) return 0;
    const n = strLength(rt, s);
    const start = adjustStart(from, n);
    const end = adjustEnd(to, n);
    if (!isTuple(rt, affix)) {
      if (!isStr(rt, affix)) {
        const got = typeNameOf(rt, affix);
        return raise(
          rt,
          rt.exc.TypeError,
          `${name} first arg must be str or a tuple of str, not ${got}`,
        );
      }
      return newRef(rt, hasAffix(rt, s, affix, start, end, atEnd) ? rt.true : rt.false);
    }
    for (let i = 0; i < tupleSize(rt, affix); i++) {
      const item = tupleItem(rt, affix, i);
      if (!isStr(rt, item)) {
        const got = typeNameOf(rt, item);
        return raise(rt, rt.exc.TypeError, `tuple for ${name} must only contain str, not ${got}`);
      }
      if (hasAffix(rt, s, item, start, end, atEnd)) return newRef(rt, rt.true);
    }
    return newRef(rt, rt.false);
  });
}

function hasAffix(
  rt: Runtime,
  s: Addr,
  affix: Addr,
  start: number,
  end: number,
  atEnd: boolean,
): boolean {
  const m = strLength(rt, affix);
  if (start + m > end) return false;
  return strMatchAt(rt, s, affix, atEnd ? end - m : start);
}

export const searchMethods: Readonly<Record<string, MethodSpec>> = {
  count: searchMethod('count', countAll, found),
  find: searchMethod('find', strFind, found),
  rfind: searchMethod('rfind', strRfind, found),
  index: searchMethod('index', strFind, foundOrError),
  rindex: searchMethod('rindex', strRfind, foundOrError),
  startswith: affixMethod('startswith', false),
  endswith: affixMethod('endswith', true),
};
