/** The letters that may stand before the quote of a literal. */
import type { Tokenizer } from './tokenizer.ts';

const PREFIXES = new Set(['r', 'u', 'b', 'f', 'br', 'rb', 'fr', 'rf']);
const PREFIXES_WITH_T = new Set([...PREFIXES, 't', 'tr', 'rt']);

/** The letters before a quote at `t.pos`, if they are ones a literal may have. */
export function stringPrefix(t: Tokenizer): string | null {
  for (let length = 1; length <= 3; length++) {
    const quote = t.peekChar(length);
    if (quote !== '"' && quote !== "'") continue;
    const prefix = t.source.slice(t.pos, t.pos + length);
    const known = t.features.templateStrings ? PREFIXES_WITH_T : PREFIXES;
    if (known.has(prefix.toLowerCase())) return prefix;
    if (t.features.messages.incompatiblePrefixes) refuseIncompatible(t, prefix);
    return null;
  }
  return null;
}

/** v3.14.0 Parser/lexer/lexer.c maybe_raise_syntax_error_for_string_prefixes */
function refuseIncompatible(t: Tokenizer, prefix: string): void {
  const letters = prefix.toLowerCase();
  if (!/^(?!.*(.).*\1)[urbft]+$/.test(letters)) return;
  for (const pair of ['ub', 'ur', 'uf', 'ut', 'bf', 'bt', 'ft']) {
    const [a, b] = pair as unknown as [string, string];
    if (!letters.includes(a) || !letters.includes(b)) continue;
    const from = t.columnOf(t.pos) + 1;
    t.error(`'${a}' and '${b}' prefixes are incompatible`, from, from + prefix.length);
  }
}
