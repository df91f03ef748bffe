/** types.SimpleNamespace: attributes and nothing else. v3.13.0 Objects/namespaceobject.c */
import type { Addr } from '../base/brand.ts';
import { checkPositional } from './args.ts';
import { dictMerge, dictNew } from './dict.ts';
import { raiseInt } from './errors.ts';
import { gcDel, gcUntrack } from './gc-object.ts';
import { genericAlloc } from './generic-alloc.ts';
import { genericGetAttr, genericSetAttr } from './generic-attr.ts';
import * as L from './layouts.ts';
import { notImplemented, richCompare } from './object.ts';
import { clearOwned, decref, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { tupleItem, tuplePack, tupleSize } from './tuple.ts';
import { isSubtype, typeShortName } from './type-object.ts';
import { readyType } from './type-ready.ts';
import { noArgs } from './type-spec.ts';
import { addAttributes, addMapping, namespaceRepr } from './late-introspection.ts';

const NS_DICT = 16;
const NS_SIZE = 24;

/** The dict of its attributes; borrowed. */
export function namespaceDict(rt: Runtime, self: Addr): Addr {
  return rt.ptr(self + NS_DICT);
}

/** A namespace with these attributes (a dict, copied; 0: none); new. v3.13.0 _PyNamespace_New */
export function namespaceNew(rt: Runtime, attributes: Addr): Addr {
  const self = typeNew(rt, rt.types.simpleNamespace);
  if (self === 0 || attributes === 0) return self;
  if (dictMerge(rt, namespaceDict(rt, self), attributes, 1) >= 0) return self;
  decref(rt, self);
  return 0;
}

function typeNew(rt: Runtime, type: Addr): Addr {
  const self = genericAlloc(rt, type, 0);
  if (self === 0) return 0;
  const dict = dictNew(rt);
  if (dict === 0) {
    decref(rt, self);
    return 0;
  }
  rt.setPtr(self + NS_DICT, dict);
  return self;
}

/** v3.13.0 namespace_init */
function init(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): number {
  const n = tupleSize(rt, args);
  if (n > 0 && !rt.profile.namespaceTakesMapping) {
    return raiseInt(rt, rt.exc.TypeError, 'no positional arguments expected');
  }
  const name = typeShortName(rt, rt.typeOf(self));
  if (!checkPositional(rt, name, n, 0, 1)) return -1;
  if (n > 0 && addMapping(rt, self, tupleItem(rt, args, 0)) < 0) return -1;
  return kwargs === 0 ? 0 : addAttributes(rt, self, kwargs);
}

/** v3.13.0 namespace_richcompare */
function compare(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  const type = rt.types.simpleNamespace;
  if (!isSubtype(rt, rt.typeOf(a), type) || !isSubtype(rt, rt.typeOf(b), type)) {
    return notImplemented(rt);
  }
  return richCompare(rt, namespaceDict(rt, a), namespaceDict(rt, b), op);
}

/** Readies SimpleNamespace. */
export function initSimpleNamespaceType(rt: Runtime): void {
  rt.types.simpleNamespace = readyType(rt, {
    name: 'types.SimpleNamespace',
    basicsize: NS_SIZE,
    flags: L.TPFLAGS_HAVE_GC | L.TPFLAGS_BASETYPE,
    dictoffset: NS_DICT,
    slots: {
      tp_dealloc: (r, self) => {
        gcUntrack(r, self);
        xdecref(r, namespaceDict(r, self));
        r.fns[r.ptr(r.typeOf(self) + L.TP_FREE)]!(r, self);
      },
      tp_repr: namespaceRepr,
      tp_getattro: genericGetAttr,
      tp_setattro: genericSetAttr,
      tp_traverse: (r, self, visit) => {
        const dict = namespaceDict(r, self);
        if (dict !== 0) visit(dict);
      },
      tp_clear: (r, self) => {
        clearOwned(r, self + NS_DICT);
        return 0;
      },
      tp_richcompare: compare,
      tp_init: init,
      tp_new: typeNew,
      tp_alloc: genericAlloc,
      tp_free: gcDel,
    },
    members: { __dict__: { offset: NS_DICT, type: 'object', readonly: true } },
    methods: {
      __reduce__: noArgs((r, self) =>
        tuplePack(r, r.typeOf(self), r.emptyTuple, namespaceDict(r, self)),
      ),
    },
    doc: 'A simple attribute-based namespace.',
  });
}
