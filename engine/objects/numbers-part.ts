/** What the part for numbers holds: powers, and integers bit by bit. */
export { powDouble } from './float-power.ts';
export { intAnd, intLeftShift, intOr, intRightShift, intXor } from './int-bits.ts';
export { intPower, intPowerModulo } from './int-power.ts';
export {
  bytesText,
  checkedInt,
  floatToInt,
  intFromBytesLike,
  intNew,
  newWithKeywords,
  truncated,
} from './int-new-code.ts';
export { asIntegerRatio, bitCount, getNewArgs, roundToPower, sizeOf } from './int-methods-code.ts';
export { divideBigInts, integerRoot, invertModulo } from './int-bigint-code.ts';
export { divideByMany, divmodDigits } from './int-divide-code.ts';
export { finish, isPrintFunction, operandError } from './number-protocol-code.ts';
export { digitsAsText, newIntAnew, writeDigitsOfText } from './int-object-code.ts';
