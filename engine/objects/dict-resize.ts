/** Moving a dict to another table. v3.13.0 Objects/dictobject.c dictresize */
import type { Addr } from '../base/brand.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { emptyKeys } from './container-statics.ts';
import {
  buildIndices,
  DK_NENTRIES,
  DK_USABLE,
  entryKeyAt,
  freeKeys,
  keysAreUnicode,
  keysDecref,
  keysEntries,
  newKeys,
} from './dict-keys.ts';
import { invalidateValues, orderAt, valueAt, valuesEmbedded } from './dict-values.ts';
import { MA_KEYS, MA_USED, MA_VALUES, STR_HASH } from './layouts.ts';
import { incref } from './refcount.ts';
import type { Runtime } from './runtime.ts';

/**
 * Gives the dict a table of 2 ** log2Size places, without the holes that deletions left. A split
 * table becomes one of the dict's own.
 * @param unicode false: a general table, for a key that is not a string
 * @returns -1 with MemoryError, nothing changed
 */
export function dictResize(rt: Runtime, dict: Addr, log2Size: number, unicode: boolean): number {
  const oldKeys = rt.ptr(dict + MA_KEYS);
  const fromStrings = keysAreUnicode(rt, oldKeys);
  const keys = newKeys(rt, log2Size, unicode && fromStrings);
  if (keys === 0) return -1;
  const used = rt.size(dict + MA_USED);
  const values = rt.ptr(dict + MA_VALUES);
  if (values !== 0) {
    moveSplit(rt, oldKeys, values, keys, used);
    buildIndices(rt, keys, used);
    rt.setPtr(dict + MA_KEYS, keys);
    keysDecref(rt, oldKeys);
    rt.setPtr(dict + MA_VALUES, 0);
    if (valuesEmbedded(rt, values)) invalidateValues(rt, values);
    else rt.mem.free(values);
  } else {
    moveCombined(rt, oldKeys, keys);
    buildIndices(rt, keys, used);
    rt.setPtr(dict + MA_KEYS, keys);
    if (oldKeys !== emptyKeys(rt)) freeKeys(rt, oldKeys);
  }
  rt.i32[(keys + DK_USABLE) >> 2] = rt.i32[(keys + DK_USABLE) >> 2]! - used;
  rt.i32[(keys + DK_NENTRIES) >> 2] = used;
  return 0;
}

/** Moves entries that have a value, in order; references move with them. */
function moveCombined(rt: Runtime, from: Addr, to: Addr): void {
  const i32 = rt.i32;
  const fromStrings = keysAreUnicode(rt, from);
  const toStrings = keysAreUnicode(rt, to);
  const step = fromStrings ? 4 : 6;
  let source = (keysEntries(rt, from) >> 2) + (fromStrings ? 0 : 2);
  let target = keysEntries(rt, to) >> 2;
  for (let n = i32[(from + DK_NENTRIES) >> 2]!; n > 0; n--, source += step) {
    const value = i32[source + 2]!;
    if (value === 0) continue;
    const key = i32[source]!;
    if (!toStrings) {
      const hash = fromStrings ? (key + STR_HASH) >> 2 : source - 2;
      i32[target] = i32[hash]!;
      i32[target + 1] = i32[hash + 1]!;
      target += 2;
    }
    i32[target] = key;
    i32[target + 1] = ADDRESS_HIGH;
    i32[target + 2] = value;
    i32[target + 3] = ADDRESS_HIGH;
    target += 4;
  }
}

/** Copies shared keys, counting them, and moves the values, in the dict's order. */
function moveSplit(rt: Runtime, from: Addr, values: Addr, to: Addr, used: number): void {
  const i32 = rt.i32;
  const toStrings = keysAreUnicode(rt, to);
  let target = keysEntries(rt, to) >> 2;
  for (let i = 0; i < used; i++) {
    const ix = orderAt(rt, values, i);
    const key = i32[entryKeyAt(rt, from, ix) >> 2]!;
    incref(rt, key);
    if (!toStrings) {
      i32[target] = i32[(key + STR_HASH) >> 2]!;
      i32[target + 1] = i32[(key + STR_HASH + 4) >> 2]!;
      target += 2;
    }
    i32[target] = key;
    i32[target + 1] = ADDRESS_HIGH;
    i32[target + 2] = valueAt(rt, values, ix);
    i32[target + 3] = ADDRESS_HIGH;
    target += 4;
  }
}
