/** Learning of every death at some addresses, also of those between two lines. */
import type { Addr } from '../base/brand.ts';
import { liveObjects } from '../lenses/live-objects.ts';
import type { Machine } from '../machine.ts';
import * as L from '../objects/layouts.ts';
import type { Native, ObjectAllocator, Runtime } from '../objects/runtime.ts';
import { isType } from '../objects/type-object.ts';

/** Which addresses are watched. */
type Watched = Pick<ReadonlySet<Addr>, 'has'>;

type Died = (p: Addr) => void;

/**
 * Begins to listen: tp_dealloc of what stands at an address, and a block that is freed there, since ints
 * go without their tp_dealloc being called through the table.
 * @returns what ends it
 */
export function watchDeaths(machine: Machine, watched: Watched, died: Died): () => void {
  const { rt } = machine;
  const { obj } = rt;
  rt.obj = new WatchingAllocator(obj, watched, died);
  const replaced = new Map<number, Native>();
  const objects = liveObjects({ rt, pymalloc: machine.domains.pymalloc, heap: machine.heap });
  for (const type of objects) {
    const n = isType(rt, type) ? rt.i32[(type + L.TP_DEALLOC) >> 2]! : 0;
    const native = rt.fns[n];
    if (n === 0 || native === undefined || replaced.has(n)) continue;
    replaced.set(n, native);
    rt.fns[n] = (r: Runtime, dying: Addr) => {
      native(r, dying);
      // a finalizer may have brought it back
      if (watched.has(dying) && !(r.i32[dying >> 2]! > 0 && r.i32[(dying >> 2) + 1] === 0))
        died(dying);
    };
  }
  return () => {
    rt.obj = obj;
    for (const [n, native] of replaced) rt.fns[n] = native;
  };
}

class WatchingAllocator implements ObjectAllocator {
  private readonly inner: ObjectAllocator;
  private readonly watched: Watched;
  private readonly died: Died;

  constructor(inner: ObjectAllocator, watched: Watched, died: Died) {
    this.inner = inner;
    this.watched = watched;
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
    if (this.watched.has(block)) this.died(block);
    this.inner.free(block);
  }
}
