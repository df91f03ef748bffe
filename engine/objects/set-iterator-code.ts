/** What few programs need of what set-iterator.ts is about. */
import type { Addr } from '../base/brand.ts';
import { newInt } from './int.ts';
import type { Runtime } from './runtime.ts';
import { SI_LEN, SI_SET, SI_USED } from './set-iterator.ts';
import { setLen } from './set.ts';

export function lengthHint(rt: Runtime, it: Addr): Addr {
  const set = rt.ptr(it + SI_SET);
  const same = set !== 0 && rt.size(it + SI_USED) === setLen(rt, set);
  return newInt(rt, same ? rt.size(it + SI_LEN) : 0);
}
