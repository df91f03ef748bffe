/** What few programs need of what int-object.ts is about. */
import type { Addr } from '../base/brand.ts';
import {
  bigIntDigits,
  DIGIT_BASE,
  DIGIT_MASK,
  intAlloc,
  intSetSignAndCount,
  writeDigits,
} from './int-object.ts';
import { OB_DIGIT } from './layouts.ts';
import type { Runtime } from './runtime.ts';

/** As newIntFromBigInt, but never one of the small ints. */
export function newIntAnew(rt: Runtime, b: bigint, room: number): Addr {
  const magnitude = b < 0n ? -b : b;
  const count = bigIntDigits(magnitude);
  const p = intAlloc(rt, Math.max(room, count));
  if (p === 0) return 0;
  intSetSignAndCount(rt, p, b < 0n, count);
  writeDigits(rt, p + OB_DIGIT, magnitude, count);
  return p;
}

/** 15 hexadecimal digits are two digits of ours. */
export function writeDigitsOfText(rt: Runtime, i: number, text: string): void {
  let word = i;
  for (let end = text.length; end > 0; end -= 15) {
    const from = end > 15 ? end - 15 : 0;
    // the upper 7 hexadecimal digits and the lower 8 overlap in one: 30 = 7 * 4 + 2
    const low = Number.parseInt(text.slice(end > 8 ? end - 8 : 0, end), 16);
    const high = end > 8 ? Number.parseInt(text.slice(from, end - 8), 16) : 0;
    rt.i32[word] = low & DIGIT_MASK;
    const second = high * 4 + Math.floor(low / DIGIT_BASE);
    word++;
    if (from > 0 || second !== 0) rt.i32[word] = second;
    word++;
  }
}

export function digitsAsText(rt: Runtime, i: number, count: number): string {
  const parts: string[] = [];
  for (let k = (count - 1) & ~1; k >= 0; k -= 2) {
    const second = k + 1 < count ? rt.i32[i + k + 1]! : 0;
    const low = (rt.i32[i + k]! | (second << 30)) >>> 0;
    parts.push((second >>> 2).toString(16).padStart(7, '0') + low.toString(16).padStart(8, '0'));
  }
  return parts.join('');
}
