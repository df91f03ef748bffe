/**
 * reversed: walks a sequence from its end by index.
 *
 *     +16  index  of the next item, -1 when exhausted
 *     +24  seq    owned, NULL when exhausted
 *
 * v3.13.0 Objects/enumobject.c PyReversed_Type
 */
import type { Addr } from '../base/brand.ts';
import { gcDel } from './gc-object.ts';
import { TPFLAGS_BASETYPE, TPFLAGS_HAVE_GC } from './layouts.ts';
import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { readyType } from './type-ready.ts';
import { noArgs, oneArg, type Visit } from './type-spec.ts';
import {
  reversedDealloc,
  reversedLength,
  reversedNext,
  reversedReduce,
  reversedSetState,
  reversedTypeNew,
  reversedVectorcall,
} from './late-iterators.ts';

export const REVERSED_INDEX = 16;
export const REVERSED_SEQ = 24;
export const REVERSED_SIZE = 32;

function reversedTraverse(rt: Runtime, ro: Addr, visit: Visit): void {
  const seq = rt.ptr(ro + REVERSED_SEQ);
  if (seq !== 0) visit(seq);
}

/** v3.13.0 PyReversed_Type */
export function initReversedType(rt: Runtime): void {
  rt.types.reversed = readyType(rt, {
    name: 'reversed',
    basicsize: REVERSED_SIZE,
    flags: TPFLAGS_HAVE_GC | TPFLAGS_BASETYPE,
    slots: {
      tp_dealloc: reversedDealloc,
      tp_traverse: reversedTraverse,
      tp_iter: newRef,
      tp_iternext: reversedNext,
      tp_new: reversedTypeNew,
      tp_vectorcall: reversedVectorcall,
      tp_free: gcDel,
    },
    methods: {
      __length_hint__: noArgs(reversedLength),
      __reduce__: noArgs(reversedReduce),
      __setstate__: oneArg(reversedSetState),
    },
    doc: 'reversed(sequence): an iterator from the last item to the first',
  });
}
