/** Indexing and slicing of str. v3.13.0 Objects/unicodeobject.c unicode_subscript, unicode_getitem */
import type { Addr } from '../base/brand.ts';
import { errOccurred, raise } from './errors.ts';
import { asSsize, isIndex, typeNameOf } from './object.ts';
import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { sliceLength, sliceStart, sliceStep, sliceWithin } from './slice-bounds.ts';
import { strSubstring, strUnchanged } from './str-build.ts';
import { strLength } from './strings.ts';
import { strItem, strStrided } from './late-parts.ts';

export { strItem } from './late-parts.ts';

/** `s[key]`; new. v3.13.0 unicode_subscript */
export function strSubscript(rt: Runtime, s: Addr, key: Addr): Addr {
  if (isIndex(rt, key)) {
    const i = asSsize(rt, key, rt.exc.IndexError);
    if (i === -1 && errOccurred(rt)) return 0;
    return strItem(rt, s, i < 0 ? i + strLength(rt, s) : i);
  }
  if (rt.typeOf(key) === rt.types.slice) return strSlice(rt, s, key);
  const kind = rt.profile.texts.strIndexTellsType ? `, not '${typeNameOf(rt, key)}'` : '';
  return raise(rt, rt.exc.TypeError, `string indices must be integers${kind}`);
}

function strSlice(rt: Runtime, s: Addr, slice: Addr): Addr {
  const n = strLength(rt, s);
  if (!sliceWithin(rt, slice, n)) return 0;
  const count = sliceLength();
  const start = sliceStart();
  const step = sliceStep();
  if (count <= 0) return newRef(rt, rt.emptyStr);
  if (step === 1) {
    return count === n ? strUnchanged(rt, s) : strSubstring(rt, s, start, start + count);
  }
  return strStrided(rt, s, start, step, count);
}
