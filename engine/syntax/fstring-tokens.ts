/** Tokens inside f-strings and t-strings, where text and expressions take turns (PEP 701). */
import type { Tokenizer } from './tokenizer.ts';
import type { Token } from './tokens.ts';

/** v3.13.0 Parser/lexer/state.h MAXFSTRINGLEVEL */
const MAXFSTRINGLEVEL = 150;
/** v3.13.0 Parser/lexer/state.h MAX_EXPR_NESTING: how deep format specs go. */
const MAX_EXPR_NESTING = 3;

/** One f-string being read. v3.13.0 Parser/lexer/state.h tokenizer_mode */
export interface FStringMode {
  readonly quote: string;
  readonly quoteSize: 1 | 3;
  readonly raw: boolean;
  /** Which kind of string it is. */
  readonly letter: 'f' | 't';
  /** Where it started, to which an error about its missing end goes back. */
  readonly start: number;
  readonly lineno: number;
  readonly lineStart: number;
  /** True between its quotes and outside its braces. */
  inText: boolean;
  inFormatSpec: boolean;
  /** Brackets of any kind opened inside it. */
  depth: number;
  /** How many of those are replacement fields, less one. */
  exprStartDepth: number;
}

/** `f"`: from here on `next` reads text. */
export function startFString(t: Tokenizer, prefix: string): Token {
  const quote = t.peekChar();
  const quoteSize = t.peekChar(1) === quote && t.peekChar(2) === quote ? 3 : 1;
  t.pos += quoteSize;
  if (t.fstrings.length + 1 >= MAXFSTRINGLEVEL) t.error('too many nested f-strings');
  t.fstrings.push({
    quote,
    quoteSize,
    raw: /r/i.test(prefix),
    letter: /t/i.test(prefix) ? 't' : 'f',
    start: t.start,
    lineno: t.firstLineno,
    lineStart: t.firstLineStart,
    inText: true,
    inFormatSpec: false,
    depth: 0,
    exprStartDepth: -1,
  });
  return t.make('FSTRING_START');
}

/** v3.13.0 Parser/lexer/lexer.c tok_get_fstring_mode */
export function scanFStringText(t: Tokenizer, mode: FStringMode): Token {
  t.nextLine(false);
  t.start = t.pos;
  t.firstLineno = t.lineno;
  t.firstLineStart = t.lineStart;
  if (t.peekChar() === '{' && t.peekChar(1) !== '{') {
    enterExpression(t, mode);
    return t.nextRegular();
  }
  if (t.source.startsWith(mode.quote.repeat(mode.quoteSize), t.pos)) {
    t.pos += mode.quoteSize;
    t.fstrings.pop();
    return t.make('FSTRING_END');
  }
  return middle(t, mode);
}

function enterExpression(t: Tokenizer, mode: FStringMode): void {
  mode.exprStartDepth++;
  if (mode.exprStartDepth >= MAX_EXPR_NESTING) {
    t.error(`${mode.letter}-string: expressions nested too deeply`);
  }
  mode.inText = false;
}

function middle(t: Tokenizer, mode: FStringMode): Token {
  let run = 0;
  let namedEscape = false;
  while (run !== mode.quoteSize) {
    const char = t.read();
    const inSpec = mode.inFormatSpec && mode.exprStartDepth >= 0;
    if (char === '' || (mode.quoteSize === 1 && char === '\n')) {
      if (inSpec && char === '\n') {
        if (t.features.messages.newlineInFormatSpec) newlineInFormatSpec(t, mode);
        return endFormatSpec(t, mode);
      }
      unterminated(t, mode, char);
    }
    if (char === mode.quote) {
      run++;
      continue;
    }
    run = 0;
    if (char === '{') {
      if (t.peekChar() === '{' && !inSpec) return doubledBrace(t);
      t.pos--;
      enterExpression(t, mode);
      return t.make('FSTRING_MIDDLE');
    } else if (char === '}') {
      if (namedEscape) return t.make('FSTRING_MIDDLE');
      if (t.peekChar() === '}' && !inSpec && mode.depth === 0) return doubledBrace(t);
      t.pos--;
      mode.inText = false;
      return t.make('FSTRING_MIDDLE');
    } else if (char === '\\') {
      namedEscape = afterBackslash(t, mode) || namedEscape;
    }
  }
  t.pos -= mode.quoteSize;
  return t.make('FSTRING_MIDDLE');
}

/** `{{`: the text up to and with the first brace; the second belongs to the token's place only. */
function doubledBrace(t: Tokenizer): Token {
  const text = t.source.slice(t.start, t.pos);
  t.pos++;
  return t.make('FSTRING_MIDDLE', t.pos, text);
}

/** After a backslash. True at `\N{`, whose braces belong to the escape. */
function afterBackslash(t: Tokenizer, mode: FStringMode): boolean {
  const next = t.read();
  if (next === '{' || next === '}') {
    if (!mode.raw) t.warn(t.features.escapeWarning, `invalid escape sequence '\\${next}'`);
    t.pos--;
    return false;
  }
  if (mode.raw || next !== 'N' || t.peekChar() !== '{') return false;
  t.pos++;
  return true;
}

/** A newline in the format spec of a one-line string is back in the expression. */
function endFormatSpec(t: Tokenizer, mode: FStringMode): Token {
  t.pos--;
  mode.inText = false;
  mode.inFormatSpec = false;
  return t.make('FSTRING_MIDDLE');
}

function newlineInFormatSpec(t: Tokenizer, { letter }: FStringMode): never {
  t.pos--;
  t.error(
    `${letter}-string: newlines are not allowed in format specifiers for single quoted ${letter}-strings`,
    t.column() + 1,
  );
}

function unterminated(t: Tokenizer, mode: FStringMode, char: string): never {
  const detected = t.lineno;
  t.pos = mode.start + 1;
  t.lineStart = mode.lineStart;
  t.lineno = mode.lineno;
  const kind = `${mode.quoteSize === 3 ? 'triple-quoted ' : ''}${mode.letter}-string`;
  const msg = `unterminated ${kind} literal (detected at line ${detected})`;
  t.error(msg, undefined, undefined, char === '');
}

/** Punctuation in an expression; true when it is the `:` that begins a format spec. */
export function punctuationInFString(mode: FStringMode, char: string): boolean {
  if (char !== ':' || mode.exprStartDepth < 0) return false;
  if (mode.depth - 1 !== mode.exprStartDepth) return false;
  mode.inText = true;
  mode.inFormatSpec = true;
  return true;
}

/** A closing bracket; the `}` of a replacement field is back in the text. */
export function closeInFString(t: Tokenizer, mode: FStringMode, char: string): void {
  mode.depth--;
  if (mode.depth < 0) t.error(`${mode.letter}-string: unmatched '${char}'`);
  if (char !== '}' || mode.depth !== mode.exprStartDepth) return;
  mode.exprStartDepth--;
  mode.inText = true;
  mode.inFormatSpec = !t.features.messages.specEndsAtBrace && mode.exprStartDepth >= 0;
}
