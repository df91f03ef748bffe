/**
 * Operators applied to constants, within the limits that keep compiled files small.
 *
 * v3.13.0 Python/ast_opt.c
 */

import type { Operator, UnaryOperator } from '../syntax/ast.ts';
import type { ConstValue } from './code-unit.ts';
import { boolConst, isTrue } from './const-value.ts';
import { asInt, foldNumbers, invert, negative, positive } from './fold-numbers.ts';

const MAX_COLLECTION_SIZE = 256;
const MAX_STR_SIZE = 4096;
const MAX_TOTAL_ITEMS = 1024;

/** Code points of a str. */
function strLength(s: string): number {
  let length = s.length;
  for (let i = 0; i + 1 < s.length; i++) {
    if (s.codePointAt(i)! > 0xffff) {
      length--;
      i++;
    }
  }
  return length;
}

/** v3.13.0 Python/ast_opt.c check_complexity: what is left of `limit`, negative when too much */
function checkComplexity(c: ConstValue, limit: number): number {
  if (c.type !== 'tuple') return limit;
  let left = limit - c.items.length;
  for (const item of c.items) {
    if (left < 0) break;
    left = checkComplexity(item, left);
  }
  return left;
}

function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A sequence times an int. v3.13.0 Python/ast_opt.c safe_multiply */
function repeat(c: ConstValue, times: bigint): ConstValue | null {
  if (BigInt.asIntN(64, times) !== times) return null;
  if (c.type === 'tuple') {
    const size = c.items.length;
    if (size === 0) return c;
    if (times < 0n || times > BigInt(Math.floor(MAX_COLLECTION_SIZE / size))) return null;
    const n = Number(times);
    if (n > 0 && checkComplexity(c, Math.floor(MAX_TOTAL_ITEMS / n)) < 0) return null;
    return { type: 'tuple', items: Array.from({ length: n }, () => c.items).flat() };
  }
  if (c.type !== 'str' && c.type !== 'bytes') return null;
  const size = c.type === 'str' ? strLength(c.value) : c.value.length;
  if (size === 0) return c;
  if (times < 0n || times > BigInt(Math.floor(MAX_STR_SIZE / size))) return null;
  const n = Number(times);
  if (c.type === 'str') return { type: 'str', value: c.value.repeat(n) };
  return { type: 'bytes', value: concatBytes(Array.from({ length: n }, () => c.value)) };
}

function add(left: ConstValue, right: ConstValue): ConstValue | null {
  if (left.type === 'str' && right.type === 'str') {
    return { type: 'str', value: left.value + right.value };
  }
  if (left.type === 'bytes' && right.type === 'bytes') {
    return { type: 'bytes', value: concatBytes([left.value, right.value]) };
  }
  if (left.type === 'tuple' && right.type === 'tuple') {
    return { type: 'tuple', items: [...left.items, ...right.items] };
  }
  return null;
}

function multiply(left: ConstValue, right: ConstValue): ConstValue | null {
  const [a, b] = [asInt(left), asInt(right)];
  if (a !== null) return repeat(right, a);
  return b !== null ? repeat(left, b) : null;
}

/** `left op right`, or null where it is left to the program. v3.13.0 fold_binop */
export function foldBinary(op: Operator, left: ConstValue, right: ConstValue): ConstValue | null {
  const result = foldNumbers(op, left, right);
  if (result !== null) return result;
  if (op === 'Add') return add(left, right);
  return op === 'Mult' ? multiply(left, right) : null;
}

/** v3.13.0 Python/ast_opt.c fold_unaryop */
export function foldUnary(op: UnaryOperator, operand: ConstValue): ConstValue | null {
  switch (op) {
    case 'Not':
      return boolConst(!isTrue(operand));
    case 'Invert':
      return invert(operand);
    case 'UAdd':
      return positive(operand);
    case 'USub':
      return negative(operand);
  }
}

/** `container[index]`. v3.13.0 Python/ast_opt.c fold_subscr */
export function foldIndex(container: ConstValue, index: ConstValue): ConstValue | null {
  if (index.type === 'slice') return foldSlice(container, index.items);
  const n = asInt(index);
  if (n === null) return null;
  if (container.type === 'tuple') return itemAt(container.items, n);
  if (container.type === 'str') {
    const char = itemAt([...container.value], n);
    return char === null ? null : { type: 'str', value: char };
  }
  if (container.type !== 'bytes') return null;
  const byte = itemAt([...container.value], n);
  return byte === null ? null : { type: 'int', value: BigInt(byte) };
}

/** Python's slicing of a constant; null when a bound is no int. */
function foldSlice(container: ConstValue, bounds: readonly ConstValue[]): ConstValue | null {
  if (container.type === 'tuple') {
    const items = sliced(container.items, bounds);
    return items === null ? null : { type: 'tuple', items };
  }
  if (container.type === 'str') {
    const chars = sliced([...container.value], bounds);
    return chars === null ? null : { type: 'str', value: chars.join('') };
  }
  if (container.type !== 'bytes') return null;
  const bytes = sliced([...container.value], bounds);
  return bytes === null ? null : { type: 'bytes', value: Uint8Array.from(bytes) };
}

/** v3.13.0 Objects/sliceobject.c PySlice_AdjustIndices */
function sliced<T>(items: readonly T[], bounds: readonly ConstValue[]): T[] | null {
  const [start, stop, by] = bounds.map((bound) => (bound.type === 'None' ? null : asInt(bound)));
  if (bounds.some((bound, i) => bound.type !== 'None' && [start, stop, by][i] === null))
    return null;
  const step = Number(by ?? 1n);
  if (step === 0) return null;
  const n = items.length;
  const clip = (given: bigint | null | undefined, otherwise: number): number => {
    if (given === null || given === undefined) return otherwise;
    const at = Number(given) < 0 ? Number(given) + n : Number(given);
    return step > 0 ? Math.min(Math.max(at, 0), n) : Math.min(Math.max(at, -1), n - 1);
  };
  const from = clip(start, step > 0 ? 0 : n - 1);
  const to = clip(stop, step > 0 ? n : -1);
  const found: T[] = [];
  for (let i = from; step > 0 ? i < to : i > to; i += step) found.push(items[i]!);
  return found;
}

function itemAt<T>(items: readonly T[], index: bigint): T | null {
  const at = index < 0n ? index + BigInt(items.length) : index;
  return at >= 0n && at < items.length ? items[Number(at)]! : null;
}
