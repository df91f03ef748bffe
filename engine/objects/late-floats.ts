/** What floats do beyond being added up. */
import { late, Part } from '../base/part.ts';

export const floatsPart = new Part<typeof import('./floats-part.ts')>('floats');
export const asDouble = late(floatsPart, 'asDouble');
export const asIntegerRatio = late(floatsPart, 'asIntegerRatio');
export const checkedFloat = late(floatsPart, 'checkedFloat');
export const floatExact = late(floatsPart, 'floatExact');
export const floatFromNumber = late(floatsPart, 'floatFromNumber');
export const floatHash = late(floatsPart, 'floatHash');
export const floatNew = late(floatsPart, 'floatNew');
export const getFormat = late(floatsPart, 'getFormat');
export const getNewArgs = late(floatsPart, 'getNewArgs');
export const isInteger = late(floatsPart, 'isInteger');
export const divide = late(floatsPart, 'divide');
export const floatCompareOp = late(floatsPart, 'floatCompareOp');
export const floatDivmodSlot = late(floatsPart, 'floatDivmodSlot');
export const floatFloorDivideSlot = late(floatsPart, 'floatFloorDivideSlot');
export const floatFloorQuotient = late(floatsPart, 'floatFloorQuotient');
export const floatMultiplySlot = late(floatsPart, 'floatMultiplySlot');
export const floatRemainder = late(floatsPart, 'floatRemainder');
export const floatRemainderSlot = late(floatsPart, 'floatRemainderSlot');
export const floatRichCompare = late(floatsPart, 'floatRichCompare');
export const floatSubtractSlot = late(floatsPart, 'floatSubtractSlot');
export const floatTrueDivideSlot = late(floatsPart, 'floatTrueDivideSlot');
export const hashDouble = late(floatsPart, 'hashDouble');
export const rangeError = late(floatsPart, 'rangeError');
export const formatDouble = late(floatsPart, 'formatDouble');
