/** Arguments of tp_new and tp_init, a tuple and a dict, read as those of a row. */
import type { Addr } from '../base/brand.ts';
import { type Params, parseArgs } from './args.ts';
import { dropRow, takeRow } from './call.ts';
import { dictLen, dictNext } from './dict.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { tupleNew, tupleSetItem, tupleSize } from './tuple.ts';

/**
 * As parseArgs. `args` is a tuple, `kwargs` a dict of string keys or 0; what is left in `out` is
 * borrowed from them.
 */
export function readNewArgs(
  rt: Runtime,
  name: string,
  params: Params,
  out: Int32Array,
  args: Addr,
  kwargs: Addr,
): boolean {
  const nargs = tupleSize(rt, args);
  const items = args + rt.layout.tupleItems;
  const nkw = kwargs === 0 ? 0 : dictLen(rt, kwargs);
  if (nkw === 0) return parseArgs(rt, name, params, out, items, nargs, 0);
  const kwnames = tupleNew(rt, nkw);
  if (kwnames === 0) return false;
  const row = takeRow(rt, nargs + nkw);
  if (row === 0) {
    decref(rt, kwnames);
    return false;
  }
  for (let i = 0; i < nargs; i++) rt.setPtr(row + 8 * i, rt.arg(items, i));
  let k = 0;
  for (let at = dictNext(rt, kwargs, 0); at !== 0; at = dictNext(rt, kwargs, at), k++) {
    tupleSetItem(rt, kwnames, k, newRef(rt, rt.dictKey));
    rt.setPtr(row + 8 * (nargs + k), rt.dictValue);
  }
  const fine = parseArgs(rt, name, params, out, row, nargs, kwnames);
  dropRow(rt, row);
  decref(rt, kwnames);
  return fine;
}
