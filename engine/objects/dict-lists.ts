/** Lists of a dict's keys, values and items. v3.13.0 Objects/dictobject.c */
import type { Addr } from '../base/brand.ts';
import type { Runtime } from './runtime.ts';
import { column } from './late-dicts.ts';

export { dictItemsList } from './late-dicts.ts';

/** v3.13.0 PyDict_Keys */
export function dictKeysList(rt: Runtime, dict: Addr): Addr {
  return column(rt, dict, false);
}

/** v3.13.0 PyDict_Values */
export function dictValuesList(rt: Runtime, dict: Addr): Addr {
  return column(rt, dict, true);
}
