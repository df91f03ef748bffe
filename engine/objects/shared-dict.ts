/**
 * Dicts of instances behind a plain pointer in the object, with keys shared among the instances of
 * a class: how every release had it before values came to stand in the object.
 *
 * The class's table begins with room for five names. A dict that outgrows it while no other
 * instance shares it gives the class its larger table; else the class stops sharing.
 * v3.10.13 Objects/dictobject.c _PyObjectDict_SetItem, PyObject_GenericGetDict
 */
import type { Addr } from '../base/brand.ts';
import {
  entryKeyAt,
  keysDecref,
  keysEntryCount,
  keysIncref,
  sharedKeysUsableSize,
} from './dict-keys.ts';
import { newValues, setValueAt } from './dict-values.ts';
import { dictKeysOf, dictLen, dictNew, dictValuesOf } from './dict.ts';
import { errClear } from './errors.ts';
import { newDictWithSharedKeys } from './instance-dict.ts';
import { HT_CACHED_KEYS, MA_VALUES, TPFLAGS_HEAPTYPE, TP_FLAGS } from './layouts.ts';
import type { Runtime } from './runtime.ts';

/** The table that dicts of instances of a class share; 0 when they do not. */
export function sharedKeysOf(rt: Runtime, type: Addr): Addr {
  if (rt.profile.instances.kind !== 'dict') return 0;
  if (!(rt.i32[(type + TP_FLAGS) >> 2]! & TPFLAGS_HEAPTYPE)) return 0;
  return rt.i32[(type + HT_CACHED_KEYS) >> 2]!;
}

/** The dict for an instance that has none yet; new, 0 with MemoryError. */
export function newInstanceDict(rt: Runtime, type: Addr): Addr {
  const keys = sharedKeysOf(rt, type);
  return keys === 0 ? dictNew(rt) : newDictWithSharedKeys(rt, keys);
}

/** After a store or a deletion in a dict that shared `keys`: does the class go on sharing? */
export function keepSharing(
  rt: Runtime,
  type: Addr,
  keys: Addr,
  dict: Addr,
  deleted: boolean,
): void {
  if (rt.ptr(type + HT_CACHED_KEYS) !== keys) return;
  if (!deleted && dictKeysOf(rt, dict) === keys) return;
  const alone = rt.i32[keys >> 2] === 1;
  rt.setPtr(type + HT_CACHED_KEYS, !deleted && alone ? makeKeysShared(rt, dict) : 0);
  keysDecref(rt, keys);
}

/**
 * Makes a dict's own table one to share: its values move to a block.
 * @returns the table, with a reference for the class; 0 when that cannot be. make_keys_shared
 */
function makeKeysShared(rt: Runtime, dict: Addr): Addr {
  const keys = dictKeysOf(rt, dict);
  const n = keysEntryCount(rt, keys);
  if (dictValuesOf(rt, dict) !== 0 || dictLen(rt, dict) !== n) return 0;
  for (let ix = 0; ix < n; ix++) {
    if (rt.typeOf(rt.ptr(entryKeyAt(rt, keys, ix))) !== rt.types.str) return 0;
  }
  const values = newValues(rt, sharedKeysUsableSize(rt, keys));
  if (values === 0) {
    errClear(rt); // as in CPython: not shared, no harm done
    return 0;
  }
  for (let ix = 0; ix < n; ix++) {
    const at = entryKeyAt(rt, keys, ix) + 8;
    setValueAt(rt, values, ix, rt.ptr(at));
    rt.setPtr(at, 0);
  }
  rt.setPtr(dict + MA_VALUES, values);
  keysIncref(rt, keys);
  return keys;
}
