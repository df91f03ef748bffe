/**
 * int in memory: making one, reading one.
 *
 *      0  ob_refcnt, ob_type
 *     16  lv_tag: digits << 3 | 0 positive, 1 zero, 2 negative   (or a signed ob_size, by release)
 *     24  ob_digit: 30 bits each in 4 bytes, least first; at least one place, also for 0
 *
 * "Compact" is an int of at most one digit. Its arithmetic is done on JavaScript numbers. For more
 * digits a BigInt is made of the digits and the result is written back as digits: what a program
 * can see is the digits, and how many of them were allocated (`room`), which is what CPython's
 * own algorithms would have asked for.
 * v3.13.0 Objects/longobject.c, Include/cpython/longintrepr.h
 */
import type { Addr } from '../base/brand.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { noMemory, raiseInt } from './errors.ts';
import { bigIntBits } from './int-bigint.ts';
import { freeListPop, freeListPush } from './freelists.ts';
import { LV_TAG, OB_DIGIT, TP_FLAGS, TP_FREE, TPFLAGS_LONG_SUBCLASS } from './layouts.ts';
import { newRef } from './refcount.ts';
import { FREE_INT, type Runtime, SMALL_INT_STRIDE } from './runtime.ts';
import { digitsAsText, writeDigitsOfText } from './late-numbers.ts';

export { newIntAnew } from './late-numbers.ts';

/** v3.13.0 Include/cpython/longintrepr.h PyLong_SHIFT, PyLong_BASE, PyLong_MASK */
export const DIGIT_BITS = 30;
export const DIGIT_BASE = 0x40000000;
export const DIGIT_MASK = 0x3fffffff;
/** sizeof(PyLongObject): one digit, padded. */
const ONE_DIGIT_SIZE = 32;
/** Digits from which the way through hexadecimal text beats shifting a BigInt digit by digit. */
const TEXT_CONVERSION_DIGITS = 16;

// ---- kind ---------------------------------------------------------------------------------------

/** Whether `p` is an int or of a subclass. v3.13.0 PyLong_Check */
export function isInt(rt: Runtime, p: Addr): boolean {
  const i32 = rt.i32;
  return (i32[(i32[(p + 8) >> 2]! + TP_FLAGS) >> 2]! & TPFLAGS_LONG_SUBCLASS) !== 0;
}

/** Whether the type of `p` is int itself. v3.13.0 PyLong_CheckExact */
export function isIntExact(rt: Runtime, p: Addr): boolean {
  return rt.i32[(p + 8) >> 2] === rt.types.int;
}

/** Whether the int has at most one digit. v3.13.0 PyUnstable_Long_IsCompact */
export function intIsCompact(rt: Runtime, p: Addr): boolean {
  return (rt.i32[(p + LV_TAG) >> 2]! + rt.compactBias) >>> 0 < rt.compactLimit;
}

/** The value of a compact int. v3.13.0 PyUnstable_Long_CompactValue */
export function intCompactValue(rt: Runtime, p: Addr): number {
  const i = (p + LV_TAG) >> 2;
  return Math.imul(rt.compactSign[rt.i32[i]! + rt.compactBias]!, rt.i32[i + 2]!);
}

/** How many digits; 0 for zero. v3.13.0 _PyLong_DigitCount */
export function intDigitCount(rt: Runtime, p: Addr): number {
  const tag = rt.i32[(p + LV_TAG) >> 2]!;
  if (rt.layout.intTagged) return tag >>> 3;
  return tag < 0 ? -tag : tag;
}

/** -1, 0 or 1. v3.13.0 _PyLong_Sign */
export function intSign(rt: Runtime, p: Addr): number {
  const tag = rt.i32[(p + LV_TAG) >> 2]!;
  if (rt.layout.intTagged) return 1 - (tag & 3);
  return tag < 0 ? -1 : tag > 0 ? 1 : 0;
}

/** Writes sign and number of digits; `count` 0 makes it zero whatever the sign. */
export function intSetSignAndCount(rt: Runtime, p: Addr, negative: boolean, count: number): void {
  if (rt.layout.intTagged) {
    rt.setSize(p + LV_TAG, (count << 3) | (count === 0 ? 1 : negative ? 2 : 0));
  } else {
    rt.setSize(p + LV_TAG, negative ? -count : count);
  }
}

// ---- making ------------------------------------------------------------------------------------

function initHeader(rt: Runtime, p: Addr): void {
  const i = p >> 2;
  const i32 = rt.i32;
  i32[i] = 1;
  i32[i + 1] = 0;
  i32[i + 2] = rt.types.int;
  i32[i + 3] = ADDRESS_HIGH;
}

