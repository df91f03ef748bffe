/** What few programs need of what bytes-repr.ts is about. */
import type { Addr } from '../base/brand.ts';
import { newAsciiStr } from './int-text.ts';
import type { Runtime } from './runtime.ts';
import { escapeText } from './str-repr.ts';

/**
 * `b'...'` of `n` bytes at `data`, between two texts; new str. A bytearray's (with text around it)
 * escapes the apostrophe even between double quotes. v3.13.0 PyBytes_Repr, bytearray_repr
 */
export function byteRepr(rt: Runtime, data: Addr, n: number, before: string, after: string): Addr {
  let hasSingle = false;
  let hasDouble = false;
  for (let i = data; i < data + n; i++) {
    hasSingle ||= rt.u8[i] === 0x27;
    hasDouble ||= rt.u8[i] === 0x22;
  }
  const quote = hasSingle && !hasDouble ? '"' : "'";
  let text = before + 'b' + quote;
  for (let i = data; i < data + n; i++) {
    const ch = rt.u8[i]!;
    const isQuote = ch === quote.charCodeAt(0) || (ch === 0x27 && before !== '');
    if (ch === 0x5c || isQuote) text += '\\' + String.fromCharCode(ch);
    else text += ch >= 0x20 && ch < 0x7f ? String.fromCharCode(ch) : escapeText(ch);
  }
  return newAsciiStr(rt, text + quote + after);
}
