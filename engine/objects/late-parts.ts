/** Functions of objects/ that few programs call, each in a part that is fetched when one does. */
import { late, Part } from '../base/part.ts';
import {
  classMethod,
  fast,
  fastKeywords,
  lateMethods,
  lateSlots,
  noArgs,
  oneArg,
  staticMethod,
} from './type-spec.ts';

/** Type parameters in `list[T]` and `list[T] | None`: which, and others in their place. */
export const aliasParameters = new Part<typeof import('./alias-parameters.ts')>('type-parameters');
export const parametersOf = late(aliasParameters, 'parametersOf');
export const aliasSubscript = late(aliasParameters, 'aliasSubscript');
export const unionSubscript = late(aliasParameters, 'unionSubscript');

/** Methods of bytes and bytearray, `%` with them, encoding and decoding, numbers as bytes. */
export const bytesPart = new Part<typeof import('./bytes-part.ts')>('bytes');
export const bytesFormatPercent = late(bytesPart, 'bytesFormatPercent');
export const decodeUnits = late(bytesPart, 'decodeUnits');
export const encodeUnits = late(bytesPart, 'encodeUnits');
export const floatFromHex = late(bytesPart, 'floatFromHex');
export const floatHex = late(bytesPart, 'floatHex');
export const intFromBytes = late(bytesPart, 'intFromBytes');
export const intToBytes = late(bytesPart, 'intToBytes');
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

export const byteArrayIterNext = late(bytesPart, 'byteArrayIterNext');
export const byteArrayMethods = lateMethods(() => bytesPart.code.byteArrayMethods, {
  append: oneArg,
  clear: noArgs,
  copy: noArgs,
  extend: oneArg,
  insert: fast,
  pop: fast,
  remove: oneArg,
  reverse: noArgs,
  __alloc__: noArgs,
  __reduce__: noArgs,
  __reduce_ex__: fast,
  __sizeof__: noArgs,
});
export const byteArraySlots = lateSlots(
  () => bytesPart.code.byteArraySlots,
  [
    'tp_repr',
    'tp_str',
    'tp_richcompare',
    'tp_init',
    'nb_remainder',
    'mp_subscript',
    'mp_ass_subscript',
    'sq_concat',
    'sq_repeat',
    'sq_item',
    'sq_contains',
    'sq_inplace_concat',
    'sq_inplace_repeat',
  ],
);

/** What complex does. */
export const complexPart = new Part<typeof import('./complex-part.ts')>('complex');
export const complexPowerSlot = late(complexPart, 'complexPowerSlot');
export const complexMethods = lateMethods(() => complexPart.code.complexMethods, {
  conjugate: noArgs,
  from_number: (fn) => classMethod(oneArg(fn)),
  __complex__: noArgs,
  __getnewargs__: noArgs,
  __format__: oneArg,
});
export const complexSlots = lateSlots(
  () => complexPart.code.complexSlots,
  [
    'tp_repr',
    'tp_hash',
    'tp_richcompare',
    'tp_new',
    'nb_add',
    'nb_subtract',
    'nb_multiply',
    'nb_power',
    'nb_negative',
    'nb_positive',
    'nb_absolute',
    'nb_bool',
    'nb_true_divide',
    'nb_floor_divide',
    'nb_remainder',
    'nb_divmod',
    'nb_int',
    'nb_float',
  ],
);

/** Exception groups and `except*`. */
export const groupsPart = new Part<typeof import('./exception-group.ts')>('groups');
export const groupDerive = late(groupsPart, 'derive');
export const groupInit = late(groupsPart, 'groupInit');
export const groupNew = late(groupsPart, 'groupNew');
export const groupSplit = late(groupsPart, 'split');
export const groupStr = late(groupsPart, 'groupStr');
export const groupSubgroup = late(groupsPart, 'subgroup');
export const matchExceptionGroup = late(groupsPart, 'matchExceptionGroup');
export const prepReraiseStar = late(groupsPart, 'prepReraiseStar');

/** What `sys._debugmallocstats()` tells. */
export const statsPart = new Part<typeof import('./freelist-stats.ts')>('malloc-stats');
export const debugMallocStats = late(statsPart, 'debugMallocStats');
export const debugTypeStats = late(statsPart, 'debugTypeStats');

/** `str.format` and `%`. */
export const formattingPart = new Part<typeof import('./formatting-part.ts')>('formatting');
export const strFormatPercent = late(formattingPart, 'strFormatPercent');
export const formatMethods = lateMethods(() => formattingPart.code.formatMethods, {
  format: fastKeywords,
  format_map: oneArg,
  __format__: oneArg,
});

