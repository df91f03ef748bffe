/** The type bytearray. What it does: bytearray-methods.ts. v3.13.0 Objects/bytearrayobject.c */
import type { Addr } from '../base/brand.ts';
import { BYTEARRAY_BYTES, BYTEARRAY_SIZE } from './buffer.ts';
import { byteArrayLength } from './bytearray.ts';
import {
  byteArrayGetBuffer,
  byteArrayIterNext,
  byteArrayMethods,
  byteArrayReleaseBuffer,
  byteArraySlots,
  sharedByteMethods,
} from './late-parts.ts';
import { TP_ALLOC, TP_FREE, TPFLAGS_BASETYPE, TPFLAGS_MATCH_SELF } from './layouts.ts';
import type { Runtime } from './runtime.ts';
import { sequenceIterNew, sequenceIterSpec } from './str-iterators.ts';
import { readyType } from './type-ready.ts';

function dealloc(rt: Runtime, p: Addr): void {
  const block = rt.ptr(p + BYTEARRAY_BYTES);
  if (block !== 0) rt.tables.free(block);
  rt.fns[rt.i32[(rt.typeOf(p) + TP_FREE) >> 2]!]!(rt, p);
}

/** A zeroed instance; tp_init does the rest. v3.13.0 PyType_GenericNew */
function genericNew(rt: Runtime, type: Addr): Addr {
  return rt.fns[rt.i32[(type + TP_ALLOC) >> 2]!]!(rt, type, 0);
}

/** v3.13.0 PyByteArray_Type */
export function initByteArrayType(rt: Runtime): void {
  rt.types.bytearray = readyType(rt, {
    name: 'bytearray',
    basicsize: BYTEARRAY_SIZE,
    flags: TPFLAGS_BASETYPE | TPFLAGS_MATCH_SELF,
    unhashable: true,
    slots: {
      tp_dealloc: dealloc,
      tp_iter: (r, p) => sequenceIterNew(r, r.types.byteArrayIterator, p),
      tp_new: genericNew,
      mp_length: byteArrayLength,
      sq_length: byteArrayLength,
      bf_getbuffer: byteArrayGetBuffer,
      bf_releasebuffer: byteArrayReleaseBuffer,
      ...byteArraySlots,
    },
    methods: { ...sharedByteMethods, ...byteArrayMethods },
  });
  rt.types.byteArrayIterator = readyType(
    rt,
    sequenceIterSpec('bytearray_iterator', byteArrayIterNext, byteArrayLength, emptyTupleOf),
  );
}

/** What `__reduce__` of an exhausted iterator names as its sequence. */
function emptyTupleOf(rt: Runtime): Addr {
  return rt.emptyTuple;
}
