/**
 * _tuplegetter: the descriptor of a named tuple's field.
 *
 *     +16  index  of the item
 *     +24  doc    owned
 *
 * v3.13.0 Modules/_collectionsmodule.c _tuplegetterobject
 */
import type { Addr } from '../../base/brand.ts';
import { checkPositional, noKeywords } from '../../objects/args.ts';
import { isTuple } from '../../objects/clinic.ts';
import { errOccurred, raise, raiseInt } from '../../objects/errors.ts';
import { gcDel, gcUntrackIfTracked } from '../../objects/gc-object.ts';
import { callAlloc, callFree } from '../../objects/generic-alloc.ts';
import { newInt } from '../../objects/int.ts';
import * as L from '../../objects/layouts.ts';
import { asSsize, reprText, typeNameOf } from '../../objects/object.ts';
import { newRef, xdecref } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { newStr } from '../../objects/strings.ts';
import { tupleItem, tuplePack, tuplePairSteal, tupleSize } from '../../objects/tuple.ts';
import { typeShortName } from '../../objects/type-object.ts';
import { readyType } from '../../objects/type-ready.ts';
import { noArgs, type Visit } from '../../objects/type-spec.ts';
import { ensureType } from '../module-types.ts';

const INDEX = 16;
const DOC = 24;
const SIZE = 32;

function make(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  if (!noKeywords(rt, '_tuplegetter', kwargs)) return 0;
  if (!checkPositional(rt, '_tuplegetter', tupleSize(rt, args), 2, 2)) return 0;
  const index = asSsize(rt, tupleItem(rt, args, 0), rt.exc.OverflowError);
  if (index === -1 && errOccurred(rt)) return 0;
  const self = callAlloc(rt, type, 0);
  if (self === 0) return 0;
  rt.setSize(self + INDEX, index);
  rt.setPtr(self + DOC, newRef(rt, tupleItem(rt, args, 1)));
  return self;
}

/** v3.13.0 tuplegetter_descr_get */
function get(rt: Runtime, self: Addr, obj: Addr, _type: Addr): Addr {
  if (obj === 0 || obj === rt.none) return newRef(rt, self);
  const index = rt.size(self + INDEX);
  if (!isTuple(rt, obj)) {
    return raise(
      rt,
      rt.exc.TypeError,
      `descriptor for index '${index}' for tuple subclasses doesn't apply to ` +
        `'${typeNameOf(rt, obj)}' object`,
    );
  }
  if (index >= tupleSize(rt, obj)) return raise(rt, rt.exc.IndexError, 'tuple index out of range');
  return newRef(rt, tupleItem(rt, obj, index));
}

/** v3.13.0 tuplegetter_descr_set */
function set(rt: Runtime, _self: Addr, _obj: Addr, value: Addr): number {
  const how = value === 0 ? "can't delete attribute" : "can't set attribute";
  return raiseInt(rt, rt.exc.AttributeError, how);
}

function makeType(rt: Runtime): Addr {
  return readyType(rt, {
    name: 'collections._tuplegetter',
    basicsize: SIZE,
    flags: L.TPFLAGS_HAVE_GC,
    slots: {
      tp_dealloc: (r, self) => {
        gcUntrackIfTracked(r, self);
        xdecref(r, r.ptr(self + DOC));
        callFree(r, self);
      },
      tp_repr: (r, self) => {
        const doc = reprText(r, r.ptr(self + DOC));
        if (doc === null) return 0;
        const name = typeShortName(r, r.typeOf(self));
        return newStr(r, `${name}(${r.size(self + INDEX)}, ${doc})`);
      },
      tp_traverse: (r, self, visit: Visit) => {
        if (r.ptr(self + DOC) !== 0) visit(r.ptr(self + DOC));
      },
      tp_descr_get: get,
      tp_descr_set: set,
      tp_new: make,
      tp_free: gcDel,
    },
    methods: {
      __reduce__: noArgs((r, self) => {
        const args = tuplePairSteal(
          r,
          newInt(r, r.size(self + INDEX)),
          newRef(r, r.ptr(self + DOC)),
        );
        const result = args === 0 ? 0 : tuplePack(r, r.typeOf(self), args);
        xdecref(r, args);
        return result;
      }),
    },
    members: { __doc__: { offset: DOC, type: 'object', readonly: false } },
  });
}

/** The type _tuplegetter; borrowed. */
export function tupleGetterType(rt: Runtime): Addr {
  return ensureType(rt, 'tupleGetter', makeType);
}
