/** Readies type, object and what their dicts hold, in the order that boot needs. */
import { initClassmethodTypes } from './classmethod.ts';
import { initDescriptorTypes } from './descriptors.ts';
import { initGenericAliasType } from './generic-alias.ts';
import { initMappingProxyType } from './mapping-proxy.ts';
import { initObjectType } from './object-type.ts';
import { initPropertyType } from './property.ts';
import type { Runtime } from './runtime.ts';
import { initSimpleNamespaceType } from './simple-namespace.ts';
import { initSuperType } from './super.ts';
import { initTypeType } from './type-type.ts';
import { initUnionType } from './union-type.ts';

/** type and object; needs str, dict and tuple to work with their types only reserved. */
export function initTypeAndObject(rt: Runtime): void {
  initObjectType(rt);
  initTypeType(rt);
}

/** What is made of types: `list[int]`, `int | None`. After the containers and exceptions. */
export function initTypingTypes(rt: Runtime): void {
  initUnionType(rt);
  initGenericAliasType(rt);
}

/** Descriptors, classmethod and staticmethod, property, super, mappingproxy, SimpleNamespace. */
export function initClassTypes(rt: Runtime): void {
  initDescriptorTypes(rt);
  initClassmethodTypes(rt);
  initPropertyType(rt);
  initSuperType(rt);
  initMappingProxyType(rt);
  initSimpleNamespaceType(rt);
}
