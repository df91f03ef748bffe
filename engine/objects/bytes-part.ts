/** What the part for bytes holds. v3.13.0 bytes_methods */
import { byteCaseMethods } from './bytes-ctype.ts';
import { byteHexMethods } from './bytes-hex.ts';
import { bytePadMethods } from './bytes-pad.ts';
import { byteSearchMethods } from './bytes-search.ts';
import { byteSplitMethods } from './bytes-split.ts';
import type { MethodSpec } from './type-spec.ts';

export { byteArrayIterNext, byteArrayMethods, byteArraySlots } from './bytearray-methods.ts';
export { bytesFormatPercent } from './bytes-percent.ts';
export { decodeUnits } from './codec-decode.ts';
export { encodeUnits } from './codec-encode.ts';
export { floatFromHex, floatHex } from './float-hex.ts';
export { intFromBytes, intToBytes } from './int-bytes.ts';

/** The methods that bytes and bytearray share. */
export const sharedByteMethods: Readonly<Record<string, MethodSpec>> = {
  ...byteCaseMethods,
  ...byteHexMethods,
  ...bytePadMethods,
  ...byteSearchMethods,
  ...byteSplitMethods,
};
export {
  byteValue,
  byteValues,
  bytesConcat,
  bytesContainsAt,
  bytesFromObject,
  bytesItem,
  bytesIterNext,
  bytesOf,
  bytesRemainder,
  bytesRepeat,
  bytesRichCompare,
  bytesSubscript,
  bytesTypeNew,
  compareBytes,
  encodeSource,
  orderAnswer,
  repeatInto,
} from './bytes-type-code.ts';
export {
  byteArrayEmpty,
  byteArrayFrom,
  byteArrayReplace,
  byteArrayResize,
  canResize,
} from './bytearray-code.ts';
export { contentOf, copyOfBuffer, needBuffer, partOf, sameKind } from './byte-arguments-code.ts';
export { byteRepr } from './bytes-repr-code.ts';
export { fillBuffer, fillBytesBuffer, getBuffer, releaseBuffer } from './py-buffer-code.ts';
