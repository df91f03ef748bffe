/** What few programs need of what str-search.ts is about. */
import type { Addr } from '../base/brand.ts';
import { raise, raiseInt } from './errors.ts';
import { newInt } from './int.ts';
import { typeNameOf } from './object.ts';
import type { Runtime } from './runtime.ts';
import { countUnits, findUnits, rfindUnits } from './search.ts';
import { isStr, strData, strKind, strLength } from './strings.ts';

/** `part in s`: 0, 1, or -1 with TypeError. v3.13.0 PyUnicode_Contains */
export function strContains(rt: Runtime, s: Addr, part: Addr): number {
  if (!isStr(rt, part)) {
    return raiseInt(
      rt,
      rt.exc.TypeError,
      `'in <string>' requires string as left operand, not ${typeNameOf(rt, part)}`,
    );
  }
  return strFind(rt, s, part, 0, strLength(rt, s)) >= 0 ? 1 : 0;
}

/** Index of the first `part` in s[start:end], indices within; -1 when it is not there. */
export function strFind(rt: Runtime, s: Addr, part: Addr, start: number, end: number): number {
  return findUnits(
    rt,
    strKind(rt, s),
    strData(rt, s),
    start,
    end,
    strKind(rt, part),
    strData(rt, part),
    strLength(rt, part),
  );
}

export function strRfind(rt: Runtime, s: Addr, part: Addr, start: number, end: number): number {
  return rfindUnits(
    rt,
    strKind(rt, s),
    strData(rt, s),
    start,
    end,
    strKind(rt, part),
    strData(rt, part),
    strLength(rt, part),
  );
}

/** How often `part` occurs in s[start:end], at most `most`. */
export function strCount(
  rt: Runtime,
  s: Addr,
  part: Addr,
  start: number,
  end: number,
  most: number,
): number {
  return countUnits(
    rt,
    strKind(rt, s),
    strData(rt, s),
    start,
    end,
    strKind(rt, part),
    strData(rt, part),
    strLength(rt, part),
    most,
  );
}

export function foundOrError(rt: Runtime, i: number): Addr {
  return i < 0 ? raise(rt, rt.exc.ValueError, 'substring not found') : newInt(rt, i);
}
