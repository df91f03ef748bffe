/**
 * Types that modules define, made at the first import.
 *
 * Their addresses stand in the runtime state, as those of CPython's heap types stand in the state
 * of their module: a machine that is put back to a moment before the import has forgotten them.
 * NOT CPYTHON: they lie in static memory, there most are heap types.
 */
import type { Addr } from '../base/brand.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';

/** Numbers of the types, each a place of 8 bytes in STATE.moduleTypes; 64 at most. */
export const MODULE_TYPES = {
  partial: 0,
  lruCacheWrapper: 1,
  cmpToKey: 2,
  deque: 3,
  dequeIterator: 4,
  dequeReverseIterator: 5,
  defaultdict: 6,
  orderedDict: 7,
  orderedDictIterator: 8,
  orderedDictKeys: 9,
  orderedDictValues: 10,
  orderedDictItems: 11,
  tupleGetter: 12,
  itemgetter: 13,
  attrgetter: 14,
  methodcaller: 15,
  accumulate: 16,
  batched: 17,
  chain: 18,
  combinations: 19,
  combinationsWithReplacement: 20,
  compress: 21,
  count: 22,
  cycle: 23,
  dropwhile: 24,
  filterfalse: 25,
  groupby: 26,
  grouper: 27,
  islice: 28,
  pairwise: 29,
  permutations: 30,
  product: 31,
  repeat: 32,
  starmap: 33,
  takewhile: 34,
  tee: 35,
  teeDataObject: 36,
  zipLongest: 37,
  random: 38,
  array: 39,
  arrayIterator: 40,
  lruCacheList: 41,
  typeVar: 42,
  paramSpec: 43,
  paramSpecArgs: 44,
  paramSpecKwargs: 45,
  typeVarTuple: 46,
  typeAlias: 47,
  generic: 48,
  noDefaultType: 49,
  /** no type: the one object of the type before it */
  noDefault: 50,
  template: 51,
  templateIter: 52,
  interpolation: 53,
  placeholderType: 54,
  /** no type: functools.Placeholder */
  placeholder: 55,
  constEvaluator: 56,
} as const;

export type ModuleType = keyof typeof MODULE_TYPES;

/** The type's address, 0 before it was made. */
export function moduleType(rt: Runtime, name: ModuleType): Addr {
  return rt.ptr(rt.state + STATE.moduleTypes + 8 * MODULE_TYPES[name]);
}

/** The type's address; `make` readies it when it is not there yet. */
export function ensureType(rt: Runtime, name: ModuleType, make: (rt: Runtime) => Addr): Addr {
  const known = moduleType(rt, name);
  if (known !== 0) return known;
  const type = make(rt);
  rt.setPtr(rt.state + STATE.moduleTypes + 8 * MODULE_TYPES[name], type);
  return type;
}
