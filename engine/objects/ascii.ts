/** `ascii(x)`: the repr with everything above ASCII escaped. v3.13.0 Objects/object.c PyObject_ASCII */
import type { Addr } from '../base/brand.ts';
import { repr } from './object.ts';
import { decref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { hexEscape } from './str-repr.ts';
import { newStr, strIsAscii, strLength, strReadChar } from './strings.ts';

/** New str, 0 with an exception. */
export function ascii(rt: Runtime, p: Addr): Addr {
  const text = repr(rt, p);
  if (text === 0 || strIsAscii(rt, text)) return text;
  let escaped = '';
  for (let i = 0, n = strLength(rt, text); i < n; i++) {
    const ch = strReadChar(rt, text, i);
    escaped += ch < 0x80 ? String.fromCharCode(ch) : hexEscape(ch);
  }
  decref(rt, text);
  return newStr(rt, escaped);
}
