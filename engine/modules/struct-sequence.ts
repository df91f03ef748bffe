/**
 * Tuples whose items have names: sys.version_info and its like. v3.13.0 Objects/structseq.c
 *
 * NOT CPYTHON: what is not a visible field is not there, so the `dict` that may be given changes nothing.
 */
import type { Addr } from '../base/brand.ts';
import { dictNew } from '../objects/dict.ts';
import { genericAlloc } from '../objects/generic-alloc.ts';
import * as L from '../objects/layouts.ts';
import { decref, newRef } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { tupleFromRow, tupleItem, tuplePack, tupleSetItem, tupleSize } from '../objects/tuple.ts';
import { readyType } from '../objects/type-ready.ts';
import { noArgs } from '../objects/type-spec.ts';
import { newOf, reprOf } from './late-parts.ts';

/** A type, and its one instance that the interpreter makes. */
export interface StructSequence {
  /** `sys.version_info` */
  readonly name: string;
  /** Its fields. */
  readonly names: readonly string[];
  /** What they hold, stolen. */
  readonly values: readonly Addr[];
  /** Whether programs may make more of it. */
  readonly isCallable: boolean;
}

/** A new tuple of a new type; 0 in a boot from an image. v3.13.0 PyStructSequence_New */
export function structSequence(
  rt: Runtime,
  { name, names, values, isCallable }: StructSequence,
): Addr {
  const getset = Object.fromEntries(
    names.map((field, i) => [
      field,
      { get: (r: Runtime, self: Addr) => newRef(r, tupleItem(r, self, i)) },
    ]),
  );
  const type = readyType(rt, {
    name,
    base: rt.types.tuple,
    basicsize: rt.layout.tupleItems,
    itemsize: 8,
    flags: L.TPFLAGS_HAVE_GC | (isCallable ? 0 : L.TPFLAGS_DISALLOW_INSTANTIATION),
    slots: {
      tp_repr: (r, self) => reprOf(r, self, name, names),
      ...(isCallable && {
        tp_new: (r, made, args, kwargs) => newOf(r, made, name, names.length, args, kwargs),
      }),
    },
    methods: { __reduce__: noArgs(reduce) },
    getset,
  });
  if (rt.prepared) return 0;
  const tuple = genericAlloc(rt, type, names.length);
  for (const [i, value] of values.entries()) tupleSetItem(rt, tuple, i, value);
  return tuple;
}

/** v3.13.0 structseq_reduce */
function reduce(rt: Runtime, self: Addr): Addr {
  const items = tupleFromRow(rt, self + rt.layout.tupleItems, tupleSize(rt, self));
  if (items === 0) return 0;
  const dict = dictNew(rt);
  const args = dict === 0 ? 0 : tuplePack(rt, items, dict);
  if (dict !== 0) decref(rt, dict);
  decref(rt, items);
  if (args === 0) return 0;
  const result = tuplePack(rt, rt.typeOf(self), args);
  decref(rt, args);
  return result;
}
