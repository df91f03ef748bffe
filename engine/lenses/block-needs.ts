/** How many bytes objects and their tables take, as their layout says: what was asked of layer 2. */
import type { Addr, Bytes } from '../base/brand.ts';
import { dictKeysOf, dictValuesOf, isDict } from '../objects/dict.ts';
import { keysSize, sharedKeysUsableSize } from '../objects/dict-keys.ts';
import { valuesBytes, valuesCapacity } from '../objects/dict-values.ts';
import { varSize } from '../objects/generic-alloc.ts';
import { instanceValuesBlock } from '../objects/instance-dict.ts';
import * as L from '../objects/layouts.ts';
import type { Runtime } from '../objects/runtime.ts';
import { isAnySet, setMask } from '../objects/set.ts';
import { isStr, strBlockSize, strLength, strMaxChar } from '../objects/strings.ts';
import { isType } from '../objects/type-object.ts';
import { type BlockOwner, OWN_KEYS, OWN_OBJECT, OWN_PART, blockOf } from './block-owners.ts';

/**
 * Bytes that were asked of layer 2 for a block; null where the layout does not tell.
 * @param blockBytes what was given
 */
export function bytesNeeded(rt: Runtime, owner: BlockOwner, blockBytes: Bytes): Bytes | null {
  const { role, p } = owner;
  if (role === OWN_OBJECT) {
    const own = objectBytes(rt, p);
    if (own === null) return null;
    const needs = p - blockOf(rt, p) + own;
    return needs + oneMoreValue(rt, p, needs, blockBytes);
  }
  if (role === OWN_KEYS) {
    return keysSize(rt, isType(rt, p) ? rt.ptr(p + L.HT_CACHED_KEYS) : dictKeysOf(rt, p));
  }
  return role === OWN_PART ? partBytes(rt, p) : null;
}

/** Bytes of an object from ob_refcnt on, its inline values included. */
export function objectBytes(rt: Runtime, p: Addr): Bytes | null {
  const { types } = rt;
  const type = rt.typeOf(p);
  switch (type) {
    case types.int:
    case types.bool:
      return L.OB_DIGIT + 4 * Math.max(1, intDigits(rt, p));
    case types.str:
      return strBlockSize(rt, strLength(rt, p), strMaxChar(rt, p));
    case types.bytes:
      return L.BYTES_SIZE + rt.size(p + L.OB_SIZE);
    case types.tuple:
      return rt.layout.tupleItems + 8 * rt.size(p + L.OB_SIZE);
    case types.function:
      return rt.layout.functionSize;
    case types.module:
      return rt.layout.moduleSize;
    case types.frame:
      if (!rt.heapFrames) return null;
      return rt.layout.heapFrame + 8 * rt.i32[(p + L.FRAMEOBJ_ROOM) >> 2]!;
    case types.generator:
      return rt.heapFrames ? rt.layout.generatorHeader : null;
    case types.code:
      return null;
    default:
      return rt.size(type + L.TP_ITEMSIZE) === 0 ? fixedBytes(rt, p, type) : classBytes(rt, p);
  }
}

/**
 * Room is asked for before the class lowers the number of values by one: so the block may hold one
 * more than the instance says. v3.13.0 Objects/dictobject.c _PyObject_InitInlineValues
 */
function oneMoreValue(rt: Runtime, p: Addr, needs: Bytes, blockBytes: Bytes): Bytes {
  const flags = rt.i32[(rt.typeOf(p) + L.TP_FLAGS) >> 2]!;
  const { alignment, smallRequestThreshold } = rt.profile.pymalloc;
  if (!(flags & L.TPFLAGS_INLINE_VALUES) || blockBytes > smallRequestThreshold) return 0;
  if (blockBytes - needs < alignment) return 0;
  const capacity = rt.u8[p + rt.size(rt.typeOf(p) + L.TP_BASICSIZE)]!;
  return valuesBytes(rt, capacity + 1) - valuesBytes(rt, capacity);
}

export function intDigits(rt: Runtime, p: Addr): number {
  const tag = rt.i32[(p + L.LV_TAG) >> 2]!;
  return rt.layout.intTagged ? tag >> 3 : Math.abs(tag);
}

function fixedBytes(rt: Runtime, p: Addr, type: Addr): Bytes | null {
  if (isStr(rt, p)) return null;
  const flags = rt.i32[(type + L.TP_FLAGS) >> 2]!;
  const fixed = varSize(rt, type, 0);
  if (!(flags & L.TPFLAGS_INLINE_VALUES)) return fixed;
  return fixed + valuesBytes(rt, rt.u8[p + rt.size(type + L.TP_BASICSIZE)]!);
}

/** A class, whose slots' definitions stand behind it. v3.13.0 _PyType_AllocNoTrack: one item more */
function classBytes(rt: Runtime, p: Addr): Bytes | null {
  return isType(rt, p) ? varSize(rt, rt.typeOf(p), rt.size(p + L.OB_SIZE) + 1) : null;
}

function partBytes(rt: Runtime, p: Addr): Bytes | null {
  const flags = rt.i32[(rt.typeOf(p) + L.TP_FLAGS) >> 2]!;
  if (flags & L.TPFLAGS_LIST_SUBCLASS) return 8 * rt.size(p + L.LIST_ALLOCATED);
  if (isAnySet(rt, p)) return (setMask(rt, p) + 1) * L.SET_ENTRY_SIZE;
  if (isDict(rt, p)) {
    const usable = sharedKeysUsableSize(rt, dictKeysOf(rt, p));
    return valuesBytes(rt, valuesCapacity(rt, dictValuesOf(rt, p), usable));
  }
  if (!(flags & L.TPFLAGS_MANAGED_DICT)) return null;
  const values = instanceValuesBlock(rt, p);
  return values === 0 ? null : valuesBytes(rt, rt.u8[values]!);
}
