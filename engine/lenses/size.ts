/** sys.getsizeof, read from memory for the types whose `__sizeof__` is the machine's own. */
import type { Addr } from '../base/brand.ts';
import { varSize } from '../objects/generic-alloc.ts';
import { keysSize } from '../objects/dict-keys.ts';
import { dictKeysOf, dictValuesOf } from '../objects/dict.ts';
import * as L from '../objects/layouts.ts';
import { setMask, setTable } from '../objects/set.ts';
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
  switch (rt.typeOf(p)) {
    case types.list:
      return L.LIST_SIZE + 8 * rt.size(p + L.LIST_ALLOCATED);
    case types.str:
      return strBlockSize(rt, strLength(rt, p), strMaxChar(rt, p));
    case types.int:
    case types.bool:
      return L.OB_DIGIT + 4 * Math.max(1, digitCount(rt, p));
    case types.dict:
      return L.DICT_SIZE + dictTableSize(rt, p);
    case types.set:
    case types.frozenset:
      return L.SET_SIZE + setTableSize(rt, p);
    default:
      return varSize(rt, rt.typeOf(p), hasItems(rt, p) ? rt.size(p + L.OB_SIZE) : 0);
  }
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

function hasItems(rt: Runtime, p: Addr): boolean {
  const type = rt.typeOf(p);
  return (
    rt.size(type + L.TP_ITEMSIZE) !== 0 &&
    (type === rt.types.tuple || type === rt.types.bytes || type === rt.types.code)
  );
}
