/** What numbers do beyond what most programs ask. */
import { late, Part } from '../base/part.ts';

export const numbersPart = new Part<typeof import('./numbers-part.ts')>('numbers');
export const bytesText = late(numbersPart, 'bytesText');
export const checkedInt = late(numbersPart, 'checkedInt');
export const floatToInt = late(numbersPart, 'floatToInt');
export const intFromBytesLike = late(numbersPart, 'intFromBytesLike');
export const intNew = late(numbersPart, 'intNew');
export const newWithKeywords = late(numbersPart, 'newWithKeywords');
export const truncated = late(numbersPart, 'truncated');
export const asIntegerRatio = late(numbersPart, 'asIntegerRatio');
export const bitCount = late(numbersPart, 'bitCount');
export const getNewArgs = late(numbersPart, 'getNewArgs');
export const roundToPower = late(numbersPart, 'roundToPower');
export const sizeOf = late(numbersPart, 'sizeOf');
export const divideBigInts = late(numbersPart, 'divideBigInts');
export const integerRoot = late(numbersPart, 'integerRoot');
export const invertModulo = late(numbersPart, 'invertModulo');
export const divideByMany = late(numbersPart, 'divideByMany');
export const divmodDigits = late(numbersPart, 'divmodDigits');
export const finish = late(numbersPart, 'finish');
export const isPrintFunction = late(numbersPart, 'isPrintFunction');
export const operandError = late(numbersPart, 'operandError');
export const digitsAsText = late(numbersPart, 'digitsAsText');
export const newIntAnew = late(numbersPart, 'newIntAnew');
export const writeDigitsOfText = late(numbersPart, 'writeDigitsOfText');
