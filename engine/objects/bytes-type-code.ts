/** What few programs need of what bytes-type.ts is about. */
import type { Addr } from '../base/brand.ts';
import { bufferData, bufferLength, bufferOf } from './buffer.ts';
import { copyOfBuffer, needBuffer } from './byte-arguments.ts';
import { given, makeBytes, NEW_PARAMS } from './bytes-type.ts';
import { bytesData, bytesFrom, bytesLength, bytesNew, isBytes, isBytesExact } from './bytes.ts';
import { callNoArgs } from './call.ts';
import { errClearIf, errOccurred, raise, raiseInt } from './errors.ts';
import { bytesFormatPercent } from './late-parts.ts';
import { BYTES_DATA, BYTES_HASH, SEQ_ITER_INDEX, SEQ_ITER_SEQ, TP_ALLOC } from './layouts.ts';
import { readNewArgs } from './new-args.ts';
import {
  asSsize,
  EQ,
  GE,
  getIter,
  GT,
  isIndex,
  iterNext,
  LE,
  LT,
  NE,
  typeNameOf,
} from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { findUnits } from './search.ts';
import { sliceLength, sliceStart, sliceStep, sliceWithin } from './slice-bounds.ts';
import { encodeText } from './str-codec.ts';
import { bytesEqual } from './str-compare.ts';
import { exhaust } from './str-iterators.ts';
import { isStr, strToJs } from './strings.ts';
import { wrongResult } from './wrong-result.ts';

/** -1, 0 or 1, byte by byte. */
export function compareBytes(rt: Runtime, a: Addr, n: number, b: Addr, m: number): number {
  const u8 = rt.u8;
  const common = n < m ? n : m;
  for (let i = 0; i < common; i++) {
    if (u8[a + i] !== u8[b + i]) return u8[a + i]! < u8[b + i]! ? -1 : 1;
  }
  return n === m ? 0 : n < m ? -1 : 1;
}

/** What a comparison operator makes of an order; borrowed bool. */
export function orderAnswer(rt: Runtime, order: number, op: number): Addr {
  const yes =
    op === EQ
      ? order === 0
      : op === NE
        ? order !== 0
        : op === LT
          ? order < 0
          : op === LE
            ? order <= 0
            : op === GT
              ? order > 0
              : op === GE && order >= 0;
  return yes ? rt.true : rt.false;
}

/** v3.13.0 bytes_richcompare */
export function bytesRichCompare(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  if (!isBytes(rt, a) || !isBytes(rt, b)) return newRef(rt, rt.notImplemented);
  const n = bytesLength(rt, a);
  const m = bytesLength(rt, b);
  if ((op === EQ || op === NE) && n !== m) return newRef(rt, op === NE ? rt.true : rt.false);
  if (op === EQ && bytesEqual(rt, bytesData(rt, a), bytesData(rt, b), n)) {
    return newRef(rt, rt.true);
  }
  const order = compareBytes(rt, bytesData(rt, a), n, bytesData(rt, b), m);
  return newRef(rt, orderAnswer(rt, order, op));
}

/** `a + b` of two bytes-like objects; new bytes. v3.13.0 bytes_concat */
export function bytesConcat(rt: Runtime, a: Addr, b: Addr): Addr {
  if (!bufferOf(rt, b)) return cannotConcat(rt, a, b);
  const from = bufferData();
  const m = bufferLength();
  if (!bufferOf(rt, a)) return cannotConcat(rt, a, b);
  const n = bufferLength();
  if (n === 0 && isBytesExact(rt, b)) return newRef(rt, b);
  if (m === 0 && isBytesExact(rt, a)) return newRef(rt, a);
  const start = bufferData();
  const result = bytesNew(rt, n + m);
  if (result === 0 || n + m === 0) return result;
  const to = bytesData(rt, result);
  rt.u8.copyWithin(to, start, start + n);
  rt.u8.copyWithin(to + n, from, from + m);
  return result;
}

function cannotConcat(rt: Runtime, a: Addr, b: Addr): 0 {
  const names = [typeNameOf(rt, b), typeNameOf(rt, a)];
  return raise(rt, rt.exc.TypeError, `can't concat ${names[0]} to ${names[1]}`);
}

