import { profile313 } from './3.13.ts';
import type { Profile } from './capabilities.ts';
import { pymallocGeometries } from './pymalloc.ts';

/** CPython 3.14, measured on 3.14.10 (64-bit, GIL). */
export const profile314: Profile = {
  ...profile313,
  site: { copyrightYears: '2001', thanksFoundation: true, pages: true },
  partials: { inClasses: 'bound', placeholders: true },
  withStatement: { asyncExitFirst: false, methodsApart: true, missing: 'method' },
  memoryviews: { ...profile313.memoryviews, searchable: true },
  coroutines: {
    ...profile313.coroutines,
    notAwaitable: (type) => `'${type}' object can't be awaited`,
  },
  words: {
    ...profile313.words,
    byZero: {
      intDivision: 'division by zero',
      intRemainder: 'division by zero',
      floatDivision: 'division by zero',
      floatFloor: 'division by zero',
      floatRemainder: 'division by zero',
      floatDivmod: 'division by zero',
      complexDivision: 'division by zero',
      power: 'zero to a negative power',
      complexPower: 'zero to a negative or complex power',
    },
    mathExpectsInWords: true,
    complexNamesArguments: true,
    badCharacterIsTold: true,
    wrappersHaveNames: true,
    notInList: 'list.index(x): x not in list',
  },
  id: '3.14',
  absent: {},
  tracebacks: { ...profile313.tracebacks, ignoredSaysWhen: true },
  prompt: { file: '<stdin-#>', lines: 'tracebacks' },
  annotations: {
    deferred: true,
    namedWhenSet: true,
    notDict: (type) => `__annotate__ returned non-dict of type '${type}'`,
    ofModules: true,
  },
  typeParameters: { ...profile313.typeParameters, oneUnion: true },
  texts: { ...profile313.texts, dictElementInNote: true, truncIsDeprecated: false },
  release: '3.14.10',
  pymalloc: pymallocGeometries['3.14'],
  layout: {
    ...profile313.layout,
    tupleItems: 32, // getsizeof(()) 48 less 16
    tupleHash: 24,
    typeHeap: 936, // type.__basicsize__
    functionSize: 152, // v3.14.0 Include/cpython/funcobject.h
    functionAnnotate: 120,
    functionTypeParams: 128,
    functionVectorcall: 136,
    functionVersion: 144,
    codeHeader: 208,
    frameHeader: 80,
    frameObjectHeader: 72, // type(frame).__basicsize__ 152 less one empty frame of 80
    sizes: { ...profile313.layout.sizes, cycle: 40, map: 40, partial: 80, syntaxError: 144 },
  },
  // pycore_freelist_state.h of 3.14.10
  freeLists: {
    ...profile313.freeLists,
    int: 100,
    range: 6,
    rangeIterator: 6,
    listIterator: 10,
    tupleIterator: 10,
    method: 20,
    cfunction: 16,
  },
  instances: { ...profile313.instances, inlineForAnyBase: true, overlayDictVisited: true },
  hexOfBytes: true,
  fractionsAreGrouped: true,
  notImplementedHasTruth: false,
  tellsGenerator: true,
  errorWords: {
    ...profile313.errorWords,
    notesAreArguments: true,
    byteTellsType: true,
    undeletableLine: "attribute 'f_lineno' of 'frame' objects cannot be deleted",
  },
  localsProxy: { removes: true, keepsOverwritten: true },
  dictsAlwaysTracked: true,
  atomicTuplesUntracked: true,
  unpackTellsSize: true,
  patternsHaveSmallZ: true,
  intRoundsToNone: true,
  reversalTellsKeys: true,
  reflectsModulus: true,
  truncMakesInt: 'no',
  unhashableTellsUse: true,
  notContainer: 'a container or iterable',
  realOperandsStayReal: true, // v3.14.0 Objects/complexobject.c
  tableSizesExact: true, // measured
  drops: { lastFirst: true, operandsLastFirst: false },
  tupleAsksLength: false, // measured
  itemDeletion: 'shrinks', // measured
  listKeepsRoom: 32, // disassembly of list_pop: compare with 0x20; measured
  closeClearsUnstarted: true,
  immortalRefcnt: 0xc0000000,
  staticRefcnt: 0xc0000000,
  globalRefcnt: 0xc0000000,
};
