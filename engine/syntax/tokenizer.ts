/**
 * Source text to tokens.
 *
 * Indentation becomes INDENT and DEDENT by a stack of columns; brackets switch both it and NEWLINE
 * off. With PEP 701 an f-string is tokenized in place: a stack of modes says whether we stand in the
 * text of a string or in an expression between its braces.
 *
 *   f"a{x:>{w}}"  ->  FSTRING_START `f"`  FSTRING_MIDDLE `a`  `{` NAME `:` FSTRING_MIDDLE `>`
 *                     `{` NAME `}` `}` FSTRING_END `"`
 *
 * v3.13.0 Parser/lexer/lexer.c
 */
import { utf8Length } from '../base/utf8.ts';
import type { SyntaxWarningRecord } from './ast.ts';
import {
  codePointName,
  findNonIdentifier,
  isDigit,
  isIdentifierChar,
  isIdentifierStart,
  isPrintable,
} from './characters.ts';
import { PySyntaxError } from './errors.ts';
import type { SyntaxFeatures } from './features.ts';
import type { FStringMode } from './fstring-tokens.ts';
import {
  closeInFString,
  punctuationInFString,
  scanFStringText,
  startFString,
} from './fstring-tokens.ts';
import type { Columns } from './indentation.ts';
import { advance, Indentation } from './indentation.ts';
import { lineOf } from './line-of.ts';
import { scanNumber } from './numbers.ts';
import { stringPrefix } from './prefixes.ts';
import type { Token, TokenType } from './tokens.ts';
import { operatorType, wordType } from './tokens.ts';

/** v3.13.0 Parser/lexer/state.h MAXLEVEL */
const MAXLEVEL = 200;

const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

interface OpenBracket {
  readonly char: string;
  readonly lineno: number;
  readonly col: number;
}

/**
 * Why there are no more tokens. 'error': the tokenizer worded an error itself, which outranks the
 * parser's; the others it leaves to the parser to word. v3.13.0 Include/errcode.h
 */
export type Done = 'ok' | 'error' | 'eof' | 'other';

/** v3.13.0 Parser/lexer/state.h tok_state */
export class Tokenizer {
  readonly source: string;
  readonly features: SyntaxFeatures;
  readonly warnings: SyntaxWarningRecord[] = [];
  /** Index of the next character to read. */
  pos = 0;
  /** The line last read from; it goes up when the next line's first character is wanted. */
  lineno = 1;
  /** Index where that line starts. */
  lineStart = 0;
  /** Index where the text starts that an error on this line shows (tok_state buf). */
  private bufferStart = 0;
  /** Where the token being read starts, and its line. */
  start = 0;
  firstLineno = 1;
  firstLineStart = 0;
  readonly brackets: OpenBracket[] = [];
  readonly fstrings: FStringMode[] = [];
  done: Done = 'ok';
  /** ParseOptions.fromFile */
  fromFile = false;
  /** Lines that a token reads in vain behind the end of a file, where such lines are counted. */
  linesPastEnd = 0;
  /** The end of a file was read as one more line, with nothing on it. */
  pastEnd = false;
  /** The end was looked at to see which blocks end. */
  private endedBlocks = false;
  private readonly indentation = new Indentation();
  private pendingIndents = 0;
  private atLineStart = true;
  /** Code points and UTF-16 units differ only when the source has astral characters. */
  private readonly hasAstral: boolean;

  constructor(source: string, features: SyntaxFeatures) {
    this.source = source;
    this.features = features;
    if (source === '') this.lineno = 0; // no line was ever read
    this.hasAstral = /[\uD800-\uDBFF]/.test(source);
  }

  // ---- characters ----

  /** The character at `pos`, '' at the end. */
  peekChar(ahead = 0): string {
    return this.source[this.pos + ahead] ?? '';
  }

  /** Reads one character; '' at the end. Lines are counted here and in `nextLine` alone. */
  read(): string {
    if (this.pos >= this.source.length) return '';
    this.nextLine(false);
    return this.source[this.pos++] as string;
  }

  /**
   * Steps onto the next line if the one before has been used up and there is one. Inside a token,
   * and after a backslash, the lines are kept together: an error shows them all.
   */
  nextLine(apart: boolean): void {
    if (this.pos === this.lineStart || this.pos >= this.source.length) return;
    if (this.source[this.pos - 1] !== '\n') return;
    this.lineno++;
    this.lineStart = this.pos;
    if (apart) this.bufferStart = this.pos;
  }

