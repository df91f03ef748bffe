/** New dicts with room for the items that will be put in. v3.13.0 Objects/dictobject.c */
import type { Addr } from '../base/brand.ts';
import { log2KeysFor, usableFraction, LOG_MINSIZE, newKeys } from './dict-keys.ts';
import { dictFromKeys, dictNew, dictSetItem } from './dict.ts';
import { decref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { isStrExact } from './strings.ts';

/** The largest table that is made in advance. v3.13.0 dict_new_presized max_presize */
const LOG_MOST = 17;

/** An empty dict for `n` items; 0 with MemoryError. v3.13.0 dict_new_presized */
function dictNewPresized(rt: Runtime, n: number, unicode: boolean): Addr {
  if (n <= usableFraction(1 << LOG_MINSIZE)) return dictNew(rt);
  const keys = newKeys(rt, Math.min(log2KeysFor(rt, n), LOG_MOST), unicode);
  return keys === 0 ? 0 : dictFromKeys(rt, keys, 0, 0);
}

/**
 * A dict of `n` keys and values, which are borrowed: pointers in memory from `keys` and `values` on,
 * each so many bytes behind the one before.
 * @returns new, 0 with an exception. v3.13.0 _PyDict_FromItems
 */
export function dictFromItems(
  rt: Runtime,
  keys: Addr,
  values: Addr,
  n: number,
  keyStride: number,
  valueStride: number,
): Addr {
  let unicode = true;
  for (let i = 0; i < n && unicode; i++) unicode = isStrExact(rt, rt.ptr(keys + i * keyStride));
  const dict = dictNewPresized(rt, n, unicode);
  if (dict === 0) return 0;
  for (let i = 0; i < n; i++) {
    const key = rt.ptr(keys + i * keyStride);
    if (dictSetItem(rt, dict, key, rt.ptr(values + i * valueStride)) < 0) {
      decref(rt, dict);
      return 0;
    }
  }
  return dict;
}
