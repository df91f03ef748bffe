/**
 * The parser's state: tokens read so far, where we stand among them, what was tried before.
 *
 * Rules are functions `rule(p)` named as in python.gram. A rule that does not match returns null
 * and leaves `p.mark` where it found it; a rule that raises throws. Tokens are read only when a rule
 * asks for one, because the last token ever read is where CPython reports a bare "invalid syntax".
 *
 * v3.13.0 Parser/pegen.c, Parser/pegen_errors.c
 */
import { utf8Length } from '../base/utf8.ts';
import type { Expr, Location, SyntaxWarningRecord } from './ast.ts';
import { PySyntaxError, type StatementPlace, UnsupportedSyntax } from './errors.ts';
import type { SyntaxFeatures } from './features.ts';
import { invalidRules } from './late-parts.ts';
import type { Tokenizer } from './tokenizer.ts';
import type { Token, TokenType } from './tokens.ts';

/** Which start rule runs. */
export type Mode = 'exec' | 'eval' | 'single' | 'fstring';

interface MemoEntry {
  readonly node: unknown;
  readonly end: number;
}

/** The end of a range that reaches as far as the tokenizer has read (pegen.h CURRENT_POS). */
const CURRENT_POS = -5;

/** v3.13.0 Parser/pegen.h Parser */
export class Parser {
  readonly tokens: Token[] = [];
  mark = 0;
  /** The `invalid_` rules while they are tried: only in the second pass (pegen.h call_invalid_rules). */
  invalid: typeof invalidRules.code | null = null;
  /** Set when no rule had a text: then 3.8's errors are the parser's own, and know their line. */
  generic = false;
  /** PySyntaxError.statement */
  lastStatement: StatementPlace = { lineno: 0, col_offset: 0 };
  /** In the first pass rules may take short cuts that read no further than CPython would. */
  fast = true;
  implyDedent = true;
  readonly tokenizer: Tokenizer;
  readonly features: SyntaxFeatures;
  readonly mode: Mode;
  readonly filename: string;
  readonly warnings: SyntaxWarningRecord[];
  /** The first thing met that is Python but that we do not run; told only if the rest is right. */
  firstUnsupported: UnsupportedSyntax | null = null;
  /** The first error of a node, see inTree. */
  treeError: PySyntaxError | null = null;
  private memos: (MemoEntry | undefined)[][] = [];
  private parsingStarted = false;

  constructor(tokenizer: Tokenizer, features: SyntaxFeatures, mode: Mode, filename: string) {
    this.tokenizer = tokenizer;
    this.features = features;
    this.mode = mode;
    this.filename = filename;
    this.warnings = tokenizer.warnings;
  }

  /** v3.13.0 Parser/pegen.c reset_parser_state_for_error_pass */
  resetForErrorPass(): void {
    this.mark = 0;
    this.invalid = invalidRules.code;
    this.fast = false;
    this.memos = [];
  }

  /** Whether the innermost string we are in is an f-string or a t-string. TOK_GET_STRING_PREFIX */
  get stringLetter(): 'f' | 't' {
    return this.tokenizer.fstrings.at(-1)?.letter ?? 'f';
  }

  unsupported(feature: string, at: Location): void {
    this.firstUnsupported ??= new UnsupportedSyntax(feature, at.lineno, at.col_offset + 1);
  }

  // ---- tokens ----

  /** The next token, not consumed. */
  peek(): Token {
    return this.tokens[this.mark] ?? this.fillToken();
  }

  /** v3.13.0 Parser/pegen.c _PyPegen_fill_token */
  private fillToken(): Token {
    let token = this.tokenizer.next();
    if (this.mode === 'single' && token.type === 'ENDMARKER' && this.parsingStarted) {
      token = { ...token, type: 'NEWLINE' };
      this.parsingStarted = false;
      if (this.implyDedent) this.tokenizer.closeBlocks();
    } else {
      this.parsingStarted = true;
    }
    this.tokens.push(token);
    return token;
  }

  /** The type of the next token. */
  get type(): TokenType {
    return (this.tokens[this.mark] ?? this.fillToken()).type;
  }

  /** The type of the token after the next one. */
  typeAfterNext(): TokenType {
    this.peek();
    this.mark++;
    const type = this.type;
    this.mark--;
    return type;
  }

