/**
 * The operators on the kinds of objects that programs mostly use them on: ints of one digit, floats,
 * lists and tuples with an index. Nothing here runs Python code, and what does not apply answers at
 * once, with nothing done; the loop then takes the general way.
 */
import type { Addr } from '../base/brand.ts';
import { newFloat } from '../objects/float.ts';
import { floorDivideNumbers, remainderNumbers } from '../objects/int-arithmetic.ts';
import { newProduct } from '../objects/int-object.ts';
import { newInt } from '../objects/int.ts';
import * as L from '../objects/layouts.ts';
import { decref, incref } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { strEqual } from '../objects/strings.ts';

/** `a operator b` for an operand of BINARY_OP; new, 0 when it is not for here. */
export function fastBinary(rt: Runtime, a: Addr, b: Addr, operator: number): Addr {
  const i32 = rt.i32;
  const type = i32[(a + 8) >> 2]!;
  if (type !== i32[(b + 8) >> 2]) return 0;
  if (type === rt.types.int) {
    const i = (a + L.LV_TAG) >> 2;
    const j = (b + L.LV_TAG) >> 2;
    const ta = i32[i]! + rt.compactBias;
    const tb = i32[j]! + rt.compactBias;
    if (ta >>> 0 >= rt.compactLimit || tb >>> 0 >= rt.compactLimit) return 0;
    const x = Math.imul(rt.compactSign[ta]!, i32[i + 2]!);
    const y = Math.imul(rt.compactSign[tb]!, i32[j + 2]!);
    return binaryOfInts(rt, x, y, operator);
  }
  if (type === rt.types.float) {
    const f64 = rt.f64;
    const x = f64[(a + L.FLOAT_VALUE) >> 3]!;
    const y = f64[(b + L.FLOAT_VALUE) >> 3]!;
    return binaryOfFloats(rt, x, y, operator);
  }
  return 0;
}

/** On two values of one digit; operators as in opcodes.ts BINARY_OPERATORS, from 13 on in-place. */
function binaryOfInts(rt: Runtime, x: number, y: number, operator: number): Addr {
  switch (operator) {
    case 0:
    case 13:
      return newInt(rt, x + y);
    case 10:
    case 23:
      return newInt(rt, x - y);
    case 5:
    case 18:
      return newProduct(rt, x, y);
    case 6:
    case 19:
      return y === 0 ? 0 : newInt(rt, remainderNumbers(x, y));
    case 2:
    case 15:
      return y === 0 ? 0 : newInt(rt, floorDivideNumbers(x, y));
    case 1:
    case 14:
      return newInt(rt, x & y);
    case 12:
    case 25:
      return newInt(rt, x ^ y);
    case 7:
    case 20:
      return newInt(rt, x | y);
    default:
      return 0;
  }
}

function binaryOfFloats(rt: Runtime, x: number, y: number, operator: number): Addr {
  switch (operator) {
    case 0:
    case 13:
      return newFloat(rt, x + y);
    case 10:
    case 23:
      return newFloat(rt, x - y);
    case 5:
    case 18:
      return newFloat(rt, x * y);
    case 11:
    case 24:
      return y === 0 ? 0 : newFloat(rt, x / y);
    default:
      return 0;
  }
}

/** `a op b` (0 `<` ... 5 `>=`) as a condition: 1, 0, or -1 when it is not for here. */
export function fastCompare(rt: Runtime, a: Addr, b: Addr, op: number): number {
  const i32 = rt.i32;
  const type = i32[(a + 8) >> 2]!;
  if (type !== i32[(b + 8) >> 2]) return -1;
  if (type === rt.types.int) {
    const i = (a + L.LV_TAG) >> 2;
    const j = (b + L.LV_TAG) >> 2;
    const ta = i32[i]! + rt.compactBias;
    const tb = i32[j]! + rt.compactBias;
    if (ta >>> 0 >= rt.compactLimit || tb >>> 0 >= rt.compactLimit) return -1;
    const x = Math.imul(rt.compactSign[ta]!, i32[i + 2]!);
    const y = Math.imul(rt.compactSign[tb]!, i32[j + 2]!);
    return compareNumbers(x, y, op);
  }
  if (type === rt.types.float) {
    return compareNumbers(rt.f64[(a + L.FLOAT_VALUE) >> 3]!, rt.f64[(b + L.FLOAT_VALUE) >> 3]!, op);
  }
  if (type === rt.types.str && (op === 2 || op === 3)) {
    return strEqual(rt, a, b) === (op === 2) ? 1 : 0;
  }
  return -1;
}

function compareNumbers(x: number, y: number, op: number): number {
  switch (op) {
    case 0:
      return x < y ? 1 : 0;
    case 1:
      return x <= y ? 1 : 0;
    case 2:
      return x === y ? 1 : 0;
    case 3:
      return x !== y ? 1 : 0;
    case 4:
      return x > y ? 1 : 0;
    default:
      return x >= y ? 1 : 0;
  }
}

/** The index that a one-digit int is in a sequence of `size` items; -1 when it is out of range or no such int. */
function fastIndex(rt: Runtime, key: Addr, size: number): number {
  const i32 = rt.i32;
  if (i32[(key + 8) >> 2] !== rt.types.int) return -1;
  const i = (key + L.LV_TAG) >> 2;
  const tag = i32[i]! + rt.compactBias;
  if (tag >>> 0 >= rt.compactLimit) return -1;
  const n = Math.imul(rt.compactSign[tag]!, i32[i + 2]!);
  const at = n < 0 ? n + size : n;
  return at < size ? at : -1;
}

/** `container[key]` for an exact list or tuple; new, 0 when it is not for here. */
export function fastSubscript(rt: Runtime, container: Addr, key: Addr): Addr {
  const i32 = rt.i32;
  const type = i32[(container + 8) >> 2]!;
  let items: number;
  if (type === rt.types.list) items = i32[(container + L.LIST_ITEMS) >> 2]!;
  else if (type === rt.types.tuple) items = container + rt.layout.tupleItems;
  else return 0;
  const at = fastIndex(rt, key, i32[(container + L.OB_SIZE) >> 2]!);
  if (at < 0) return 0;
  const p = i32[(items >> 2) + 2 * at]!;
  incref(rt, p);
  return p;
}

/** `list[key] = value` for an exact list and an index that is there; false when it is not for here. */
export function fastStoreSubscript(rt: Runtime, list: Addr, key: Addr, value: Addr): boolean {
  const i32 = rt.i32;
  if (i32[(list + 8) >> 2] !== rt.types.list) return false;
  const at = fastIndex(rt, key, i32[(list + L.OB_SIZE) >> 2]!);
  if (at < 0) return false;
  const word = (i32[(list + L.LIST_ITEMS) >> 2]! >> 2) + 2 * at;
  const old = i32[word]!;
  incref(rt, value);
  i32[word] = value;
  decref(rt, old);
  return true;
}
