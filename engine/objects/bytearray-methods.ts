/** What bytearray does. v3.13.0 Objects/bytearrayobject.c */
import type { Addr } from '../base/brand.ts';
import { checkPositional } from './args.ts';
import { BYTEARRAY_ALLOC, bufferData, bufferLength, bufferOf, isByteArray } from './buffer.ts';
import { contentOf, copyOfBuffer } from './byte-arguments.ts';
import {
  byteArrayData,
  byteArrayFrom,
  byteArrayLength,
  byteArrayReplace,
  byteArrayResize,
  canResize,
} from './bytearray.ts';
import { bytesNew } from './bytes.ts';
import { bytesFormatPercent } from './late-parts.ts';
import { byteRepr } from './bytes-repr.ts';
import {
  areTexts,
  bytesContainsAt,
  byteValue,
  byteValues,
  compareBytes,
  orderAnswer,
  repeatInto,
} from './bytes-type.ts';
import { ssizeArgument } from './clinic.ts';
import { errClear, errClearIf, errMatches, errOccurred, raise, raiseInt } from './errors.ts';
import { intToNumber, isIntExact, newInt } from './int.ts';
import { SEQ_ITER_INDEX, SEQ_ITER_SEQ, TP_BASICSIZE } from './layouts.ts';
import { readNewArgs } from './new-args.ts';
import { asSsize, EQ, getIter, isIndex, iterNext, NE, typeNameOf } from './object.ts';
import { instanceState } from './reduce-builtin.ts';
import { decref, newRef, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { rowLength, rowStart } from './sequence-row.ts';
import { sliceLength, sliceStart, sliceStep, sliceWithin } from './slice-bounds.ts';
import { encodeText } from './str-codec.ts';
import { exhaust } from './str-iterators.ts';
import { isStr, newStr, strToJs } from './strings.ts';
import { tuplePack } from './tuple.ts';
import { typeName } from './type-object.ts';
import { fast, type MethodSpec, noArgs, oneArg, type Slots } from './type-spec.ts';

function repr(rt: Runtime, p: Addr): Addr {
  const name = typeName(rt, rt.typeOf(p)).replace(/^.*\./, '');
  return byteRepr(rt, byteArrayData(rt, p), byteArrayLength(rt, p), `${name}(`, ')');
}

function richCompare(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  if (!bufferOf(rt, b)) {
    errClear(rt);
    return newRef(rt, rt.notImplemented);
  }
  const data = bufferData();
  const m = bufferLength();
  if (!bufferOf(rt, a)) return newRef(rt, rt.notImplemented);
  const n = bufferLength();
  if (n !== m && (op === EQ || op === NE)) return newRef(rt, op === NE ? rt.true : rt.false);
  return newRef(rt, orderAnswer(rt, compareBytes(rt, bufferData(), n, data, m), op));
}

// ---- construction ----------------------------------------------------------------------------------

const INIT_PARAMS = { names: ['source', 'encoding', 'errors'], required: 0, positional: 3 };
const given = new Int32Array(3);

/** v3.13.0 bytearray___init___impl */
function init(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): number {
  if (!readNewArgs(rt, 'bytearray', INIT_PARAMS, given, args, kwargs)) return -1;
  const source = given[0]!;
  const encoding = given[1]!;
  const errors = given[2]!;
  if (!areTexts(rt, 'bytearray', encoding, errors)) return -1;
  if (byteArrayResize(rt, self, 0) < 0) return -1;
  if (source === 0) {
    return encoding === 0 && errors === 0 ? 0 : withoutText(rt, encoding !== 0);
  }
  if (isStr(rt, source)) return initFromText(rt, self, source, encoding, errors);
  if (encoding !== 0 || errors !== 0) return withoutText(rt, encoding !== 0);
  if (isIndex(rt, source)) {
    const size = asSsize(rt, source, rt.exc.OverflowError);
    if (size !== -1 || !errOccurred(rt)) return initZeros(rt, self, size);
    if (!errClearIf(rt, rt.exc.TypeError)) return -1;
  }
  const content = copyOfBuffer(rt, source);
  if (content !== null) return replaceAll(rt, self, content);
  if (errOccurred(rt)) return -1;
  const bytes = rt.profile.byteArrayTakesRoom ? bytesOfRow(rt, source) : null;
  return bytes === null ? initFromIterable(rt, self, source) : replaceAll(rt, self, bytes);
}

/** The items of an exact list or tuple when all are bytes, else null: room for them is taken at once. */
function bytesOfRow(rt: Runtime, source: Addr): Uint8Array | null {
  const type = rt.typeOf(source);
  if (type !== rt.types.list && type !== rt.types.tuple) return null;
  const bytes = new Uint8Array(rowLength(rt, source));
  for (let i = 0; i < bytes.length; i++) {
    const item = rt.arg(rowStart(rt, source), i);
    const value = isIntExact(rt, item) ? intToNumber(rt, item) : -1;
    if (!(value >= 0 && value < 256)) return null;
    bytes[i] = value;
  }
  return bytes;
}

function withoutText(rt: Runtime, isEncoding: boolean): -1 {
  const what = isEncoding ? 'encoding' : 'errors';
  return raiseInt(rt, rt.exc.TypeError, `${what} without a string argument`);
}

function replaceAll(rt: Runtime, self: Addr, content: Uint8Array): number {
  if (byteArrayResize(rt, self, content.length) < 0) return -1;
  if (content.length > 0) rt.u8.set(content, byteArrayData(rt, self));
  return 0;
}

function initFromText(rt: Runtime, self: Addr, s: Addr, encoding: Addr, errors: Addr): number {
  if (encoding === 0) {
    return raiseInt(rt, rt.exc.TypeError, 'string argument without an encoding');
  }
  const handler = errors === 0 ? 'strict' : strToJs(rt, errors);
  const encoded = encodeText(rt, s, strToJs(rt, encoding), handler);
  if (encoded === 0) return -1;
  const status = replaceAll(rt, self, contentOf(rt, encoded));
  decref(rt, encoded);
  return status;
}

function initZeros(rt: Runtime, self: Addr, size: number): number {
  if (size < 0) return raiseInt(rt, rt.exc.ValueError, 'negative count');
  if (size === 0) return 0;
  if (byteArrayResize(rt, self, size) < 0) return -1;
  const data = byteArrayData(rt, self);
  rt.u8.fill(0, data, data + size);
  return 0;
}

function initFromIterable(rt: Runtime, self: Addr, source: Addr): number {
  const it = getIter(rt, source);
  if (it === 0) {
    if (errMatches(rt, rt.exc.TypeError)) {
      const got = typeNameOf(rt, source);
      raise(rt, rt.exc.TypeError, `cannot convert '${got}' object to bytearray`);
    }
    return -1;
  }
  for (let item = iterNext(rt, it); item !== 0; item = iterNext(rt, it)) {
    const value = byteValue(rt, item, 'byte');
    decref(rt, item);
    if (value < 0 || appendByte(rt, self, value) < 0) break;
  }
  decref(rt, it);
  return errOccurred(rt) ? -1 : 0;
}

function appendByte(rt: Runtime, self: Addr, value: number): number {
  const n = byteArrayLength(rt, self);
  if (byteArrayResize(rt, self, n + 1) < 0) return -1;
  rt.u8[byteArrayData(rt, self) + n] = value;
  return 0;
}

// ---- sequence --------------------------------------------------------------------------------------

function indexOf(rt: Runtime, self: Addr, key: Addr): number {
  const i = asSsize(rt, key, rt.exc.IndexError);
  if (i === -1 && errOccurred(rt)) return -1;
  const at = i < 0 ? i + byteArrayLength(rt, self) : i;
  if (at >= 0 && at < byteArrayLength(rt, self)) return at;
  return raiseInt(rt, rt.exc.IndexError, 'bytearray index out of range');
}

function item(rt: Runtime, self: Addr, i: number): Addr {
  if (i < 0 || i >= byteArrayLength(rt, self)) {
    return raise(rt, rt.exc.IndexError, 'bytearray index out of range');
  }
  return newRef(rt, rt.smallInt(rt.u8[byteArrayData(rt, self) + i]!));
}

function badKey(rt: Runtime, key: Addr): -1 {
  return raiseInt(
    rt,
    rt.exc.TypeError,
    `bytearray indices must be integers or slices, not ${typeNameOf(rt, key)}`,
  );
}

/** v3.13.0 bytearray_subscript */
function subscript(rt: Runtime, self: Addr, key: Addr): Addr {
  if (isIndex(rt, key)) {
    const i = indexOf(rt, self, key);
    return i < 0 ? 0 : newRef(rt, rt.smallInt(rt.u8[byteArrayData(rt, self) + i]!));
  }
  if (rt.typeOf(key) !== rt.types.slice) {
    badKey(rt, key);
    return 0;
  }
  if (!sliceWithin(rt, key, byteArrayLength(rt, self))) return 0;
  const out = new Uint8Array(sliceLength());
  const data = byteArrayData(rt, self) + sliceStart();
  for (let i = 0; i < out.length; i++) out[i] = rt.u8[data + i * sliceStep()]!;
  return byteArrayFrom(rt, out);
}

/** value 0 deletes. v3.13.0 bytearray_ass_subscript */
function assSubscript(rt: Runtime, self: Addr, key: Addr, value: Addr): number {
  if (isIndex(rt, key)) {
    const i = indexOf(rt, self, key);
    if (i < 0) return -1;
    if (value === 0) return byteArrayReplace(rt, self, i, i + 1, new Uint8Array(0));
    const byte = byteValue(rt, value, 'byte');
    if (byte < 0) return -1;
    rt.u8[byteArrayData(rt, self) + i] = byte;
    return 0;
  }
  if (rt.typeOf(key) !== rt.types.slice) return badKey(rt, key);
  if (!sliceWithin(rt, key, byteArrayLength(rt, self))) return -1;
  const start = sliceStart();
  const step = sliceStep();
  const count = sliceLength();
  const content = value === 0 ? new Uint8Array(0) : assigned(rt, value);
  if (content === null) return -1;
  if (step === 1) return byteArrayReplace(rt, self, start, start + count, content);
  if (value === 0) return deleteStrided(rt, self, start, step, count);
  if (content.length !== count) {
    return raiseInt(
      rt,
      rt.exc.ValueError,
      `attempt to assign bytes of size ${content.length} to extended slice of size ${count}`,
    );
  }
  const data = byteArrayData(rt, self) + start;
  for (let i = 0; i < count; i++) rt.u8[data + i * step] = content[i]!;
  return 0;
}

/** What may stand right of `array[i:j] =`; null with an exception. */
function assigned(rt: Runtime, value: Addr): Uint8Array | null {
  const content = copyOfBuffer(rt, value);
  if (content !== null || errOccurred(rt)) return content;
  if (isIndex(rt, value) || isStr(rt, value)) {
    raise(
      rt,
      rt.exc.TypeError,
      'can assign only bytes, buffers, or iterables of ints in range(0, 256)',
    );
    return null;
  }
  const values = byteValues(rt, value, 'bytearray');
  return values === null ? null : Uint8Array.from(values);
}

function deleteStrided(
  rt: Runtime,
  self: Addr,
  start: number,
  step: number,
  count: number,
): number {
  if (count === 0) return 0;
  if (!canResize(rt, self)) return -1;
  const first = step < 0 ? start + step * (count - 1) : start;
  const stride = Math.abs(step);
  const last = first + stride * (count - 1);
  const n = byteArrayLength(rt, self);
  const data = byteArrayData(rt, self);
  let to = first;
  for (let i = first; i < n; i++) {
    const isDeleted = i <= last && (i - first) % stride === 0;
    if (!isDeleted) rt.u8[data + to++] = rt.u8[data + i]!;
  }
  return byteArrayResize(rt, self, n - count);
}

/** v3.13.0 PyByteArray_Concat */
function concat(rt: Runtime, a: Addr, b: Addr): Addr {
  if (!bufferOf(rt, a) || !bufferOf(rt, b)) return cannotConcat(rt, a, b);
  const left = contentOf(rt, a);
  const right = contentOf(rt, b);
  const out = new Uint8Array(left.length + right.length);
  out.set(left);
  out.set(right, left.length);
  return byteArrayFrom(rt, out);
}

function cannotConcat(rt: Runtime, a: Addr, b: Addr): 0 {
  const got = typeNameOf(rt, b);
  return raise(rt, rt.exc.TypeError, `can't concat ${got} to ${typeNameOf(rt, a)}`);
}

function inplaceConcat(rt: Runtime, self: Addr, other: Addr): Addr {
  if (!bufferOf(rt, other)) return cannotConcat(rt, self, other);
  const n = byteArrayLength(rt, self);
  const content = contentOf(rt, other);
  return byteArrayReplace(rt, self, n, n, content) < 0 ? 0 : newRef(rt, self);
}

function repeat(rt: Runtime, self: Addr, count: number): Addr {
  const times = count < 0 ? 0 : count;
  const n = byteArrayLength(rt, self);
  const p = byteArrayFrom(rt, new Uint8Array(0));
  if (p === 0 || n * times === 0) return p;
  if (byteArrayResize(rt, p, n * times) < 0) {
    decref(rt, p);
    return 0;
  }
  repeatInto(rt, byteArrayData(rt, p), byteArrayData(rt, self), n, n * times);
  return p;
}

function inplaceRepeat(rt: Runtime, self: Addr, count: number): Addr {
  const times = count < 0 ? 0 : count;
  const n = byteArrayLength(rt, self);
  if (byteArrayResize(rt, self, n * times) < 0) return 0;
  const data = byteArrayData(rt, self);
  if (n > 0 && times > 1) repeatInto(rt, data, data, n, n * times);
  return newRef(rt, self);
}

// ---- methods ---------------------------------------------------------------------------------------

function noneOr(rt: Runtime, status: number): Addr {
  return status < 0 ? 0 : newRef(rt, rt.none);
}

function append(rt: Runtime, self: Addr, value: Addr): Addr {
  const byte = byteValue(rt, value, 'byte');
  return byte < 0 ? 0 : noneOr(rt, appendByte(rt, self, byte));
}

/** v3.13.0 bytearray_extend */
function extend(rt: Runtime, self: Addr, iterable: Addr): Addr {
  const n = byteArrayLength(rt, self);
  if (bufferOf(rt, iterable)) {
    return noneOr(rt, byteArrayReplace(rt, self, n, n, contentOf(rt, iterable)));
  }
  if (errOccurred(rt)) {
    const text = `can't set bytearray slice from ${typeNameOf(rt, iterable)}`;
    return raise(rt, rt.exc.TypeError, text);
  }
  const it = getIter(rt, iterable);
  if (it === 0) {
    if (errMatches(rt, rt.exc.TypeError)) {
      raise(rt, rt.exc.TypeError, `can't extend bytearray with ${typeNameOf(rt, iterable)}`);
    }
    return 0;
  }
  decref(rt, it);
  if (isStr(rt, iterable)) {
    const got = typeNameOf(rt, iterable);
    return raise(rt, rt.exc.TypeError, `expected iterable of integers; got: '${got}'`);
  }
  const values = byteValues(rt, iterable, 'bytearray');
  if (values === null) return 0;
  return noneOr(rt, byteArrayReplace(rt, self, n, n, Uint8Array.from(values)));
}

function insert(rt: Runtime, self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'insert', nargs, 2, 2)) return 0;
  const where = ssizeArgument(rt, rt.arg(argv, 0));
  if (Number.isNaN(where)) return 0;
  const byte = byteValue(rt, rt.arg(argv, 1), 'byte');
  if (byte < 0) return 0;
  const n = byteArrayLength(rt, self);
  const i = Math.min(where < 0 ? Math.max(where + n, 0) : where, n);
  return noneOr(rt, byteArrayReplace(rt, self, i, i, Uint8Array.of(byte)));
}

