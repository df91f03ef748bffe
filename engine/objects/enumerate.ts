import { gcDel } from './gc-object.ts';
import { TPFLAGS_BASETYPE, TPFLAGS_HAVE_GC } from './layouts.ts';
import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { readyType } from './type-ready.ts';
import { noArgs } from './type-spec.ts';
import {
  enumDealloc,
  enumNext,
  enumReduce,
  enumTraverse,
  enumTypeNew,
  enumVectorcall,
} from './late-iterators.ts';

export const EN_INDEX = 16;
export const EN_SIT = 24;
export const EN_RESULT = 32;
export const EN_LONGINDEX = 40;
export const EN_ONE = 48;

// ---- the type ------------------------------------------------------------------------------------

/** v3.13.0 PyEnum_Type */
export function initEnumerateType(rt: Runtime): void {
  rt.types.enumerate = readyType(rt, {
    name: 'enumerate',
    basicsize: rt.layout.sizes.enumerate,
    flags: TPFLAGS_HAVE_GC | TPFLAGS_BASETYPE,
    slots: {
      tp_dealloc: enumDealloc,
      tp_traverse: enumTraverse,
      tp_iter: newRef,
      tp_iternext: enumNext,
      tp_new: enumTypeNew,
      tp_vectorcall: enumVectorcall,
      tp_free: gcDel,
    },
    methods: { __reduce__: noArgs(enumReduce) },
    doc: 'enumerate(iterable, start=0): an iterator of pairs (count, item)',
  });
}
