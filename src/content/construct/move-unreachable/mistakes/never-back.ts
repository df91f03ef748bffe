import type { Addr, Gc } from './lab';

export function moveUnreachable(gc: Gc): void {
  let object: Addr = gc.first('young');
  while (object !== 0) {
    const next = gc.next(object);
    if (gc.getRefs(object) === 0) gc.move(object, 'unreachable');
    else {
      gc.traverse(object, (child: Addr) => {
        if (gc.isCollecting(child) && !gc.isAside(child) && gc.getRefs(child) === 0)
          gc.setRefs(child, 1);
      });
      gc.clearCollecting(object);
    }
    object = next;
  }
}
