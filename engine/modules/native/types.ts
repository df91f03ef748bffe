/** The module _types: built-in types that no other module names. v3.14.0 Modules/_typesmodule.c */
import type { Addr } from '../../base/brand.ts';
import { builtinModule, moduleAddSteal } from '../../objects/module.ts';
import { newRef } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';

export function createTypesModule(rt: Runtime): Addr {
  const module = builtinModule(rt, '_types', {});
  moduleAddSteal(rt, module, 'SimpleNamespace', newRef(rt, rt.types.simpleNamespace));
  moduleAddSteal(rt, module, 'GenericAlias', newRef(rt, rt.types.genericAlias));
  moduleAddSteal(rt, module, 'UnionType', newRef(rt, rt.types.unionType));
  if (rt.profile.newerTypes) {
    moduleAddSteal(rt, module, 'LazyImportType', newRef(rt, rt.types.lazyImport));
  }
  return module;
}
