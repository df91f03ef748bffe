/** A dict's new entry where the key's hash is asked before anything is counted. */
import type { Addr } from '../base/brand.ts';
import { emptyKeys } from './container-statics.ts';
import { dictInsert, dictKeyHash, dictKeysOf, insertToEmpty } from './dict.ts';
import { incref } from './refcount.ts';
import type { Runtime } from './runtime.ts';

/** Up to 3.10 the key is held once it is known where it goes. v3.10.13 PyDict_SetItem */
export function setItemHashedFirst(rt: Runtime, dict: Addr, key: Addr, value: Addr): number {
  const low = dictKeyHash(rt, dict, key);
  const high = rt.hashHigh;
  if (low === -1 && high === -1) return -1;
  incref(rt, key);
  incref(rt, value);
  return dictKeysOf(rt, dict) === emptyKeys(rt)
    ? insertToEmpty(rt, dict, key, low, high, value)
    : dictInsert(rt, dict, key, low, high, value);
}
