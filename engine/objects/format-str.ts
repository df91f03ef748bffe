/** `format(s, spec)` of a str. v3.13.0 Python/formatter_unicode.c format_string_internal */
import type { Addr } from '../base/brand.ts';
import { badFormat, type FormatSpec, parseFormatSpec, unknownType } from './format-spec.ts';
import { decref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { strSubstring, strUnchanged } from './str-build.ts';
import { strPad } from './str-pad.ts';
import { strLength, strToJs } from './strings.ts';

/** `spec` is a str that is not empty. New str, 0 with ValueError. */
export function formatStrSpec(rt: Runtime, s: Addr, spec: Addr): Addr {
  const parsed = parseFormatSpec(rt, strToJs(rt, spec), s, 's', '<');
  if (parsed === null || !isForStr(rt, parsed, s)) return 0;
  const n = strLength(rt, s);
  const kept = parsed.precision >= 0 && parsed.precision < n ? parsed.precision : n;
  if (kept === n && parsed.width <= n) return strUnchanged(rt, s);
  const text = strSubstring(rt, s, 0, kept);
  if (text === 0) return 0;
  const margin = parsed.width > kept ? parsed.width - kept : 0;
  const left = parsed.align === '>' ? margin : parsed.align === '^' ? Math.floor(margin / 2) : 0;
  const result = strPad(rt, text, left, margin - left, parsed.fill.codePointAt(0)!);
  decref(rt, text);
  return result;
}

function isForStr(rt: Runtime, spec: FormatSpec, s: Addr): boolean {
  if (spec.type !== 's') unknownType(rt, spec.type, s);
  else if (spec.sign === ' ') refuse(rt, rt.profile.errorWords.spaceInFormat);
  else if (spec.sign !== '') refuse(rt, 'Sign');
  else if (spec.noNegativeZero) refuse(rt, 'Negative zero coercion (z)');
  else if (spec.alternate) refuse(rt, 'Alternate form (#)');
  else if (spec.align === '=') refuse(rt, "'=' alignment");
  else return true;
  return false;
}

function refuse(rt: Runtime, what: string): void {
  badFormat(rt, `${what} not allowed in string format specifier`);
}
