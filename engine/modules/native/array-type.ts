/** What Python sees of array.array. v3.13.0 Modules/arraymodule.c array_spec */
import type { Addr } from '../../base/brand.ts';
import { checkPositional, noKeywords } from '../../objects/args.ts';
import { newBool } from '../../objects/bool.ts';
import { bufferData, bufferLength, bufferOf, isByteArray } from '../../objects/buffer.ts';
import { needBuffer } from '../../objects/byte-arguments.ts';
import { bytesNew, isBytes } from '../../objects/bytes.ts';
import { errOccurred, raise, raiseInt } from '../../objects/errors.ts';
import { gcDel, gcUntrackIfTracked } from '../../objects/gc-object.ts';
import { callAlloc, callFree, objectFree } from '../../objects/generic-alloc.ts';
import { newInt, newIntFromBigInt } from '../../objects/int.ts';
import * as L from '../../objects/layouts.ts';
import { isList, listAppendSteal, listItem, listNew, listSize } from '../../objects/list.ts';
import { builtinModule, moduleAddSteal } from '../../objects/module.ts';
import * as O from '../../objects/object.ts';
import { ADDRESS_HIGH } from '../../memory/index.ts';
import { decref, newRef } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { seqIterNew } from '../../objects/seq-iterators.ts';
import { isSlice } from '../../objects/slice.ts';
import { sliceLength, sliceStart, sliceStep, sliceWithin } from '../../objects/slice-bounds.ts';
import { isStr, newStr, strLength, strToJs } from '../../objects/strings.ts';
import { tupleItem, tuplePairSteal, tupleSize } from '../../objects/tuple.ts';
import { isSubtype, typeShortName } from '../../objects/type-object.ts';
import { readyType } from '../../objects/type-ready.ts';
import { fast, type MethodSpec, noArgs, oneArg } from '../../objects/type-spec.ts';
import { ensureType, moduleType } from '../module-types.ts';
import * as A from './array.ts';

function isArray(rt: Runtime, p: Addr): boolean {
  const type = moduleType(rt, 'array');
  return rt.typeOf(p) === type || isSubtype(rt, rt.typeOf(p), type);
}

function none(rt: Runtime, failed: boolean): Addr {
  return failed ? 0 : newRef(rt, rt.none);
}

/** An array of the type and code with room for `n` items; new. */
function allocate(rt: Runtime, type: Addr, code: string, n: number): Addr {
  const array = callAlloc(rt, type, 0);
  if (array === 0) return 0;
  A.setCode(rt, array, code);
  if (A.arrayMakeRoom(rt, array, n) === 0) return array;
  decref(rt, array);
  return 0;
}

/** v3.13.0 array_new */
function arrayNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  if (type === moduleType(rt, 'array') && !noKeywords(rt, 'array.array', kwargs)) return 0;
  const n = tupleSize(rt, args);
  if (!checkPositional(rt, 'array', n, 1, 2)) return 0;
  const codeObject = tupleItem(rt, args, 0);
  if (!isStr(rt, codeObject) || strLength(rt, codeObject) !== 1) {
    const what = isStr(rt, codeObject) ? 'str' : O.typeNameOf(rt, codeObject);
    const text = `array() argument 1 must be a unicode character, not ${what}`;
    return raise(rt, rt.exc.TypeError, text);
  }
  const code = strToJs(rt, codeObject);
  if (A.DESCRS[code] === undefined) {
    const text = 'bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)';
    return raise(rt, rt.exc.ValueError, text);
  }
  const source = n > 1 ? tupleItem(rt, args, 1) : 0;
  const list = source !== 0 && isList(rt, source);
  const array = allocate(rt, type, code, list ? listSize(rt, source) : 0);
  if (array === 0 || source === 0) return array;
  const filled = list ? fillFromList(rt, array, source) : fillFrom(rt, array, source);
  if (filled) return array;
  decref(rt, array);
  return 0;
}