/** memoryview, and what bytes and bytearray lend to one. */
export const memoryPart = new Part<typeof import('./memoryview-part.ts')>('memoryview');
export const byteArrayGetBuffer = late(memoryPart, 'byteArrayGetBuffer');
export const byteArrayReleaseBuffer = late(memoryPart, 'byteArrayReleaseBuffer');
export const bytesGetBuffer = late(memoryPart, 'bytesGetBuffer');
export const memoryviewContent = late(memoryPart, 'memoryviewContent');

/** `list.sort` and what calls it. */
export const sortingPart = new Part<typeof import('./list-sort.ts')>('sorting');
export const listSort = late(sortingPart, 'listSort');

/** How objects tell what they are made of: for copies, and for code with a change. */
export const reducingPart = new Part<typeof import('./reducing-part.ts')>('reducing');
export const codeReplace = late(reducingPart, 'codeReplace');
export const objectGetState = late(reducingPart, 'objectGetState');
export const objectReduce = late(reducingPart, 'objectReduce');
export const objectReduceEx = late(reducingPart, 'objectReduceEx');
export const stateOf = late(reducingPart, 'stateOf');

/** Sets, and views of dicts, as a whole: compared, joined, taken from each other. */
export const setsPart = new Part<typeof import('./sets-part.ts')>('sets');
export const frozenCopy = late(setsPart, 'frozenCopy');
export const setCopy = late(setsPart, 'setCopy');
export const setDifference = late(setsPart, 'setDifference');
export const setDifferenceUpdate = late(setsPart, 'setDifferenceUpdate');
export const setIntersection = late(setsPart, 'setIntersection');
export const setIsDisjoint = late(setsPart, 'setIsDisjoint');
export const setIsSubset = late(setsPart, 'setIsSubset');
export const setIsSuperset = late(setsPart, 'setIsSuperset');
export const setRichCompare = late(setsPart, 'setRichCompare');
export const setSymmetricDifference = late(setsPart, 'setSymmetricDifference');
export const setSymmetricUpdate = late(setsPart, 'setSymmetricUpdate');
export const viewAnd = late(setsPart, 'viewAnd');
export const viewIsDisjoint = late(setsPart, 'viewIsDisjoint');
export const viewOr = late(setsPart, 'viewOr');
export const viewRichCompare = late(setsPart, 'viewRichCompare');
export const viewSubtract = late(setsPart, 'viewSubtract');
export const viewXor = late(setsPart, 'viewXor');

/** Static strings of releases other than the newer ones. */
export const olderTexts = new Part<typeof import('./static-texts-older.ts')>('older-releases');

/** Types that the release at hand has not. */
export const newerTypes = new Part<typeof import('./newer-types.ts')>('older-releases');

/** Texts cut up and put together: split, replace and their kin. */
export const textPart = new Part<typeof import('./text-part.ts')>('text');
export const splitMethods = lateMethods(() => textPart.code.splitMethods, {
  split: fastKeywords,
  rsplit: fastKeywords,
  splitlines: fastKeywords,
  partition: oneArg,
  rpartition: oneArg,
});
export const replaceMethods = lateMethods(() => textPart.code.replaceMethods, {
  replace: fastKeywords,
  translate: oneArg,
  maketrans: (fn) => staticMethod(fast(fn)),
});

/** What characters beyond ASCII are. */
export const unicodePart = new Part<typeof import('./unicode-tables.ts')>('unicode');

/** What `list[int]` does: few programs say it. */
export const aliasCode = new Part<typeof import('./generic-alias-code.ts')>('generic-aliases');
export const genericAliasNew = late(aliasCode, 'genericAliasNew');
export const typingText = late(aliasCode, 'typingText');

/** What unions of types do: few programs say `int | None`. */
export const unionCode = new Part<typeof import('./union-type-code.ts')>('generic-aliases');
export const unionOr = late(unionCode, 'unionOr');

