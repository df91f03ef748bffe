/**
 * Binary operators: which operand's slot is asked, in which order, and what it says when none can.
 * v3.13.0 Objects/abstract.c binary_op1, PyNumber_*
 */
import type { Addr } from '../base/brand.ts';
import { errOccurred, raise } from './errors.ts';
import * as L from './layouts.ts';
import { asSsize, isIndex, isSequence, slotOf, typeNameOf } from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { isSubtype } from './type-object.ts';
import { finish, isPrintFunction, operandError } from './late-numbers.ts';

export { operandError } from './late-numbers.ts';

/** Asks the slot of both operands; a new NotImplemented when neither knows. binary_op1 */
function binaryOp1(rt: Runtime, a: Addr, b: Addr, slot: number): Addr {
  const typeA = rt.typeOf(a);
  const typeB = rt.typeOf(b);
  const fnA = rt.i32[(typeA + slot) >> 2]!;
  let fnB = 0;
  if (typeB !== typeA) {
    fnB = rt.i32[(typeB + slot) >> 2]!;
    if (fnB === fnA) fnB = 0;
  }
  if (fnA !== 0) {
    if (fnB !== 0 && isSubtype(rt, typeB, typeA)) {
      const result: Addr = rt.fns[fnB]!(rt, a, b);
      if (result !== rt.notImplemented) return result;
      decref(rt, result);
      fnB = 0;
    }
    const result: Addr = rt.fns[fnA]!(rt, a, b);
    if (result !== rt.notImplemented) return result;
    decref(rt, result);
  }
  if (fnB !== 0) {
    const result: Addr = rt.fns[fnB]!(rt, a, b);
    if (result !== rt.notImplemented) return result;
    decref(rt, result);
  }
  return newRef(rt, rt.notImplemented);
}

/** `a + b`: numbers first, then sequences. v3.13.0 PyNumber_Add */
export function numberAdd(rt: Runtime, a: Addr, b: Addr): Addr {
  const result = binaryOp1(rt, a, b, L.NB_ADD);
  if (result !== rt.notImplemented) return result;
  const concat = slotOf(rt, a, L.SQ_CONCAT);
  if (concat === 0) return finish(rt, result, a, b, '+');
  decref(rt, result);
  return rt.fns[concat]!(rt, a, b);
}

/** `a * b`: numbers first, then a sequence and a count. v3.13.0 PyNumber_Multiply */
export function numberMultiply(rt: Runtime, a: Addr, b: Addr): Addr {
  const result = binaryOp1(rt, a, b, L.NB_MULTIPLY);
  if (result !== rt.notImplemented) return result;
  const repeatA = slotOf(rt, a, L.SQ_REPEAT);
  const repeatB = slotOf(rt, b, L.SQ_REPEAT);
  if (repeatA === 0 && repeatB === 0) return finish(rt, result, a, b, '*');
  decref(rt, result);
  if (repeatA !== 0) return sequenceRepeat(rt, repeatA, a, b);
  return sequenceRepeat(rt, repeatB, b, a);
}

function sequenceRepeat(rt: Runtime, fn: number, sequence: Addr, count: Addr): Addr {
  if (!isIndex(rt, count)) {
    return raise(
      rt,
      rt.exc.TypeError,
      `can't multiply sequence by non-int of type '${typeNameOf(rt, count)}'`,
    );
  }
  const n = asSsize(rt, count, rt.exc.OverflowError);
  if (n === -1 && errOccurred(rt)) return 0;
  return rt.fns[fn]!(rt, sequence, n);
}

/** `pow(a, b, modulus)`; modulus None for two. v3.13.0 PyNumber_Power, ternary_op */
export function numberPower(rt: Runtime, a: Addr, b: Addr, modulus: Addr): Addr {
  const result = ternaryOp(rt, a, b, modulus);
  if (result !== rt.notImplemented) return result;
  decref(rt, result);
  if (modulus === rt.none) return operandError(rt, a, b, '** or pow()');
  return raise(
    rt,
    rt.exc.TypeError,
    `unsupported operand type(s) for ** or pow(): ` +
      `'${typeNameOf(rt, a)}', '${typeNameOf(rt, b)}', '${typeNameOf(rt, modulus)}'`,
  );
}

function ternaryOp(rt: Runtime, a: Addr, b: Addr, c: Addr): Addr {
  const fnA = slotOf(rt, a, L.NB_POWER);
  let fnB = rt.typeOf(b) === rt.typeOf(a) ? 0 : slotOf(rt, b, L.NB_POWER);
  if (fnB === fnA) fnB = 0;
  const fnC = slotOf(rt, c, L.NB_POWER);
  const order =
    fnA !== 0 && fnB !== 0 && isSubtype(rt, rt.typeOf(b), rt.typeOf(a)) ? [fnB, fnA] : [fnA, fnB];
  if (fnC !== fnA && fnC !== fnB) order.push(fnC);
  for (const fn of order) {
    if (fn === 0) continue;
    const result: Addr = rt.fns[fn]!(rt, a, b, c);
    if (result !== rt.notImplemented) return result;
    decref(rt, result);
  }
  return newRef(rt, rt.notImplemented);
}