function fillFromList(rt: Runtime, array: Addr, list: Addr): boolean {
  for (let i = 0; i < A.arrayLen(rt, array); i++) {
    if (A.arrayStore(rt, array, i, listItem(rt, list, i)) < 0) return false;
  }
  return true;
}

function append(rt: Runtime, array: Addr, p: Addr): boolean {
  const n = A.arrayLen(rt, array);
  if (A.arrayStore(rt, array, -1, p) < 0 || A.arrayResize(rt, array, n + 1) < 0) return false;
  return A.arrayStore(rt, array, n, p) === 0;
}

/** Appends bytes as they lie. */
function appendBytes(rt: Runtime, array: Addr, from: Addr, size: number): boolean {
  const { bytes } = A.arrayDescr(rt, array);
  const n = A.arrayLen(rt, array);
  if (size % bytes !== 0) {
    raise(rt, rt.exc.ValueError, 'bytes length not a multiple of item size');
    return false;
  }
  if (size === 0) return true;
  if (A.arrayResize(rt, array, n + size / bytes) < 0) return false;
  rt.u8.copyWithin(A.arrayItems(rt, array) + n * bytes, from, from + size);
  return true;
}

/** v3.13.0 array_do_extend */
function extendWith(rt: Runtime, array: Addr, source: Addr): boolean {
  if (isArray(rt, source)) {
    if (A.arrayCode(rt, source) !== A.arrayCode(rt, array)) {
      raise(rt, rt.exc.TypeError, 'can only extend with array of same kind');
      return false;
    }
    const size = A.arrayLen(rt, source) * A.arrayDescr(rt, source).bytes;
    if (size === 0) return true;
    const n = A.arrayLen(rt, array);
    const { bytes } = A.arrayDescr(rt, array);
    if (A.arrayResize(rt, array, n + size / bytes) < 0) return false;
    const from = A.arrayItems(rt, source);
    rt.u8.copyWithin(A.arrayItems(rt, array) + n * bytes, from, from + size);
    return true;
  }
  return appendEach(rt, array, source);
}

/** v3.13.0 array_iter_extend */
function appendEach(rt: Runtime, array: Addr, source: Addr): boolean {
  const it = O.getIter(rt, source);
  if (it === 0) return false;
  for (;;) {
    const item = O.iterNext(rt, it);
    if (item === 0) break;
    const ok = append(rt, array, item);
    decref(rt, item);
    if (!ok) break;
  }
  decref(rt, it);
  return !errOccurred(rt);
}

/** What a new array begins with, when it is no list. */
function fillFrom(rt: Runtime, array: Addr, source: Addr): boolean {
  if (isBytes(rt, source) || isByteArray(rt, source)) {
    return bufferOf(rt, source) && appendBytes(rt, array, bufferData(), bufferLength());
  }
  const alike = isArray(rt, source) && A.arrayCode(rt, source) === A.arrayCode(rt, array);
  return alike ? extendWith(rt, array, source) : appendEach(rt, array, source);
}

/** Moves the items from `from` on to `to`, and sets the length to fit. */
function shift(rt: Runtime, array: Addr, from: number, to: number): boolean {
  const n = A.arrayLen(rt, array);
  const { bytes } = A.arrayDescr(rt, array);
  const length = n + to - from;
  if (to !== from && !A.arrayCanResize(rt, array)) return false;
  if (to > from && A.arrayResize(rt, array, length) < 0) return false;
  const items = A.arrayItems(rt, array);
  rt.u8.copyWithin(items + to * bytes, items + from * bytes, items + n * bytes);
  return to > from || A.arrayResize(rt, array, length) === 0;
}

function insert(rt: Runtime, array: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'insert', nargs, 2, 2)) return 0;
  const n = A.arrayLen(rt, array);
  let at = O.asSsize(rt, rt.arg(argv, 0), rt.exc.OverflowError);
  if (at === -1 && errOccurred(rt)) return 0;
  at = at < 0 ? Math.max(0, at + n) : Math.min(at, n);
  if (A.arrayStore(rt, array, -1, rt.arg(argv, 1)) < 0) return 0;
  if (!shift(rt, array, at, at + 1)) return 0;
  return none(rt, A.arrayStore(rt, array, at, rt.arg(argv, 1)) < 0);
}

