/** What few programs need of what dict-iterators.ts is about. */
import type { Addr } from '../base/brand.ts';
import { DI_DICT, DI_LEN, DI_POS, DI_USED, end } from './dict-iterators.ts';
import { keysEntryCount } from './dict-keys.ts';
import { dictKeysOf, dictLen, dictPrevious, dictValuesOf } from './dict.ts';
import { raise } from './errors.ts';
import { newInt } from './int.ts';
import type { Runtime } from './runtime.ts';

export function lastPosition(rt: Runtime, dict: Addr): number {
  const n =
    dictValuesOf(rt, dict) !== 0 ? dictLen(rt, dict) : keysEntryCount(rt, dictKeysOf(rt, dict));
  return n - 1;
}

/** The same backwards. v3.13.0 dictreviter_iter_lock_held */
export function advanceBack(rt: Runtime, it: Addr): boolean {
  const dict = rt.ptr(it + DI_DICT);
  if (dict === 0) return false;
  if (rt.size(it + DI_USED) !== dictLen(rt, dict)) {
    rt.setSize(it + DI_USED, -1);
    raise(rt, rt.exc.RuntimeError, 'dictionary changed size during iteration');
    return false;
  }
  const at = dictPrevious(rt, dict, rt.size(it + DI_POS));
  if (at < 0) return end(rt, it);
  if (rt.profile.reversalTellsKeys && rt.size(it + DI_LEN) === 0) {
    raise(rt, rt.exc.RuntimeError, 'dictionary keys changed during iteration');
    return end(rt, it);
  }
  rt.setSize(it + DI_POS, at - 1);
  rt.setSize(it + DI_LEN, rt.size(it + DI_LEN) - 1);
  return true;
}

export function lengthHint(rt: Runtime, it: Addr): Addr {
  const dict = rt.ptr(it + DI_DICT);
  const same = dict !== 0 && rt.size(it + DI_USED) === dictLen(rt, dict);
  return newInt(rt, same ? rt.size(it + DI_LEN) : 0);
}
