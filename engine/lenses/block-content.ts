/** What stands in a block, in words and numbers. */
import type { Addr } from '../base/brand.ts';
import * as L from '../objects/layouts.ts';
import { isDict } from '../objects/dict.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { moduleDict } from '../objects/module.ts';
import { isAnySet } from '../objects/set.ts';
import { isType, typeName } from '../objects/type-object.ts';
import {
  type BlockOwner,
  OWN_ALLOCATOR,
  OWN_KEPT,
  OWN_KEPT_KEYS,
  OWN_KEYS,
  OWN_OBJECT,
} from './block-owners.ts';
import { describe } from './describe.ts';
import type { BlockContent } from './memory-map-scene.ts';
import type { ObjectNumber } from './objects-scene.ts';

/** Gives the number of the object at an address. */
export type NumberOf = (p: Addr) => ObjectNumber;

const UNKNOWN: BlockContent = { kind: 'unknown', number: 0, type: '', text: '' };

/** An object, told by its type, its number and one line. */
export function objectContent(rt: Runtime, p: Addr, numberOf: NumberOf): BlockContent {
  const type = typeName(rt, rt.typeOf(p));
  const text = isGlobals(rt, p) ? 'globals' : describe(rt, p);
  return { kind: 'object', number: numberOf(p), type, text };
}

/** Whether it is the namespace of `__main__`, which readers know by that name. */
function isGlobals(rt: Runtime, p: Addr): boolean {
  const main = rt.statePtr(STATE.mainModule);
  return main !== 0 && moduleDict(rt, main) === p;
}

/** What a block holds; 'unknown' when nobody who can be found owns it. */
export function contentOf(rt: Runtime, owner: BlockOwner | null, numberOf: NumberOf): BlockContent {
  if (owner === null) return UNKNOWN;
  const { role, p } = owner;
  switch (role) {
    case OWN_ALLOCATOR:
      return { kind: 'allocator', number: 0, type: '', text: '' };
    case OWN_KEPT:
      return { kind: 'kept', number: 0, type: typeName(rt, rt.typeOf(p)), text: '' };
    case OWN_KEPT_KEYS:
      return { kind: 'kept', number: 0, type: 'dict keys', text: '' };
    default: {
      const content = objectContent(rt, p, numberOf);
      return role === OWN_OBJECT ? content : { ...content, kind: partKind(rt, p, role) };
    }
  }
}

function partKind(rt: Runtime, p: Addr, role: number): BlockContent['kind'] {
  if (role === OWN_KEYS) return isType(rt, p) ? 'sharedKeys' : 'keys';
  const flags = rt.i32[(rt.typeOf(p) + L.TP_FLAGS) >> 2]!;
  if (flags & L.TPFLAGS_LIST_SUBCLASS) return 'items';
  if (isAnySet(rt, p)) return 'table';
  const inValues = isDict(rt, p) || flags & L.TPFLAGS_MANAGED_DICT;
  return inValues ? 'values' : 'data';
}
