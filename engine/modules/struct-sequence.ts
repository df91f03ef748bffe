/**
 * Tuples whose items have names: sys.version_info and its like. v3.13.0 Objects/structseq.c
 *
 * NOT CPYTHON: what is not a visible field is not there, so the `dict` that may be given changes nothing.
 */
import type { Addr } from '../base/brand.ts';
import type { Params } from '../objects/args.ts';
import { dictNew, isDict } from '../objects/dict.ts';
import { errFetch, errMatches, errOccurred, raise } from '../objects/errors.ts';
import { genericAlloc } from '../objects/generic-alloc.ts';
import * as L from '../objects/layouts.ts';
import { readNewArgs } from '../objects/new-args.ts';
import * as O from '../objects/object.ts';
import { decref, newRef } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { newStr } from '../objects/strings.ts';
import { tupleFromRow, tupleItem, tuplePack, tupleSetItem, tupleSize } from '../objects/tuple.ts';
import { sequenceToTuple } from '../objects/tuple-build.ts';
import { readyType } from '../objects/type-ready.ts';
import { noArgs } from '../objects/type-spec.ts';

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

const NEW_PARAMS: Params = { names: ['sequence', 'dict'], required: 1, positional: 2 };

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

/** v3.13.0 structseq_repr */
function reprOf(rt: Runtime, self: Addr, name: string, names: readonly string[]): Addr {
  const parts: string[] = [];
  for (const [i, field] of names.entries()) {
    const text = O.reprText(rt, tupleItem(rt, self, i));
    if (text === null) return 0;
    parts.push(`${field}=${text}`);
  }
  return newStr(rt, `${name}(${parts.join(', ')})`);
}

/** v3.13.0 structseq_new_impl */
function newOf(
  rt: Runtime,
  type: Addr,
  name: string,
  fields: number,
  args: Addr,
  kwargs: Addr,
): Addr {
  const given = new Int32Array(2);
  if (!readNewArgs(rt, 'structseq', NEW_PARAMS, given, args, kwargs)) return 0;
  const [sequence = 0, dict = 0] = given;
  const items = sequenceToTuple(rt, sequence);
  if (items === 0) return noSequence(rt);
  const n = tupleSize(rt, items);
  if (dict !== 0 && !isDict(rt, dict)) {
    decref(rt, items);
    return raise(rt, rt.exc.TypeError, `${name}() takes a dict as second arg, if any`);
  }
  if (n !== fields) {
    decref(rt, items);
    const text = `${name}() takes a ${fields}-sequence (${n}-sequence given)`;
    return raise(rt, rt.exc.TypeError, text);
  }
  const made = genericAlloc(rt, type, n);
  if (made !== 0) {
    for (let i = 0; i < n; i++) tupleSetItem(rt, made, i, newRef(rt, tupleItem(rt, items, i)));
  }
  decref(rt, items);
  return made;
}

/** A TypeError of what is no sequence is told in other words. v3.13.0 PySequence_Fast */
function noSequence(rt: Runtime): Addr {
  if (!errOccurred(rt) || !errMatches(rt, rt.exc.TypeError)) return 0;
  decref(rt, errFetch(rt));
  return raise(rt, rt.exc.TypeError, 'constructor requires a sequence');
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
