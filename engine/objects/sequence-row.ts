/** The items of an exact list or tuple as a row of pointers. v3.13.0 PySequence_Fast_ITEMS, _GET_SIZE */
import type { Addr } from '../base/brand.ts';
import { LIST_ITEMS, OB_SIZE } from './layouts.ts';
import type { Runtime } from './runtime.ts';

/** Byte offset of the first item's pointer. For a list: valid until the list changes. */
export function rowStart(rt: Runtime, seq: Addr): Addr {
  return rt.typeOf(seq) === rt.types.tuple ? seq + rt.layout.tupleItems : rt.ptr(seq + LIST_ITEMS);
}

/** Number of items. */
export function rowLength(rt: Runtime, seq: Addr): number {
  return rt.size(seq + OB_SIZE);
}
