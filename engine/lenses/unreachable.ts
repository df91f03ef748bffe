/**
 * Objects that nothing outside leads to: what the cycle collector would find now.
 *
 * As the collector does, on copied counts: each tracked object's count less the references from other
 * tracked objects; what keeps a count is held from outside, and so is all it leads to.
 * v3.13.0 Python/gc.c deduce_unreachable
 */
import type { Addr } from '../base/brand.ts';
import { gcListObjects } from '../collector/gc-list.ts';
import { generationHead, PERMANENT_GENERATION } from '../objects/gc-object.ts';
import { TP_TRAVERSE } from '../objects/layouts.ts';
import { refcnt } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';

/** Every tracked object, generation by generation. */
export function trackedObjects(rt: Runtime): Addr[] {
  const objects: Addr[] = [];
  for (let n = 0; n <= PERMANENT_GENERATION; n++) {
    const head = generationHead(rt, n);
    objects.push(...gcListObjects(rt, head));
  }
  return objects;
}

function traverse(rt: Runtime, p: Addr, visit: (child: Addr) => void): void {
  const fn = rt.i32[(rt.typeOf(p) + TP_TRAVERSE) >> 2]!;
  if (fn !== 0) rt.fns[fn]!(rt, p, visit);
}

/** Tracked objects that can only be reached from each other. */
export function unreachableObjects(rt: Runtime): ReadonlySet<Addr> {
  const counts = new Map<Addr, number>();
  for (const p of trackedObjects(rt)) counts.set(p, refcnt(rt, p));
  for (const p of counts.keys()) {
    traverse(rt, p, (child) => {
      const count = counts.get(child);
      if (count !== undefined) counts.set(child, count - 1);
    });
  }
  const unreachable = new Set(counts.keys());
  const pending: Addr[] = [];
  for (const [p, count] of counts) {
    if (count > 0 && unreachable.delete(p)) pending.push(p);
  }
  for (let p = pending.pop(); p !== undefined; p = pending.pop()) {
    traverse(rt, p, (child) => {
      if (unreachable.delete(child)) pending.push(child);
    });
  }
  return unreachable;
}