/** The block of an int with room for `digits` digits, the digits not filled. v3.13.0 _PyLong_New */
export function intAlloc(rt: Runtime, digits: number): Addr {
  const kept = digits <= 1 ? freeListPop(rt, FREE_INT) : 0;
  const p = kept || rt.obj.malloc(OB_DIGIT + 4 * (digits > 0 ? digits : 1));
  if (p === 0) return noMemory(rt);
  initHeader(rt, p);
  intSetSignAndCount(rt, p, false, digits);
  rt.i32[(p + OB_DIGIT) >> 2] = 0;
  return p;
}

/** Whether an int of so many digits could not be had whatever else is freed. */
export function intTooLarge(rt: Runtime, digits: number): boolean {
  return digits * 4 > rt.memory.bytes;
}

/** An int of one digit outside the small ints. v3.13.0 _PyLong_FromMedium */
function newMedium(rt: Runtime, n: number): Addr {
  const p = freeListPop(rt, FREE_INT) || rt.obj.malloc(ONE_DIGIT_SIZE);
  if (p === 0) return noMemory(rt);
  initHeader(rt, p);
  const i = (p + LV_TAG) >> 2;
  const i32 = rt.i32;
  if (n < 0) {
    i32[i] = rt.layout.intTagged ? 10 : -1;
    i32[i + 1] = rt.layout.intTagged ? 0 : -1;
    i32[i + 2] = -n;
  } else {
    i32[i] = rt.layout.intTagged ? 8 : 1;
    i32[i + 1] = 0;
    i32[i + 2] = n;
  }
  return p;
}

/**
 * The int `n`: any integer that a JavaScript number holds exactly, |n| < 2^60.
 * @returns a new reference; small ints are the static ones. v3.13.0 PyLong_FromLong
 */
export function newInt(rt: Runtime, n: number): Addr {
  if (n >= rt.smallIntMin && n <= rt.smallIntMax) {
    return newRef(rt, rt.smallIntZero + n * SMALL_INT_STRIDE);
  }
  const magnitude = n < 0 ? -n : n;
  if (magnitude < DIGIT_BASE) return newMedium(rt, n);
  const high = Math.floor(magnitude / DIGIT_BASE);
  return newTwoDigits(rt, n < 0, high, magnitude - high * DIGIT_BASE);
}

/** An int of two digits, `high` not 0. v3.13.0 _PyLong_FromLarge */
function newTwoDigits(rt: Runtime, negative: boolean, high: number, low: number): Addr {
  const p = intAlloc(rt, 2);
  if (p === 0) return 0;
  intSetSignAndCount(rt, p, negative, 2);
  const i = (p + OB_DIGIT) >> 2;
  rt.i32[i] = low;
  rt.i32[i + 1] = high;
  return p;
}

/** The int of a signed 64-bit number in two words. v3.13.0 PyLong_FromSsize_t */
export function newIntFromWords(rt: Runtime, low: number, high: number): Addr {
  if (high === low >> 31) return newInt(rt, low | 0);
  const negative = high < 0;
  let [lo, hi] = [low | 0, high | 0];
  if (negative) {
    lo = -lo | 0;
    hi = (~hi + (lo === 0 ? 1 : 0)) | 0;
  }
  return newMagnitude64(rt, negative, lo, hi);
}

/** The int of an unsigned 64-bit number in two words. v3.13.0 PyLong_FromUnsignedLongLong */
export function newIntFromUnsignedWords(rt: Runtime, low: number, high: number): Addr {
  if (high === 0) return newInt(rt, low >>> 0);
  return newMagnitude64(rt, false, low, high);
}

function newMagnitude64(rt: Runtime, negative: boolean, lo: number, hi: number): Addr {
  const d0 = lo & DIGIT_MASK;
  const d1 = ((lo >>> 30) | (hi << 2)) & DIGIT_MASK;
  const d2 = hi >>> 28;
  if (d2 === 0 && d1 === 0) return newInt(rt, negative ? -d0 : d0);
  if (d2 === 0) return newTwoDigits(rt, negative, d1, d0);
  const p = intAlloc(rt, 3);
  if (p === 0) return 0;
  intSetSignAndCount(rt, p, negative, 3);
  const i = (p + OB_DIGIT) >> 2;
  rt.i32[i] = d0;
  rt.i32[i + 1] = d1;
  rt.i32[i + 2] = d2;
  return p;
}

/** How many digits the BigInt takes. */
export function bigIntDigits(magnitude: bigint): number {
  return Math.ceil(bigIntBits(magnitude) / DIGIT_BITS);
}

