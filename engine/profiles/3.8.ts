import type { Profile } from './capabilities.ts';
import { profile39 } from './3.9.ts';
import { errorWords } from './error-words.ts';
import { pymallocGeometries } from './pymalloc.ts';

/** CPython 3.8, measured on 3.8.18 (64-bit). */
export const profile38: Profile = {
  ...profile39,
  absent: {
    ...profile39.absent,
    str: ['removeprefix', 'removesuffix'],
    bytes: ['__bytes__', 'removeprefix', 'removesuffix'],
    list: ['__class_getitem__'],
    NotImplementedType: ['nb_bool'],
    tuple: ['__class_getitem__'],
    math: [...profile39.absent['math']!, 'lcm', 'nextafter', 'ulp'],
    dict: ['__class_getitem__', 'nb_or', 'nb_inplace_or'],
    mappingproxy: ['__class_getitem__', '__reversed__', 'nb_or', 'nb_inplace_or'],
    async_generator: ['__class_getitem__', 'ag_suspended'],
    float: ['__ceil__', '__floor__', 'from_number'],
    bytearray: ['removeprefix', 'removesuffix'],
    gc: ['is_finalized'],
  },
  words: {
    ...profile39.words,
    byZero: { ...profile39.words.byZero, floatFloor: 'float divmod()' },
  },
  id: '3.8',
  withoutVectorcall: [
    ...profile39.withoutVectorcall,
    ...['dict', 'frozenset', 'list', 'range', 'set', 'tuple'],
  ],
  withStatement: { ...profile39.withStatement, asyncExitFirst: true },
  freshInts: { ofFloats: true, differences: true, remainders: true }, // v3.8.18 PyLong_FromDouble, x_sub
  chainsThrown: false,
  errorWords: errorWords['3.8'],
  typesAreGeneric: false,
  texts: {
    ...profile39.texts,
    calledInShort: true,
    nativesAreQualified: false,
    exceptionNames: 'short with main',
  },
  collector: { ...profile39.collector, resurrectionKeepsAll: true }, // v3.8.18 check_garbage
  tracedFrames: 178956969, // what tracemalloc.start(0) says
  tracebacks: { ...profile39.tracebacks, errorLine: 'old' },
  release: '3.8.18',
  pymalloc: pymallocGeometries['3.8'],
  callerHoldsUnpacked: false,
  listGrowth: 'old', // v3.8.18 Objects/listobject.c list_resize
  startFrames: [6, 8, 13, 16], // as in 3.10
  layout: { ...profile39.layout, typeStatic: 416 },
  freeLists: { ...profile39.freeLists, method: 256, cfunction: 256 }, // measured by flooding
};