  at(type: TokenType): boolean {
    return (this.tokens[this.mark] ?? this.fillToken()).type === type;
  }

  /** v3.13.0 Parser/pegen.c _PyPegen_expect_token */
  expect(type: TokenType): Token | null {
    const token = this.tokens[this.mark] ?? this.fillToken();
    if (token.type !== type) return null;
    this.mark++;
    return token;
  }

  /** Like expect, for where only the yes or no matters. */
  accept(type: TokenType): boolean {
    if ((this.tokens[this.mark] ?? this.fillToken()).type !== type) return false;
    this.mark++;
    return true;
  }

  /** `'a' 'b' 'c'`: all of them in a row, or none. */
  sequence(...types: TokenType[]): boolean {
    const mark = this.mark;
    for (const type of types) {
      if (this.accept(type)) continue;
      this.mark = mark;
      return false;
    }
    return true;
  }

  /** `"match"`: a word that is a keyword only here. */
  soft(word: string): Token | null {
    const token = this.peek();
    if (token.type !== 'NAME' || token.string !== word) return null;
    this.mark++;
    return token;
  }

  /** `&&':'`: this token or an error at once (pegen.c _PyPegen_expect_forced_token). */
  forced(type: TokenType): Token {
    const token = this.peek();
    if (token.type !== type) this.raiseAt(token, `expected '${type}'`);
    this.mark++;
    return token;
  }

  /** The token before the mark. */
  previous(): Token {
    return this.tokens[this.mark - 1] as Token;
  }

  /** Where a node ends that began at `start` and ends at the last token with text in it. */
  from(start: Location): Location {
    let i = this.mark - 1;
    let last = this.tokens[i] as Token;
    while (isWhitespace(last.type) && i > 0) last = this.tokens[--i] as Token;
    return {
      lineno: start.lineno,
      col_offset: start.col_offset,
      end_lineno: last.end_lineno,
      end_col_offset: last.end_col_offset,
    };
  }

  // ---- combinators ----

  /** `[rule]` and one alternative of many: back to the mark when it does not match. */
  attempt<T>(rule: (p: Parser) => T | null): T | null {
    const mark = this.mark;
    const result = rule(this);
    if (result === null) this.mark = mark;
    return result;
  }

  /** `&rule`; `!rule` is its negation. */
  lookahead(rule: (p: Parser) => unknown): boolean {
    const mark = this.mark;
    const result = rule(this);
    this.mark = mark;
    return result !== null && result !== false;
  }

  /** `rule*` */
  many<T>(rule: (p: Parser) => T | null): T[] {
    const result: T[] = [];
    for (;;) {
      const item = this.attempt(rule);
      if (item === null) return result;
      result.push(item);
    }
  }

  /** `','.rule+`, without the trailing comma; null when there is not even one. */
  separated<T>(rule: (p: Parser) => T | null, separator: TokenType = ','): T[] | null {
    const first = this.attempt(rule);
    if (first === null) return null;
    const result = [first];
    for (;;) {
      const mark = this.mark;
      if (!this.accept(separator)) return result;
      const item = rule(this);
      if (item === null) {
        this.mark = mark;
        return result;
      }
      result.push(item);
    }
  }

  /** `(memo)`: rule number `id` is tried once at each token. */
  memo<T>(id: number, rule: (p: Parser) => T | null): T | null {
    this.memos[id] ??= [];
    const entries = this.memos[id];
    const mark = this.mark;
    const known = entries[mark];
    if (known !== undefined) {
      this.mark = known.end;
      return known.node as T | null;
    }
    const node = rule(this);
    if (node === null) this.mark = mark;
    entries[mark] = { node, end: this.mark };
    return node;
  }

  // ---- errors ----

  /**
   * A node of what the tokens say. 3.8 makes it after all has been read: an error of it waits until
   * then, and `dummy` stands for the node.
   */
  inTree<T extends Expr>(make: () => T, dummy: () => Expr): T | Expr {
    if (!this.features.messages.treeErrors) return make();
    try {
      return make();
    } catch (error) {
      if (!(error instanceof PySyntaxError)) throw error;
      this.treeError ??= error;
      return dummy();
    }
  }

  /** RAISE_SYNTAX_ERROR: at the last token read. */
  raise(msg: string): never {
    return this.raiseToken(this.tokens[this.tokens.length - 1], 'SyntaxError', msg);
  }

