import type { Profile } from './capabilities.ts';
import { profile310 } from './3.10.ts';
import { errorWords } from './error-words.ts';
import { pymallocGeometries } from './pymalloc.ts';

/** CPython 3.9, measured on 3.9.18 (64-bit). */
export const profile39: Profile = {
  ...profile310,
  absent: {
    ...profile310.absent,
    builtins: [...(profile310.absent['builtins'] ?? []), 'EncodingWarning', 'aiter', 'anext'],
    int: ['is_integer', 'bit_count'],
    code: ['co_exceptiontable', 'co_qualname', 'co_linetable'],
    type: ['__type_params__', '__annotations__', 'nb_or'],
    'types.GenericAlias': ['nb_or'],
    zip: ['__setstate__'],
    AttributeError: ['name', 'obj'],
    NameError: ['name'],
    itertools: ['batched', 'pairwise'],
    classmethod: ['__wrapped__'],
    staticmethod: ['__wrapped__', 'tp_call'],
    dict_keys: ['mapping'],
    dict_values: ['mapping'],
    dict_items: ['mapping'],
  },
  memoryviews: { ...profile310.memoryviews, iterator: false, clinic: false },
  id: '3.9',
  errorsKnowNames: false,
  arraysAreCollected: false,
  truncMakesInt: 'of ints and indices',
  wrappersTellFunction: false,
  mergeClones: false, // bpo-41431
  withoutVectorcall: [
    ...profile310.withoutVectorcall,
    ...['bool', 'filter', 'float', 'map', 'reversed', 'type'],
  ],
  members: {
    ...profile310.members,
    coroutine: ['cr_code', 'cr_frame', 'cr_running'],
    frame: [...(profile310.members['frame'] ?? []), 'f_lasti'],
    generator: ['gi_code', 'gi_frame', 'gi_running'],
  },
  oneEmptyFrozenset: true,
  errorWords: errorWords['3.9'],
  texts: { ...profile310.texts, integerIsRequired: true, functionsAreQualified: false },
  tracebacks: { ...profile310.tracebacks, errorLine: 'clipped', ignoredAtExit: 'whole' },
  release: '3.9.18',
  pymalloc: pymallocGeometries['3.9'],
  slotErrorsNameType: false, // v3.9.18 Python/structmember.c PyMember_GetOne
  suggestions: { ...profile310.suggestions, names: false },
  annotations: { ...profile310.annotations, ofModules: false },
  weakrefNames: ['weakref', 'weakproxy', 'weakcallableproxy'],
  tableSizesExact: true, // v3.9.18 Objects/dictobject.c dictresize
  listStartsEven: false,
  listCallAsksLength: true, // v3.9.18 Objects/listobject.c list___init___impl
  extendOverAllocates: true, // v3.9.18 Objects/listobject.c list_extend
  dictCallAllocates: true, // getsizeof(dict()) 232
  startFrames: [7, 8, 13, 17], // as in 3.10
  layout: {
    ...profile310.layout,
    heapFrame: 368, // type(frame).__basicsize__
    generatorHeader: 96, // type(gen).__basicsize__
    typeHeap: 880, // type.__basicsize__
    functionSize: 120,
    functionBuiltins: 0,
    functionVectorcall: 24, // NOT CPYTHON: stands where later releases have func_builtins
    sizes: { ...profile310.layout.sizes, property: 56, syntaxError: 112, zip: 40 },
  },
};
