/** The module _weakref: what weakref is built on. v3.13.0 Modules/_weakref.c */
import type { Addr } from '../base/brand.ts';
import { checkPositional } from '../objects/args.ts';
import { dictDelItem, dictGetItem } from '../objects/dict.ts';
import { errOccurred, raise } from '../objects/errors.ts';
import { newInt } from '../objects/int.ts';
import { TPFLAGS_DICT_SUBCLASS } from '../objects/layouts.ts';
import { listAppend, listNew } from '../objects/list.ts';
import { builtinModule, moduleAddSteal } from '../objects/module.ts';
import { typeNameOf } from '../objects/object.ts';
import { decref, incref, newRef } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { typeFlags } from '../objects/type-object.ts';
import { fast, oneArg } from '../objects/type-spec.ts';
import {
  countWeakrefs,
  forEachWeakref,
  isWeakref,
  supportsWeakrefs,
  weakrefListField,
  weakrefReferent,
} from '../objects/weakref-object.ts';
import { newWeakProxy } from '../objects/weakref-proxy.ts';

function getWeakrefCount(rt: Runtime, _self: Addr, p: Addr): Addr {
  if (!supportsWeakrefs(rt, rt.typeOf(p))) return newInt(rt, 0);
  return newInt(rt, countWeakrefs(rt, rt.ptr(weakrefListField(rt, p))));
}

/** `getweakrefs(p)`: all of them, in list order. v3.13.0 _weakref_getweakrefs */
function getWeakrefs(rt: Runtime, _self: Addr, p: Addr): Addr {
  const result = listNew(rt, 0);
  if (result === 0) return 0;
  let failed = false;
  forEachWeakref(rt, p, (wr) => {
    // one whose count is zero is being freed
    if (!failed && rt.i32[wr >> 2] !== 0) failed = listAppend(rt, result, wr) < 0;
  });
  if (!failed) return result;
  decref(rt, result);
  return 0;
}

function proxy(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'proxy', nargs, 1, 2)) return 0;
  return newWeakProxy(rt, rt.arg(argv, 0), nargs > 1 ? rt.arg(argv, 1) : 0);
}

/** Deletes a key whose value is a dead weak reference. v3.13.0 _weakref__remove_dead_weakref_impl */
function removeDeadWeakref(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, '_remove_dead_weakref', nargs, 2, 2)) return 0;
  const dict = rt.arg(argv, 0);
  if ((typeFlags(rt, rt.typeOf(dict)) & TPFLAGS_DICT_SUBCLASS) === 0) {
    const text = `_remove_dead_weakref() argument 1 must be dict, not ${typeNameOf(rt, dict)}`;
    return raise(rt, rt.exc.TypeError, text);
  }
  const key = rt.arg(argv, 1);
  const value = dictGetItem(rt, dict, key);
  if (value === 0) return errOccurred(rt) ? 0 : newRef(rt, rt.none);
  if (!isWeakref(rt, value)) return raise(rt, rt.exc.TypeError, 'not a weakref');
  if (weakrefReferent(rt, value) === 0) {
    incref(rt, value);
    const failed = dictDelItem(rt, dict, key) < 0;
    decref(rt, value);
    if (failed) return 0;
  }
  return newRef(rt, rt.none);
}

/** Makes the module; new. */
export function createWeakrefNativeModule(rt: Runtime): Addr {
  const module = builtinModule(rt, '_weakref', {
    getweakrefcount: oneArg(getWeakrefCount),
    _remove_dead_weakref: fast(removeDeadWeakref),
    getweakrefs: oneArg(getWeakrefs),
    proxy: fast(proxy),
  });
  if (module === 0) return 0;
  const { weakref, weakProxy, weakCallableProxy } = rt.types;
  moduleAddSteal(rt, module, 'ref', newRef(rt, weakref));
  moduleAddSteal(rt, module, 'ReferenceType', newRef(rt, weakref));
  moduleAddSteal(rt, module, 'ProxyType', newRef(rt, weakProxy));
  moduleAddSteal(rt, module, 'CallableProxyType', newRef(rt, weakCallableProxy));
  return module;
}
