/**
 * operator.methodcaller.
 *
 *     +16  name, +24 args (a tuple), +32 kwargs (a dict or NULL): owned
 *
 * v3.13.0 Modules/_operator.c methodcallerobject
 */
import type { Addr } from '../../base/brand.ts';
import { checkPositional, noKeywords } from '../../objects/args.ts';
import { callObject } from '../../objects/call.ts';
import { dictCopy, dictLen, dictNext } from '../../objects/dict.ts';
import { raise } from '../../objects/errors.ts';
import { callAlloc } from '../../objects/generic-alloc.ts';
import { getAttr, reprText } from '../../objects/object.ts';
import { decref, newRef } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { internInPlace, isStr, newStr, strToJs } from '../../objects/strings.ts';
import { tupleGetSlice, tupleItem, tupleSize } from '../../objects/tuple.ts';
import { typeName } from '../../objects/type-object.ts';
import { ensureType } from '../module-types.ts';
import { readySimple } from './simple-type.ts';

const NAME = 16;
const ARGS = 24;
const KWARGS = 32;

function make(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  const n = tupleSize(rt, args);
  if (n < 1) {
    const text = 'methodcaller needs at least one argument, the method name';
    return raise(rt, rt.exc.TypeError, text);
  }
  const name = tupleItem(rt, args, 0);
  if (!isStr(rt, name)) return raise(rt, rt.exc.TypeError, 'method name must be a string');
  const self = callAlloc(rt, type, 0);
  if (self === 0) return 0;
  rt.setPtr(self + NAME, internInPlace(rt, newRef(rt, name)));
  rt.setPtr(self + ARGS, tupleGetSlice(rt, args, 1, n));
  if (kwargs !== 0 && dictLen(rt, kwargs) > 0) rt.setPtr(self + KWARGS, dictCopy(rt, kwargs));
  return self;
}

function call(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): Addr {
  if (!noKeywords(rt, 'methodcaller', kwargs)) return 0;
  if (!checkPositional(rt, 'methodcaller', tupleSize(rt, args), 1, 1)) return 0;
  const method = getAttr(rt, tupleItem(rt, args, 0), rt.ptr(self + NAME));
  if (method === 0) return 0;
  const result = callObject(rt, method, rt.ptr(self + ARGS), rt.ptr(self + KWARGS));
  decref(rt, method);
  return result;
}

function repr(rt: Runtime, self: Addr): Addr {
  const parts = [reprText(rt, rt.ptr(self + NAME))];
  const args = rt.ptr(self + ARGS);
  for (let i = 0; i < tupleSize(rt, args); i++) parts.push(reprText(rt, tupleItem(rt, args, i)));
  const kwargs = rt.ptr(self + KWARGS);
  if (kwargs !== 0) {
    for (let at = dictNext(rt, kwargs, 0); at !== 0; at = dictNext(rt, kwargs, at)) {
      // NOT CPYTHON: it formats a key that is no string as if it were one, and prints what lies there
      const key = isStr(rt, rt.dictKey) ? strToJs(rt, rt.dictKey) : '';
      const value = reprText(rt, rt.dictValue);
      parts.push(value === null ? null : `${key}=${value}`);
    }
  }
  if (parts.includes(null)) return 0;
  return newStr(rt, `${typeName(rt, rt.typeOf(self))}(${parts.join(', ')})`);
}

/** The type operator.methodcaller; borrowed. */
export function methodcallerType(rt: Runtime): Addr {
  return ensureType(rt, 'methodcaller', (r) =>
    readySimple(r, {
      name: 'operator.methodcaller',
      size: 72,
      owned: [NAME, ARGS, KWARGS],
      flags: 0,
      slots: { tp_new: make, tp_call: call, tp_repr: repr },
    }),
  );
}
