/**
 * operator.attrgetter.
 *
 *     +16  nattrs, +24 attr: tuple of the names as given (owned)
 *
 * NOT CPYTHON: there dotted names are split and interned when the object is made.
 * v3.13.0 Modules/_operator.c attrgetterobject
 */
import type { Addr } from '../../base/brand.ts';
import { checkPositional, noKeywords } from '../../objects/args.ts';
import { raise } from '../../objects/errors.ts';
import { callAlloc } from '../../objects/generic-alloc.ts';
import { getAttr, reprText } from '../../objects/object.ts';
import { decref, newRef } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { internJs, isStr, newStr, strToJs } from '../../objects/strings.ts';
import { tupleItem, tupleNew, tuplePack, tupleSetItem, tupleSize } from '../../objects/tuple.ts';
import { typeName } from '../../objects/type-object.ts';
import { noArgs } from '../../objects/type-spec.ts';
import { ensureType } from '../module-types.ts';
import { readySimple } from './simple-type.ts';

const COUNT = 16;
const NAMES = 24;

function make(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  if (!noKeywords(rt, 'attrgetter', kwargs)) return 0;
  const n = tupleSize(rt, args);
  if (!checkPositional(rt, 'attrgetter', n, 1, Infinity)) return 0;
  for (let i = 0; i < n; i++) {
    if (!isStr(rt, tupleItem(rt, args, i))) {
      return raise(rt, rt.exc.TypeError, 'attribute name must be a string');
    }
  }
  const self = callAlloc(rt, type, 0);
  if (self === 0) return 0;
  rt.setSize(self + COUNT, n);
  rt.setPtr(self + NAMES, newRef(rt, args));
  return self;
}

/** `obj.a.b` for 'a.b'; new. v3.13.0 dotted_getattr */
function dotted(rt: Runtime, obj: Addr, name: Addr): Addr {
  let value = newRef(rt, obj);
  for (const part of strToJs(rt, name).split('.')) {
    const key = internJs(rt, part);
    const next = getAttr(rt, value, key);
    decref(rt, key);
    decref(rt, value);
    if (next === 0) return 0;
    value = next;
  }
  return value;
}

function call(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): Addr {
  if (!noKeywords(rt, 'attrgetter', kwargs)) return 0;
  if (!checkPositional(rt, 'attrgetter', tupleSize(rt, args), 1, 1)) return 0;
  const obj = tupleItem(rt, args, 0);
  const names = rt.ptr(self + NAMES);
  const n = rt.size(self + COUNT);
  if (n === 1) return dotted(rt, obj, tupleItem(rt, names, 0));
  const result = tupleNew(rt, n);
  for (let i = 0; i < n && result !== 0; i++) {
    const value = dotted(rt, obj, tupleItem(rt, names, i));
    if (value === 0) {
      decref(rt, result);
      return 0;
    }
    tupleSetItem(rt, result, i, value);
  }
  return result;
}

function repr(rt: Runtime, self: Addr): Addr {
  const names = rt.ptr(self + NAMES);
  const one = rt.size(self + COUNT) === 1;
  const text = reprText(rt, one ? tupleItem(rt, names, 0) : names);
  if (text === null) return 0;
  return newStr(rt, `${typeName(rt, rt.typeOf(self))}${one ? `(${text})` : text}`);
}

/** The type operator.attrgetter; borrowed. */
export function attrgetterType(rt: Runtime): Addr {
  return ensureType(rt, 'attrgetter', (r) =>
    readySimple(r, {
      name: 'operator.attrgetter',
      size: 40,
      owned: [NAMES],
      flags: 0,
      slots: { tp_new: make, tp_call: call, tp_repr: repr },
      methods: {
        __reduce__: noArgs((r2, self) => tuplePack(r2, r2.typeOf(self), r2.ptr(self + NAMES))),
      },
    }),
  );
}
