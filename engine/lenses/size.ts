/** sys.getsizeof, read from memory for the types whose `__sizeof__` is the machine's own. */
import type { Addr } from '../base/brand.ts';
import { BYTEARRAY_ALLOC } from '../objects/buffer.ts';
import { varSize } from '../objects/generic-alloc.ts';
import { keysSize } from '../objects/dict-keys.ts';
import { dictKeysOf, dictValuesOf } from '../objects/dict.ts';
import * as L from '../objects/layouts.ts';
import { isAnySet, setMask, setTable } from '../objects/set.ts';
import type { Runtime } from '../objects/runtime.ts';
import { strBlockSize, strLength, strMaxChar } from '../objects/strings.ts';
import { isEmptyKeys } from '../objects/dict-keys.ts';

/** Bytes of an object as getsizeof gives them; never runs Python. */
export function objectSize(rt: Runtime, p: Addr): number {
  return ownSize(rt, p) + headerSize(rt, p);
}

function headerSize(rt: Runtime, p: Addr): number {
  const flags = rt.i32[(rt.typeOf(p) + L.TP_FLAGS) >> 2]!;
  if (!(flags & L.TPFLAGS_HAVE_GC)) return 0;
  const pre = rt.profile.preheaderInSizeof && flags & L.TPFLAGS_PREHEADER ? L.PREHEADER_SIZE : 0;
  return L.GC_HEAD_SIZE + pre;
}

function ownSize(rt: Runtime, p: Addr): number {
  const { types } = rt;
  const type = rt.typeOf(p);
  const flags = rt.i32[(type + L.TP_FLAGS) >> 2]!;
  const basic = rt.size(type + L.TP_BASICSIZE);
  if (flags & L.TPFLAGS_LIST_SUBCLASS) return basic + 8 * rt.size(p + L.LIST_ALLOCATED);
  if (flags & L.TPFLAGS_DICT_SUBCLASS) return basic + dictTableSize(rt, p);
  if (flags & L.TPFLAGS_TYPE_SUBCLASS) return typeSize(rt, p);
  if (isAnySet(rt, p)) return basic + setTableSize(rt, p);
  switch (type) {
    case types.str:
      return strBlockSize(rt, strLength(rt, p), strMaxChar(rt, p));
    case types.int:
    case types.bool:
      return L.OB_DIGIT + 4 * Math.max(rt.layout.intZeroHasDigit ? 1 : 0, digitCount(rt, p));
    case types.bytearray:
      return basic + rt.size(p + BYTEARRAY_ALLOC);
    case types.code:
      return varSize(rt, type, rt.size(p + L.OB_SIZE));
    default:
      return basic + (hasItems(flags) ? rt.size(p + L.OB_SIZE) : 0) * rt.size(type + L.TP_ITEMSIZE);
  }
}

/** A class, and the keys that its instances share. */
function typeSize(rt: Runtime, type: Addr): number {
  if ((rt.i32[(type + L.TP_FLAGS) >> 2]! & L.TPFLAGS_HEAPTYPE) === 0) return rt.layout.typeStatic;
  const keys = rt.ptr(type + L.HT_CACHED_KEYS);
  return rt.layout.typeHeap + (keys === 0 ? 0 : keysSize(rt, keys));
}

function digitCount(rt: Runtime, p: Addr): number {
  const tag = rt.i32[(p + L.LV_TAG) >> 2]!;
  return rt.layout.intTagged ? tag >> 3 : Math.abs(tag);
}

function dictTableSize(rt: Runtime, p: Addr): number {
  const keys = dictKeysOf(rt, p);
  if (isEmptyKeys(rt, keys)) return 0;
  return dictValuesOf(rt, p) === 0 ? keysSize(rt, keys) : 0;
}

function setTableSize(rt: Runtime, p: Addr): number {
  return setTable(rt, p) === p + L.SET_SMALLTABLE ? 0 : (setMask(rt, p) + 1) * L.SET_ENTRY_SIZE;
}

/** Whether `ob_size` says how many items stand in an object itself. */
const hasItems = (flags: number): boolean =>
  (flags & (L.TPFLAGS_TUPLE_SUBCLASS | L.TPFLAGS_BYTES_SUBCLASS)) !== 0;