function pop(rt: Runtime, array: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'pop', nargs, 0, 1)) return 0;
  const n = A.arrayLen(rt, array);
  let at = nargs === 0 ? -1 : O.asSsize(rt, rt.arg(argv, 0), rt.exc.OverflowError);
  if (at === -1 && errOccurred(rt)) return 0;
  if (n === 0) return raise(rt, rt.exc.IndexError, 'pop from empty array');
  if (at < 0) at += n;
  if (at < 0 || at >= n) return raise(rt, rt.exc.IndexError, 'pop index out of range');
  const item = A.arrayItem(rt, array, at);
  if (item === 0 || shift(rt, array, at + 1, at)) return item;
  decref(rt, item);
  return 0;
}

/** The first index of an equal item from `start` on; -1 none, -2 with an exception. */
function find(rt: Runtime, array: Addr, value: Addr, start: number): number {
  for (let i = start; i < A.arrayLen(rt, array); i++) {
    const item = A.arrayItem(rt, array, i);
    const same = item === 0 ? -1 : O.richCompareBool(rt, item, value, O.EQ);
    if (item !== 0) decref(rt, item);
    if (same < 0) return -2;
    if (same > 0) return i;
  }
  return -1;
}

function remove(rt: Runtime, array: Addr, value: Addr): Addr {
  const at = find(rt, array, value, 0);
  if (at === -2) return 0;
  if (at === -1) return raise(rt, rt.exc.ValueError, 'array.remove(x): x not in array');
  return none(rt, !shift(rt, array, at + 1, at));
}

function index(rt: Runtime, array: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'index', nargs, 1, 3)) return 0;
  const start = nargs > 1 ? O.asSsize(rt, rt.arg(argv, 1), 0) : 0;
  const at = find(
    rt,
    array,
    rt.arg(argv, 0),
    start < 0 ? Math.max(0, start + A.arrayLen(rt, array)) : start,
  );
  if (at === -2) return 0;
  return at >= 0 ? newInt(rt, at) : raise(rt, rt.exc.ValueError, 'array.index(x): x not in array');
}

function count(rt: Runtime, array: Addr, value: Addr): Addr {
  let found = 0;
  for (let at = -1; ; found++) {
    at = find(rt, array, value, at + 1);
    if (at === -2) return 0;
    if (at === -1) return newInt(rt, found);
  }
}

function toList(rt: Runtime, array: Addr): Addr {
  const list = listNew(rt, 0);
  for (let i = 0; i < A.arrayLen(rt, array); i++) {
    listAppendSteal(rt, list, A.arrayItem(rt, array, i));
  }
  return list;
}

function reverse(rt: Runtime, array: Addr): Addr {
  const { bytes } = A.arrayDescr(rt, array);
  const items = A.arrayItems(rt, array);
  for (let i = 0, j = A.arrayLen(rt, array) - 1; i < j; i++, j--) {
    const kept = rt.u8.slice(items + i * bytes, items + (i + 1) * bytes);
    rt.u8.copyWithin(items + i * bytes, items + j * bytes, items + (j + 1) * bytes);
    rt.u8.set(kept, items + j * bytes);
  }
  return newRef(rt, rt.none);
}

function toBytes(rt: Runtime, array: Addr): Addr {
  const size = A.arrayLen(rt, array) * A.arrayDescr(rt, array).bytes;
  const items = A.arrayItems(rt, array);
  return bytesNew(rt, rt.u8.slice(items, items + size));
}

function fromBytes(rt: Runtime, array: Addr, p: Addr): Addr {
  if (!needBuffer(rt, p)) return 0;
  return none(rt, !appendBytes(rt, array, bufferData(), bufferLength()));
}

function bufferInfo(rt: Runtime, array: Addr): Addr {
  const items = A.arrayItems(rt, array);
  const address = items === 0 ? 0n : (BigInt(ADDRESS_HIGH) << 32n) + BigInt(items);
  return tuplePairSteal(rt, newIntFromBigInt(rt, address), newInt(rt, A.arrayLen(rt, array)));
}

