import type { Addr, Gc } from './lab';

export function moveUnreachable(gc: Gc): void {
  function visit(child: Addr): void {
    if (!gc.isCollecting(child)) return;
    if (gc.isAside(child)) gc.move(child, 'young');
    if (gc.getRefs(child) === 0) gc.setRefs(child, 1);
  }

  let object: Addr = gc.first('young');
  while (object !== 0) {
    if (gc.getRefs(object) === 0) {
      const next = gc.next(object);
      gc.move(object, 'unreachable');
      object = next;
    } else {
      gc.traverse(object, visit);
      gc.clearCollecting(object);
      // Only now: what came back stands at the end of the list.
      object = gc.next(object);
    }
  }
}
