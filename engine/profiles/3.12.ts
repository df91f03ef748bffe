import { profile313 } from './3.13.ts';
import type { Profile } from './capabilities.ts';
import { errorWords } from './error-words.ts';
import { pymallocGeometries } from './pymalloc.ts';

/** CPython 3.12, measured on 3.12.1 (64-bit). */
export const profile312: Profile = {
  ...profile313,
  aliases: { ownClass: true, ownBases: false },
  absent: {
    ...profile313.absent,
    builtins: ['PythonFinalizationError'],
    generator: ['__class_getitem__'],
    coroutine: ['__class_getitem__'],
    property: ['__name__'],
    math: ['fma'],
    sys: ['_is_immortal', '_is_interned', '_is_gil_enabled'],
  },
  site: { ...profile313.site, copyrightYears: '2001-2023' },
  partials: { ...profile313.partials, inClasses: 'plain' },
  coroutines: {
    ...profile313.coroutines,
    suspendedFramesStay: false,
    warnsOfAsyncGenMethods: false,
  },
  words: {
    ...profile313.words,
    byZero: { ...profile313.words.byZero, floatRemainder: 'float modulo' },
    sliceNeedsIterable: 'can only assign an iterable',
  },
  id: '3.12',
  withoutVectorcall: ['int', 'str'],
  members: { ...profile313.members, async_generator: ['ag_running'] },
  errorWords: errorWords['3.12'],
  release: '3.12.1',
  itemDeletion: 'slice', // v3.12.1 Objects/listobject.c list_ass_item
  extendKnowsTables: false, // v3.12.1 Objects/listobject.c list_extend
  pymalloc: pymallocGeometries['3.12'],
  specializes: { init: false, subscript: true },
  layout: {
    ...profile313.layout,
    typeHeap: 920, // type.__basicsize__
    codeHeader: 192, // type(code).__basicsize__
    valuesOrderInHeader: 6, // v3.12.1 pycore_dict.h: order, size and prefix size before the values
    frameObjectHeader: 48, // type(frame).__basicsize__ 120 less one empty frame of 72
  },
  freeLists: { ...profile313.freeLists, tupleMaxReused: 19 }, // gh-121439
  instances: { ...profile313.instances, kind: 'block' },
  staticTypesCountHeader: true, // getsizeof(int) 432
  internedImmortal: true, // gh-113993
  namespaceTakesMapping: false,
  typeParameters: { native: true, defaults: false, oneUnion: false },
  texts: {
    unboundIsReferencedBefore: false,
    strIndexTellsType: true,
    propertyTellsClass: true,
    exceptionNames: 'without main',
    dictElementInNote: false,
    replaceTakesNames: false,
    typesInFull: false,
    unknownKeywordIsUnexpected: false,
    missingDictIsTold: false,
    truncIsDeprecated: true,
    throwWithTypeIsDeprecated: true,
    boolInversion:
      "Bitwise inversion '~' on bool is deprecated. " +
      'This returns the bitwise inversion of the underlying int object and is usually not ' +
      "what you expect from negating a bool. Use the 'not' operator for boolean negation or " +
      '~int(x) if you really want the bitwise inversion of the underlying int.',
    thresholdsAreGrouped: false,
    integerIsRequired: false,
    calledInShort: false,
    nullBytesAre: 'SyntaxError',
    functionsAreQualified: true,
    nativesAreQualified: true,
    weakrefCalls: 'type',
    noOrderOfBases: 'Cannot create a consistent method resolution\norder (MRO) for bases ',
    proxyQuotesType: false,
  },
  suggestions: { ...profile313.suggestions, assigned: false, keywords: false },
  tracebacks: {
    indentationHasOneCaret: true,
    carets: 'operators',
    notes: true,
    errorLine: 'range',
    ignored: 'carets',
    ignoredAtExit: 'named',
    ignoredSaysWhen: false,
    noneIsShown: false,
  },
  prompt: { file: '<stdin>', lines: 'never' },
  closeGivesValue: false,
  mainNameInterned: false,
  doubledLetters: '_abcdenprsx', // v3.12.1 pycore_global_strings.h; chr(97) is 'a'
  localsProxy: null, // before PEP 667
  classWarnsOfKeys: false, // gh-55664
  collector: { ...profile313.collector, thresholds: [700, 10, 10] },
};
