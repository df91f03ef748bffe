/** split, splitlines, partition, join of bytes and bytearray. v3.13.0 Objects/stringlib/split.h, join.h */
import type { Addr } from '../base/brand.ts';
import { type Params, parseArgs } from './args.ts';
import { bufferData, bufferLength, bufferOf } from './buffer.ts';
import { contentOf, mayReturnItself, needBuffer, partOf, sameKind } from './byte-arguments.ts';
import { isByteSpace } from './bytes-ctype.ts';
import { ssizeArgument } from './clinic.ts';
import { raise } from './errors.ts';
import { listAppendSteal, listNew } from './list.ts';
import { isTrue, typeNameOf } from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { findUnits, rfindUnits } from './search.ts';
import { rowLength, rowStart } from './sequence-row.ts';
import { fastSequence } from './str-build.ts';
import { addPiece, endPieces, newPieces, reversePieces, tripleSteal } from './str-split.ts';
import { fastKeywords, type MethodSpec, oneArg } from './type-spec.ts';

/** A new object of the kind of `self`, bytes [start, end) of it. */
function slicePart(rt: Runtime, self: Addr, start: number, end: number): Addr {
  bufferOf(rt, self);
  return partOf(rt, self, bufferData() + start, end - start);
}

function splitWhitespace(rt: Runtime, self: Addr, maxSplit: number, reverse: boolean): Addr {
  const list = newPieces(rt, maxSplit);
  if (list === 0) return 0;
  const bytes = contentOf(rt, self);
  let low = 0;
  let high = bytes.length;
  let count = 0;
  for (let left = maxSplit; ; left--) {
    if (reverse) while (high > low && isByteSpace(bytes[high - 1]!)) high--;
    else while (low < high && isByteSpace(bytes[low]!)) low++;
    if (low >= high) break;
    let start = low;
    let end = high;
    if (left > 0 && reverse) {
      start = end;
      while (start > low && !isByteSpace(bytes[start - 1]!)) start--;
    } else if (left > 0) {
      end = start;
      while (end < high && !isByteSpace(bytes[end]!)) end++;
    }
    const piece = slicePart(rt, self, start, end);
    if (!addPiece(rt, list, count, piece)) return endPieces(rt, list, count, false);
    count++;
    if (left <= 0) break;
    if (reverse) high = start;
    else low = end;
  }
  endPieces(rt, list, count, true);
  if (reverse) reversePieces(rt, list);
  return list;
}

function splitAt(rt: Runtime, self: Addr, sep: Addr, maxSplit: number, reverse: boolean): Addr {
  if (!needBuffer(rt, sep)) return 0;
  const part = bufferData();
  const m = bufferLength();
  if (m === 0) return raise(rt, rt.exc.ValueError, 'empty separator');
  const list = newPieces(rt, maxSplit);
  if (list === 0) return 0;
  bufferOf(rt, self);
  const data = bufferData();
  const n = bufferLength();
  let count = 0;
  let start = 0;
  let end = n;
  for (let left = maxSplit; left > 0; left--) {
    const at = reverse
      ? rfindUnits(rt, 1, data, 0, end, 1, part, m)
      : findUnits(rt, 1, data, start, n, 1, part, m);
    if (at < 0) break;
    const piece = reverse ? slicePart(rt, self, at + m, end) : slicePart(rt, self, start, at);
    if (!addPiece(rt, list, count, piece)) return endPieces(rt, list, count, false);
    count++;
    if (reverse) end = at;
    else start = at + m;
  }
  const whole = count === 0 && mayReturnItself(rt, self);
  const rest = whole ? newRef(rt, self) : slicePart(rt, self, start, end);
  if (endPieces(rt, list, count + 1, addPiece(rt, list, count, rest)) === 0) return 0;
  if (reverse) reversePieces(rt, list);
  return list;
}

const SPLIT_PARAMS: Params = { names: ['sep', 'maxsplit'], required: 0, positional: 2 };
const LINES_PARAMS: Params = { names: ['keepends'], required: 0, positional: 1 };
const given = new Int32Array(2);

