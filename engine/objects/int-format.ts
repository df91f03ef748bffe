/** int.__format__. v3.13.0 Python/formatter_unicode.c format_long_internal */
import type { Addr } from '../base/brand.ts';
import { raise } from './errors.ts';
import { intAsDouble } from './float-arithmetic.ts';
import { badFormat, type FormatSpec, parseFormatSpec, unknownType } from './format-spec.ts';
import { intSign, intToNumber } from './int-object.ts';
import { intBinaryText, intDecimalText } from './int-text.ts';
import {
  formatFloatText,
  formatPlain,
  layOutNumber,
  type NumberParts,
  specText,
  textResult,
} from './number-format.ts';
import type { Runtime } from './runtime.ts';
import { strLength } from './strings.ts';

/** v3.13.0 _PyLong_FormatAdvancedWriter */
export function intFormat(rt: Runtime, self: Addr, specObject: Addr): Addr {
  const text = specText(rt, specObject);
  if (text === null) return 0;
  if (strLength(rt, specObject) === 0) return formatPlain(rt, self);
  const spec = parseFormatSpec(rt, text, self, 'd', '>');
  if (spec === null) return 0;
  return textResult(rt, formatText(rt, self, spec));
}

function formatText(rt: Runtime, self: Addr, spec: FormatSpec): string | null {
  if ('bcdoxXn'.includes(spec.type)) return formatInteger(rt, self, spec);
  if (!'eEfFgG%'.includes(spec.type)) return unknownType(rt, spec.type, self);
  const x = intAsDouble(rt, self);
  return !Number.isNaN(x) ? formatFloatText(rt, x, spec, self) : null;
}

function formatInteger(rt: Runtime, self: Addr, spec: FormatSpec): string | null {
  if (spec.precision !== -1) {
    return badFormat(rt, 'Precision not allowed in integer format specifier');
  }
  if (spec.noNegativeZero) {
    return badFormat(rt, 'Negative zero coercion (z) not allowed in integer format specifier');
  }
  const parts = spec.type === 'c' ? character(rt, self, spec) : digitParts(rt, self, spec);
  return parts === null ? null : layOutNumber(parts, spec);
}

function character(rt: Runtime, self: Addr, spec: FormatSpec): NumberParts | null {
  if (spec.sign !== '') {
    return badFormat(rt, "Sign not allowed with integer format specifier 'c'");
  }
  if (spec.alternate) {
    return badFormat(rt, "Alternate form (#) not allowed with integer format specifier 'c'");
  }
  const code = intToNumber(rt, self);
  if (code >= 0 && code <= 0x10ffff) {
    return { negative: false, prefix: '', digits: '', rest: String.fromCodePoint(code) };
  }
  const fits = code >= -(2 ** 63) && code < 2 ** 63;
  raise(
    rt,
    rt.exc.OverflowError,
    fits ? '%c arg not in range(0x110000)' : 'Python int too large to convert to C long',
  );
  return null;
}

function digitParts(rt: Runtime, self: Addr, spec: FormatSpec): NumberParts | null {
  const base = { b: 2, o: 8, x: 16, X: 16 }[spec.type] as 2 | 8 | 16 | undefined;
  const text = base === undefined ? intDecimalText(rt, self) : intBinaryText(rt, self, base, false);
  if (text === null) return null;
  const negative = intSign(rt, self) < 0;
  const digits = negative ? text.slice(1) : text;
  const prefix = spec.alternate && base !== undefined ? '0' + spec.type : '';
  return { negative, prefix, digits: spec.type === 'X' ? digits.toUpperCase() : digits, rest: '' };
}