// ---- slots ---------------------------------------------------------------------------------------

function item(rt: Runtime, array: Addr, i: number): Addr {
  if (i < 0 || i >= A.arrayLen(rt, array)) {
    return raise(rt, rt.exc.IndexError, 'array index out of range');
  }
  return A.arrayItem(rt, array, i);
}

/** An index that may be negative; NaN with an exception. */
function place(rt: Runtime, array: Addr, key: Addr, text: string): number {
  if (!O.isIndex(rt, key)) {
    raise(rt, rt.exc.TypeError, 'array indices must be integers');
    return NaN;
  }
  let i = O.asSsize(rt, key, rt.exc.IndexError);
  if (i === -1 && errOccurred(rt)) return NaN;
  const n = A.arrayLen(rt, array);
  if (i < 0) i += n;
  if (i >= 0 && i < n) return i;
  raise(rt, rt.exc.IndexError, text);
  return NaN;
}

/** A part of the array as a new array of `n` items from `start` by `step`. */
function part(rt: Runtime, array: Addr, start: number, step: number, n: number): Addr {
  const result = allocate(rt, moduleType(rt, 'array'), A.arrayCode(rt, array), n);
  if (result === 0) return 0;
  const { bytes } = A.arrayDescr(rt, array);
  const [from, to] = [A.arrayItems(rt, array), A.arrayItems(rt, result)];
  for (let k = 0; k < n; k++) {
    const at = from + (start + k * step) * bytes;
    rt.u8.copyWithin(to + k * bytes, at, at + bytes);
  }
  return result;
}

function subscript(rt: Runtime, array: Addr, key: Addr): Addr {
  if (isSlice(rt, key)) {
    if (!sliceWithin(rt, key, A.arrayLen(rt, array))) return 0;
    return part(rt, array, sliceStart(), sliceStep(), sliceLength());
  }
  const i = place(rt, array, key, 'array index out of range');
  return Number.isNaN(i) ? 0 : A.arrayItem(rt, array, i);
}

/** v3.13.0 array_ass_subscr; slices only of step 1 and for arrays */
function assign(rt: Runtime, array: Addr, key: Addr, value: Addr): number {
  if (isSlice(rt, key)) return assignSlice(rt, array, key, value);
  const i = place(rt, array, key, 'array assignment index out of range');
  if (Number.isNaN(i)) return -1;
  if (value === 0) return shift(rt, array, i + 1, i) ? 0 : -1;
  return A.arrayStore(rt, array, i, value);
}

function assignSlice(rt: Runtime, array: Addr, key: Addr, value: Addr): number {
  if (!sliceWithin(rt, key, A.arrayLen(rt, array))) return -1;
  const [start, step, n] = [sliceStart(), sliceStep(), sliceLength()];
  if (value !== 0 && (!isArray(rt, value) || A.arrayCode(rt, value) !== A.arrayCode(rt, array))) {
    const what = O.typeNameOf(rt, value);
    const text = `can only assign array (not "${what}") to array slice`;
    return raiseInt(rt, rt.exc.TypeError, text);
  }
  const { bytes } = A.arrayDescr(rt, array);
  const count = value === 0 ? 0 : A.arrayLen(rt, value);
  const from = value === 0 ? 0 : A.arrayItems(rt, value);
  const kept = rt.u8.slice(from, from + count * bytes);
  if (step === 1) {
    if (count !== n && !shift(rt, array, start + n, start + count)) return -1;
    rt.u8.set(kept, A.arrayItems(rt, array) + start * bytes);
    return 0;
  }
  if (value === 0) {
    const places = Array.from({ length: n }, (_, k) => start + k * step).sort((a, b) => b - a);
    return places.every((i) => shift(rt, array, i + 1, i)) ? 0 : -1;
  }
  if (count !== n) {
    const text = `attempt to assign array of size ${count} to extended slice of size ${n}`;
    return raiseInt(rt, rt.exc.ValueError, text);
  }
  for (let k = 0; k < n; k++) {
    const at = A.arrayItems(rt, array) + (start + k * step) * bytes;
    rt.u8.set(kept.subarray(k * bytes, (k + 1) * bytes), at);
  }
  return 0;
}

