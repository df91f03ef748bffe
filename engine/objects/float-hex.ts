/** float.hex and float.fromhex. v3.13.0 Objects/floatobject.c */
import type { Addr } from '../base/brand.ts';
import { callOneArg } from './call.ts';
import { raise } from './errors.ts';
import { decompose } from './float-digits.ts';
import { floatValue, newFloat } from './float-object.ts';
import { bigIntBits, divideBigInts } from './int-bigint.ts';
import { decref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { isStr, newStr, strToJs } from './strings.ts';

/** v3.13.0 float_hex_impl */
export function floatHex(rt: Runtime, self: Addr): Addr {
  return newStr(rt, hexText(floatValue(rt, self)));
}

function hexText(x: number): string {
  if (Number.isNaN(x)) return 'nan';
  const sign = x < 0 || Object.is(x, -0) ? '-' : '';
  const magnitude = Math.abs(x);
  if (magnitude === Infinity) return sign + 'inf';
  if (x === 0) return sign + '0x0.0p+0';
  const { mantissa, exponent } = decompose(magnitude);
  const normal = mantissa >= 1n << 52n;
  const fraction = (normal ? mantissa - (1n << 52n) : mantissa).toString(16).padStart(13, '0');
  const e = exponent + 52;
  return `${sign}0x${normal ? '1' : '0'}.${fraction}p${e < 0 ? '-' : '+'}${Math.abs(e)}`;
}

const HEX =
  /^[ \t\n\v\f\r]*([+-]?)(?:(inf(?:inity)?)|(nan)|(?:0x)?([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([+-]?\d+))?)[ \t\n\v\f\r]*$/i;

/** The class method; a subclass is called with the float. v3.13.0 float_fromhex_impl */
export function floatFromHex(rt: Runtime, type: Addr, text: Addr): Addr {
  if (!isStr(rt, text)) {
    return raise(rt, rt.exc.TypeError, `bad argument type for built-in operation`);
  }
  const x = parseHex(rt, strToJs(rt, text));
  if (x === null) return 0;
  const p = newFloat(rt, x);
  if (p === 0 || type === rt.types.float) return p;
  const result = callOneArg(rt, type, p);
  decref(rt, p);
  return result;
}

function parseHex(rt: Runtime, text: string): number | null {
  const m = HEX.exec(text);
  const whole = m?.[4] ?? '';
  const fraction = m?.[5] ?? '';
  if (m === null || (m[2] === undefined && m[3] === undefined && whole + fraction === '')) {
    raise(rt, rt.exc.ValueError, 'invalid hexadecimal floating-point string');
    return null;
  }
  const negative = m[1] === '-';
  const magnitude = m[2] !== undefined ? Infinity : m[3] !== undefined ? NaN : null;
  const x = magnitude ?? hexValue(whole + fraction, fraction.length, Number(m[6] ?? 0));
  if (magnitude === null && x === Infinity) {
    raise(rt, rt.exc.OverflowError, 'hexadecimal value too large to represent as a float');
    return null;
  }
  return negative ? -x : x;
}

function hexValue(digits: string, places: number, exponent: number): number {
  const n = BigInt('0x' + digits);
  if (n === 0n) return 0;
  const twos = exponent - 4 * places;
  // far outside of what a double holds, whatever the digits
  const bits = bigIntBits(n);
  if (twos + bits > 1100) return Infinity;
  if (twos + bits < -1100) return 0;
  return twos >= 0 ? divideBigInts(n << BigInt(twos), 1n) : divideBigInts(n, 1n << BigInt(-twos));
}
