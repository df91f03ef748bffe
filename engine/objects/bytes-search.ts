/** find, index, count, startswith of bytes and bytearray. v3.13.0 Objects/bytes_methods.c */
import type { Addr } from '../base/brand.ts';
import { checkTuple } from './args.ts';
import { bufferData, bufferLength, bufferOf } from './buffer.ts';
import { needBuffer, needle, needleLength, needleNumber } from './byte-arguments.ts';
import { oneByte } from './bytes.ts';
import { adjustEnd, adjustStart, isTuple, sliceIndex } from './clinic.ts';
import { errOccurred, raise } from './errors.ts';
import { newInt } from './int.ts';
import { BYTES_DATA } from './layouts.ts';
import { typeNameOf } from './object.ts';
import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { countUnits, findUnits, rfindUnits, unitsMatch } from './search.ts';
import { tupleItem, tupleSize } from './tuple.ts';
import { fast, type MethodSpec } from './type-spec.ts';

type Search = (
  rt: Runtime,
  data: Addr,
  start: number,
  end: number,
  part: Addr,
  m: number,
) => number;

function searchMethod(
  name: string,
  search: Search,
  answer: (rt: Runtime, found: number) => Addr,
): MethodSpec {
  return fast((rt, self, argv, nargs) => {
    if (!checkTuple(rt, name, nargs, 1, 3)) return 0;
    const from = sliceIndex(rt, nargs > 1 ? rt.arg(argv, 1) : 0, 0);
    if (Number.isNaN(from)) return 0;
    const to = sliceIndex(rt, nargs > 2 ? rt.arg(argv, 2) : 0, Infinity);
    if (Number.isNaN(to) || !needle(rt, rt.arg(argv, 0))) return 0;
    const m = needleLength();
    const byte = needleNumber();
    const part = byte < 0 ? bufferData() : oneByte(rt, byte) + BYTES_DATA;
    bufferOf(rt, self);
    const n = bufferLength();
    const start = adjustStart(from, n);
    return answer(rt, search(rt, bufferData(), start, adjustEnd(to, n), part, m));
  });
}

const find: Search = (rt, data, start, end, part, m) =>
  findUnits(rt, 1, data, start, end, 1, part, m);
const rfind: Search = (rt, data, start, end, part, m) =>
  rfindUnits(rt, 1, data, start, end, 1, part, m);
const count: Search = (rt, data, start, end, part, m) =>
  countUnits(rt, 1, data, start, end, 1, part, m, Infinity);

function orError(rt: Runtime, i: number): Addr {
  return i < 0 ? raise(rt, rt.exc.ValueError, 'subsection not found') : newInt(rt, i);
}

/** v3.13.0 _Py_bytes_startswith, _Py_bytes_endswith */
function affixMethod(name: string, atEnd: boolean): MethodSpec {
  return fast((rt, self, argv, nargs) => {
    if (!checkTuple(rt, name, nargs, 1, 3)) return 0;
    const affix = rt.arg(argv, 0);
    const from = sliceIndex(rt, nargs > 1 ? rt.arg(argv, 1) : 0, 0);
    if (Number.isNaN(from)) return 0;
    const to = sliceIndex(rt, nargs > 2 ? rt.arg(argv, 2) : 0, Infinity);
    if (Number.isNaN(to)) return 0;
    if (!isTuple(rt, affix)) {
      if (bufferOf(rt, affix)) return answer(rt, hasAffix(rt, self, affix, from, to, atEnd));
      if (errOccurred(rt)) return 0;
      const got = typeNameOf(rt, affix);
      return raise(
        rt,
        rt.exc.TypeError,
        `${name} first arg must be bytes or a tuple of bytes, not ${got}`,
      );
    }
    for (let i = 0; i < tupleSize(rt, affix); i++) {
      const item = tupleItem(rt, affix, i);
      if (!needBuffer(rt, item)) return 0;
      if (hasAffix(rt, self, item, from, to, atEnd)) return answer(rt, true);
    }
    return answer(rt, false);
  });
}

function answer(rt: Runtime, yes: boolean): Addr {
  return newRef(rt, yes ? rt.true : rt.false);
}

function hasAffix(
  rt: Runtime,
  self: Addr,
  affix: Addr,
  from: number,
  to: number,
  atEnd: boolean,
): boolean {
  bufferOf(rt, affix);
  const part = bufferData();
  const m = bufferLength();
  bufferOf(rt, self);
  const n = bufferLength();
  const start = adjustStart(from, n);
  const end = adjustEnd(to, n);
  if (start + m > end || start > n) return false;
  return unitsMatch(rt, 1, bufferData(), atEnd ? end - m : start, 1, part, m);
}

/** Not newInt itself: modules that import one another may be evaluated before it is there. */
const asInt = (rt: Runtime, n: number): Addr => newInt(rt, n);

export const byteSearchMethods: Readonly<Record<string, MethodSpec>> = {
  count: searchMethod('count', count, asInt),
  find: searchMethod('find', find, asInt),
  rfind: searchMethod('rfind', rfind, asInt),
  index: searchMethod('index', find, orError),
  rindex: searchMethod('rindex', rfind, orError),
  startswith: affixMethod('startswith', false),
  endswith: affixMethod('endswith', true),
};
