/** Methods and attributes of memoryview. v3.13.0 Objects/memoryobject.c memory_methods */
import type { Addr } from '../base/brand.ts';
import { checkPositional, type Params, parseArgs } from './args.ts';
import { newBool } from './bool.ts';
import { bytesNew } from './bytes.ts';
import { staticCString } from './cfunction.ts';
import { adjustEnd, adjustStart, badArgument, isTuple, sliceIndex } from './clinic.ts';
import { errOccurred, raise, raiseInt } from './errors.ts';
import { intToNumber, isInt, newInt } from './int.ts';
import { genericAliasNew, sharedByteMethods } from './late-parts.ts';
import { isList, listAppendSteal, listItem, listNew, listSize } from './list.ts';
import * as M from './managed-buffer.ts';
import { memoryItem } from './memoryview-access.ts';
import {
  memoryviewContent,
  places,
  type Shown,
  shownBy,
  shownBytes,
} from './memoryview-content.ts';
import { formatOf, itemCode, nativeSize, unpackItem } from './memoryview-item.ts';
import { BYTES_DATA } from './layouts.ts';
import { asSsize, EQ, richCompareBool } from './object.ts';
import * as B from './py-buffer.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { isStr, newStr, strIsAscii, strToJs } from './strings.ts';
import { encodeText } from './str-codec.ts';
import { tupleItem, tupleNew, tupleSetItem, tupleSize } from './tuple.ts';
import {
  classMethod,
  fast,
  fastKeywords,
  type GetSetSpec,
  type MethodSpec,
  noArgs,
  oneArg,
} from './type-spec.ts';

const given = new Int32Array(3);

// ---- cast ----------------------------------------------------------------------------------------

const CAST: Params = { names: ['format', 'shape'], required: 1, positional: 2 };

/** v3.13.0 memoryview_cast_impl */
function cast(rt: Runtime, mv: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  const words = rt.profile.memoryviews;
  const name = words.clinic ? 'cast' : 'function';
  if (!parseArgs(rt, name, CAST, given, argv, nargs, kwnames)) return 0;
  const [format, shape] = [given[0]!, given[1]!];
  if (words.clinic && !isStr(rt, format)) {
    return badArgument(rt, 'cast', "argument 'format'", 'str', format);
  }
  if (M.isReleased(rt, mv)) return 0;
  if (!isStr(rt, format)) {
    return raise(rt, rt.exc.TypeError, 'memoryview: format argument must be a string');
  }
  if (!M.isContiguous(rt, mv)) {
    const text = 'memoryview: casts are restricted to C-contiguous views';
    return raise(rt, rt.exc.TypeError, text);
  }
  const ndim = castDimensions(rt, mv, shape);
  if (ndim < 0) return 0;
  const result = castFrom(rt, mv, Math.max(1, ndim));
  if (result === 0) return 0;
  if (castToLine(rt, result, format) < 0 || (shape !== 0 && castToShape(rt, result, shape) < 0)) {
    decref(rt, result);
    return 0;
  }
  return result;
}

function castFrom(rt: Runtime, mv: Addr, ndim: number): Addr {
  return M.viewIncomplete(rt, rt.ptr(mv + M.MV_MBUF), mv + M.MV_VIEW, ndim);
}

/** How many dimensions are asked for, 1 when none; -1 with an exception. */
function castDimensions(rt: Runtime, mv: Addr, shape: Addr): number {
  const own = M.viewDims(rt, mv);
  if ((shape !== 0 || own !== 1) && shownBy(rt, mv).shape.includes(0)) {
    const text = 'memoryview: cannot cast view with zeros in shape or strides';
    return raiseInt(rt, rt.exc.TypeError, text);
  }
  if (shape === 0) return 1;
  if (!isList(rt, shape) && !isTuple(rt, shape)) {
    return raiseInt(rt, rt.exc.TypeError, 'shape must be a list or a tuple');
  }
  const ndim = isList(rt, shape) ? listSize(rt, shape) : tupleSize(rt, shape);
  if (ndim > M.MAX_DIMENSIONS) {
    const text = `memoryview: number of dimensions must not exceed ${M.MAX_DIMENSIONS}`;
    return raiseInt(rt, rt.exc.ValueError, text);
  }
  if (own !== 1 && ndim !== 1) {
    return raiseInt(rt, rt.exc.TypeError, 'memoryview: cast must be 1D -> ND or ND -> 1D');
  }
  return ndim;
}

