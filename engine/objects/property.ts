/** property. v3.13.0 Objects/descrobject.c PyProperty_Type */
import type { Addr } from '../base/brand.ts';
import { newBool } from './bool.ts';
import { callObject, callOneArg } from './call.ts';
import { errClear, errMatches, errOccurred, raise, raiseInt } from './errors.ts';
import { gcDel, gcUntrack } from './gc-object.ts';
import { genericAlloc } from './generic-alloc.ts';
import { genericGetAttr } from './generic-attr.ts';
import * as L from './layouts.ts';
import { isTrue, lookupAttr, reprText, setAttr } from './object.ts';
import { readNewArgs } from './new-args.ts';
import { clearOwned, decref, newRef, setOwned, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { strToJs } from './strings.ts';
import { tuplePack } from './tuple.ts';
import { typeQualnameObject } from './type-object.ts';
import { readyType } from './type-ready.ts';
import { fast, oneArg, type Visit } from './type-spec.ts';
import { descrSet, missingPlain, propertyName } from './late-introspection.ts';

const FIELDS = [L.PROPERTY_GET, L.PROPERTY_SET, L.PROPERTY_DEL, L.PROPERTY_DOC];

/** Whether a property has room for its name; where it has not, getter_doc stands there. */
const keepsName = (rt: Runtime): boolean => rt.layout.sizes.property > L.PROPERTY_GETTER_DOC;

const getterDocAt = (rt: Runtime): number =>
  keepsName(rt) ? L.PROPERTY_GETTER_DOC : L.PROPERTY_NAME;

export const ownName = (rt: Runtime, self: Addr): Addr =>
  keepsName(rt) ? rt.ptr(self + L.PROPERTY_NAME) : 0;

/** Keeps the name (stolen, or 0) where there is room for it. */
function keepName(rt: Runtime, self: Addr, name: Addr): void {
  if (keepsName(rt)) setOwned(rt, self + L.PROPERTY_NAME, name);
  else xdecref(rt, name);
}

function propertyDealloc(rt: Runtime, self: Addr): void {
  gcUntrack(rt, self);
  for (const field of FIELDS) xdecref(rt, rt.ptr(self + field));
  xdecref(rt, ownName(rt, self));
  rt.fns[rt.ptr(rt.typeOf(self) + L.TP_FREE)]!(rt, self);
}

function propertyTraverse(rt: Runtime, self: Addr, visit: Visit): void {
  for (const field of FIELDS) {
    const p = rt.ptr(self + field);
    if (p !== 0) visit(p);
  }
  const name = ownName(rt, self);
  if (name !== 0) visit(name);
}

function propertyClear(rt: Runtime, self: Addr): number {
  clearOwned(rt, self + L.PROPERTY_DOC);
  return 0;
}

// ---- making --------------------------------------------------------------------------------------

const PARAMS = { names: ['fget', 'fset', 'fdel', 'doc'], required: 0, positional: 4 } as const;
const given = new Int32Array(4);

function orNull(rt: Runtime, p: Addr): Addr {
  return p === 0 || p === rt.none ? 0 : newRef(rt, p);
}

/** v3.13.0 property_init_impl */
function propertyInit(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): number {
  if (!readNewArgs(rt, 'property', PARAMS, given, args, kwargs)) return -1;
  const [get, set, del, doc] = given as unknown as [Addr, Addr, Addr, Addr];
  setOwned(rt, self + L.PROPERTY_GET, orNull(rt, get));
  setOwned(rt, self + L.PROPERTY_SET, orNull(rt, set));
  setOwned(rt, self + L.PROPERTY_DEL, orNull(rt, del));
  setOwned(rt, self + L.PROPERTY_DOC, 0);
  keepName(rt, self, 0);
  rt.i32[(self + getterDocAt(rt)) >> 2] = 0;
  const text = doc === 0 || doc === rt.none ? docOfGetter(rt, self) : newRef(rt, doc);
  if (text === 0) return errOccurred(rt) ? -1 : 0;
  return storeDoc(rt, self, text);
}

/** `__doc__` of the getter when it says something; new or 0. */
function docOfGetter(rt: Runtime, self: Addr): Addr {
  const getter = rt.ptr(self + L.PROPERTY_GET);
  if (getter === 0) return 0;
  const doc = lookupAttr(rt, getter, rt.ids.__doc__);
  if (doc === 0 || doc === rt.none) {
    if (doc !== 0) decref(rt, doc);
    return 0;
  }
  rt.i32[(self + getterDocAt(rt)) >> 2] = 1;
  return doc;
}

/** A subclass keeps the text in its own `__doc__` (stolen). */
function storeDoc(rt: Runtime, self: Addr, doc: Addr): number {
  if (rt.typeOf(self) === rt.types.property) {
    setOwned(rt, self + L.PROPERTY_DOC, doc);
    return 0;
  }
  const failed = setAttr(rt, self, rt.ids.__doc__, doc);
  decref(rt, doc);
  if (failed < 0 && errMatches(rt, rt.exc.AttributeError)) {
    errClear(rt);
    return 0;
  }
  return failed;
}

/** v3.13.0 property_copy: another property of the same type with one function replaced */
function propertyCopy(rt: Runtime, self: Addr, field: number, fn: Addr): Addr {
  const choose = (at: number): Addr =>
    (at === field && fn !== rt.none ? fn : rt.ptr(self + at)) || rt.none;
  const fromGetter = rt.i32[(self + getterDocAt(rt)) >> 2] !== 0;
  const doc = fromGetter && choose(L.PROPERTY_GET) !== rt.none ? 0 : rt.ptr(self + L.PROPERTY_DOC);
  const args = tuplePack(
    rt,
    choose(L.PROPERTY_GET),
    choose(L.PROPERTY_SET),
    choose(L.PROPERTY_DEL),
    doc || rt.none,
  );
  if (args === 0) return 0;
  const copy = callObject(rt, rt.typeOf(self), args, 0);
  decref(rt, args);
  const name = ownName(rt, self);
  if (copy !== 0 && rt.typeOf(copy) === rt.types.property && name !== 0) {
    keepName(rt, copy, newRef(rt, name));
  }
  return copy;
}

// ---- the descriptor --------------------------------------------------------------------------------

export type Accessor = 'getter' | 'setter' | 'deleter';

/** "property 'x' of 'A' object has no getter". v3.13.0 property_descr_get, property_descr_set */
export function missing(rt: Runtime, self: Addr, obj: Addr, what: Accessor): -1 {
  if (!rt.profile.texts.propertyTellsClass) return missingPlain(rt, self, what);
  const name = propertyName(rt, self);
  const shown = name === 0 ? null : reprText(rt, name);
  if (name !== 0) decref(rt, name);
  if (name === 0 && errOccurred(rt)) errClear(rt);
  const qualname = typeQualnameObject(rt, rt.typeOf(obj));
  const owner = qualname === 0 ? '?' : strToJs(rt, qualname);
  if (qualname !== 0) decref(rt, qualname);
  const subject = shown === null ? `property of '${owner}'` : `property ${shown} of '${owner}'`;
  return raiseInt(rt, rt.exc.AttributeError, `${subject} object has no ${what}`);
}

function descrGet(rt: Runtime, self: Addr, obj: Addr): Addr {
  if (obj === 0 || obj === rt.none) return newRef(rt, self);
  const getter = rt.i32[(self + L.PROPERTY_GET) >> 2]!;
  if (getter !== 0) return callOneArg(rt, getter, obj);
  missing(rt, self, obj, 'getter');
  return 0;
}

/** v3.13.0 property_set_name */
function setName(rt: Runtime, self: Addr, argv: Addr, nargs: number): Addr {
  if (nargs !== 2) {
    const text = `__set_name__() takes 2 positional arguments but ${nargs} were given`;
    return raise(rt, rt.exc.TypeError, text);
  }
  keepName(rt, self, newRef(rt, rt.arg(argv, 1)));
  return newRef(rt, rt.none);
}

function getName(rt: Runtime, self: Addr): Addr {
  const name = propertyName(rt, self);
  if (name !== 0 || errOccurred(rt)) return name;
  return raise(rt, rt.exc.AttributeError, "'property' object has no attribute '__name__'");
}

/** v3.13.0 property_get___isabstractmethod__ */
function isAbstract(rt: Runtime, self: Addr): Addr {
  for (const field of [L.PROPERTY_GET, L.PROPERTY_SET, L.PROPERTY_DEL]) {
    const fn = rt.ptr(self + field);
    const flag = fn === 0 ? 0 : lookupAttr(rt, fn, rt.ids.__isabstractmethod__);
    if (flag === 0) {
      if (errOccurred(rt)) return 0;
      continue;
    }
    const truth = isTrue(rt, flag);
    decref(rt, flag);
    if (truth < 0) return 0;
    if (truth === 1) return newBool(rt, true);
  }
  return newBool(rt, false);
}

const readonlyObject = { type: 'object', readonly: true } as const;

/** Readies property. */
export function initPropertyType(rt: Runtime): void {
  rt.types.property = readyType(rt, {
    name: 'property',
    basicsize: rt.layout.sizes.property,
    flags: L.TPFLAGS_HAVE_GC | L.TPFLAGS_BASETYPE,
    slots: {
      tp_dealloc: propertyDealloc,
      tp_getattro: genericGetAttr,
      tp_traverse: propertyTraverse,
      tp_clear: propertyClear,
      tp_descr_get: descrGet,
      tp_descr_set: descrSet,
      tp_init: propertyInit,
      tp_new: (rt, type) => genericAlloc(rt, type, 0),
      tp_alloc: genericAlloc,
      tp_free: gcDel,
    },
    methods: {
      getter: oneArg((rt, self, fn) => propertyCopy(rt, self, L.PROPERTY_GET, fn)),
      setter: oneArg((rt, self, fn) => propertyCopy(rt, self, L.PROPERTY_SET, fn)),
      deleter: oneArg((rt, self, fn) => propertyCopy(rt, self, L.PROPERTY_DEL, fn)),
      __set_name__: fast(setName),
    },
    members: {
      fget: { offset: L.PROPERTY_GET, ...readonlyObject },
      fset: { offset: L.PROPERTY_SET, ...readonlyObject },
      fdel: { offset: L.PROPERTY_DEL, ...readonlyObject },
      __doc__: { offset: L.PROPERTY_DOC, type: 'object', readonly: false },
    },
    getset: {
      __name__: {
        get: getName,
        set: (rt, self, value) => {
          keepName(rt, self, value === 0 ? 0 : newRef(rt, value));
          return 0;
        },
      },
      __isabstractmethod__: { get: isAbstract },
    },
    doc: PROPERTY_DOC,
  });
}

const PROPERTY_DOC =
  'Property attribute.\n\n' +
  '  fget\n    function to be used for getting an attribute value\n' +
  '  fset\n    function to be used for setting an attribute value\n' +
  "  fdel\n    function to be used for del'ing an attribute\n" +
  '  doc\n    docstring\n';