  /** At the last token read; in 3.8, which reads all before it makes a tree, at a place in that. */
  raiseInTree(node: Location, msg: string): never {
    if (this.features.messages.treeErrors) return this.raiseAt(node, msg);
    return this.raise(msg);
  }

  /** RAISE_SYNTAX_ERROR_ON_NEXT_TOKEN */
  raiseOnNextToken(msg: string): never {
    return this.raiseToken(this.peek(), 'SyntaxError', msg);
  }

  /** RAISE_INDENTATION_ERROR: at the last token read. */
  raiseIndentation(msg: string): never {
    return this.raiseToken(this.tokens[this.tokens.length - 1], 'IndentationError', msg);
  }

  /** RAISE_SYNTAX_ERROR_KNOWN_LOCATION */
  raiseAt(place: Location, msg: string): never {
    return this.raiseRange(place, place, msg);
  }

  /** RAISE_SYNTAX_ERROR_KNOWN_RANGE: from the start of `a` to the end of `b`. */
  raiseRange(a: Location, b: Location, msg: string): never {
    const end = b.end_col_offset + 1;
    return this.raiseLocation('SyntaxError', a.lineno, a.col_offset + 1, b.end_lineno, end, msg);
  }

  /** RAISE_SYNTAX_ERROR_STARTING_FROM: from `a` to where the tokenizer stands. */
  raiseFrom(a: Location, msg: string): never {
    const col = a.col_offset + 1;
    return this.raiseLocation('SyntaxError', a.lineno, col, CURRENT_POS, CURRENT_POS, msg);
  }

  /** v3.13.0 Parser/pegen_errors.c _PyPegen_raise_error */
  private raiseToken(
    token: Token | undefined,
    pyType: 'SyntaxError' | 'IndentationError',
    msg: string,
  ): never {
    if (token === undefined) return this.raiseLocation(pyType, 0, 0, 0, -1, msg);
    const nowhere = token.col_offset === -1;
    const col = nowhere ? this.tokenizer.columnOfNowhere() : token.col_offset + 1;
    const end = token.end_col_offset === -1 ? -1 : token.end_col_offset + 1;
    return this.raiseLocation(pyType, token.lineno, col, token.end_lineno, end, msg);
  }

  /** v3.13.0 Parser/pegen_errors.c _PyPegen_raise_error_known_location */
  raiseLocation(
    pyType: 'SyntaxError' | 'IndentationError' | 'TabError',
    lineno: number,
    col: number,
    endLine: number,
    endCol: number,
    msg: string,
  ): never {
    const end_lineno = endLine === CURRENT_POS ? this.tokenizer.lineno : endLine;
    const end = endCol === CURRENT_POS ? this.tokenizer.column() : endCol;
    const text = this.tokenizer.errorLine(lineno);
    throw new PySyntaxError({
      pyType,
      msg,
      lineno,
      offset: this.shownColumn(col, text),
      end_lineno,
      end_offset: this.shownColumn(end, text),
      text: this.shownText(text, lineno),
    });
  }

  /** The errors of 3.8's tree read their line in the file, in which there may be one. */
  private shownText(text: string, lineno: number): string | null {
    const { tokenizer, generic } = this;
    if (!this.features.messages.treeErrors || generic) return text;
    return tokenizer.fromFile ? `${tokenizer.lineText(lineno)}\n` : null;
  }

  /** Columns past the line are cut to just after it (_PyPegen_byte_offset_to_character_offset). */
  private shownColumn(col: number, text: string): number {
    const { treeErrors, fileCountsBytes } = this.features.messages;
    if (this.tokenizer.pastEnd && text === '') return col;
    const chars = [...text];
    const column = Math.min(col, chars.length + 1);
    const inBytes = (fileCountsBytes && this.tokenizer.fromFile) || (treeErrors && !this.generic);
    return inBytes && column > 0 ? utf8Length(chars.slice(0, column - 1).join('')) + 1 : column;
  }
}

function isWhitespace(type: TokenType): boolean {
  return type === 'NEWLINE' || type === 'INDENT' || type === 'DEDENT' || type === 'ENDMARKER';
}

/** Tries rules that can only throw, and comes back to where it began. */
export function attemptAll(p: Parser, ...rules: ((p: Parser) => void)[]): void {
  const mark = p.mark;
  for (const rule of rules) {
    rule(p);
    p.mark = mark;
  }
}