function pop(rt: Runtime, self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'pop', nargs, 0, 1)) return 0;
  const index = nargs === 0 ? -1 : ssizeArgument(rt, rt.arg(argv, 0));
  if (Number.isNaN(index)) return 0;
  const n = byteArrayLength(rt, self);
  if (n === 0) return raise(rt, rt.exc.IndexError, 'pop from empty bytearray');
  const i = index < 0 ? index + n : index;
  if (i < 0 || i >= n) return raise(rt, rt.exc.IndexError, 'pop index out of range');
  if (!canResize(rt, self)) return 0;
  const data = byteArrayData(rt, self);
  const byte = rt.u8[data + i]!;
  rt.u8.copyWithin(data + i, data + i + 1, data + n);
  return byteArrayResize(rt, self, n - 1) < 0 ? 0 : newRef(rt, rt.smallInt(byte));
}

function remove(rt: Runtime, self: Addr, value: Addr): Addr {
  const byte = byteValue(rt, value, 'byte');
  if (byte < 0) return 0;
  const i = contentOf(rt, self).indexOf(byte);
  if (i < 0) return raise(rt, rt.exc.ValueError, 'value not found in bytearray');
  if (!canResize(rt, self)) return 0;
  const n = byteArrayLength(rt, self);
  const data = byteArrayData(rt, self);
  rt.u8.copyWithin(data + i, data + i + 1, data + n);
  return noneOr(rt, byteArrayResize(rt, self, n - 1));
}

