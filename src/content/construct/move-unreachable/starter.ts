import type { Addr, Gc } from './lab';

/** Puts aside what nothing from outside leads to. gc_refs are what subtractRefs has left. */
export function moveUnreachable(gc: Gc): void {
  let object: Addr = gc.first('young');
  while (object !== 0) {
    // gc_refs of 0: it goes aside, to 'unreachable'.
    // Else it is reachable, and so is all that it refers to, even what was put aside already.
    object = gc.next(object);
  }
}
