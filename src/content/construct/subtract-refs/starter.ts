import type { Addr, Gc } from './lab';

/** Takes one off gc_refs for each reference that comes from within the young list. */
export function subtractRefs(gc: Gc): void {
  for (let object = gc.first('young'); object !== 0; object = gc.next(object)) {
    gc.traverse(object, (child: Addr) => {
      // Does the child take part in this collection?
    });
  }
}