/**
 * The int of a BigInt.
 * @param room digits to allocate, where CPython's algorithm asks for more than the result needs
 */
export function newIntFromBigInt(rt: Runtime, b: bigint, room = 0): Addr {
  const negative = b < 0n;
  const magnitude = negative ? -b : b;
  if (magnitude < 0x40000000n) {
    const n = Number(b);
    if (room <= 1 || (n >= rt.smallIntMin && n <= rt.smallIntMax)) return newInt(rt, n);
  }
  const count = bigIntDigits(magnitude);
  const p = intAlloc(rt, room > count ? room : count);
  if (p === 0) return 0;
  intSetSignAndCount(rt, p, negative, count);
  writeDigits(rt, p + OB_DIGIT, magnitude, count);
  return p;
}

/** Writes the `count` digits of a BigInt at byte offset `at`. */
export function writeDigits(rt: Runtime, at: Addr, magnitude: bigint, count: number): void {
  const i = at >> 2;
  if (count > TEXT_CONVERSION_DIGITS) {
    writeDigitsOfText(rt, i, magnitude.toString(16));
    return;
  }
  let rest = magnitude;
  for (let k = 0; k < count; k++) {
    rt.i32[i + k] = Number(rest & 0x3fffffffn);
    rest >>= 30n;
  }
}

/** v3.13.0 Include/internal/pycore_long.h _PY_LONG_DEFAULT_MAX_STR_DIGITS */
const DEFAULT_MAX_STR_DIGITS = 4300;

/**
 * The static ints of the profile's range, 32 bytes apart, and before them a word that holds the
 * limit of digits of int-text.ts; boot only. v3.13.0 _PyLong_SMALL_INTS
 */
export function initSmallInts(rt: Runtime): void {
  const { smallIntMin: min, smallIntMax: max } = rt;
  const base = rt.memory.sbrkStatic(16 + (max - min + 1) * SMALL_INT_STRIDE) + 16;
  rt.i32[(base - 16) >> 2] = DEFAULT_MAX_STR_DIGITS;
  rt.smallIntZero = base - min * SMALL_INT_STRIDE;
  for (let n = min; n <= max; n++) {
    const p = base + (n - min) * SMALL_INT_STRIDE;
    initHeader(rt, p);
    rt.u32[p >> 2] = rt.profile.globalRefcnt;
    intSetSignAndCount(rt, p, n < 0, n === 0 ? 0 : 1);
    rt.i32[(p + OB_DIGIT) >> 2] = Math.abs(n);
  }
}

/** tp_dealloc; an instance of a subclass goes back as its type says. v3.13.0 long_dealloc */
export function intDealloc(rt: Runtime, p: Addr): void {
  const type = rt.i32[(p + 8) >> 2]!;
  if (type === rt.types.int) {
    const limit = rt.profile.freeLists.int;
    if (limit === 0 || !intIsCompact(rt, p) || !freeListPush(rt, FREE_INT, p, limit)) {
      rt.obj.free(p);
    }
  } else rt.fns[rt.i32[(type + TP_FREE) >> 2]!]!(rt, p);
}

/** A starting interpreter has made and dropped more ints than the free list keeps. Boot only. */
export function warmFreeLists(rt: Runtime): void {
  const kept: Addr[] = [];
  for (let i = 0; i < rt.profile.freeLists.int; i++) kept.push(newMedium(rt, DIGIT_MASK));
  for (const p of kept) intDealloc(rt, p);
}

/** The small int of the same value in place of `p` (stolen), where there is one. maybe_small_long */
export function intMaybeSmall(rt: Runtime, p: Addr): Addr {
  if (p !== 0 && intIsCompact(rt, p)) {
    const n = intCompactValue(rt, p);
    if (n >= rt.smallIntMin && n <= rt.smallIntMax) {
      intDealloc(rt, p);
      return newRef(rt, rt.smallInt(n));
    }
  }
  return p;
}

/** Drops leading zero digits of a fresh int, which keeps its block. v3.13.0 long_normalize */
export function intNormalize(rt: Runtime, p: Addr, negative: boolean, room: number): Addr {
  const i = (p + OB_DIGIT) >> 2;
  let count = room;
  while (count > 0 && rt.i32[i + count - 1] === 0) count--;
  intSetSignAndCount(rt, p, negative, count);
  return p;
}

