/** What the part for floats holds. */
export {
  asDouble,
  asIntegerRatio,
  checkedFloat,
  floatExact,
  floatFromNumber,
  floatHash,
  floatNew,
  getFormat,
  getNewArgs,
  isInteger,
} from './float-code.ts';
export {
  divide,
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
} from './float-arithmetic-code.ts';
export { formatDouble } from './float-text-code.ts';