/** What the one kind of union does, from 3.14 on. */
export const oneUnionCode = new Part<typeof import('./one-union-code.ts')>('generic-aliases');
export const unionOfAll = late(oneUnionCode, 'unionOfAll');
export const typeOr = late(oneUnionCode, 'typeOr');
export const byteValue = late(bytesPart, 'byteValue');
export const byteValues = late(bytesPart, 'byteValues');
export const bytesConcat = late(bytesPart, 'bytesConcat');
export const bytesContainsAt = late(bytesPart, 'bytesContainsAt');
export const bytesFromObject = late(bytesPart, 'bytesFromObject');
export const bytesItem = late(bytesPart, 'bytesItem');
export const bytesIterNext = late(bytesPart, 'bytesIterNext');
export const bytesOf = late(bytesPart, 'bytesOf');
export const bytesRemainder = late(bytesPart, 'bytesRemainder');
export const bytesRepeat = late(bytesPart, 'bytesRepeat');
export const bytesRichCompare = late(bytesPart, 'bytesRichCompare');
export const bytesSubscript = late(bytesPart, 'bytesSubscript');
export const bytesTypeNew = late(bytesPart, 'bytesTypeNew');
export const compareBytes = late(bytesPart, 'compareBytes');
export const encodeSource = late(bytesPart, 'encodeSource');
export const orderAnswer = late(bytesPart, 'orderAnswer');
export const repeatInto = late(bytesPart, 'repeatInto');
export const byteArrayEmpty = late(bytesPart, 'byteArrayEmpty');
export const byteArrayFrom = late(bytesPart, 'byteArrayFrom');
export const byteArrayReplace = late(bytesPart, 'byteArrayReplace');
export const byteArrayResize = late(bytesPart, 'byteArrayResize');
export const canResize = late(bytesPart, 'canResize');
export const contentOf = late(bytesPart, 'contentOf');
export const copyOfBuffer = late(bytesPart, 'copyOfBuffer');
export const needBuffer = late(bytesPart, 'needBuffer');
export const partOf = late(bytesPart, 'partOf');
export const sameKind = late(bytesPart, 'sameKind');
export const byteRepr = late(bytesPart, 'byteRepr');
export const fillBuffer = late(bytesPart, 'fillBuffer');
export const fillBytesBuffer = late(bytesPart, 'fillBytesBuffer');
export const getBuffer = late(bytesPart, 'getBuffer');
export const releaseBuffer = late(bytesPart, 'releaseBuffer');
export const difference = late(setsPart, 'difference');
export const differenceUpdate = late(setsPart, 'differenceUpdate');
export const frozensetCopy = late(setsPart, 'frozensetCopy');
export const intersectWith = late(setsPart, 'intersectWith');
export const intersection = late(setsPart, 'intersection');
export const intersectionUpdate = late(setsPart, 'intersectionUpdate');
export const setAnd = late(setsPart, 'setAnd');
export const setOr = late(setsPart, 'setOr');
export const setSub = late(setsPart, 'setSub');
export const setXor = late(setsPart, 'setXor');
export const sizeOf = late(setsPart, 'sizeOf');
export const union = late(setsPart, 'union');
export const frozensetTpNew = late(setsPart, 'frozensetTpNew');
export const mayBeEmpty = late(setsPart, 'mayBeEmpty');
export const setInit = late(setsPart, 'setInit');
export const setRepr = late(setsPart, 'setRepr');
export const lengthHint = late(setsPart, 'lengthHint');
export const frozensetFromItems = late(setsPart, 'frozensetFromItems');
export const makeNewSetBase = late(setsPart, 'makeNewSetBase');
export const setDiscard = late(setsPart, 'setDiscard');
export const setDiscardEntry = late(setsPart, 'setDiscardEntry');
export const takeEntry = late(setsPart, 'takeEntry');
export const updateFromDict = late(setsPart, 'updateFromDict');
export const foundOrError = late(textPart, 'foundOrError');
export const strContains = late(textPart, 'strContains');
export const strCount = late(textPart, 'strCount');
export const strFind = late(textPart, 'strFind');
export const strRfind = late(textPart, 'strRfind');
export const strItem = late(textPart, 'strItem');
export const strStrided = late(textPart, 'strStrided');
export const makeStr = late(textPart, 'makeStr');
export const strSizeof = late(textPart, 'strSizeof');
export const strTypeNew = late(textPart, 'strTypeNew');
export const strTypeNewRow = late(textPart, 'strTypeNewRow');
export const notAStr = late(textPart, 'notAStr');
export const strCopy = late(textPart, 'strCopy');
export const strRepeat = late(textPart, 'strRepeat');
export const isSpace = late(textPart, 'isSpace');
export const mapCase = late(textPart, 'mapCase');
export const toDecimal = late(textPart, 'toDecimal');
export const unpackAscii = late(textPart, 'unpackAscii');
export const unpackSets = late(textPart, 'unpackSets');
export const instanceState = late(reducingPart, 'instanceState');
export const reduceBuiltin = late(reducingPart, 'reduceBuiltin');
export const mapNew = late(reducingPart, 'mapNew');
export const mapReduce = late(reducingPart, 'mapReduce');
