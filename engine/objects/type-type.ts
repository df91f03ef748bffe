/** type: calling a class, its attributes, its end. v3.13.0 Objects/typeobject.c PyType_Type */
import type { Addr } from '../base/brand.ts';
import { dictFromRow } from './call.ts';
import { dictClear, dictGetStr, dictNew } from './dict.ts';
import { errFetch, errRestore, raise, raiseInt } from './errors.ts';
import { gcDel, gcUntrackIfTracked } from './gc-object.ts';
import {
  checkAttributeName,
  genericSetAttrWithDict,
  setAttributeErrorContext,
} from './generic-attr.ts';
import { dropCachedKeys } from './instance-dict.ts';
import * as L from './layouts.ts';
import { listAppend, listNew } from './list.ts';
import { recursiveIsInstance, recursiveIsSubclass, reprText } from './object.ts';
import { newBool } from './bool.ts';
import { clearOwned, decref, incref, newRef, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { updateSlot } from './slots.ts';
import { internInPlace, internJs, strToJs } from './strings.ts';
import { tupleFromRow, tupleItem, tupleSize } from './tuple.ts';
import { computeMro } from './type-mro.ts';
import { typeNew } from './type-new.ts';
import {
  forEachSubclass,
  isHeapType,
  isSubtype,
  typeFlags,
  typeLookup,
  typeModified,
  typeName,
} from './type-object.ts';
import { readyType } from './type-ready.ts';
import { classMethod, fastKeywords, noArgs, oneArg, type Visit } from './type-spec.ts';
import { removeAllSubclasses } from './type-subclasses.ts';
import { typeGetSet } from './type-getset.ts';
import { unionOr } from './late-parts.ts';
import { typeDir, typeRepr, typeSizeof } from './late-introspection.ts';

export { typeModule } from './late-introspection.ts';

// ---- calling -------------------------------------------------------------------------------------

/** `cls(*args, **kwargs)`. New, 0 with an exception. v3.13.0 type_call */
export function typeCall(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  if (type === rt.types.type) {
    const n = tupleSize(rt, args);
    if (n === 1 && kwargs === 0) return newRef(rt, rt.typeOf(tupleItem(rt, args, 0)));
    if (n !== 3) return raise(rt, rt.exc.TypeError, 'type() takes 1 or 3 arguments');
  }
  const make = rt.i32[(type + L.TP_NEW) >> 2]!;
  if (make === 0) {
    return raise(rt, rt.exc.TypeError, `cannot create '${typeName(rt, type)}' instances`);
  }
  const obj: Addr = rt.fns[make]!(rt, type, args, kwargs);
  if (obj === 0 || !isSubtype(rt, rt.typeOf(obj), type)) return obj;
  const init = rt.i32[(rt.typeOf(obj) + L.TP_INIT) >> 2]!;
  if (init !== 0 && rt.fns[init]!(rt, obj, args, kwargs) < 0) {
    decref(rt, obj);
    return 0;
  }
  return obj;
}

/** `type(x)` without a tuple. v3.13.0 type_vectorcall */
function typeVectorcall(
  rt: Runtime,
  metatype: Addr,
  argv: Addr,
  nargs: number,
  kwnames: Addr,
): Addr {
  const nkw = kwnames === 0 ? 0 : tupleSize(rt, kwnames);
  if (nargs === 1 && metatype === rt.types.type) {
    if (nkw > 0) return raise(rt, rt.exc.TypeError, 'type() takes no keyword arguments');
    return newRef(rt, rt.typeOf(rt.arg(argv, 0)));
  }
  const args = tupleFromRow(rt, argv, nargs);
  if (args === 0) return 0;
  const kwargs = nkw === 0 ? 0 : dictFromRow(rt, argv + 8 * nargs, kwnames);
  const result = nkw > 0 && kwargs === 0 ? 0 : typeCallSlot(rt, metatype, args, kwargs);
  decref(rt, args);
  xdecref(rt, kwargs);
  return result;
}

/** tp_call of the object's type: a metaclass may have its own. */
function typeCallSlot(rt: Runtime, callable: Addr, args: Addr, kwargs: Addr): Addr {
  return rt.fns[rt.ptr(rt.typeOf(callable) + L.TP_CALL)]!(rt, callable, args, kwargs);
}

/** v3.13.0 type_init: type_new did it all */
function typeInit(rt: Runtime, _type: Addr, args: Addr, kwargs: Addr): number {
  const n = tupleSize(rt, args);
  if (kwargs !== 0 && n === 1) {
    return raiseInt(rt, rt.exc.TypeError, 'type.__init__() takes no keyword arguments');
  }
  if (n === 1 || n === 3) return 0;
  return raiseInt(rt, rt.exc.TypeError, 'type.__init__() takes 1 or 3 arguments');
}

// ---- attributes ----------------------------------------------------------------------------------

/** `cls.name`. New, 0 with an exception. v3.13.0 _Py_type_getattro_impl */
export function typeGetAttr(rt: Runtime, type: Addr, name: Addr): Addr {
  if (!checkAttributeName(rt, name)) return 0;
  const metatype = rt.typeOf(type);
  const meta = typeLookup(rt, metatype, name);
  let metaGet = 0;
  if (meta !== 0) {
    const metaType = rt.typeOf(meta);
    metaGet = rt.ptr(metaType + L.TP_DESCR_GET);
    incref(rt, meta);
    if (metaGet !== 0 && rt.ptr(metaType + L.TP_DESCR_SET) !== 0) {
      return callGet(rt, metaGet, meta, type, metatype);
    }
  }
  const own = typeLookup(rt, type, name);
  if (own !== 0) {
    incref(rt, own);
    if (meta !== 0) decref(rt, meta);
    const get = rt.ptr(rt.typeOf(own) + L.TP_DESCR_GET);
    return get === 0 ? own : callGet(rt, get, own, 0, type);
  }
  if (metaGet !== 0) return callGet(rt, metaGet, meta, type, metatype);
  if (meta !== 0) return meta;
  const text = `type object '${typeName(rt, type)}' has no attribute '${strToJs(rt, name)}'`;
  raise(rt, rt.exc.AttributeError, text);
  setAttributeErrorContext(rt, type, name);
  return 0;
}

/** Calls tp_descr_get of a descriptor (stolen). */
function callGet(rt: Runtime, get: number, descr: Addr, obj: Addr, type: Addr): Addr {
  const result: Addr = rt.fns[get]!(rt, descr, obj, type);
  decref(rt, descr);
  return result;
}

/** `cls.name = value`, `value` 0 deletes. -1 with an exception. v3.13.0 type_setattro */
export function typeSetAttr(rt: Runtime, type: Addr, name: Addr, value: Addr): number {
  if (typeFlags(rt, type) & L.TPFLAGS_IMMUTABLETYPE) {
    if (!checkAttributeName(rt, name)) return -1;
    const shown = reprText(rt, name);
    if (shown === null) return -1;
    const text = rt.profile.errorWords.immutableType(shown, typeName(rt, type));
    return raiseInt(rt, rt.exc.TypeError, text);
  }
  if (!checkAttributeName(rt, name)) return -1;
  const key = internInPlace(rt, newRef(rt, name));
  const result = genericSetAttrWithDict(rt, type, key, value, rt.ptr(type + L.TP_DICT));
  if (result === 0) {
    typeModified(rt, type);
    if (isDunder(rt, key)) updateSlot(rt, type, key);
  }
  decref(rt, key);
  return result;
}

function isDunder(rt: Runtime, name: Addr): boolean {
  const text = strToJs(rt, name);
  return text.length > 4 && text.startsWith('__') && text.endsWith('__');
}

/** `__module__`, new; 0 without an exception when a class lost it. */
export function typeModuleObject(rt: Runtime, type: Addr): Addr {
  if (isHeapType(rt, type)) {
    const module = dictGetStr(rt, rt.ptr(type + L.TP_DICT), rt.ids.__module__);
    return module === 0 ? 0 : newRef(rt, module);
  }
  const name = typeName(rt, type);
  const dot = name.lastIndexOf('.');
  return internJs(rt, dot < 0 ? 'builtins' : name.slice(0, dot));
}

// ---- methods -------------------------------------------------------------------------------------

/** v3.13.0 type___subclasses___impl */
function typeSubclasses(rt: Runtime, type: Addr): Addr {
  const list = listNew(rt, 0);
  if (list === 0) return 0;
  let failed = false;
  forEachSubclass(rt, type, (_rt, subclass) => {
    failed ||= listAppend(rt, list, subclass) < 0;
  });
  if (!failed) return list;
  decref(rt, list);
  return 0;
}

function answer(rt: Runtime, truth: number): Addr {
  return truth < 0 ? 0 : newBool(rt, truth === 1);
}

// ---- the end of a class ----------------------------------------------------------------------------

/** v3.13.0 type_dealloc */
function typeDealloc(rt: Runtime, type: Addr): void {
  gcUntrackIfTracked(rt, type);
  const bases = rt.ptr(type + L.TP_BASES);
  if (bases !== 0) {
    const error = errFetch(rt);
    removeAllSubclasses(rt, type, bases);
    errRestore(rt, error);
  }
  if (rt.ptr(type + L.TP_WEAKLIST) !== 0) rt.hooks.clearWeakrefs(rt, type);
  for (const field of OWNED_FIELDS) xdecref(rt, rt.ptr(type + field));
  const doc = rt.ptr(type + L.TP_DOC);
  if (doc !== 0) rt.tables.free(doc);
  for (const field of [L.HT_NAME, L.HT_QUALNAME, L.HT_SLOTS]) xdecref(rt, rt.ptr(type + field));
  const keys = rt.ptr(type + L.HT_CACHED_KEYS);
  if (keys !== 0) dropCachedKeys(rt, keys);
  xdecref(rt, rt.ptr(type + L.HT_MODULE));
  rt.fns[rt.ptr(rt.typeOf(type) + L.TP_FREE)]!(rt, type);
}

/** In the order in which they are dropped. */
const OWNED_FIELDS = [L.TP_BASE, L.TP_DICT, L.TP_BASES, L.TP_MRO, L.TP_CACHE, L.TP_SUBCLASSES];

/** What the collector follows; a static type is not its business. v3.13.0 type_traverse */
function typeTraverse(rt: Runtime, type: Addr, visit: Visit): void {
  const fields = [L.TP_DICT, L.TP_CACHE, L.TP_MRO, L.TP_BASES, L.TP_BASE, L.HT_MODULE];
  for (const field of fields) {
    const p = field === L.HT_MODULE && !isHeapType(rt, type) ? 0 : rt.ptr(type + field);
    if (p !== 0) visit(p);
  }
}

/**
 * The references that a type owns beyond what tp_traverse shows, for a checker that recounts all:
 * tp_subclasses, whose values are weak references, and names.
 */
export function typeHiddenReferences(rt: Runtime, type: Addr, visit: Visit): void {
  const fields = [L.TP_SUBCLASSES];
  if (isHeapType(rt, type)) fields.push(L.HT_NAME, L.HT_QUALNAME, L.HT_SLOTS);
  for (const field of fields) {
    const p = rt.ptr(type + field);
    if (p !== 0) visit(p);
  }
}

/** The blocks that a class owns beside its own: the shared keys, the copy of its doc. */
export function typeBlocks(rt: Runtime, type: Addr, visit: (block: Addr) => void): void {
  if (!isHeapType(rt, type)) return;
  const keys = rt.ptr(type + L.HT_CACHED_KEYS);
  if (keys !== 0) visit(keys);
  const doc = rt.ptr(type + L.TP_DOC);
  if (doc !== 0) visit(doc);
}

/** v3.13.0 type_clear */
function typeClear(rt: Runtime, type: Addr): number {
  typeModified(rt, type);
  const dict = rt.ptr(type + L.TP_DICT);
  if (dict !== 0) dictClear(rt, dict);
  if (isHeapType(rt, type)) clearOwned(rt, type + L.HT_MODULE);
  clearOwned(rt, type + L.TP_MRO);
  return 0;
}

// ---- the type ------------------------------------------------------------------------------------

/** v3.13.0 Include/object.h Py_TPFLAGS_ITEMS_AT_END: slots' member definitions follow a class */
const TPFLAGS_ITEMS_AT_END = 1 << 23;

const readonlySize = { type: 'ssize', readonly: true } as const;

/** Readies type. */
export function initTypeType(rt: Runtime): void {
  rt.types.type = readyType(rt, {
    name: 'type',
    basicsize: rt.layout.typeHeap,
    itemsize: 40,
    flags:
      L.TPFLAGS_HAVE_GC |
      L.TPFLAGS_BASETYPE |
      L.TPFLAGS_TYPE_SUBCLASS |
      L.TPFLAGS_HAVE_VECTORCALL |
      TPFLAGS_ITEMS_AT_END,
    vectorcallOffset: L.TP_VECTORCALL,
    weaklistoffset: L.TP_WEAKLIST,
    dictoffset: L.TP_DICT,
    slots: {
      tp_dealloc: typeDealloc,
      tp_repr: typeRepr,
      tp_call: typeCall,
      tp_getattro: typeGetAttr,
      tp_setattro: typeSetAttr,
      tp_traverse: typeTraverse,
      tp_clear: typeClear,
      tp_init: typeInit,
      tp_new: typeNew,
      tp_free: gcDel,
      tp_vectorcall: typeVectorcall,
      nb_or: unionOr,
    },
    methods: {
      mro: noArgs(mroMethod),
      __subclasses__: noArgs(typeSubclasses),
      __prepare__: classMethod(fastKeywords((rt) => dictNew(rt))),
      __instancecheck__: oneArg((rt, cls, p) => answer(rt, recursiveIsInstance(rt, p, cls))),
      __subclasscheck__: oneArg((rt, cls, p) => answer(rt, recursiveIsSubclass(rt, p, cls))),
      __dir__: noArgs(typeDir),
      __sizeof__: noArgs(typeSizeof),
    },
    members: {
      __basicsize__: { offset: L.TP_BASICSIZE, ...readonlySize },
      __itemsize__: { offset: L.TP_ITEMSIZE, ...readonlySize },
      __flags__: { offset: L.TP_FLAGS, type: 'uint', readonly: true },
      __weakrefoffset__: { offset: L.TP_WEAKLISTOFFSET, ...readonlySize },
      __base__: { offset: L.TP_BASE, type: 'object', readonly: true },
      __dictoffset__: { offset: L.TP_DICTOFFSET, ...readonlySize },
    },
    getset: typeGetSet(rt),
    doc: TYPE_DOC,
  });
}

/** v3.13.0 type_mro_impl: a list */
function mroMethod(rt: Runtime, type: Addr): Addr {
  const mro = computeMro(rt, type);
  if (mro === 0) return 0;
  const list = listNew(rt, 0);
  for (let i = 0, n = list === 0 ? 0 : tupleSize(rt, mro); i < n; i++) {
    if (listAppend(rt, list, tupleItem(rt, mro, i)) < 0) {
      decref(rt, list);
      decref(rt, mro);
      return 0;
    }
  }
  decref(rt, mro);
  return list;
}

const TYPE_DOC =
  'type(object) -> the type of the object\n' + 'type(name, bases, dict, **kwds) -> a new type';
