import type { OtherSizes, Profile } from './capabilities.ts';
import { errorWords } from './error-words.ts';
import { pymallocGeometries } from './pymalloc.ts';

/** type.__basicsize__ of each, 3.13.0. */
export const sizes313: OtherSizes = {
  bytearray: 56,
  accumulate: 56,
  bool: 24,
  cycle: 48,
  enumerate: 56,
  groupby: 72,
  itemgetter: 48,
  map: 32,
  partial: 64,
  property: 64,
  rangeIterator: 40,
  syntaxError: 136,
  tee: 48,
  weakref: 64,
  zip: 48,
};

/** CPython 3.13, measured on 3.13.0 (64-bit, GIL). */
export const profile313: Profile = {
  words: {
    byZero: {
      intDivision: 'integer division or modulo by zero',
      intRemainder: 'integer modulo by zero',
      floatDivision: 'float division by zero',
      floatFloor: 'float floor division by zero',
      floatRemainder: 'float modulo by zero',
      floatDivmod: 'float divmod()',
      complexDivision: 'complex division by zero',
      power: '0.0 cannot be raised to a negative power',
      complexPower: '0.0 to a negative or complex power',
    },
    emptyIterable: 'iterable argument is empty',
    sliceNeedsIterable: 'must assign iterable to extended slice',
    abstract: 'without',
    orderedDictAsPairs: false,
    mathExpectsInWords: false,
    complexNamesArguments: false,
    badCharacterIsTold: false,
    wrappersHaveNames: false,
    notInList: null,
  },
  id: '3.13',
  errorWords: errorWords['3.13'],
  release: '3.13.0',
  pymalloc: pymallocGeometries['3.13'],
  layout: {
    intTagged: true, // v3.13.0 Include/cpython/longintrepr.h _PyLongValue
    intZeroHasDigit: true,
    strAsciiHeader: 40, // measured by sizeof(PyASCIIObject)
    strCompactHeader: 56,
    tupleItems: 24,
    tupleHash: 0,
    dictKeysHeader: 32, // v3.13.0 Include/internal/pycore_dict.h struct _dictkeysobject
    dictUnicodeEntries: true,
    typeStatic: 416, // measured by getsizeof(int)
    typeHeap: 928, // v3.13.0 Include/cpython/object.h PyHeapTypeObject; type.__basicsize__
    baseException: 72, // getsizeof(Exception()) 88 less its 16 of GC header
    exceptionNotes: 32, // v3.13.0 Include/cpython/pyerrors.h PyException_HEAD
    exceptionSuppress: 64,
    functionSize: 144, // getsizeof 160 less 16
    functionBuiltins: 24, // v3.13.0 Include/cpython/funcobject.h
    functionTypeParams: 120,
    functionVectorcall: 128,
    functionVersion: 136,
    functionAnnotate: 0,
    codeInstructionsInside: true,
    codeHeader: 200, // v3.13.0 Include/cpython/code.h PyCodeObject; not collected
    frameHeader: 72, // v3.13.0 Include/internal/pycore_frame.h _PyInterpreterFrame
    frameObjectHeader: 64, // type(frame).__basicsize__ 136 less one empty frame of 72
    generatorHeader: 72, // gi_iframe begins here: type(gen).__basicsize__ 144 less one empty frame of 72
    moduleSize: 56, // getsizeof(sys) 72 less 16
    valuesHeader: 8, // v3.13.0 Include/internal/pycore_dict.h struct _dictvalues
    valuesOrderInHeader: 0,
    sizes: sizes313,
  },
  freeLists: {
    float: 100,
    list: 80,
    dict: 80,
    dictKeys: 80,
    tuple: 2000,
    tupleMaxSize: 20,
    tupleMaxReused: 20,
    int: 0,
    complex: 0,
    range: 0,
    rangeIterator: 0,
    listIterator: 0,
    tupleIterator: 0,
    method: 0,
    cfunction: 0,
  },
  instances: {
    kind: 'inline',
    sharedKeysMaxSize: 30,
    managedWeakrefs: true,
    managedDictOfVarSized: true,
    inlineForAnyBase: false,
    overlayDictVisited: false,
    ownDescriptors: true,
  },
  immortalRefcnt: 0xffffffff,
  staticRefcnt: 0xffffffff,
  globalRefcnt: 0xffffffff,
  smallInts: { min: -5, max: 256 },
  preheaderInSizeof: true,
  collector: {
    kind: 'generational',
    countsTracked: false,
    resurrectionKeepsAll: false,
    weakrefsClearedLate: false,
    thresholds: [2000, 10, 10],
    trigger: 'eval-breaker',
    tellsCandidates: false,
  },
  lastResortMemoryError: true, // v3.13.0 Objects/exceptions.c get_memory_error
  arenaHoldsConstants: true,
  dictsAlwaysTracked: false,
  atomicTuplesUntracked: false,
  atomicFrozensetsUntracked: false,
  listGrowth: 'fours',
  listStartsEven: true,
  extendOverAllocates: false,
  extendKnowsTables: true,
  listCallAsksLength: false,
  splitTakesRoom: false,
  dictCallAllocates: false,
  itemDeletion: 'stays',
  listKeepsRoom: 0,
  extendGuess: 8,
  staticTypesCountHeader: false,
  internedImmortal: false,
  mainNameInterned: true,
  latin1HasUtf8: true,
  doubledLetters: '',
  slicesHashable: true,
  shortCircuitInPlace: false,
  getattrBound: false,
  closeClearsUnstarted: false,
  closeGivesValue: true,
  localsSnapshots: false,
  callerHolds: 'nothing',
  concatenation: { everyVariable: false, warmup: 0 },
  callerHoldsUnpacked: false,
  starErrorNamesFunction: true,
  iterErrorNamesMethod: false,
  slotsWord: 'nonempty',
  slotErrorsNameType: true,
  namespaceTakesMapping: true, // gh-108191
  annotations: {
    deferred: false,
    namedWhenSet: false,
    notDict: () => '',
    ofModules: true,
  },
  typeParameters: { native: true, defaults: true, oneUnion: false },
  texts: {
    unboundIsReferencedBefore: false,
    strIndexTellsType: true,
    propertyTellsClass: true,
    exceptionNames: 'without main',
    dictElementInNote: false,
    replaceTakesNames: true,
    typesInFull: true,
    unknownKeywordIsUnexpected: true,
    missingDictIsTold: true,
    truncIsDeprecated: true,
    throwWithTypeIsDeprecated: true,
    boolInversion:
      "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. " +
      'This returns the bitwise inversion of the underlying int object and is usually not ' +
      "what you expect from negating a bool. Use the 'not' operator for boolean negation or " +
      '~int(x) if you really want the bitwise inversion of the underlying int.',
    thresholdsAreGrouped: true,
    integerIsRequired: false,
    nullBytesAre: 'SyntaxError',
    functionsAreQualified: true,
    nativesAreQualified: true,
    weakrefCalls: 'type',
    noOrderOfBases: 'Cannot create a consistent method resolution order (MRO) for bases ',
    proxyQuotesType: true,
  },
  lastExceptionKept: true,
  suggestions: {
    names: true,
    modulesAndSelf: true,
    assigned: true,
    typosNeedError: false,
    keywords: true,
    attributeWords: (name) => `: '${name}'?`,
  },
  tracebacks: {
    carets: 'calls',
    errorLine: 'range',
    indentationHasOneCaret: false,
    ignored: 'plain',
    ignoredSaysWhen: false,
  },
  prompt: { file: '<stdin>-#', lines: 'always' },
  fromBytesGivesSmall: true,
  bytesOfIntsNeedOrder: false,
  formatsKnowZ: true,
  members: {},
  asciiIterator: 'str_ascii_iterator',
  weakrefNames: ['weakref.ReferenceType', 'weakref.ProxyType', 'weakref.CallableProxyType'],
  borrowedConstants: false,
  withStatement: { methodsApart: false, missing: 'protocol' },
  absent: {
    sys: ['_is_immortal'],
    float: ['from_number'],
    complex: ['from_number'],
    modules: ['_annotate', 'annotationlib', 'string.templatelib'],
  },
  memoryviews: {
    iterator: true,
    clinic: true,
    flagged: true,
    halfFloats: true,
    scalarsHaveLength: false,
    searchable: false,
    nativeFormat: 'native single character format',
  },
  coroutines: {
    suspendedFramesStay: true,
    warnsOfAsyncGenMethods: true,
    notAwaitable: (type) => `object ${type} can't be used in 'await' expression`,
    badAwait: (_type, result) =>
      result === 'coroutine'
        ? '__await__() returned a coroutine'
        : `__await__() returned non-iterator of type '${result}'`,
  },
  unpackTellsSize: false,
  unhashableTellsUse: false,
  notContainer: 'iterable',
  realOperandsStayReal: false,
  typesAreGeneric: true,
  tableSizesExact: false, // v3.13.0 Objects/dictobject.c calculate_log2_keysize
  specializes: { init: true, subscript: true },
  drops: { lastFirst: false, operandsLastFirst: false },
  recursionLimit: 1000,
  tracedFrames: 65535,
  sipHashRounds: [1, 3],
};
