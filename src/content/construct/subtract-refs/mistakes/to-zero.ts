import type { Addr, Gc } from './lab';

export function subtractRefs(gc: Gc): void {
  for (let object = gc.first('young'); object !== 0; object = gc.next(object)) {
    gc.traverse(object, (child: Addr) => {
      if (gc.isCollecting(child)) gc.setRefs(child, 0);
    });
  }
}
