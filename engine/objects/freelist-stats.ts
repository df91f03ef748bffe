/**
 * What free lists hold, as `sys._debugmallocstats()` tells it.
 * v3.13.0 Objects/object.c _PyObject_DebugTypeStats
 */
import type { Bytes } from '../base/brand.ts';
import { debugAllocatorStats } from '../pymalloc/stats.ts';
import { freeListLength } from './freelists.ts';
import * as L from './layouts.ts';
import {
  FREE_CFUNCTION,
  FREE_DICT,
  FREE_DICT_KEYS,
  FREE_FLOAT,
  FREE_FRAME,
  FREE_LIST,
  FREE_METHOD,
  FREE_TUPLE,
  type Runtime,
} from './runtime.ts';

export { debugMallocStats } from '../pymalloc/stats.ts';

/** sizeof(PyDictKeysObject), its tables left out. */
const DICT_KEYS_SIZE: Bytes = 32;

/** Lines, a free list each, in the order of their names. */
export function debugTypeStats(rt: Runtime): string {
  const { typeStats } = rt.profile.pymalloc;
  const head = typeStats.withGcHead ? L.GC_HEAD_SIZE : 0;
  const line = (name: string, list: number, bytes: Bytes) =>
    debugAllocatorStats(`free ${name}`, freeListLength(rt, list), bytes);
  let out = '';
  if (typeStats.functions) out += line('PyCFunctionObject', FREE_CFUNCTION, L.CFUNCTION_SIZE);
  out += line('PyDictObject', FREE_DICT, L.DICT_SIZE + head);
  if (typeStats.dictKeys) out += line('PyDictKeysObject', FREE_DICT_KEYS, DICT_KEYS_SIZE);
  out += line('PyFloatObject', FREE_FLOAT, L.FLOAT_SIZE);
  if (typeStats.frameBytes > 0) out += line('PyFrameObject', FREE_FRAME, typeStats.frameBytes);
  out += line('PyListObject', FREE_LIST, L.LIST_SIZE + head);
  if (typeStats.functions) out += line('PyMethodObject', FREE_METHOD, L.METHOD_SIZE);
  for (let n = 1; n <= rt.profile.freeLists.tupleMaxSize; n++)
    out += line(`${n}-sized PyTupleObject`, FREE_TUPLE + n, rt.layout.tupleItems + 8 * n + head);
  return out;
}
