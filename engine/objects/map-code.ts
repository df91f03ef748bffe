/** What few programs need of what map.ts is about. */
import type { Addr } from '../base/brand.ts';
import { noKeywords } from './args.ts';
import { TP_INIT } from './layouts.ts';
import { hasStrict, isStrict, MAP_FUNC, MAP_ITERS, mapFromRow } from './map.ts';
import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { strictOfDict, strictReduced } from './strict-lengths.ts';
import { tupleNew, tupleSetItem, tupleSize } from './tuple.ts';

/** tp_new. v3.14.0 map_new */
export function mapNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  const strict = kwargs === 0 ? 0 : strictOfNew(rt, type, kwargs);
  return mapFromRow(rt, type, args + rt.layout.tupleItems, tupleSize(rt, args), strict);
}

/** Up to 3.13 a class with its own `__init__` may take any keywords. v3.13.0 map_new */
function strictOfNew(rt: Runtime, type: Addr, kwargs: Addr): number {
  if (hasStrict(rt)) return strictOfDict(rt, 'map', kwargs);
  const plain = rt.ptr(type + TP_INIT) === rt.ptr(rt.types.map + TP_INIT);
  return plain && !noKeywords(rt, 'map', kwargs) ? -1 : 0;
}

/** v3.14.0 map_reduce: `(map, (func, *iterators))`, and True when it is strict */
export function mapReduce(rt: Runtime, lz: Addr): Addr {
  const iters = rt.ptr(lz + MAP_ITERS);
  const n = tupleSize(rt, iters);
  const args = tupleNew(rt, n + 1);
  if (args === 0) return 0;
  tupleSetItem(rt, args, 0, newRef(rt, rt.ptr(lz + MAP_FUNC)));
  for (let i = 0; i < n; i++) {
    tupleSetItem(rt, args, i + 1, newRef(rt, rt.arg(iters + rt.layout.tupleItems, i)));
  }
  return strictReduced(rt, lz, args, isStrict(rt, lz));
}
