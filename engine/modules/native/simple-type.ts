/**
 * Types whose instances are a few owned references and counters: what they share.
 *
 * An owned field holds a reference or NULL; deallocation, traversal and clearing follow from the
 * list of them.
 */
import type { Addr, Bytes } from '../../base/brand.ts';
import { gcDel, gcUntrackIfTracked } from '../../objects/gc-object.ts';
import { callFree } from '../../objects/generic-alloc.ts';
import * as L from '../../objects/layouts.ts';
import { iterNext } from '../../objects/object.ts';
import { clearOwned, newRef, xdecref } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { readyType } from '../../objects/type-ready.ts';
import type { Slots, TypeSpec, Visit } from '../../objects/type-spec.ts';

export interface SimpleSpec {
  readonly name: string;
  readonly size: Bytes;
  /** Offsets of the owned fields, in the order in which they are dropped. */
  readonly owned: readonly number[];
  /** tp_iternext: makes it an iterator over itself */
  readonly next?: (rt: Runtime, self: Addr) => Addr;
  readonly slots?: Partial<Slots>;
  readonly methods?: TypeSpec['methods'];
  readonly members?: TypeSpec['members'];
  readonly weaklistoffset?: number;
  readonly flags?: number;
  readonly doc?: string;
  /** Frees blocks that the object owns beside its fields. */
  readonly release?: (rt: Runtime, self: Addr) => void;
}

/** Readies the type; its address. */
export function readySimple(rt: Runtime, spec: SimpleSpec): Addr {
  const { owned, weaklistoffset = 0, release } = spec;
  const iterator: Partial<Slots> = spec.next ? { tp_iter: newRef, tp_iternext: spec.next } : {};
  return readyType(rt, {
    name: spec.name,
    basicsize: spec.size,
    flags: L.TPFLAGS_HAVE_GC | (spec.flags ?? L.TPFLAGS_BASETYPE),
    weaklistoffset,
    slots: {
      tp_dealloc: (r, self) => {
        gcUntrackIfTracked(r, self);
        if (weaklistoffset !== 0 && r.ptr(self + weaklistoffset) !== 0) {
          r.hooks.clearWeakrefs(r, self);
        }
        for (const field of owned) xdecref(r, r.ptr(self + field));
        if (release) release(r, self);
        callFree(r, self);
      },
      tp_traverse: (r, self, visit: Visit) => {
        for (const field of owned) if (r.ptr(self + field) !== 0) visit(r.ptr(self + field));
      },
      tp_clear: (r, self) => {
        for (const field of owned) if (r.ptr(self + field) !== 0) clearOwned(r, self + field);
        return 0;
      },
      tp_free: gcDel,
      ...iterator,
      ...spec.slots,
    },
    ...(spec.methods ? { methods: spec.methods } : {}),
    ...(spec.members ? { members: spec.members } : {}),
    ...(spec.doc === undefined ? {} : { doc: spec.doc }),
  });
}

/** The next item of the iterator in a field; 0 at its end or with an exception. */
export function nextOf(rt: Runtime, self: Addr, field: number): Addr {
  const it = rt.ptr(self + field);
  return it === 0 ? 0 : iterNext(rt, it);
}
