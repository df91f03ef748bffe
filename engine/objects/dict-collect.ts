/** What the collector and the checkers ask of a dict. v3.13.0 Objects/dictobject.c */
import type { Addr } from '../base/brand.ts';
import { emptyKeys } from './container-statics.ts';
import {
  keysAreUnicode,
  keysEntries,
  keysEntryCount,
  sharedKeysUsableSize,
  visitKeys,
} from './dict-keys.ts';
import { valueAt, valuesCapacity, valuesEmbedded } from './dict-values.ts';
import { dictKeysOf, dictNext, dictValuesOf } from './dict.ts';
import { gcUntrack, isTracked } from './gc-object.ts';
import { objectMayBeTracked } from './gc-tracking.ts';
import type { Runtime } from './runtime.ts';
import type { Visit } from './type-spec.ts';

/**
 * Values, and keys of a general table. The keys of a table of strings cannot be part of a cycle and
 * CPython leaves them out (gc.get_referents shows it): dictVisitStrings visits those.
 * v3.13.0 dict_traverse
 */
export function dictTraverse(rt: Runtime, dict: Addr, visit: Visit): void {
  const keys = dictKeysOf(rt, dict);
  const values = dictValuesOf(rt, dict);
  if (values !== 0) {
    // the instance's own
    if (valuesEmbedded(rt, values) && !rt.profile.instances.overlayDictVisited) return;
    const n = valuesCapacity(rt, values, sharedKeysUsableSize(rt, keys));
    for (let ix = 0; ix < n; ix++) {
      const value = valueAt(rt, values, ix);
      if (value !== 0) visit(value);
    }
    return;
  }
  const unicode = keysAreUnicode(rt, keys);
  const step = unicode ? 16 : 24;
  let at = keysEntries(rt, keys) + (unicode ? 0 : 8);
  const { i32 } = rt;
  for (let n = keysEntryCount(rt, keys); n > 0; n--, at += step) {
    const value = i32[(at + 8) >> 2]!;
    if (value === 0) continue;
    visit(value);
    if (!unicode) visit(i32[at >> 2]!);
  }
}

/**
 * What gc.get_referents shows of a dict: what tp_traverse visits. Before 3.11 that are the values alone
 * of a table whose keys are all strings; here such tables have no kind of their own then.
 * v3.10.13 Objects/dictobject.c dict_traverse
 */
export function dictReferents(rt: Runtime, dict: Addr, visit: Visit): void {
  if (rt.layout.dictUnicodeEntries || !hasOnlyStrings(rt, dict)) {
    dictTraverse(rt, dict, visit);
    return;
  }
  for (let at = dictNext(rt, dict, 0); at !== 0; at = dictNext(rt, dict, at)) visit(rt.dictValue);
}

function hasOnlyStrings(rt: Runtime, dict: Addr): boolean {
  for (let at = dictNext(rt, dict, 0); at !== 0; at = dictNext(rt, dict, at)) {
    if (rt.typeOf(rt.dictKey) !== rt.types.str) return false;
  }
  return true;
}

/**
 * The references that a dict owns and dictTraverse does not visit: the keys of its own table of
 * strings. A shared table's keys belong to the table (`visitKeys`, once for each table).
 */
export function dictVisitStrings(rt: Runtime, dict: Addr, visit: Visit): void {
  const keys = dictKeysOf(rt, dict);
  if (dictValuesOf(rt, dict) === 0 && keysAreUnicode(rt, keys)) visitKeys(rt, keys, visit);
}

/**
 * The memory blocks besides the object itself that a dict owns: its table (shared tables several
 * dicts and a class name) and its values unless they lie in an instance.
 */
export function dictBlocks(rt: Runtime, dict: Addr, visit: (block: Addr) => void): void {
  const keys = dictKeysOf(rt, dict);
  if (keys !== emptyKeys(rt)) visit(keys);
  const values = dictValuesOf(rt, dict);
  if (values !== 0 && !valuesEmbedded(rt, values)) visit(values);
}

/**
 * Takes an exact dict out of the collector's sight when nothing in it can be part of a cycle; full
 * collections ask. v3.13.0 _PyDict_MaybeUntrack
 */
export function maybeUntrackDict(rt: Runtime, dict: Addr): void {
  if (rt.profile.dictsAlwaysTracked) return;
  if (rt.typeOf(dict) !== rt.types.dict || !isTracked(rt, dict)) return;
  for (let at = dictNext(rt, dict, 0); at !== 0; at = dictNext(rt, dict, at)) {
    if (objectMayBeTracked(rt, rt.dictValue) || objectMayBeTracked(rt, rt.dictKey)) return;
  }
  gcUntrack(rt, dict);
}
