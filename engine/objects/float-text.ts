/**
 * float to text and back. v3.13.0 Python/pystrtod.c, Objects/floatobject.c
 */
import type { Addr } from '../base/brand.ts';
import { raise } from './errors.ts';
import { newFloat } from './float-object.ts';
import { decimalsAndSpacesToAscii } from './int-text.ts';
import { reprText } from './object.ts';
import type { Runtime } from './runtime.ts';
import { formatDouble } from './late-floats.ts';

export { formatDouble } from './late-floats.ts';

/** How `formatDouble` writes. `r` is repr: shortest digits. */
export type DoubleFormat = 'e' | 'f' | 'g' | 'r';

/** `repr(x)`. v3.13.0 float_repr */
export function floatRepr(x: number): string {
  return formatDouble(x, 'r', 0, true, false);
}

// ---- from text ---------------------------------------------------------------------------------

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const SPECIAL = /^([+-]?)(?:(inf(?:inity)?)|nan)$/i;
/** What strtod takes from the start of a text; for complex(). */
const DECIMAL_PREFIX = /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|inf(?:inity)?|nan)/i;

/** The value of a whole text, or null. v3.13.0 PyOS_string_to_double */
export function parseDouble(text: string): number | null {
  if (DECIMAL.test(text)) return Number(text);
  const special = SPECIAL.exec(text);
  if (special === null) return null;
  const value = special[2] === undefined ? NaN : Infinity;
  return special[1] === '-' ? -value : value;
}

/** How many characters at the start of the text make a number; 0 for none. */
export function doublePrefixLength(text: string): number {
  return DECIMAL_PREFIX.exec(text)?.[0].length ?? 0;
}

/**
 * The text without underscores, which may stand between digits only; null when one stands
 * elsewhere. v3.13.0 Objects/bytesobject.c _Py_string_to_number_with_underscores
 */
export function withoutUnderscores(text: string): string | null {
  if (!text.includes('_')) return text;
  if (/(?:^|\D)_|_(?:$|\D)/.test(text)) return null;
  return text.replaceAll('_', '');
}

/** Spaces of any kind stripped at both ends, digits of any script made ASCII. */
export function strippedNumber(text: string): string {
  return decimalsAndSpacesToAscii(text).replace(/^[ \t\n\v\f\r]+|[ \t\n\v\f\r]+$/g, '');
}

/** float(text). @param shown the object of the ValueError. v3.13.0 PyFloat_FromString */
export function floatFromText(rt: Runtime, text: string, shown: Addr): Addr {
  const plain = withoutUnderscores(strippedNumber(text));
  const value = plain === null ? null : parseDouble(plain);
  if (value !== null) return newFloat(rt, value);
  const repr = reprText(rt, shown);
  if (repr === null) return 0;
  return raise(rt, rt.exc.ValueError, `could not convert string to float: ${repr}`);
}