/** The operators of BINARY_OP, in its order: text, slot, in-place slot. */
const OPERATORS: readonly (readonly [text: string, slot: number, inplace: number])[] = [
  ['+', L.NB_ADD, L.NB_INPLACE_ADD],
  ['&', L.NB_AND, L.NB_INPLACE_AND],
  ['//', L.NB_FLOOR_DIVIDE, L.NB_INPLACE_FLOOR_DIVIDE],
  ['<<', L.NB_LSHIFT, L.NB_INPLACE_LSHIFT],
  ['@', L.NB_MATRIX_MULTIPLY, L.NB_INPLACE_MATRIX_MULTIPLY],
  ['*', L.NB_MULTIPLY, L.NB_INPLACE_MULTIPLY],
  ['%', L.NB_REMAINDER, L.NB_INPLACE_REMAINDER],
  ['|', L.NB_OR, L.NB_INPLACE_OR],
  ['**', L.NB_POWER, L.NB_INPLACE_POWER],
  ['>>', L.NB_RSHIFT, L.NB_INPLACE_RSHIFT],
  ['-', L.NB_SUBTRACT, L.NB_INPLACE_SUBTRACT],
  ['/', L.NB_TRUE_DIVIDE, L.NB_INPLACE_TRUE_DIVIDE],
  ['^', L.NB_XOR, L.NB_INPLACE_XOR],
];
const ADD = 0;
const MULTIPLY = 5;
const POWER = 8;
const RIGHT_SHIFT = 9;
const INPLACE = OPERATORS.length;

/** `a operator b`, operator a number of BINARY_OP (in-place ones included); new. */
export function binaryOp(rt: Runtime, a: Addr, b: Addr, operator: number): Addr {
  if (operator >= INPLACE) return inplaceOp(rt, a, b, operator - INPLACE);
  if (operator === ADD) return numberAdd(rt, a, b);
  if (operator === MULTIPLY) return numberMultiply(rt, a, b);
  if (operator === POWER) return numberPower(rt, a, b, rt.none);
  const [text, slot] = OPERATORS[operator]!;
  const result = binaryOp1(rt, a, b, slot);
  if (result !== rt.notImplemented) return result;
  decref(rt, result);
  if (operator === RIGHT_SHIFT && isPrintFunction(rt, a)) {
    return raise(
      rt,
      rt.exc.TypeError,
      `unsupported operand type(s) for >>: '${typeNameOf(rt, a)}' and '${typeNameOf(rt, b)}'. ` +
        'Did you mean "print(<message>, file=<output_stream>)"?',
    );
  }
  return operandError(rt, a, b, text);
}

/** `a operator= b`. v3.13.0 Objects/abstract.c binary_iop1, PyNumber_InPlaceAdd... */
function inplaceOp(rt: Runtime, a: Addr, b: Addr, operator: number): Addr {
  const [text, , inplace] = OPERATORS[operator]!;
  const fn = slotOf(rt, a, inplace);
  if (fn !== 0) {
    const result: Addr =
      operator === POWER ? rt.fns[fn]!(rt, a, b, rt.none) : rt.fns[fn]!(rt, a, b);
    if (result !== rt.notImplemented) return result;
    decref(rt, result);
  }
  if (operator === POWER) {
    const result = ternaryOp(rt, a, b, rt.none);
    if (result !== rt.notImplemented) return result;
    decref(rt, result);
    return operandError(rt, a, b, rt.profile.errorWords.inplacePower);
  }
  const result = binaryOp1(rt, a, b, OPERATORS[operator]![1]);
  if (result !== rt.notImplemented) return result;
  decref(rt, result);
  return inplaceSequenceOp(rt, a, b, operator, text);
}

function inplaceSequenceOp(rt: Runtime, a: Addr, b: Addr, operator: number, text: string): Addr {
  if (operator === ADD) {
    const concat = slotOf(rt, a, L.SQ_INPLACE_CONCAT) || slotOf(rt, a, L.SQ_CONCAT);
    if (concat !== 0) return rt.fns[concat]!(rt, a, b);
  } else if (operator === MULTIPLY) {
    const repeat = slotOf(rt, a, L.SQ_INPLACE_REPEAT) || slotOf(rt, a, L.SQ_REPEAT);
    if (repeat !== 0) return sequenceRepeat(rt, repeat, a, b);
    const other = slotOf(rt, b, L.SQ_REPEAT);
    if (other !== 0 && !hasSequenceSlots(rt, a)) return sequenceRepeat(rt, other, b, a);
  }
  return operandError(rt, a, b, `${text}=`);
}

/** Whether a type has a tp_as_sequence: each that has one has a length or tells what is in it. */
function hasSequenceSlots(rt: Runtime, p: Addr): boolean {
  return (
    isSequence(rt, p) || slotOf(rt, p, L.SQ_LENGTH) !== 0 || slotOf(rt, p, L.SQ_CONTAINS) !== 0
  );
}

/** `divmod(a, b)`. v3.13.0 PyNumber_Divmod */
export function numberDivmod(rt: Runtime, a: Addr, b: Addr): Addr {
  return finish(rt, binaryOp1(rt, a, b, L.NB_DIVMOD), a, b, 'divmod()');
}

function unary(rt: Runtime, p: Addr, slot: number, message: string): Addr {
  const fn = slotOf(rt, p, slot);
  if (fn !== 0) return rt.fns[fn]!(rt, p);
  return raise(rt, rt.exc.TypeError, `${message}: '${typeNameOf(rt, p)}'`);
}

/** `-p` */
export function numberNegative(rt: Runtime, p: Addr): Addr {
  return unary(rt, p, L.NB_NEGATIVE, 'bad operand type for unary -');
}

/** `+p` */
export function numberPositive(rt: Runtime, p: Addr): Addr {
  return unary(rt, p, L.NB_POSITIVE, 'bad operand type for unary +');
}

/** `~p` */
export function numberInvert(rt: Runtime, p: Addr): Addr {
  return unary(rt, p, L.NB_INVERT, 'bad operand type for unary ~');
}

/** `abs(p)` */
export function numberAbsolute(rt: Runtime, p: Addr): Addr {
  return unary(rt, p, L.NB_ABSOLUTE, 'bad operand type for abs()');
}