  /** The column of an index, in code points, on the line that starts at `lineStart`. */
  columnOf(index: number, lineStart = this.lineStart): number {
    let column = index - lineStart;
    if (!this.hasAstral) return column;
    for (let i = lineStart; i < index; i++) {
      const code = this.source.charCodeAt(i);
      if (code >= 0xdc00 && code <= 0xdfff) column--;
    }
    return column;
  }

  /** The column we stand at. */
  column(): number {
    return this.columnOf(this.pos);
  }

  /** The column of a token without one: at the end of a file there is no line to count in. */
  columnOfNowhere(): number {
    const atEnd = this.pos >= this.source.length;
    return this.fromFile && atEnd && !this.pastEnd ? 0 : this.column();
  }

  /** The column of an index in UTF-8, where CPython forgets to count characters. */
  byteColumn(index: number): number {
    if (!this.features.messages.countBytes) return this.columnOf(index);
    return utf8Length(this.source.slice(this.lineStart, index));
  }

  /** One line of the source by number, without its newline. */
  lineText(lineno: number): string {
    return lineOf(this.source, lineno);
  }

  /**
   * The text an error shows: of the line being read it is what the tokenizer holds, newline
   * included; earlier lines are looked up, and come without.
   *
   * v3.13.0 Parser/pegen_errors.c get_error_line_from_tokenizer_buffers
   */
  errorLine(lineno: number): string {
    if (this.pastEnd && lineno === this.lineno) return '';
    if (this.lineno > lineno || this.pos === 0) return this.lineText(lineno);
    const newline = this.source.indexOf('\n', this.lineStart);
    const start = this.features.messages.linesOfToken ? this.bufferStart : this.lineStart;
    return this.source.slice(start, newline < 0 ? undefined : newline + 1);
  }

  // ---- errors ----

  /**
   * An error at the last character read, or from `from` to `to` (1-based columns).
   *
   * v3.13.0 Parser/tokenizer/helpers.c _syntaxerror_range
   */
  error(msg: string, from = this.column(), to = from, incomplete = false): never {
    this.done = 'error';
    throw new PySyntaxError({
      pyType: 'SyntaxError',
      msg,
      lineno: this.lineno,
      offset: from,
      end_lineno: this.lineno,
      end_offset: to,
      text: this.lineText(this.lineno),
      incomplete,
    });
  }

  /** An error CPython's tokenizer only marks, and its parser words (_Pypegen_tokenizer_error). */
  private markedError(
    pyType: 'SyntaxError' | 'IndentationError' | 'TabError',
    msg: string,
    offset: number,
    end_offset: number,
    wantsMore = false,
    text = this.errorLine(this.lineno),
  ): never {
    this.done = 'other';
    const { lineno } = this;
    const atEnd = this.peekChar(-1) === '\\' && this.pos >= this.source.length;
    const incomplete = wantsMore || atEnd;
    const fields = {
      pyType,
      msg,
      lineno,
      offset,
      end_lineno: lineno,
      end_offset,
      text,
      incomplete,
    };
    throw new PySyntaxError(fields);
  }

  /** v3.13.0 Parser/pegen_errors.c raise_unclosed_parentheses_error */
  unclosedBracket(): PySyntaxError {
    const open = this.brackets[this.brackets.length - 1] as OpenBracket;
    return new PySyntaxError({
      pyType: 'SyntaxError',
      msg: `'${open.char}' was never closed`,
      lineno: open.lineno,
      offset: open.col + 1,
      end_lineno: open.lineno,
      end_offset: 0,
      text: this.errorLine(open.lineno),
      incomplete: true,
    });
  }

  warn(category: 'SyntaxWarning' | 'DeprecationWarning', msg: string, lineno = this.lineno): void {
    this.warnings.push({ category, msg, lineno });
  }

  // ---- tokens ----

  /** The next token. Throws when there is none to be had. */
  next(): Token {
    const mode = this.fstrings[this.fstrings.length - 1];
    if (mode?.inText === true) return scanFStringText(this, mode);
    return this.nextRegular();
  }

