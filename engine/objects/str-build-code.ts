/** What few programs need of what str-build.ts is about. */
import type { Addr } from '../base/brand.ts';
import { raise } from './errors.ts';
import { typeNameOf } from './object.ts';
import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { strCopyInto, strUnchanged } from './str-build.ts';
import { copyUnits, strData, strKind, strLength, strMaxChar, strNew } from './strings.ts';

/** A plain copy, in a new object even for one character. v3.13.0 _PyUnicode_Copy */
export function strCopy(rt: Runtime, s: Addr): Addr {
  const n = strLength(rt, s);
  const copy = strNew(rt, n, strMaxChar(rt, s));
  if (copy !== 0 && n > 0) strCopyInto(rt, copy, 0, s, 0, n);
  return copy;
}

/** `s * count`; new. v3.13.0 unicode_repeat */
export function strRepeat(rt: Runtime, s: Addr, count: number): Addr {
  if (count < 1) return newRef(rt, rt.emptyStr);
  if (count === 1) return strUnchanged(rt, s);
  const n = strLength(rt, s);
  if (n === 0) return newRef(rt, rt.emptyStr);
  const length = n * count;
  if (length >= 2 ** 63) {
    return raise(rt, rt.exc.OverflowError, 'repeated string is too long');
  }
  const result = strNew(rt, length, strMaxChar(rt, s));
  if (result === 0) return 0;
  const kind = strKind(rt, s);
  const data = strData(rt, result);
  copyUnits(rt, kind, data, 0, kind, strData(rt, s), 0, n);
  // doubling: each round copies what is there
  for (let done = n; done < length; done *= 2) {
    const more = done <= length - done ? done : length - done;
    rt.u8.copyWithin(data + done * kind, data, data + more * kind);
  }
  return result;
}

export function notAStr(rt: Runtime, item: Addr, i: number): 0 {
  return raise(
    rt,
    rt.exc.TypeError,
    `sequence item ${i}: expected str instance, ${typeNameOf(rt, item)} found`,
  );
}
