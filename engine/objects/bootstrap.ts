/**
 * Boot: what stands in memory before the first line of a program runs.
 *
 * Order matters: the addresses of types come first, so that objects can point at them; then the
 * objects that types are made of (strings, tuples, dicts work with their types only reserved); then
 * the types themselves. v3.13.0 Python/pylifecycle.c pycore_init_types
 */
import { numberCommonFunctions } from './boot-functions.ts';
import { initBoolSingletons, initBoolType } from './bool.ts';
import { initByteArrayType } from './bytearray-type.ts';
import { initBytesType, initStaticBytes } from './bytes.ts';
import { initCellType } from './cell.ts';
import { initBuiltinFunctionType, initMethodType } from './cfunction.ts';
import { initCodeType } from './code.ts';
import { initComplexType } from './complex.ts';
import { initContainerStatics } from './container-statics.ts';
import { dictNew } from './dict.ts';
import { initDictIteratorTypes } from './dict-iterators.ts';
import { initDictType } from './dict-type.ts';
import { initDictViewTypes } from './dict-views.ts';
import { initEnumerateType } from './enumerate.ts';
import { initReversedType } from './reversed.ts';
import { initExceptions } from './exceptions.ts';
import { initFilterType } from './filter.ts';
import { initMapType } from './map.ts';
import { initZipType } from './zip.ts';
import { initFloatType } from './float.ts';
import { initFunctionType } from './function.ts';
import { initGenerations } from './gc-object.ts';
import { initIntType, initSmallInts } from './int.ts';
import { initStaticStrings } from './interning.ts';
import { newerTypes } from './late-parts.ts';
import { initListType } from './list-type.ts';
import { initMemoryviewType } from './memoryview.ts';
import { initModuleType } from './module.ts';
import { initSingletons, initSingletonTypes } from './none.ts';
import { initRangeType } from './range.ts';
import { initRangeIteratorTypes } from './range-iterators.ts';
import { type Runtime, STATE } from './runtime.ts';
import { initSeqIteratorTypes } from './seq-iterators.ts';
import { initSetIteratorType } from './set-iterator.ts';
import { initFrozensetType, initSetType } from './set-type.ts';
import { decref } from './refcount.ts';
import { initSliceType, sliceNew } from './slice.ts';
import { initStrIterators } from './str-iterators.ts';
import { initStrType } from './str-type.ts';
import { initTracebackType } from './traceback.ts';
import { initTupleType } from './tuple-type.ts';
import { initClassTypes, initTypeAndObject } from './type-init.ts';
import { reserveTypes } from './type-ready.ts';
import { initWeakrefTypes } from './weakref.ts';

/** Fills a fresh runtime with everything that objects/ defines. */
export function bootObjects(rt: Runtime): void {
  numberCommonFunctions(rt);
  if (!rt.prepared) beginObjects(rt);
  initTypeAndObject(rt);
  initClassTypes(rt);
  for (const init of TYPES) init(rt);
  if (rt.profile.newerTypes) newerTypes.code.initNewerTypes(rt);
  initExceptions(rt);
  // the one slice that is kept: what CPython runs before a program has used it, and no collection
  // takes it back
  if (!rt.prepared) decref(rt, sliceNew(rt, rt.none, rt.none, rt.none));
}

/** What types are made of. */
function beginObjects(rt: Runtime): void {
  initGenerations(rt);
  rt.setPtr(rt.state + STATE.excInfo, rt.state + STATE.excState);
  rt.i32[(rt.state + STATE.recursionLimit) >> 2] = rt.profile.recursionLimit;
  rt.i32[(rt.state + STATE.recursionRemaining) >> 2] = rt.profile.recursionLimit;
  reserveTypes(rt);
  initSingletons(rt);
  initSmallInts(rt);
  initBoolSingletons(rt);
  if (rt.emptyTuple === 0) initContainerStatics(rt);
  initStaticStrings(rt);
  initStaticBytes(rt);
  rt.setPtr(rt.state + STATE.interned, dictNew(rt));
}

const TYPES: readonly ((rt: Runtime) => void)[] = [
  initSingletonTypes,
  initIntType,
  initBoolType,
  initFloatType,
  initComplexType,
  initStrType,
  initStrIterators,
  initBytesType,
  initByteArrayType,
  initMemoryviewType,
  initTupleType,
  initListType,
  initSeqIteratorTypes,
  initDictType,
  initDictIteratorTypes,
  initDictViewTypes,
  initSetType,
  initFrozensetType,
  initSetIteratorType,
  initSliceType,
  initRangeType,
  initRangeIteratorTypes,
  initEnumerateType,
  initReversedType,
  initMapType,
  initFilterType,
  initZipType,
  initBuiltinFunctionType,
  initMethodType,
  initModuleType,
  initCellType,
  initCodeType,
  initFunctionType,
  initTracebackType,
  initWeakrefTypes,
];