  /** Whether anything but blank space and comments is left (pegen.c bad_single_statement). */
  hasMore(): boolean {
    return !/^(?:[ \t\n\f]|#[^\n]*)*$/.test(this.source.slice(this.pos));
  }

  /** Whether the end has been looked at: also by a token that only the end could end. */
  sawEnd(): boolean {
    if (this.done === 'eof' || this.endedBlocks) return true;
    return this.pos >= this.source.length && this.peekChar(-1) !== '\n';
  }

  /** The blocks still open end here: for `single` mode, which stops before the input is told to. */
  closeBlocks(): void {
    this.pendingIndents = -this.indentation.closeAll();
  }

  /** v3.13.0 Parser/lexer/lexer.c tok_get_normal_mode */
  nextRegular(): Token {
    for (;;) {
      const blank = this.atLineStart && this.readIndentation();
      this.start = this.pos;
      if (this.pendingIndents !== 0) return this.pendingToken();
      const char = this.skipSpace();
      if (char === '') return this.endOfInput();
      if (char !== '\n') return this.tokenAt(char);
      this.pos++;
      this.atLineStart = true;
      if (!blank && this.brackets.length === 0) return this.newline();
    }
  }

  /** Its place reaches from before a comment to the newline, and from 3.12 on over it. */
  private newline(): Token {
    return this.make('NEWLINE', this.features.newlineHasWidth ? this.pos : this.pos - 1, '');
  }

  /** Past spaces, comments and joined lines; the character there. */
  private skipSpace(): string {
    for (let first = true; ; first = false) {
      this.nextLine(first);
      let code = this.source.charCodeAt(this.pos);
      while (code === 32 || code === 9 || code === 12) code = this.source.charCodeAt(++this.pos);
      this.start = this.pos;
      this.firstLineno = this.lineno;
      this.firstLineStart = this.lineStart;
      if (code === 35 /* # */) {
        const newline = this.source.indexOf('\n', this.pos);
        this.pos = newline < 0 ? this.source.length : newline;
      }
      const char = this.peekChar();
      if (char !== '\\') return char;
      this.continuationLine(false);
    }
  }

  /** v3.13.0 Parser/lexer/lexer.c tok_continuation_line */
  private continuationLine(apart: boolean): void {
    this.pos++;
    if (this.peekChar() !== '\n') {
      if (this.pos < this.source.length) this.pos++;
      // Counted from the first of the joined lines, and cut to the length of what is shown.
      const line = [...this.errorLine(this.lineno)].length;
      // 3.8 tells the end of the line.
      const reached = this.features.messages.treeErrors
        ? line
        : this.columnOf(this.pos, this.bufferStart);
      const col = Math.min(reached, line + 1);
      const msg = 'unexpected character after line continuation character';
      this.markedError('SyntaxError', msg, col, 0);
    }
    this.pos++;
    if (this.pos < this.source.length) return this.nextLine(apart);
    this.done = 'eof';
    const { scanningTexts } = this.features.messages;
    if (this.brackets.length > 0 && !scanningTexts) throw this.unclosedBracket();
    throw this.unexpectedEof(this.lineno + this.linesPastEnd);
  }

  private unexpectedEof(lineno: number): PySyntaxError {
    return new PySyntaxError({
      pyType: 'SyntaxError',
      msg: 'unexpected EOF while parsing',
      lineno,
      offset: this.column(),
      end_lineno: lineno,
      end_offset: -1,
      text: this.errorLine(this.lineno),
      incomplete: true,
    });
  }

  /** Reads leading white space, and notes what it opens or closes. True for a line with nothing. */
  private readIndentation(): boolean {
    this.atLineStart = false;
    this.nextLine(true);
    const line: Columns = { col: 0, altcol: 0 };
    let joined: Columns | null = null;
    for (;;) {
      const char = this.peekChar();
      if (char === ' ' || char === '\t' || char === '\f') {
        this.pos++;
        advance(line, char);
      } else if (char === '\\') {
        // The first line's depth counts: a backslash cannot split indentation.
        if (joined === null || joined.col === 0) joined = { ...line };
        this.continuationLine(true);
      } else {
        if (char === '#' || char === '\n') return true;
        if (char === '') {
          this.endedBlocks = true;
          this.readPastEnd();
        }
        if (this.brackets.length === 0) {
          this.changeIndentation(joined !== null && joined.col > 0 ? joined : line);
        }
        return false;
      }
    }
  }

  private changeIndentation(line: Columns): void {
    const change = this.indentation.enter(line);
    if (typeof change === 'number') {
      this.pendingIndents = change;
      return;
    }
    const newline = this.source.indexOf('\n', this.pos);
    this.pos = newline < 0 ? this.source.length : newline + 1;
    if (change === 'dedent') {
      const msg = 'unindent does not match any outer indentation level';
      this.markedError('IndentationError', msg, this.column(), -1);
    } else if (change === 'tabs') {
      const msg = 'inconsistent use of tabs and spaces in indentation';
      this.markedError('TabError', msg, 1, 0);
    }
    const offset = this.features.messages.treeErrors ? this.column() : 1;
    this.markedError('IndentationError', 'too many levels of indentation', offset, 0);
  }

  private pendingToken(): Token {
    const type = this.pendingIndents < 0 ? 'DEDENT' : 'INDENT';
    this.pendingIndents -= Math.sign(this.pendingIndents);
    return this.nowhere(type);
  }

  private endOfInput(): Token {
    this.done = 'eof';
    this.readPastEnd();
    const { scanningTexts } = this.features.messages;
    if (this.brackets.length > 0) {
      throw scanningTexts ? this.unexpectedEof(this.lineno) : this.unclosedBracket();
    }
    return this.nowhere('ENDMARKER');
  }

  /** Asks a file for one more line: before 3.10 it counts. */
  private readPastEnd(): void {
    if (!this.fromFile || !this.features.messages.scanningTexts || this.pastEnd) return;
    this.lineno++;
    this.pastEnd = true;
  }

  private nowhere(type: TokenType): Token {
    return {
      type,
      string: '',
      lineno: this.lineno,
      col_offset: -1,
      end_lineno: this.lineno,
      end_col_offset: -1,
      start: this.pos,
      end: this.pos,
      level: this.brackets.length,
    };
  }

  /** The token from `start` to `end`. */
  make(type: TokenType, end = this.pos, string = this.source.slice(this.start, end)): Token {
    return {
      type,
      string,
      lineno: this.firstLineno,
      col_offset: this.columnOf(this.start, this.firstLineStart),
      end_lineno: this.lineno,
      end_col_offset: this.columnOf(end),
      start: this.start,
      end,
      level: this.brackets.length,
    };
  }

  private tokenAt(char: string): Token {
    if (isIdentifierStart(char)) return this.wordOrString();
    if (isDigit(char) || (char === '.' && isDigit(this.peekChar(1)))) {
      scanNumber(this);
      return this.make('NUMBER');
    }
    if (char === '"' || char === "'") return this.string(char);
    return this.punctuation(char);
  }

  // ---- words ----

  private wordOrString(): Token {
    const prefix = stringPrefix(this);
    if (prefix !== null) {
      this.pos += prefix.length;
      if (/t/i.test(prefix) || (/f/i.test(prefix) && this.features.pep701FStrings)) {
        return startFString(this, prefix);
      }
      return this.string(this.peekChar());
    }
    let ascii = true;
    let char = this.peekChar();
    while (isIdentifierChar(char)) {
      if (char >= '\x80') ascii = false;
      char = this.source[++this.pos] ?? '';
    }
    const word = this.source.slice(this.start, this.pos);
    if (!ascii) this.verifyIdentifier(word);
    const string = ascii ? word : word.normalize('NFKC');
    return this.make(ascii ? wordType(word) : 'NAME', this.pos, string);
  }

  /** v3.13.0 Parser/lexer/lexer.c verify_identifier */
  private verifyIdentifier(word: string): void {
    const bad = findNonIdentifier(word);
    if (bad === null) return;
    if (this.features.messages.treeErrors) {
      this.markedError('SyntaxError', 'invalid character in identifier', this.column(), 0);
    }
    this.pos = this.start + bad.index + bad.char.length;
    const name = codePointName(bad.char);
    if (isPrintable(bad.char)) this.error(`invalid character '${bad.char}' (${name})`);
    this.error(`invalid non-printable character ${name}`);
  }

  // ---- strings ----

  /** v3.13.0 Parser/lexer/lexer.c tok_get_normal_mode, "letter_quote" */
  private string(quote: string): Token {
    const size = this.peekChar(1) === quote && this.peekChar(2) === quote ? 3 : 1;
    this.pos += size;
    let run = 0;
    let escapedQuote = false;
    while (run !== size) {
      const char = this.read();
      if (char === '' || (size === 1 && char === '\n')) {
        this.unterminated(quote, size, escapedQuote, char === '');
      }
      if (char === quote) {
        run++;
        continue;
      }
      run = 0;
      if (char === '\\' && this.read() === quote) escapedQuote = true;
    }
    return this.make('STRING');
  }

  /** An end of input, unlike one of line, could still be mended by more. */
  private unterminated(quote: string, size: 1 | 3, escaped: boolean, atEnd: boolean): never {
    const { lineno } = this;
    if (this.features.messages.scanningTexts) this.scanningError(size);
    this.pos = this.start + 1;
    this.lineStart = this.firstLineStart;
    this.lineno = this.firstLineno;
    const mode = this.fstrings[this.fstrings.length - 1];
    // The quote that opened this f-string: what is missing is the closing brace.
    if (mode !== undefined && mode.quote === quote && mode.quoteSize === size) {
      this.error(`${mode.letter}-string: expecting '}'`);
    }
    const kind = size === 3 ? 'triple-quoted string' : 'string';
    const hint =
      size === 1 && escaped && this.features.escapedQuoteHint
        ? '; perhaps you escaped the end quote?'
        : '';
    const msg = `unterminated ${kind} literal (detected at line ${lineno})${hint}`;
    this.error(msg, undefined, undefined, atEnd);
  }

  /** v3.9.18 Parser/pegen/pegen.c tokenizer_error: E_EOFS, E_EOLS */
  private scanningError(size: 1 | 3): never {
    const missing = size === 3 ? 'EOF while scanning triple-quoted' : 'EOL while scanning';
    // What was read of a string over several lines is one text, in which columns count on.
    const offset = this.columnOf(this.pos, this.bufferStart);
    const text = this.errorLine(this.lineno);
    if (size === 3) this.lineno += this.linesPastEnd;
    this.markedError('SyntaxError', `${missing} string literal`, offset, offset, size === 3, text);
  }

  // ---- punctuation ----

  private punctuation(char: string): Token {
    const mode = this.fstrings[this.fstrings.length - 1];
    if (mode !== undefined && punctuationInFString(mode, char)) {
      this.pos++;
      return this.make(':');
    }
    const type = this.operatorHere();
    if (type === undefined) return this.strangeCharacter();
    this.pos += type.length;
    if (type === '(' || type === '[' || type === '{') this.openBracket(type);
    else if (type === ')' || type === ']' || type === '}') this.closeBracket(type);
    return this.make(type, this.pos, type);
  }

  private operatorHere(): TokenType | undefined {
    return (
      operatorType(this.source.slice(this.pos, this.pos + 3)) ??
      operatorType(this.source.slice(this.pos, this.pos + 2)) ??
      operatorType(this.peekChar())
    );
  }

  private strangeCharacter(): Token {
    const char = String.fromCodePoint(this.source.codePointAt(this.pos) as number);
    this.pos += char.length;
    if (!isPrintable(char)) this.error(`invalid non-printable character ${codePointName(char)}`);
    return this.make('OP');
  }

  private openBracket(char: string): void {
    if (this.brackets.length >= MAXLEVEL) this.error('too many nested parentheses');
    const col = this.columnOf(this.pos - 1);
    this.brackets.push({ char, lineno: this.lineno, col });
    const mode = this.fstrings[this.fstrings.length - 1];
    if (mode !== undefined) mode.depth++;
  }

  private closeBracket(char: string): void {
    const mode = this.fstrings[this.fstrings.length - 1];
    if (mode !== undefined && mode.depth === 0 && char === '}') {
      this.error(`${mode.letter}-string: single '}' is not allowed`);
    }
    const open = this.brackets.pop();
    if (open === undefined) this.error(`unmatched '${char}'`);
    if (open.char !== OPENING[char]) this.mismatched(char, open, mode);
    if (mode !== undefined) closeInFString(this, mode, char);
  }

  private mismatched(char: string, open: OpenBracket, mode: FStringMode | undefined): never {
    // f"{)}": the brace is the string's own, so nothing was opened that `)` could close.
    if (mode !== undefined && open.char === '{' && mode.depth - 1 === mode.exprStartDepth) {
      this.error(`${mode.letter}-string: unmatched '${char}'`);
    }
    const line = open.lineno === this.lineno ? '' : ` on line ${open.lineno}`;
    this.error(
      `closing parenthesis '${char}' does not match opening parenthesis '${open.char}'${line}`,
    );
  }
}