function concat(rt: Runtime, a: Addr, b: Addr): Addr {
  if (!isArray(rt, b)) {
    const text = `can only append array (not "${O.typeNameOf(rt, b)}") to array`;
    return raise(rt, rt.exc.TypeError, text);
  }
  if (A.arrayCode(rt, a) !== A.arrayCode(rt, b)) {
    return raise(rt, rt.exc.TypeError, 'bad argument type for built-in operation');
  }
  const [na, nb] = [A.arrayLen(rt, a), A.arrayLen(rt, b)];
  const { bytes } = A.arrayDescr(rt, a);
  const result = allocate(rt, moduleType(rt, 'array'), A.arrayCode(rt, a), na + nb);
  if (result === 0) return 0;
  const to = A.arrayItems(rt, result);
  const [fromA, fromB] = [A.arrayItems(rt, a), A.arrayItems(rt, b)];
  rt.u8.copyWithin(to, fromA, fromA + na * bytes);
  rt.u8.copyWithin(to + na * bytes, fromB, fromB + nb * bytes);
  return result;
}

function repeat(rt: Runtime, array: Addr, times: number): Addr {
  const n = A.arrayLen(rt, array);
  const total = n * Math.max(0, times);
  const result = allocate(rt, moduleType(rt, 'array'), A.arrayCode(rt, array), total);
  if (result === 0) return 0;
  const size = n * A.arrayDescr(rt, array).bytes;
  const from = A.arrayItems(rt, array);
  for (let k = 0; k < times; k++) {
    rt.u8.copyWithin(A.arrayItems(rt, result) + k * size, from, from + size);
  }
  return result;
}

/** v3.13.0 array_inplace_repeat */
function inplaceRepeat(rt: Runtime, array: Addr, times: number): Addr {
  const n = A.arrayLen(rt, array);
  const size = n * A.arrayDescr(rt, array).bytes;
  if (n > 0 && A.arrayResize(rt, array, n * Math.max(0, times)) < 0) return 0;
  const items = A.arrayItems(rt, array);
  for (let k = 1; k < times; k++) rt.u8.copyWithin(items + k * size, items, items + size);
  return newRef(rt, array);
}

function repr(rt: Runtime, array: Addr): Addr {
  const code = A.arrayCode(rt, array);
  const name = typeShortName(rt, rt.typeOf(array));
  if (A.arrayLen(rt, array) === 0) return newStr(rt, `${name}('${code}')`);
  const list = toList(rt, array);
  let text = O.reprText(rt, list);
  if (A.arrayDescr(rt, array).kind === 'char') {
    let joined = '';
    for (let i = 0; i < listSize(rt, list); i++) joined += strToJs(rt, listItem(rt, list, i));
    const whole = newStr(rt, joined);
    text = O.reprText(rt, whole);
    decref(rt, whole);
  }
  decref(rt, list);
  return text === null ? 0 : newStr(rt, `${name}('${code}', ${text})`);
}

/** As lists compare. */
function compare(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  if (!isArray(rt, a) || !isArray(rt, b)) return O.notImplemented(rt);
  if ((op === O.EQ || op === O.NE) && A.arrayLen(rt, a) !== A.arrayLen(rt, b)) {
    return newBool(rt, op === O.NE);
  }
  const [x, y] = [toList(rt, a), toList(rt, b)];
  const result = O.richCompare(rt, x, y, op);
  decref(rt, x);
  decref(rt, y);
  return result;
}

function doing(act: (rt: Runtime, array: Addr, p: Addr) => boolean): MethodSpec {
  return oneArg((rt, array, p) => none(rt, !act(rt, array, p)));
}