/** v3.13.0 cast_to_1D */
function castToLine(rt: Runtime, mv: Addr, formatObject: Addr): number {
  const view = mv + M.MV_VIEW;
  if (!strIsAscii(rt, formatObject)) {
    return encodeText(rt, formatObject, 'ascii', 'strict') === 0 ? -1 : 0;
  }
  const format = strToJs(rt, formatObject);
  const [from, to] = [formatOf(rt, mv), format].map((text) => text.replace(/^@/, ''));
  const itemsize = nativeSize(rt, format);
  if (itemsize === 0) {
    const what = rt.profile.memoryviews.nativeFormat;
    const text = `memoryview: destination format must be a ${what} prefixed with an optional '@'`;
    return raiseInt(rt, rt.exc.ValueError, text);
  }
  if (!'bBc'.includes(from!) && !'bBc'.includes(to!)) {
    return raiseInt(rt, rt.exc.TypeError, 'memoryview: cannot cast between two non-byte formats');
  }
  const len = rt.size(view + B.PB_LEN);
  if (len % itemsize !== 0) {
    return raiseInt(rt, rt.exc.TypeError, 'memoryview: length is not a multiple of itemsize');
  }
  const text = format.length === 1 ? B.formatCString(rt, format) : staticCString(rt, format);
  rt.setPtr(view + B.PB_FORMAT, text);
  rt.setSize(view + B.PB_ITEMSIZE, itemsize);
  setDimensions(rt, mv, [len / itemsize]);
  return 0;
}

/** Sets shape and strides of items one behind the other. */
function setDimensions(rt: Runtime, mv: Addr, shape: readonly number[]): void {
  const view = mv + M.MV_VIEW;
  rt.i32[(view + B.PB_NDIM) >> 2] = shape.length;
  const strides = rt.ptr(view + B.PB_STRIDES);
  let stride = rt.size(view + B.PB_ITEMSIZE);
  for (let k = shape.length - 1; k >= 0; k--) {
    rt.setSize(mv + M.MV_ARRAY + 8 * k, shape[k]!);
    rt.setSize(strides + 8 * k, stride);
    stride *= shape[k]!;
  }
  M.viewSetFlags(rt, mv);
}

/** v3.13.0 cast_to_ND, copy_shape */
function castToShape(rt: Runtime, mv: Addr, shape: Addr): number {
  const sizes: number[] = [];
  const n = isList(rt, shape) ? listSize(rt, shape) : tupleSize(rt, shape);
  for (let k = 0; k < n; k++) {
    const size = isList(rt, shape) ? listItem(rt, shape, k) : tupleItem(rt, shape, k);
    if (!isInt(rt, size)) {
      const text = 'memoryview.cast(): elements of shape must be integers';
      return raiseInt(rt, rt.exc.TypeError, text);
    }
    sizes.push(intToNumber(rt, size));
    if (!(sizes[k]! > 0)) {
      const text = 'memoryview.cast(): elements of shape must be integers > 0';
      return raiseInt(rt, rt.exc.ValueError, text);
    }
  }
  const view = mv + M.MV_VIEW;
  const total = sizes.reduce((size, next) => size * next, rt.size(view + B.PB_ITEMSIZE));
  if (total > 2 ** 63) {
    return raiseInt(rt, rt.exc.ValueError, 'memoryview.cast(): product(shape) > SSIZE_MAX');
  }
  if (total !== rt.size(view + B.PB_LEN)) {
    const text = 'memoryview: product(shape) * itemsize != buffer size';
    return raiseInt(rt, rt.exc.TypeError, text);
  }
  setDimensions(rt, mv, sizes);
  return 0;
}

// ---- the content as other objects ----------------------------------------------------------------

const ORDER: Params = { names: ['order'], required: 0, positional: 1 };