function splitMethod(name: string, reverse: boolean): MethodSpec {
  return fastKeywords((rt, self, argv, nargs, kwnames) => {
    if (!parseArgs(rt, name, SPLIT_PARAMS, given, argv, nargs, kwnames)) return 0;
    const sep = given[0]!;
    const maxSplit = given[1] === 0 ? -1 : ssizeArgument(rt, given[1]!);
    if (Number.isNaN(maxSplit)) return 0;
    const most = maxSplit < 0 ? Infinity : maxSplit;
    if (sep === 0 || sep === rt.none) return splitWhitespace(rt, self, most, reverse);
    return splitAt(rt, self, sep, most, reverse);
  });
}

function splitLines(rt: Runtime, self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!parseArgs(rt, 'splitlines', LINES_PARAMS, given, argv, nargs, kwnames)) return 0;
  const keep = given[0] === 0 ? 0 : isTrue(rt, given[0]!);
  const list = keep < 0 ? 0 : listNew(rt, 0);
  if (list === 0) return 0;
  const bytes = contentOf(rt, self);
  for (let i = 0; i < bytes.length;) {
    const start = i;
    while (i < bytes.length && bytes[i] !== 10 && bytes[i] !== 13) i++;
    let end = i;
    if (i < bytes.length) i += bytes[i] === 13 && bytes[i + 1] === 10 ? 2 : 1;
    if (keep === 1) end = i;
    const line = slicePart(rt, self, start, end);
    if (line === 0 || listAppendSteal(rt, list, line) < 0) {
      decref(rt, list);
      return 0;
    }
  }
  return list;
}

function partitionMethod(last: boolean): MethodSpec {
  return oneArg((rt, self, sep) => {
    if (!needBuffer(rt, sep)) return 0;
    const part = bufferData();
    const m = bufferLength();
    if (m === 0) return raise(rt, rt.exc.ValueError, 'empty separator');
    bufferOf(rt, self);
    const n = bufferLength();
    const search = last ? rfindUnits : findUnits;
    const at = search(rt, 1, bufferData(), 0, n, 1, part, m);
    const none = new Uint8Array(0);
    if (at < 0) {
      const whole = slicePart(rt, self, 0, n);
      const empty = sameKind(rt, self, none);
      const other = sameKind(rt, self, none);
      return last ? tripleSteal(rt, empty, other, whole) : tripleSteal(rt, whole, empty, other);
    }
    const middle = mayReturnItself(rt, self)
      ? newRef(rt, sep)
      : sameKind(rt, self, contentOf(rt, sep));
    return tripleSteal(rt, slicePart(rt, self, 0, at), middle, slicePart(rt, self, at + m, n));
  });
}

/** v3.13.0 Objects/stringlib/join.h bytes_join */
function join(rt: Runtime, self: Addr, iterable: Addr): Addr {
  const seq = fastSequence(rt, iterable, 'can only join an iterable');
  if (seq === 0) return 0;
  const result = joinRow(rt, self, rowStart(rt, seq), rowLength(rt, seq));
  decref(rt, seq);
  return result;
}

function joinRow(rt: Runtime, self: Addr, row: Addr, n: number): Addr {
  const first = n === 1 ? rt.arg(row, 0) : 0;
  if (first !== 0 && mayReturnItself(rt, self) && mayReturnItself(rt, first)) {
    return newRef(rt, first);
  }
  const sep = contentOf(rt, self);
  let length = n > 0 ? sep.length * (n - 1) : 0;
  for (let i = 0; i < n; i++) {
    const item = rt.arg(row, i);
    if (!bufferOf(rt, item)) {
      const got = typeNameOf(rt, item);
      return raise(
        rt,
        rt.exc.TypeError,
        `sequence item ${i}: expected a bytes-like object, ${got} found`,
      );
    }
    length += bufferLength();
  }
  const out = new Uint8Array(length);
  for (let i = 0, at = 0; i < n; i++) {
    if (i > 0) {
      out.set(sep, at);
      at += sep.length;
    }
    const item = contentOf(rt, rt.arg(row, i));
    out.set(item, at);
    at += item.length;
  }
  return sameKind(rt, self, out);
}

export const byteSplitMethods: Readonly<Record<string, MethodSpec>> = {
  split: splitMethod('split', false),
  rsplit: splitMethod('rsplit', true),
  splitlines: fastKeywords(splitLines),
  partition: partitionMethod(false),
  rpartition: partitionMethod(true),
  join: oneArg(join),
};
