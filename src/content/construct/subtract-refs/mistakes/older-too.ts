import type { Addr, Gc } from './lab';

export function subtractRefs(gc: Gc): void {
  for (let object = gc.first('young'); object !== 0; object = gc.next(object)) {
    gc.traverse(object, (child: Addr) => {
      gc.setRefs(child, gc.getRefs(child) - 1);
    });
  }
}
