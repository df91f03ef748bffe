/**
 * Where a LOAD_GLOBAL found its name: four words for each instruction, kept with the decoded code.
 *
 * Every use is checked against the dicts themselves, so nothing has to be told when they change:
 *
 *     in globals     keys table, its shape, word index of the entry, IN_GLOBALS
 *     in builtins    version of globals, version of builtins, the value, IN_BUILTINS
 *
 * v3.13.0 Python/specialize.c _Py_Specialize_LoadGlobal
 */
import type { Addr } from '../base/brand.ts';
import { dictGetStr } from '../objects/dict.ts';
import {
  DICT_KEYS_UNICODE,
  DK_LOG2_SIZE,
  keysEntries,
  keysKind,
  lookupString,
} from '../objects/dict-keys.ts';
import * as L from '../objects/layouts.ts';
import { incref } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { strHash } from '../objects/strings.ts';

const IN_GLOBALS = 1;
const IN_BUILTINS = 2;

/**
 * The global or builtin `name` that the instruction before word index `pc` loads.
 * @returns new; 0 when it must be looked up in general, as what is lazy: nothing is done or set then
 */
export function cachedGlobal(
  rt: Runtime,
  cache: Int32Array,
  pc: number,
  frame: Addr,
  name: Addr,
): Addr {
  const i32 = rt.i32;
  const at = 2 * (pc - 2);
  const globals = i32[(frame + L.F_GLOBALS) >> 2]!;
  let p = 0;
  if (cache[at + 3] === IN_GLOBALS) {
    const keys = i32[(globals + L.MA_KEYS) >> 2]!;
    const entry = cache[at + 2]!;
    if (
      keys === cache[at] &&
      i32[(keys + DK_LOG2_SIZE) >> 2] === cache[at + 1] &&
      i32[entry] === name
    ) {
      p = i32[entry + 2]!;
    }
  } else if (cache[at + 3] === IN_BUILTINS) {
    const builtins = i32[(frame + L.F_BUILTINS) >> 2]!;
    if (versionOf(i32, globals) === cache[at] && versionOf(i32, builtins) === cache[at + 1]) {
      p = cache[at + 2]!;
    }
  }
  if (p === 0) p = find(rt, cache, at, globals, i32[(frame + L.F_BUILTINS) >> 2]!, name);
  if (p === 0 || i32[(p + 8) >> 2] === rt.types.lazyImport) return 0;
  incref(rt, p);
  return p;
}

/**
 * A dict's version in 32 bits: its lowest 12 are zero, so the next 12 above the low word take their
 * place. It repeats after 2**32 changes, which no run comes to.
 */
function versionOf(i32: Int32Array, dict: Addr): number {
  const i = (dict + L.MA_VERSION_TAG) >> 2;
  return i32[i]! | (i32[i + 1]! & 0xfff);
}

/** Borrowed, 0 when either is no dict of strings, or has no such name. Fills the cache. */
function find(
  rt: Runtime,
  cache: Int32Array,
  at: number,
  globals: Addr,
  builtins: Addr,
  name: Addr,
): Addr {
  cache[at + 3] = 0;
  const i32 = rt.i32;
  if (rt.typeOf(globals) !== rt.types.dict || rt.typeOf(builtins) !== rt.types.dict) return 0;
  const keys = i32[(globals + L.MA_KEYS) >> 2]!;
  if (keysKind(rt, keys) !== DICT_KEYS_UNICODE) return 0;
  const low = strHash(rt, name);
  const ix = lookupString(rt, keys, name, low, rt.hashHigh);
  if (ix < 0) {
    if (keysKind(rt, i32[(builtins + L.MA_KEYS) >> 2]!) !== DICT_KEYS_UNICODE) return 0;
    cache[at] = versionOf(i32, globals);
    cache[at + 1] = versionOf(i32, builtins);
    cache[at + 2] = dictGetStr(rt, builtins, name);
    cache[at + 3] = cache[at + 2] === 0 ? 0 : IN_BUILTINS;
    return cache[at + 2]!;
  }
  const entry = (keysEntries(rt, keys) >> 2) + 4 * ix;
  cache[at] = keys;
  cache[at + 1] = i32[(keys + DK_LOG2_SIZE) >> 2]!;
  cache[at + 2] = entry;
  if (i32[entry] === name) cache[at + 3] = IN_GLOBALS;
  return i32[entry + 2]!;
}