function reverse(rt: Runtime, self: Addr): Addr {
  const data = byteArrayData(rt, self);
  rt.u8.subarray(data, data + byteArrayLength(rt, self)).reverse();
  return newRef(rt, rt.none);
}

function sizeOf(rt: Runtime, self: Addr): Addr {
  const own = rt.size(rt.typeOf(self) + TP_BASICSIZE);
  return newInt(rt, own + rt.size(self + BYTEARRAY_ALLOC));
}

/**
 * `(type, (content,), state)`, for old protocols as text that is to be encoded.
 * v3.13.0 _common_reduce
 */
function reduceBy(rt: Runtime, self: Addr, protocol: number): Addr {
  const state = instanceState(rt, self);
  const args = state === 0 ? 0 : contentArguments(rt, self, protocol);
  const result = args === 0 ? 0 : tuplePack(rt, rt.typeOf(self), args, state);
  xdecref(rt, args);
  xdecref(rt, state);
  return result;
}

function contentArguments(rt: Runtime, self: Addr, protocol: number): Addr {
  const content = contentOf(rt, self);
  if (content.length === 0) return newRef(rt, rt.emptyTuple);
  const parts =
    protocol < 3
      ? [newStr(rt, latin1Text(content)), newStr(rt, 'latin-1')]
      : [bytesNew(rt, content)];
  const args = parts.includes(0) ? 0 : tuplePack(rt, ...parts);
  for (const p of parts) xdecref(rt, p);
  return args;
}