/** v3.13.0 memoryview_tobytes_impl */
function toBytes(rt: Runtime, mv: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!parseArgs(rt, 'tobytes', ORDER, given, argv, nargs, kwnames)) return 0;
  const object = given[0]! === rt.none ? 0 : given[0]!;
  if (object !== 0 && !isStr(rt, object)) {
    return badArgument(rt, 'tobytes', "argument 'order'", 'str or None', object);
  }
  if (M.isReleased(rt, mv)) return 0;
  const order = object === 0 ? 'C' : strToJs(rt, object);
  if (!['C', 'F', 'A'].includes(order)) {
    return raise(rt, rt.exc.ValueError, "order must be 'C', 'F' or 'A'");
  }
  const isFortran = (M.viewFlags(rt, mv) & M.MV_FORTRAN) !== 0;
  const firstQuickest = order === 'F' || (order === 'A' && isFortran);
  return plainBytes(rt, shownBytes(rt, shownBy(rt, mv), firstQuickest));
}

/** A bytes object of its own, even for one byte. */
function plainBytes(rt: Runtime, content: Uint8Array): Addr {
  const p = bytesNew(rt, content.length);
  if (p !== 0 && content.length > 0) rt.u8.set(content, p + BYTES_DATA);
  return p;
}

/** v3.13.0 memoryview_tolist_impl */
function toList(rt: Runtime, mv: Addr): Addr {
  if (M.isReleased(rt, mv)) return 0;
  const code = itemCode(rt, formatOf(rt, mv));
  if (code === null) return 0;
  const shown = shownBy(rt, mv);
  const at = places(shown);
  if (shown.shape.length === 0) return unpackItem(rt, shown.buf, code);
  return nestedList(rt, shown, code, at, 0);
}

function nestedList(rt: Runtime, shown: Shown, code: string, at: Iterator<Addr>, k: number): Addr {
  const list = listNew(rt, 0);
  if (list === 0) return 0;
  const isLast = k === shown.shape.length - 1;
  for (let i = 0; i < shown.shape[k]!; i++) {
    const item = isLast
      ? unpackItem(rt, at.next().value as Addr, code)
      : nestedList(rt, shown, code, at, k + 1);
    if (item === 0 || listAppendSteal(rt, list, item) < 0) {
      decref(rt, list);
      return 0;
    }
  }
  return list;
}

/** v3.13.0 memoryview_hex_impl */
function hex(rt: Runtime, mv: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (M.isReleased(rt, mv)) return 0;
  const bytes = plainBytes(rt, memoryviewContent(rt, mv));
  if (bytes === 0) return 0;
  const text: Addr = sharedByteMethods['hex']!.fn(rt, bytes, argv, nargs, kwnames);
  decref(rt, bytes);
  return text;
}

/** v3.13.0 memoryview_toreadonly_impl */
function toReadonly(rt: Runtime, mv: Addr): Addr {
  if (M.isReleased(rt, mv)) return 0;
  const result = M.viewCopy(rt, mv);
  if (result !== 0) rt.i32[(result + M.MV_VIEW + B.PB_READONLY) >> 2] = 1;
  return result;
}

function release(rt: Runtime, mv: Addr): Addr {
  return M.viewRelease(rt, mv) < 0 ? 0 : newRef(rt, rt.none);
}

// ---- searching -----------------------------------------------------------------------------------

/** Whether the item at `i` equals; -1 with an exception. */
function equalsAt(rt: Runtime, mv: Addr, i: number, value: Addr): number {
  const item = memoryItem(rt, mv, i);
  if (item === 0) return -1;
  const same = richCompareBool(rt, item, value, EQ);
  decref(rt, item);
  return same;
}

/** v3.14.0 memoryview_index_impl */
function index(rt: Runtime, mv: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'index', nargs, 1, 3)) return 0;
  const low = sliceIndex(rt, nargs > 1 ? rt.arg(argv, 1) : 0, 0);
  if (Number.isNaN(low)) return 0;
  const high = sliceIndex(rt, nargs > 2 ? rt.arg(argv, 2) : 0, Infinity);
  if (Number.isNaN(high) || M.isReleased(rt, mv)) return 0;
  const ndim = M.viewDims(rt, mv);
  if (ndim === 0) return raise(rt, rt.exc.TypeError, 'invalid lookup on 0-dim memory');
  if (ndim > 1) {
    const text = 'multi-dimensional lookup is not implemented';
    return raise(rt, rt.exc.NotImplementedError, text);
  }
  const n = M.viewShape(rt, mv, 0);
  const end = adjustEnd(high, n);
  for (let i = adjustStart(low, n); i < end; i++) {
    const same = equalsAt(rt, mv, i, rt.arg(argv, 0));
    if (same < 0) return 0;
    if (same > 0) return newInt(rt, i);
  }
  return raise(rt, rt.exc.ValueError, 'memoryview.index(x): x not found');
}

