/** Modules: an object with a dict. v3.13.0 Objects/moduleobject.c */
import type { Addr } from '../base/brand.ts';
import { cfunctionNew, methodDef } from './cfunction.ts';
import { dictGetStr, dictNew, dictSetItem } from './dict.ts';
import { errClear, errMatches, errOccurred, raise } from './errors.ts';
import { gcDel, gcNew, gcTrack, gcUntrack } from './gc-object.ts';
import { genericGetAttr } from './generic-attr.ts';
import * as L from './layouts.ts';
import { callOneArg } from './call.ts';
import { moduleAnnotations } from './module-annotations.ts';
import { decref, newRef, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { internJs, isStr, strToJs } from './strings.ts';
import { readyType } from './type-ready.ts';
import { type MethodSpec, noArgs, type Visit } from './type-spec.ts';
import { moduleDir, moduleInit, moduleRepr } from './late-introspection.ts';

/** A module with an empty namespace but for its name, doc, package, loader and spec. PyModule_NewObject */
export function moduleNew(rt: Runtime, name: Addr): Addr {
  const module = moduleAlloc(rt, rt.types.module);
  if (module === 0) return 0;
  const dict = rt.ptr(module + L.MODULE_DICT);
  const { __name__, __doc__, __package__, __loader__, __spec__ } = rt.ids;
  dictSetItem(rt, dict, __name__, name);
  for (const key of [__doc__, __package__, __loader__, __spec__]) {
    dictSetItem(rt, dict, key, rt.none);
  }
  if (errOccurred(rt)) {
    decref(rt, module);
    return 0;
  }
  rt.setPtr(module + L.MODULE_NAME, newRef(rt, name));
  return module;
}

/** v3.13.0 Objects/moduleobject.c new_module_notrack, new_module */
function moduleAlloc(rt: Runtime, type: Addr): Addr {
  const module = gcNew(rt, type, rt.layout.moduleSize);
  if (module === 0) return 0;
  for (let at = L.MODULE_DICT; at < rt.layout.moduleSize; at += 8) rt.setPtr(module + at, 0);
  const dict = dictNew(rt);
  if (dict === 0) {
    decref(rt, module);
    return 0;
  }
  rt.setPtr(module + L.MODULE_DICT, dict);
  gcTrack(rt, module);
  return module;
}

/** The module's namespace; borrowed. */
export function moduleDict(rt: Runtime, module: Addr): Addr {
  return rt.ptr(module + L.MODULE_DICT);
}

/** A built-in module made of functions; more may be put into its dict. Boot and first import. */
export function builtinModule(
  rt: Runtime,
  name: string,
  functions: Readonly<Record<string, MethodSpec>>,
): Addr {
  const nameObject = internJs(rt, name);
  const module = nameObject === 0 ? 0 : moduleNew(rt, nameObject);
  if (module === 0) {
    if (nameObject !== 0) decref(rt, nameObject);
    return 0;
  }
  const absent = rt.profile.absent[name] ?? [];
  for (const [key, spec] of Object.entries(functions)) {
    if (absent.includes(key)) continue;
    const fn = cfunctionNew(rt, methodDef(rt, key, spec), module, nameObject);
    moduleAddSteal(rt, module, key, fn);
  }
  decref(rt, nameObject);
  return module;
}

/**
 * Puts `value` (stolen) into the module under an interned name. Either may be 0, with the exception that
 * says why; who makes a module looks for one at the end.
 */
export function moduleAddSteal(rt: Runtime, module: Addr, name: string, value: Addr): void {
  if (value === 0) return;
  const key = module === 0 ? 0 : internJs(rt, name);
  if (key !== 0) {
    dictSetItem(rt, moduleDict(rt, module), key, value);
    decref(rt, key);
  }
  decref(rt, value);
}

function moduleDealloc(rt: Runtime, self: Addr): void {
  gcUntrack(rt, self);
  if (rt.ptr(self + L.MODULE_WEAKREFLIST) !== 0) rt.hooks.clearWeakrefs(rt, self);
  xdecref(rt, rt.ptr(self + L.MODULE_DICT));
  xdecref(rt, rt.ptr(self + L.MODULE_NAME));
  gcDel(rt, self);
}

function moduleTraverse(rt: Runtime, self: Addr, visit: Visit): void {
  const dict = rt.ptr(self + L.MODULE_DICT);
  if (dict !== 0) visit(dict);
  const name = rt.ptr(self + L.MODULE_NAME);
  if (name !== 0) visit(name);
}

/** v3.13.0 Objects/moduleobject.c _Py_module_getattro_impl */
function moduleGetAttr(rt: Runtime, self: Addr, name: Addr): Addr {
  const value = genericGetAttr(rt, self, name);
  const dict = moduleDict(rt, self);
  if (value !== 0) {
    if (rt.typeOf(value) !== rt.types.lazyImport) return value;
    decref(rt, value); // the namespace holds it
    return rt.vm.reifyLazyImport(rt, dict, name, value);
  }
  if (!errMatches(rt, rt.exc.AttributeError)) return 0;
  if (rt.profile.newerTypes) {
    const own = dictGetStr(rt, dict, rt.ids.__name__);
    errClear(rt);
    const module = own === 0 ? 0 : rt.vm.pendingSubmodule(rt, own, name);
    if (module !== 0 || errOccurred(rt)) return module;
  }
  const fallback = dictGetStr(rt, dict, rt.ids.__getattr__);
  errClear(rt);
  if (fallback !== 0) return callOneArg(rt, fallback, name);
  const moduleName = dictGetStr(rt, dict, rt.ids.__name__);
  const text = strToJs(rt, name);
  if (moduleName === 0 || !isStr(rt, moduleName)) {
    return raise(rt, rt.exc.AttributeError, `module has no attribute '${text}'`);
  }
  return raise(
    rt,
    rt.exc.AttributeError,
    `module '${strToJs(rt, moduleName)}' has no attribute '${text}'`,
  );
}

export function initModuleType(rt: Runtime): void {
  rt.types.module = readyType(rt, {
    name: 'module',
    basicsize: rt.layout.moduleSize,
    flags: L.TPFLAGS_HAVE_GC | L.TPFLAGS_BASETYPE,
    dictoffset: L.MODULE_DICT,
    weaklistoffset: L.MODULE_WEAKREFLIST,
    slots: {
      tp_dealloc: moduleDealloc,
      tp_repr: moduleRepr,
      tp_getattro: moduleGetAttr,
      tp_traverse: moduleTraverse,
      tp_init: moduleInit,
      tp_new: (rt, type) => moduleAlloc(rt, type),
    },
    methods: { __dir__: noArgs(moduleDir) },
    members: { __dict__: { offset: L.MODULE_DICT, type: 'object', readonly: true } },
    getset: moduleAnnotations(rt),
  });
}