/** v3.13.0 bytes_repeat */
export function bytesRepeat(rt: Runtime, p: Addr, count: number): Addr {
  const times = count < 0 ? 0 : count;
  const n = bytesLength(rt, p);
  const total = n * times;
  if (total >= 2 ** 63) {
    return raise(rt, rt.exc.OverflowError, 'repeated bytes are too long');
  }
  if (total === n && isBytesExact(rt, p)) return newRef(rt, p);
  const result = bytesNew(rt, total);
  if (result === 0 || total === 0) return result;
  repeatInto(rt, bytesData(rt, result), bytesData(rt, p), n, total);
  return result;
}

/** Fills `total` bytes at `to` with the `n` at `from` over and over. _PyBytes_Repeat */
export function repeatInto(rt: Runtime, to: Addr, from: Addr, n: number, total: number): void {
  rt.u8.copyWithin(to, from, from + (n < total ? n : total));
  for (let done = n; done < total; done *= 2) {
    const more = done <= total - done ? done : total - done;
    rt.u8.copyWithin(to + done, to, to + more);
  }
}

export function bytesItem(rt: Runtime, p: Addr, i: number): Addr {
  if (i < 0 || i >= bytesLength(rt, p)) {
    return raise(rt, rt.exc.IndexError, 'index out of range');
  }
  return newRef(rt, rt.smallInt(rt.u8[bytesData(rt, p) + i]!));
}

/** v3.13.0 bytes_subscript */
export function bytesSubscript(rt: Runtime, p: Addr, key: Addr): Addr {
  const n = bytesLength(rt, p);
  if (isIndex(rt, key)) {
    const i = asSsize(rt, key, rt.exc.IndexError);
    if (i === -1 && errOccurred(rt)) return 0;
    return bytesItem(rt, p, i < 0 ? i + n : i);
  }
  if (rt.typeOf(key) !== rt.types.slice) {
    return raise(
      rt,
      rt.exc.TypeError,
      `byte indices must be integers or slices, not ${typeNameOf(rt, key)}`,
    );
  }
  if (!sliceWithin(rt, key, n)) return 0;
  const count = sliceLength();
  const start = sliceStart();
  const step = sliceStep();
  if (count <= 0) return bytesNew(rt, 0);
  if (step === 1 && count === n && isBytesExact(rt, p)) return newRef(rt, p);
  if (step === 1) return bytesFrom(rt, bytesData(rt, p) + start, count);
  const result = bytesNew(rt, count);
  if (result === 0) return 0;
  const from = bytesData(rt, p) + start;
  const to = bytesData(rt, result);
  for (let i = 0; i < count; i++) rt.u8[to + i] = rt.u8[from + i * step]!;
  return result;
}

/** `part in p` for an int or a bytes-like object. v3.13.0 _Py_bytes_contains */
export function bytesContainsAt(rt: Runtime, data: Addr, n: number, part: Addr): number {
  if (isIndex(rt, part)) {
    const byte = asSsize(rt, part, 0);
    if (byte === -1 && errOccurred(rt)) return -1;
    if (byte < 0 || byte > 255) {
      return raiseInt(rt, rt.exc.ValueError, 'byte must be in range(0, 256)');
    }
    for (let i = data; i < data + n; i++) if (rt.u8[i] === byte) return 1;
    return 0;
  }
  if (!needBuffer(rt, part)) return -1;
  return findUnits(rt, 1, data, 0, n, 1, bufferData(), bufferLength()) >= 0 ? 1 : 0;
}

export function bytesTypeNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  if (!readNewArgs(rt, 'bytes', NEW_PARAMS, given, args, kwargs)) return 0;
  const p = makeBytes(rt, given[0]!, given[1]!, given[2]!);
  if (p === 0 || type === rt.types.bytes) return p;
  const result = subtypeNew(rt, type, p);
  decref(rt, p);
  return result;
}

/** An instance of a subclass with the content of `p` (borrowed). v3.13.0 bytes_subtype_new */
function subtypeNew(rt: Runtime, type: Addr, p: Addr): Addr {
  const n = bytesLength(rt, p);
  const self: Addr = rt.fns[rt.i32[(type + TP_ALLOC) >> 2]!]!(rt, type, n);
  if (self === 0) return 0;
  rt.u8.copyWithin(self + BYTES_DATA, p + BYTES_DATA, p + BYTES_DATA + n + 1);
  rt.i32[(self + BYTES_HASH) >> 2] = rt.i32[(p + BYTES_HASH) >> 2]!;
  rt.i32[(self + BYTES_HASH + 4) >> 2] = rt.i32[(p + BYTES_HASH + 4) >> 2]!;
  return self;
}