/** v3.14.0 memoryview_count */
function count(rt: Runtime, mv: Addr, value: Addr): Addr {
  if (M.isReleased(rt, mv)) return 0;
  let found = 0;
  const n = M.viewDims(rt, mv) === 0 ? 1 : M.viewShape(rt, mv, 0);
  for (let i = 0; i < n; i++) {
    const same = equalsAt(rt, mv, i, value);
    if (same < 0) return 0;
    found += same;
  }
  return newInt(rt, found);
}

const FROM_FLAGS: Params = { names: ['object', 'flags'], required: 2, positional: 2 };

/** v3.13.0 memoryview__from_flags_impl */
function fromFlags(rt: Runtime, _type: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!parseArgs(rt, '_from_flags', FROM_FLAGS, given, argv, nargs, kwnames)) return 0;
  const object = given[0]!;
  const flags = asSsize(rt, given[1]!, rt.exc.OverflowError);
  if (flags === -1 && errOccurred(rt)) return 0;
  return M.memoryviewFrom(rt, object, flags);
}

export const memoryMethods: Readonly<Record<string, MethodSpec>> = {
  release: noArgs(release),
  tobytes: fastKeywords(toBytes),
  hex: fastKeywords(hex),
  tolist: noArgs(toList),
  cast: fastKeywords(cast),
  toreadonly: noArgs(toReadonly),
  __enter__: noArgs((rt, mv) => (M.isReleased(rt, mv) ? 0 : newRef(rt, mv))),
  __exit__: fast(release),
  _from_flags: classMethod(fastKeywords(fromFlags)),
  count: oneArg(count),
  index: fast(index),
  __class_getitem__: classMethod(oneArg(genericAliasNew)),
};

// ---- attributes ----------------------------------------------------------------------------------

/** An attribute that a view given back has no more. */
function attribute(get: (rt: Runtime, mv: Addr) => Addr): GetSetSpec {
  return { get: (rt, mv) => (M.isReleased(rt, mv) ? 0 : get(rt, mv)) };
}

function sizes(pick: (shown: Shown) => readonly number[]): GetSetSpec {
  return attribute((rt, mv) => {
    const values = pick(shownBy(rt, mv));
    const tuple = tupleNew(rt, values.length);
    if (tuple === 0) return 0;
    values.forEach((value, k) => tupleSetItem(rt, tuple, k, newInt(rt, value)));
    return tuple;
  });
}

function flag(wanted: number): GetSetSpec {
  return attribute((rt, mv) => newBool(rt, (M.viewFlags(rt, mv) & wanted) !== 0));
}

export const memoryAttributes: Readonly<Record<string, GetSetSpec>> = {
  obj: attribute((rt, mv) => newRef(rt, rt.ptr(mv + M.MV_VIEW + B.PB_OBJ) || rt.none)),
  nbytes: attribute((rt, mv) => {
    const { shape, itemsize } = shownBy(rt, mv);
    return newInt(
      rt,
      shape.reduce((size, n) => size * n, itemsize),
    );
  }),
  readonly: attribute((rt, mv) => newBool(rt, rt.i32[(mv + M.MV_VIEW + B.PB_READONLY) >> 2] !== 0)),
  itemsize: attribute((rt, mv) => newInt(rt, rt.size(mv + M.MV_VIEW + B.PB_ITEMSIZE))),
  format: attribute((rt, mv) => newStr(rt, formatOf(rt, mv))),
  ndim: attribute((rt, mv) => newInt(rt, M.viewDims(rt, mv))),
  shape: sizes((shown) => shown.shape),
  strides: sizes((shown) => shown.strides),
  suboffsets: sizes(() => []),
  c_contiguous: flag(M.MV_C),
  f_contiguous: flag(M.MV_FORTRAN),
  contiguous: flag(M.MV_C | M.MV_FORTRAN),
};
