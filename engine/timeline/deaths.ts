/** Learning of every death at one address, also of those between two lines. */
import type { Addr } from '../base/brand.ts';
import { liveObjects } from '../lenses/live-objects.ts';
import type { Machine } from '../machine.ts';
import * as L from '../objects/layouts.ts';
import type { Native, ObjectAllocator, Runtime } from '../objects/runtime.ts';
import { isType } from '../objects/type-object.ts';

/**
 * Begins to listen: tp_dealloc of what stands at `p`, and a block that is freed there, since ints go
 * without their tp_dealloc being called through the table.
 * @returns what ends it
 */
export function watchDeaths(machine: Machine, p: Addr, died: () => void): () => void {
  const { rt } = machine;
  const { obj } = rt;
  rt.obj = new WatchingAllocator(obj, p, died);
  const replaced = new Map<number, Native>();
  const objects = liveObjects({ rt, pymalloc: machine.domains.pymalloc, heap: machine.heap });
  for (const type of objects) {
    const n = isType(rt, type) ? rt.i32[(type + L.TP_DEALLOC) >> 2]! : 0;
    const native = rt.fns[n];
    if (n === 0 || native === undefined || replaced.has(n)) continue;
    replaced.set(n, native);
    rt.fns[n] = (r: Runtime, dying: Addr) => {
      if (dying === p) died();
      native(r, dying);
    };
  }
  return () => {
    rt.obj = obj;
    for (const [n, native] of replaced) rt.fns[n] = native;
  };
}

class WatchingAllocator implements ObjectAllocator {
  private readonly inner: ObjectAllocator;
  private readonly p: Addr;
  private readonly died: () => void;

  constructor(inner: ObjectAllocator, p: Addr, died: () => void) {
    this.inner = inner;
    this.p = p;
    this.died = died;
  }

  malloc(bytes: number): Addr {
    return this.inner.malloc(bytes);
  }

  calloc(count: number, bytes: number): Addr {
    return this.inner.calloc(count, bytes);
  }

  realloc(block: Addr, bytes: number): Addr {
    return this.inner.realloc(block, bytes);
  }

  free(block: Addr): void {
    if (block === this.p) this.died();
    this.inner.free(block);
  }
}
