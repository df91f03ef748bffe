/** The hash of a frozenset. v3.13.0 Objects/setobject.c frozenset_hash */
import type { Addr } from '../base/brand.ts';
import { add64, mul64 } from './hash64.ts';
import { SET_ENTRY_SIZE, SET_FILL, SET_HASH } from './layouts.ts';
import type { Runtime } from './runtime.ts';
import { setLen, setMask, setTable } from './set.ts';

/** The hash kept in the object, -1 and -1 when not computed: low word, high in rt.hashHigh. */
export function cachedHash(rt: Runtime, set: Addr): number {
  rt.hashHigh = rt.i32[(set + SET_HASH + 4) >> 2]!;
  return rt.i32[(set + SET_HASH) >> 2]!;
}

/** Spreads the bits of an item's hash. v3.13.0 _shuffle_bits */
export function shuffleHash(rt: Runtime, low: number, high: number): number {
  const mixedLow = low ^ 89869747 ^ (low << 16);
  const mixedHigh = high ^ ((high << 16) | (low >>> 16));
  return mul64(rt, mixedLow, mixedHigh, 3644798167 | 0, 0);
}

/** The same for any order of the items. Low word, high in rt.hashHigh */
export function frozensetHash(rt: Runtime, set: Addr): number {
  let low = cachedHash(rt, set);
  let high = rt.hashHigh;
  if (low !== -1 || high !== -1) return low;
  low = 0;
  high = 0;
  const i32 = rt.i32;
  const mask = setMask(rt, set);
  let e = setTable(rt, set) >> 2;
  for (let i = 0; i <= mask; i++, e += SET_ENTRY_SIZE >> 2) {
    low ^= shuffleHash(rt, i32[e + 2]!, i32[e + 3]!);
    high ^= rt.hashHigh;
  }
  // free entries and dummies took part: an odd number of either has left its trace
  const fill = rt.size(set + SET_FILL);
  if ((mask + 1 - fill) & 1) {
    low ^= shuffleHash(rt, 0, 0);
    high ^= rt.hashHigh;
  }
  const used = setLen(rt, set);
  if ((fill - used) & 1) {
    low ^= shuffleHash(rt, -1, -1);
    high ^= rt.hashHigh;
  }
  low = finishHash(rt, low, high, used);
  rt.i32[(set + SET_HASH) >> 2] = low;
  rt.i32[(set + SET_HASH + 4) >> 2] = rt.hashHigh;
  return low;
}

/** Brings in the number of items and spreads what nested frozensets have in common. */
export function finishHash(rt: Runtime, xorLow: number, xorHigh: number, used: number): number {
  let low = xorLow ^ mul64(rt, used + 1, 0, 1927868237, 0);
  let high = xorHigh ^ rt.hashHigh;
  const by11 = (low >>> 11) | (high << 21);
  const by25 = (low >>> 25) | (high << 7);
  low ^= by11 ^ by25;
  high ^= (high >>> 11) ^ (high >>> 25);
  low = mul64(rt, low, high, 69069, 0);
  low = add64(rt, low, rt.hashHigh, 907133923, 0);
  high = rt.hashHigh;
  if (low === -1 && high === -1) {
    low = 590923713;
    high = 0;
  }
  rt.hashHigh = high;
  return low;
}