/** Whether the collector knows it: a subclass is, an array of a release up to 3.9 is not. */
function isCollected(rt: Runtime, array: Addr): boolean {
  return (rt.i32[(rt.typeOf(array) + L.TP_FLAGS) >> 2]! & L.TPFLAGS_HAVE_GC) !== 0;
}

function copy(rt: Runtime, array: Addr): Addr {
  return part(rt, array, 0, 1, A.arrayLen(rt, array));
}

function makeType(rt: Runtime): Addr {
  const collected = rt.profile.arraysAreCollected;
  return readyType(rt, {
    name: 'array.array',
    basicsize: A.ARRAY_SIZE,
    flags: (collected ? L.TPFLAGS_HAVE_GC : 0) | L.TPFLAGS_BASETYPE | L.TPFLAGS_SEQUENCE,
    weaklistoffset: A.ARRAY_WEAKREFLIST,
    unhashable: true,
    slots: {
      tp_new: arrayNew,
      tp_dealloc: (r, array) => {
        if (isCollected(r, array)) gcUntrackIfTracked(r, array);
        if (r.ptr(array + A.ARRAY_WEAKREFLIST) !== 0) r.hooks.clearWeakrefs(r, array);
        A.arrayFree(r, array);
        callFree(r, array);
      },
      ...(collected ? { tp_traverse: () => {}, tp_free: gcDel } : { tp_free: objectFree }),
      tp_repr: repr,
      tp_richcompare: compare,
      tp_iter: seqIterNew,
      sq_length: A.arrayLen,
      sq_item: item,
      sq_concat: concat,
      sq_repeat: repeat,
      sq_inplace_repeat: inplaceRepeat,
      sq_contains: (r, array, value) => {
        const at = find(r, array, value, 0);
        return at === -2 ? -1 : at >= 0 ? 1 : 0;
      },
      sq_inplace_concat: (r, array, other) => {
        if (isArray(r, other)) return extendWith(r, array, other) ? newRef(r, array) : 0;
        const text = `can only extend with array (not "${O.typeNameOf(r, other)}")`;
        return raise(r, r.exc.TypeError, text);
      },
      mp_length: A.arrayLen,
      mp_subscript: subscript,
      mp_ass_subscript: assign,
      bf_getbuffer: A.arrayGetBuffer,
      bf_releasebuffer: A.arrayReleaseBuffer,
    },
    methods: {
      append: doing(append),
      extend: doing(extendWith),
      fromlist: doing((r, array, p) => {
        if (isList(r, p)) return extendWith(r, array, p);
        raise(r, r.exc.TypeError, 'arg must be list');
        return false;
      }),
      insert: fast(insert),
      pop: fast(pop),
      remove: oneArg(remove),
      index: fast(index),
      count: oneArg(count),
      reverse: noArgs(reverse),
      clear: noArgs((r, array) => none(r, A.arrayResize(r, array, 0) < 0)),
      tolist: noArgs(toList),
      tobytes: noArgs(toBytes),
      frombytes: oneArg(fromBytes),
      buffer_info: noArgs(bufferInfo),
      __copy__: noArgs(copy),
      __deepcopy__: oneArg((r, array) => copy(r, array)),
      __sizeof__: noArgs((r, array) =>
        newInt(
          r,
          r.size(r.typeOf(array) + L.TP_BASICSIZE) +
            A.arrayAllocated(r, array) * A.arrayDescr(r, array).bytes,
        ),
      ),
    },
    getset: {
      typecode: { get: (r, array) => newStr(r, A.arrayCode(r, array)) },
      itemsize: { get: (r, array) => newInt(r, A.arrayDescr(r, array).bytes) },
    },
  });
}

export function createArrayModule(rt: Runtime): Addr {
  const module = builtinModule(rt, 'array', {});
  const type = ensureType(rt, 'array', makeType);
  moduleAddSteal(rt, module, 'array', newRef(rt, type));
  moduleAddSteal(rt, module, 'ArrayType', newRef(rt, type));
  const codes = Object.keys(A.DESCRS).join('');
  moduleAddSteal(rt, module, 'typecodes', newStr(rt, codes));
  return module;
}
