/** Extended slices of a list: `del a[::2]`, `a[::2] = b`. v3.13.0 Objects/listobject.c list_ass_subscript */
import type { Addr } from '../base/brand.ts';
import { listSize } from './list.ts';
import type { Runtime } from './runtime.ts';
import { sliceWithin } from './slice-bounds.ts';

export { assignStrided, deleteStrided } from './late-sequences.ts';

/**
 * Reads a slice for a list's length, into sliceStart, sliceStep and sliceLength.
 * @returns false with an exception
 */
export function sliceOfList(rt: Runtime, list: Addr, slice: Addr): boolean {
  for (;;) {
    const size = listSize(rt, list);
    if (!sliceWithin(rt, slice, size)) return false;
    // an __index__ of the slice may have changed the list
    if (listSize(rt, list) === size) return true;
  }
}