export function encodeSource(rt: Runtime, source: Addr, encoding: Addr, errors: Addr): Addr {
  if (!isStr(rt, source)) {
    const what = encoding !== 0 ? 'encoding' : 'errors';
    return raise(rt, rt.exc.TypeError, `${what} without a string argument`);
  }
  return encodeText(
    rt,
    source,
    encoding === 0 ? 'utf-8' : strToJs(rt, encoding),
    errors === 0 ? 'strict' : strToJs(rt, errors),
  );
}

/** What `__bytes__` (stolen) returns, which must be bytes. */
export function bytesOf(rt: Runtime, self: Addr, method: Addr): Addr {
  const result = callNoArgs(rt, method);
  decref(rt, method);
  if (result === 0 || isBytes(rt, result)) return result;
  const older = `__bytes__ returned non-bytes (type ${typeNameOf(rt, result)})`;
  raise(rt, rt.exc.TypeError, wrongResult(rt, self, '__bytes__', 'a bytes', result, older));
  decref(rt, result);
  return 0;
}

/** From bytes-like objects and iterables of ints. v3.13.0 PyBytes_FromObject */
export function bytesFromObject(rt: Runtime, source: Addr): Addr {
  if (isBytesExact(rt, source)) return newRef(rt, source);
  const content = copyOfBuffer(rt, source);
  if (content !== null) return uncached(rt, content);
  if (errOccurred(rt)) return 0;
  const values = isStr(rt, source) ? cannotConvert(rt, source) : byteValues(rt, source, 'bytes');
  if (values === null) return 0;
  const bytes = Uint8Array.from(values);
  return rt.typeOf(source) === rt.types.tuple ? uncached(rt, bytes) : bytesNew(rt, bytes);
}

/** A new object even for one byte. */
function uncached(rt: Runtime, content: Uint8Array): Addr {
  const p = bytesNew(rt, content.length);
  if (p !== 0 && content.length > 0) rt.u8.set(content, bytesData(rt, p));
  return p;
}

function cannotConvert(rt: Runtime, source: Addr): null {
  const got = typeNameOf(rt, source);
  raise(rt, rt.exc.TypeError, `cannot convert '${got}' object to bytes`);
  return null;
}

/** The numbers an iterable gives, each in range(256); null with an exception. _PyBytes_FromIterator */
export function byteValues(rt: Runtime, source: Addr, what: string): number[] | null {
  const it = getIter(rt, source);
  if (it === 0) {
    if (errClearIf(rt, rt.exc.TypeError)) {
      const got = typeNameOf(rt, source);
      raise(rt, rt.exc.TypeError, `cannot convert '${got}' object to ${what}`);
    }
    return null;
  }
  const values: number[] = [];
  for (let item = iterNext(rt, it); item !== 0; item = iterNext(rt, it)) {
    const value = byteValue(rt, item, what === 'bytes' ? 'bytes' : 'byte');
    decref(rt, item);
    if (value < 0) break;
    values.push(value);
  }
  decref(rt, it);
  return errOccurred(rt) ? null : values;
}

/** A number in range(256), -1 with an exception. */
export function byteValue(rt: Runtime, item: Addr, what: string): number {
  const value = asSsize(rt, item, 0);
  if (value === -1 && errOccurred(rt)) return -1;
  if (value >= 0 && value < 256) return value;
  return raiseInt(rt, rt.exc.ValueError, `${what} must be in range(0, 256)`);
}

export function bytesIterNext(rt: Runtime, it: Addr): Addr {
  const p = rt.ptr(it + SEQ_ITER_SEQ);
  if (p === 0) return 0;
  const i = rt.size(it + SEQ_ITER_INDEX);
  if (i >= bytesLength(rt, p)) return exhaust(rt, it, p);
  rt.setSize(it + SEQ_ITER_INDEX, i + 1);
  return newRef(rt, rt.smallInt(rt.u8[bytesData(rt, p) + i]!));
}

export function bytesRemainder(rt: Runtime, a: Addr, b: Addr): Addr {
  if (!isBytes(rt, a)) return newRef(rt, rt.notImplemented);
  return bytesFormatPercent(rt, bytesData(rt, a), bytesLength(rt, a), b);
}
