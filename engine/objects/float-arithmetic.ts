/**
 * float: arithmetic and comparison. The functions of two exact floats are what the bytecode loop
 * calls; the slots, which take ints too, follow. v3.13.0 Objects/floatobject.c
 */
import type { Addr } from '../base/brand.ts';
import { complexPowerSlot } from './late-parts.ts';
import { raise } from './errors.ts';
import { floatValue, isFloat, newFloat } from './float-object.ts';
import { powDouble } from './late-values.ts';
import { intCompactValue, intIsCompact, intToBigInt, intToNumber, isInt } from './int-object.ts';
import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { divide, rangeError } from './late-floats.ts';

export {
  floatCompareOp,
  floatDivmodSlot,
  floatFloorDivideSlot,
  floatFloorQuotient,
  floatMultiplySlot,
  floatRemainder,
  floatRemainderSlot,
  floatRichCompare,
  floatSubtractSlot,
  floatTrueDivideSlot,
  hashDouble,
  rangeError,
} from './late-floats.ts';

/** `a + b`, both floats. */
export function floatAdd(rt: Runtime, a: Addr, b: Addr): Addr {
  return newFloat(rt, floatValue(rt, a) + floatValue(rt, b));
}

/** `a - b`, both floats. */
export function floatSubtract(rt: Runtime, a: Addr, b: Addr): Addr {
  return newFloat(rt, floatValue(rt, a) - floatValue(rt, b));
}

/** `a * b`, both floats. */
export function floatMultiply(rt: Runtime, a: Addr, b: Addr): Addr {
  return newFloat(rt, floatValue(rt, a) * floatValue(rt, b));
}

/** `a / b`, both floats. v3.13.0 float_div */
export function floatTrueDivide(rt: Runtime, a: Addr, b: Addr): Addr {
  return divide(rt, floatValue(rt, a), floatValue(rt, b));
}

// ---- operands ----------------------------------------------------------------------------------

/** The nearest double of an int; infinite when it is too large. */
export function intToDouble(rt: Runtime, p: Addr): number {
  if (intIsCompact(rt, p)) return intCompactValue(rt, p);
  const n = intToNumber(rt, p);
  return !Number.isNaN(n) ? n : Number(intToBigInt(rt, p));
}

/** The double of an int; NaN with OverflowError. v3.13.0 PyLong_AsDouble */
export function intAsDouble(rt: Runtime, p: Addr): number {
  const x = intToDouble(rt, p);
  if (x - x === 0) return x;
  raise(rt, rt.exc.OverflowError, 'int too large to convert to float');
  return NaN;
}

/** OPERANDS_OK: both are floats or ints that fit. Anything else is what the slot must return. */
export const OPERANDS_OK = -1;

/** v3.13.0 CONVERT_TO_DOUBLE */
export function checkOperands(rt: Runtime, a: Addr, b: Addr): Addr {
  const first = checkOperand(rt, a);
  return first === OPERANDS_OK ? checkOperand(rt, b) : first;
}

function checkOperand(rt: Runtime, p: Addr): Addr {
  if (isFloat(rt, p)) return OPERANDS_OK;
  if (!isInt(rt, p)) return newRef(rt, rt.notImplemented);
  const x = intAsDouble(rt, p);
  return !Number.isNaN(x) ? OPERANDS_OK : 0;
}

/** The value of an operand that passed the check. */
export function operandValue(rt: Runtime, p: Addr): number {
  return isFloat(rt, p) ? floatValue(rt, p) : intToDouble(rt, p);
}

// ---- slots -------------------------------------------------------------------------------------

export function floatAddSlot(rt: Runtime, a: Addr, b: Addr): Addr {
  const refused = checkOperands(rt, a, b);
  if (refused !== OPERANDS_OK) return refused;
  return newFloat(rt, operandValue(rt, a) + operandValue(rt, b));
}

/** v3.13.0 float_pow */
export function floatPowerSlot(rt: Runtime, a: Addr, b: Addr, modulus: Addr): Addr {
  if (modulus !== rt.none) {
    return raise(
      rt,
      rt.exc.TypeError,
      'pow() 3rd argument not allowed unless all arguments are integers',
    );
  }
  const refused = checkOperands(rt, a, b);
  if (refused !== OPERANDS_OK) return refused;
  const x = operandValue(rt, a);
  const y = operandValue(rt, b);
  if (x === 0 && y < 0 && y !== -Infinity) {
    return raise(rt, rt.exc.ZeroDivisionError, rt.profile.words.byZero.power);
  }
  const finite = x - x === 0 && y - y === 0;
  if (finite && x < 0 && Math.floor(y) !== y) return complexPowerSlot(rt, a, b, modulus);
  const result = powDouble(x, y);
  if (finite && result - result !== 0) return rangeError(rt);
  return newFloat(rt, result);
}

export function floatNegative(rt: Runtime, a: Addr): Addr {
  return newFloat(rt, -floatValue(rt, a));
}

export function floatAbsolute(rt: Runtime, a: Addr): Addr {
  return newFloat(rt, Math.abs(floatValue(rt, a)));
}