function latin1Text(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

/** v3.13.0 bytearray___reduce_ex___impl */
function reduceEx(rt: Runtime, self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, '__reduce_ex__', nargs, 0, 1)) return 0;
  const protocol = nargs === 0 ? 0 : asSsize(rt, rt.arg(argv, 0), rt.exc.OverflowError);
  return protocol === -1 && errOccurred(rt) ? 0 : reduceBy(rt, self, protocol);
}

export const byteArrayMethods: Readonly<Record<string, MethodSpec>> = {
  append: oneArg(append),
  clear: noArgs((rt, self) => noneOr(rt, byteArrayResize(rt, self, 0))),
  copy: noArgs((rt, self) => byteArrayFrom(rt, contentOf(rt, self))),
  extend: oneArg(extend),
  insert: fast(insert),
  pop: fast(pop),
  remove: oneArg(remove),
  reverse: noArgs(reverse),
  __alloc__: noArgs((rt, self) => newInt(rt, rt.size(self + BYTEARRAY_ALLOC))),
  __reduce__: noArgs((rt, self) => reduceBy(rt, self, 2)),
  __reduce_ex__: fast(reduceEx),
  __sizeof__: noArgs(sizeOf),
};

function remainder(rt: Runtime, a: Addr, b: Addr): Addr {
  if (!isByteArray(rt, a)) return newRef(rt, rt.notImplemented);
  const formatted = bytesFormatPercent(rt, byteArrayData(rt, a), byteArrayLength(rt, a), b);
  if (formatted === 0) return 0;
  const result = byteArrayFrom(rt, contentOf(rt, formatted));
  decref(rt, formatted);
  return result;
}

export function byteArrayIterNext(rt: Runtime, it: Addr): Addr {
  const p = rt.ptr(it + SEQ_ITER_SEQ);
  if (p === 0) return 0;
  const i = rt.size(it + SEQ_ITER_INDEX);
  if (i >= byteArrayLength(rt, p)) return exhaust(rt, it, p);
  rt.setSize(it + SEQ_ITER_INDEX, i + 1);
  return newRef(rt, rt.smallInt(rt.u8[byteArrayData(rt, p) + i]!));
}

export const byteArraySlots = {
  tp_repr: repr,
  tp_str: repr,
  tp_richcompare: richCompare,
  tp_init: init,
  nb_remainder: remainder,
  mp_subscript: subscript,
  mp_ass_subscript: assSubscript,
  sq_concat: concat,
  sq_repeat: repeat,
  sq_item: item,
  sq_contains: (r, p, part) => bytesContainsAt(r, byteArrayData(r, p), byteArrayLength(r, p), part),
  sq_inplace_concat: inplaceConcat,
  sq_inplace_repeat: inplaceRepeat,
} satisfies Partial<Slots>;
