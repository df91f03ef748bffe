import { gcDel } from './gc-object.ts';
import { TPFLAGS_BASETYPE, TPFLAGS_HAVE_GC } from './layouts.ts';
import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { readyType } from './type-ready.ts';
import { noArgs } from './type-spec.ts';
import {
  filterDealloc,
  filterNew,
  filterNext,
  filterReduce,
  filterTraverse,
  filterVectorcall,
} from './late-iterators.ts';

export const FILTER_FUNC = 16;
export const FILTER_IT = 24;
export const FILTER_SIZE = 32;

/** v3.13.0 PyFilter_Type */
export function initFilterType(rt: Runtime): void {
  rt.types.filter = readyType(rt, {
    name: 'filter',
    basicsize: FILTER_SIZE,
    flags: TPFLAGS_HAVE_GC | TPFLAGS_BASETYPE,
    slots: {
      tp_dealloc: filterDealloc,
      tp_traverse: filterTraverse,
      tp_iter: newRef,
      tp_iternext: filterNext,
      tp_new: filterNew,
      tp_vectorcall: filterVectorcall,
      tp_free: gcDel,
    },
    methods: { __reduce__: noArgs(filterReduce) },
    doc: 'filter(function, iterable): an iterator of the items for which the function is true',
  });
}
