/** Functions of objects/ that few programs call, each in a part that is fetched when one does. */
import { late, Part } from '../base/part.ts';
import {
  classMethod,
  fast,
  fastKeywords,
  lateMethods,
  noArgs,
  oneArg,
  staticMethod,
} from './type-spec.ts';

/** Methods of bytes and bytearray, `%` with them, encoding and decoding. */
export const bytesPart = new Part<typeof import('./bytes-part.ts')>('bytes');
export const bytesFormatPercent = late(bytesPart, 'bytesFormatPercent');
export const decodeUnits = late(bytesPart, 'decodeUnits');
export const encodeUnits = late(bytesPart, 'encodeUnits');
export const sharedByteMethods = lateMethods(() => bytesPart.code.sharedByteMethods, {
  isalnum: noArgs,
  isalpha: noArgs,
  isascii: noArgs,
  isdigit: noArgs,
  isspace: noArgs,
  islower: noArgs,
  isupper: noArgs,
  istitle: noArgs,
  lower: noArgs,
  upper: noArgs,
  swapcase: noArgs,
  capitalize: noArgs,
  title: noArgs,
  decode: fastKeywords,
  hex: fastKeywords,
  fromhex: (fn) => classMethod(oneArg(fn)),
  strip: fast,
  lstrip: fast,
  rstrip: fast,
  removeprefix: oneArg,
  removesuffix: oneArg,
  ljust: fast,
  rjust: fast,
  center: fast,
  zfill: oneArg,
  expandtabs: fastKeywords,
  replace: fast,
  translate: fastKeywords,
  maketrans: (fn) => staticMethod(fast(fn)),
  count: fast,
  find: fast,
  rfind: fast,
  index: fast,
  rindex: fast,
  startswith: fast,
  endswith: fast,
  split: fastKeywords,
  rsplit: fastKeywords,
  splitlines: fastKeywords,
  partition: oneArg,
  rpartition: oneArg,
  join: oneArg,
});

/** `str.format` and `%`. */
export const formattingPart = new Part<typeof import('./formatting-part.ts')>('formatting');
export const strFormatPercent = late(formattingPart, 'strFormatPercent');
export const formatMethods = lateMethods(() => formattingPart.code.formatMethods, {
  format: fastKeywords,
  format_map: oneArg,
  __format__: oneArg,
});

/** `list.sort` and what calls it. */
export const sortingPart = new Part<typeof import('./list-sort.ts')>('sorting');
export const listSort = late(sortingPart, 'listSort');

/** What characters beyond ASCII are. */
export const unicodePart = new Part<typeof import('./unicode-tables.ts')>('unicode');
