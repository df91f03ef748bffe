/** `index(value, start, stop)` of list and tuple. v3.13.0 list_index_impl, tuple_index_impl */
import type { Addr } from '../base/brand.ts';
import { checkPositional } from './args.ts';
import { errOccurred, raise } from './errors.ts';
import { asSsize, isIndex } from './object.ts';
import type { Runtime } from './runtime.ts';
import { itemEquals } from './sequence-compare.ts';

/** An index as given, clipped to what a size can be; NaN with an exception. _PyEval_SliceIndexNotNone */
function indexArgument(rt: Runtime, p: Addr): number {
  if (!isIndex(rt, p)) {
    raise(rt, rt.exc.TypeError, 'slice indices must be integers or have an __index__ method');
    return NaN;
  }
  const value = asSsize(rt, p, 0);
  return value === -1 && errOccurred(rt) ? NaN : value;
}

/**
 * Where the first of the arguments stands between the two others.
 * @returns -1 when it is not there, -2 with an exception
 */
export function findIndex(
  rt: Runtime,
  seq: Addr,
  argv: Addr,
  nargs: number,
  length: (rt: Runtime, seq: Addr) => number,
  item: (rt: Runtime, seq: Addr, i: number) => Addr,
): number {
  if (!checkPositional(rt, 'index', nargs, 1, 3)) return -2;
  let start = nargs > 1 ? indexArgument(rt, rt.arg(argv, 1)) : 0;
  if (Number.isNaN(start)) return -2;
  let stop = nargs > 2 ? indexArgument(rt, rt.arg(argv, 2)) : 2 ** 31;
  if (Number.isNaN(stop)) return -2;
  if (start < 0) start = Math.max(0, start + length(rt, seq));
  if (stop < 0) stop = Math.max(0, stop + length(rt, seq));
  const value = rt.arg(argv, 0);
  // the length is asked for each time: a comparison may change a list
  for (let i = start; i < stop && i < length(rt, seq); i++) {
    const same = itemEquals(rt, item(rt, seq, i), value);
    if (same > 0) return i;
    if (same < 0) return -2;
  }
  return -1;
}
