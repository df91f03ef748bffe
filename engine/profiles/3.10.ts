import { profile311 } from './3.11.ts';
import type { Profile } from './capabilities.ts';
import { errorWords } from './error-words.ts';
import { pymallocGeometries } from './pymalloc.ts';

/** CPython 3.10, measured on 3.10.13 (64-bit). */
export const profile310: Profile = {
  ...profile311,
  aliases: { ownClass: false, ownBases: false },
  absent: {
    ...profile311.absent,
    builtins: ['PythonFinalizationError', 'BaseExceptionGroup', 'ExceptionGroup'],
    BaseException: ['add_note'],
    object: ['__getstate__'],
    bytes: ['__bytes__'],
    math: ['fma', 'sumprod', 'cbrt', 'exp2'],
    complex: ['__complex__', 'from_number'],
    code: ['co_exceptiontable', 'co_qualname'],
    generator: ['__class_getitem__', 'gi_suspended'],
    coroutine: ['__class_getitem__', 'cr_suspended'],
    sys: [...(profile311.absent['sys'] ?? []), 'exception'],
  },
  withStatement: { asyncExitFirst: false, methodsApart: false, missing: 'attribute' },
  words: {
    ...profile311.words,
    byZero: {
      ...profile311.words.byZero,
      intRemainder: 'integer division or modulo by zero',
    },
  },
  id: '3.10',
  dropsEmptySubclasses: false, // measured
  withoutVectorcall: [...profile311.withoutVectorcall, 'enumerate', 'super'],
  dictHoldsKeyToHash: false, // v3.10.13 Objects/dictobject.c PyDict_SetItem
  handlersHoldTracebacks: true,
  clearDropsGeneratorLocals: true,
  lineIsFixed: 'f_lineno can only be set by a trace function',
  codeTellsNoFree: true,
  cellsAreSorted: true,
  execTakesClosure: false,
  codeHasQualname: false,
  members: {
    ...profile311.members,
    async_generator: ['ag_code', 'ag_frame', 'ag_running'],
    code: [...(profile311.members['code'] ?? []), 'co_cellvars', 'co_freevars', 'co_varnames'],
    coroutine: ['cr_code', 'cr_frame'],
    frame: ['f_back', 'f_builtins', 'f_code', 'f_globals'],
    generator: ['gi_code', 'gi_frame'],
    traceback: ['tb_lineno'],
  },
  errorWords: errorWords['3.10'],
  byteArrayTakesRoom: false,
  asciiIterator: 'str_iterator',
  texts: {
    ...profile311.texts,
    weakrefCalls: 'call',
    nullBytesAre: 'ValueError',
    truncIsDeprecated: false,
    unboundIsReferencedBefore: true,
    strIndexTellsType: false,
    propertyTellsClass: false,
    exceptionNames: 'with main',
  },
  tracebacks: { ...profile311.tracebacks, carets: 'none', notes: false, ignored: 'plain' },
  release: '3.10.13',
  lastiBeforeStart: true,
  pymalloc: pymallocGeometries['3.10'],
  layout: {
    ...profile311.layout,
    intZeroHasDigit: false,
    dictKeysHeader: 40, // v3.10.13 Objects/dict-common.h struct _dictkeysobject
    dictUnicodeEntries: false,
    valuesHeader: 0, // v3.10.13 Objects/dictobject.c new_values: an array and nothing else
    valuesOrderInHeader: 0,
    typeStatic: 408,
    typeHeap: 888, // type.__basicsize__
    baseException: 64, // type.__basicsize__: without notes
    exceptionNotes: 0,
    exceptionSuppress: 32, // NOT CPYTHON: stands where later releases have the notes
    functionSize: 128,
    functionVectorcall: 120,
    functionVersion: 0,
    heapFrame: 360, // type(frame).__basicsize__
    generatorHeader: 88, // type(gen).__basicsize__
    codeInstructionsInside: false,
    codeHeader: 176, // type(code).__basicsize__
    sizes: {
      ...profile311.layout.sizes,
      deque: 80,
      enumerate: 48,
      itemgetter: 40,
      syntaxError: 128,
      weakref: 56,
    },
  },
  freeLists: { ...profile311.freeLists, tupleMaxSize: 19, frame: 200 },
  startFrames: [7, 8, 14, 17], // ob_size of the first frames of a program, by ctypes
  callerHolds: 'all', // v3.10.13 Python/ceval.c call_function
  concatenation: { everyVariable: true, warmup: 0 }, // v3.10.13 Python/ceval.c unicode_concatenate
  bytesOfIntsNeedOrder: true,
  formatsKnowZ: false,
  freshInts: { ...profile311.freshInts, remainders: true }, // v3.10.13 x_divrem
  fromBytesGivesSmall: false, // v3.10.13 Objects/longobject.c _PyLong_FromByteArray
  staticTypesCountHeader: false,
  doubledLetters: '',
  instances: { ...profile311.instances, kind: 'dict', sharedKeysMaxSize: 5 },
  globalRefcnt: 1,
  sipHashRounds: [2, 4],
};
