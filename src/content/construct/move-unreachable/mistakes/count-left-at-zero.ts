import type { Addr, Gc } from './lab';

export function moveUnreachable(gc: Gc): void {
  let object: Addr = gc.first('young');
  while (object !== 0) {
    if (gc.getRefs(object) === 0) {
      const next = gc.next(object);
      gc.move(object, 'unreachable');
      object = next;
    } else {
      gc.traverse(object, (child: Addr) => {
        if (gc.isCollecting(child) && gc.isAside(child)) {
          gc.move(child, 'young');
          gc.setRefs(child, 1);
        }
      });
      gc.clearCollecting(object);
      object = gc.next(object);
    }
  }
}
