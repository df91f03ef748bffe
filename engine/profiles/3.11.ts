import { profile312 } from './3.12.ts';
import type { Profile } from './capabilities.ts';
import { errorWords } from './error-words.ts';
import { pymallocGeometries } from './pymalloc.ts';

/** CPython 3.11, measured on 3.11.7 (64-bit). */
export const profile311: Profile = {
  ...profile312,
  absent: {
    ...profile312.absent,
    int: ['is_integer'],
    type: ['__type_params__'],
    math: ['fma', 'sumprod'],
    itertools: ['batched'],
    async_generator: ['ag_suspended'],
  },
  memoryviews: {
    ...profile312.memoryviews,
    flagged: false,
    halfFloats: false,
    scalarsHaveLength: true,
  },
  words: {
    ...profile312.words,
    abstract: 'with',
    orderedDictAsPairs: true,
    emptyIterable: 'arg is an empty sequence',
  },
  id: '3.11',
  sumsCompensated: false, // v3.11.7 Python/bltinmodule.c builtin_sum
  popClears: false, // v3.11.7 Objects/listobject.c list_pop_impl
  lineIsFixed: "can't jump from the 'call' trace event of a new frame",
  members: {
    ...profile312.members,
    async_generator: ['ag_code', 'ag_running'],
    coroutine: ['cr_code'],
    generator: ['gi_code'],
    type: ['__mro__'],
  },
  errorWords: errorWords['3.11'],
  splitTakesRoom: true, // v3.11.7 Objects/unicodeobject.c split
  release: '3.11.7',
  suggestions: { ...profile312.suggestions, modulesAndSelf: false },
  lastExceptionKept: false,
  typeParameters: { native: false, defaults: false, oneUnion: false },
  texts: { ...profile312.texts, throwWithTypeIsDeprecated: false, boolInversion: '' },
  pymalloc: pymallocGeometries['3.11'],
  specializes: { init: false, subscript: false },
  layout: {
    ...profile312.layout,
    intTagged: false, // v3.11.7 Include/cpython/longintrepr.h struct _longobject: ob_size
    strAsciiHeader: 48, // measured by sizeof(PyASCIIObject): with wstr
    strCompactHeader: 72,
    typeStatic: 408,
    typeHeap: 904, // type.__basicsize__
    functionSize: 136, // type(function).__basicsize__
    functionTypeParams: 0, // v3.11.7 Include/cpython/funcobject.h
    functionVectorcall: 120,
    functionVersion: 128,
    codeHeader: 184, // type(code).__basicsize__
    generatorHeader: 80, // type(gen).__basicsize__ 152 less one empty frame of 72
    sizes: {
      ...profile312.layout.sizes,
      accumulate: 48,
      bool: 32,
      groupby: 64,
      rangeIterator: 48,
      tee: 40,
    },
  },
  instances: {
    ...profile312.instances,
    managedWeakrefs: false,
    managedDictOfVarSized: false,
  },
  internedImmortal: false,
  latin1HasUtf8: false, // getsizeof('é') 74
  doubledLetters: 'BCLST_abcdefhijklmnopqrstvwxy', // v3.11.7 pycore_global_strings.h
  slicesHashable: false,
  shortCircuitInPlace: true, // v3.11.7 Python/compile.c JUMP_IF_FALSE_OR_POP
  getattrBound: true, // v3.11.7 Objects/typeobject.c call_attribute
  closeClearsUnstarted: true,
  callerHoldsUnpacked: true, // v3.11.7 Objects/call.c _PyStack_UnpackDict
  callerHolds: 'starred', // v3.11.7 Python/ceval.c CALL_FUNCTION_EX
  concatenation: { everyVariable: false, warmup: 8 }, // v3.11.7 QUICKENING_INITIAL_WARMUP_VALUE
  lastResortMemoryError: false, // v3.11.7 Objects/exceptions.c MemoryError_new
  immortalRefcnt: null,
  staticRefcnt: 1,
  globalRefcnt: 999999999, // v3.11.7 Include/internal/pycore_global_objects.h _PyObject_IMMORTAL_REFCNT
  collector: { ...profile312.collector, thresholds: [700, 10, 10], trigger: 'allocation' },
};