/** An exact int of the same value: a new one unless small. v3.13.0 _PyLong_Copy */
export function intCopy(rt: Runtime, p: Addr, negate = false): Addr {
  if (intIsCompact(rt, p)) {
    const n = intCompactValue(rt, p);
    return newInt(rt, negate ? -n : n);
  }
  const count = intDigitCount(rt, p);
  const copy = intAlloc(rt, count);
  if (copy === 0) return 0;
  intSetSignAndCount(rt, copy, intSign(rt, p) < 0 !== negate, count);
  rt.u8.copyWithin(copy + OB_DIGIT, p + OB_DIGIT, p + OB_DIGIT + 4 * count);
  return copy;
}

/** The object itself when it is exactly an int, else a copy that is. v3.13.0 long_long */
export function intExact(rt: Runtime, p: Addr): Addr {
  return isIntExact(rt, p) ? newRef(rt, p) : intCopy(rt, p);
}

// ---- reading -----------------------------------------------------------------------------------

/** The magnitude of an int as a BigInt. */
export function intMagnitude(rt: Runtime, p: Addr): bigint {
  const count = intDigitCount(rt, p);
  const i = (p + OB_DIGIT) >> 2;
  if (count > TEXT_CONVERSION_DIGITS) return BigInt('0x' + digitsAsText(rt, i, count));
  let b = 0n;
  for (let k = count - 1; k >= 0; k--) b = (b << 30n) | BigInt(rt.i32[i + k]!);
  return b;
}

/** The value of any int as a BigInt. */
export function intToBigInt(rt: Runtime, p: Addr): bigint {
  if (intIsCompact(rt, p)) return BigInt(intCompactValue(rt, p));
  const magnitude = intMagnitude(rt, p);
  return intSign(rt, p) < 0 ? -magnitude : magnitude;
}

/** The value as a JavaScript number; NaN when it is no safe integer. */
export function intToNumber(rt: Runtime, p: Addr): number {
  if (intIsCompact(rt, p)) return intCompactValue(rt, p);
  if (intDigitCount(rt, p) > 2) return NaN;
  const i = (p + OB_DIGIT) >> 2;
  const high = rt.i32[i + 1]!;
  if (high >= 0x800000) return NaN;
  const magnitude = high * DIGIT_BASE + rt.i32[i]!;
  return intSign(rt, p) < 0 ? -magnitude : magnitude;
}

/** Bits of the magnitude. v3.13.0 _PyLong_NumBits */
export function intBitLength(rt: Runtime, p: Addr): number {
  const count = intDigitCount(rt, p);
  if (count === 0) return 0;
  const top = rt.i32[(p + OB_DIGIT + 4 * (count - 1)) >> 2]!;
  return (count - 1) * DIGIT_BITS + (32 - Math.clz32(top));
}

/** Whether the value lies in a signed 64-bit integer. */
export function intFitsSsize(rt: Runtime, p: Addr): boolean {
  const bits = intBitLength(rt, p);
  if (bits < 64) return true;
  return bits === 64 && intSign(rt, p) < 0 && intMagnitude(rt, p) === 1n << 63n;
}

/**
 * The value as a size: exact up to 2^53, above that the nearest number (no buffer is so large).
 * @returns -1 with OverflowError when it does not fit in 64 bits. v3.13.0 PyLong_AsSsize_t
 */
export function intAsSsize(rt: Runtime, p: Addr): number {
  if (intIsCompact(rt, p)) return intCompactValue(rt, p);
  if (!intFitsSsize(rt, p)) {
    return raiseInt(rt, rt.exc.OverflowError, 'Python int too large to convert to C ssize_t');
  }
  return Number(intToBigInt(rt, p));
}

/** The int of a Py_ssize_t. NOT CPYTHON: one beyond 2^53 was rounded when it became a number. */
export function newSsize(rt: Runtime, n: number): Addr {
  if (Math.abs(n) <= Number.MAX_SAFE_INTEGER) return newInt(rt, n);
  return newIntFromBigInt(rt, n >= 2 ** 63 ? 2n ** 63n - 1n : BigInt(n));
}

/** The product of two digits, as an int with a sign: below 2^60, without BigInt. */
export function newProduct(rt: Runtime, x: number, y: number): Addr {
  const product = x * y;
  if (product <= Number.MAX_SAFE_INTEGER && product >= Number.MIN_SAFE_INTEGER) {
    return newInt(rt, product);
  }
  const a = Math.abs(x);
  const b = Math.abs(y);
  const low = (a & 0x7fff) * b;
  const high = (a >> 15) * b;
  const carry = Math.floor(high / 0x8000);
  const rest = (high - carry * 0x8000) * 0x8000 + low;
  const up = Math.floor(rest / DIGIT_BASE);
  return newTwoDigits(rt, product < 0, carry + up, rest - up * DIGIT_BASE);
}
