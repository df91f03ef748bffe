/**
 * operator.itemgetter.
 *
 *     +16  nitems, +24 item: the key, or a tuple of keys (owned), +32 vectorcall
 *
 * v3.13.0 Modules/_operator.c itemgetterobject
 */
import type { Addr } from '../../base/brand.ts';
import { checkPositional, noKeywords } from '../../objects/args.ts';
import { callAlloc } from '../../objects/generic-alloc.ts';
import { getItem, reprText } from '../../objects/object.ts';
import { decref, newRef } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { newStr } from '../../objects/strings.ts';
import { tupleItem, tupleNew, tuplePack, tupleSetItem, tupleSize } from '../../objects/tuple.ts';
import { typeName } from '../../objects/type-object.ts';
import { noArgs } from '../../objects/type-spec.ts';
import { ensureType } from '../module-types.ts';
import { readySimple } from './simple-type.ts';

const COUNT = 16;
const ITEM = 24;

function make(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  if (!noKeywords(rt, 'itemgetter', kwargs)) return 0;
  const n = tupleSize(rt, args);
  if (!checkPositional(rt, 'itemgetter', n, 1, Infinity)) return 0;
  const self = callAlloc(rt, type, 0);
  if (self === 0) return 0;
  rt.setSize(self + COUNT, n);
  rt.setPtr(self + ITEM, newRef(rt, n === 1 ? tupleItem(rt, args, 0) : args));
  return self;
}

/** v3.13.0 itemgetter_call_impl */
function call(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): Addr {
  if (!noKeywords(rt, 'itemgetter', kwargs)) return 0;
  if (!checkPositional(rt, 'itemgetter', tupleSize(rt, args), 1, 1)) return 0;
  const obj = tupleItem(rt, args, 0);
  const n = rt.size(self + COUNT);
  if (n === 1) return getItem(rt, obj, rt.ptr(self + ITEM));
  const result = tupleNew(rt, n);
  for (let i = 0; i < n && result !== 0; i++) {
    const value = getItem(rt, obj, tupleItem(rt, rt.ptr(self + ITEM), i));
    if (value === 0) {
      decref(rt, result);
      return 0;
    }
    tupleSetItem(rt, result, i, value);
  }
  return result;
}

function repr(rt: Runtime, self: Addr): Addr {
  const item = rt.ptr(self + ITEM);
  const text = reprText(rt, item);
  if (text === null) return 0;
  const one = rt.size(self + COUNT) === 1;
  return newStr(rt, `${typeName(rt, rt.typeOf(self))}${one ? `(${text})` : text}`);
}

function reduce(rt: Runtime, self: Addr): Addr {
  const item = rt.ptr(self + ITEM);
  const args = rt.size(self + COUNT) === 1 ? tuplePack(rt, item) : newRef(rt, item);
  const result = tuplePack(rt, rt.typeOf(self), args);
  decref(rt, args);
  return result;
}

/** The type operator.itemgetter; borrowed. */
export function itemgetterType(rt: Runtime): Addr {
  return ensureType(rt, 'itemgetter', (r) =>
    readySimple(r, {
      name: 'operator.itemgetter',
      size: r.layout.sizes.itemgetter,
      owned: [ITEM],
      flags: 0,
      slots: { tp_new: make, tp_call: call, tp_repr: repr },
      methods: { __reduce__: noArgs(reduce) },
    }),
  );
}
