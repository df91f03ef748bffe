/** The errors that come out of reading source text. */

/** What `PySyntaxError` is made of; positions are CPython's, 1-based and in code points. */
export interface SyntaxErrorFields {
  pyType: 'SyntaxError' | 'IndentationError' | 'TabError';
  msg: string;
  lineno: number;
  offset: number;
  end_lineno: number;
  end_offset: number;
  /** The line of source at `lineno`, with its newline if it has one; null when there is none. */
  text: string | null;
  incomplete?: boolean;
}

/** A place of the parser's, which only it knows. */
export interface StatementPlace {
  readonly lineno: number;
  readonly col_offset: number;
}

/**
 * A Python SyntaxError, thrown through JavaScript until the machine turns it into an object of
 * its own. The compiler throws the same class for what only it can see ('return' outside function).
 *
 * v3.13.0 Include/cpython/pyerrors.h PySyntaxErrorObject
 */
export class PySyntaxError extends Error {
  readonly pyType: 'SyntaxError' | 'IndentationError' | 'TabError';
  readonly msg: string;
  readonly lineno: number;
  readonly offset: number;
  readonly end_lineno: number;
  readonly end_offset: number;
  readonly text: string | null;
  /** True when more input could mend it: a REPL asks for another line (Lib/codeop.py). */
  readonly incomplete: boolean;
  /** Where the last compound statement began that the parser read, lines from 1; 0, 0 for none. */
  statement: StatementPlace | null = null;
  /** The file it names where it is not the one that was read: for the compiler's, at a prompt. */
  filename: string | null = null;
  /** Whether the compiler threw it. */
  isCompilers = false;

  constructor(fields: SyntaxErrorFields) {
    super(fields.msg);
    this.name = fields.pyType;
    this.pyType = fields.pyType;
    this.msg = fields.msg;
    this.lineno = fields.lineno;
    this.offset = fields.offset;
    this.end_lineno = fields.end_lineno;
    this.end_offset = fields.end_offset;
    this.text = fields.text;
    this.incomplete = fields.incomplete ?? false;
  }
}

/** NOT CPYTHON: correct Python that this engine does not run; said openly instead of guessed at. */
export class UnsupportedSyntax extends Error {
  readonly feature: string;
  readonly lineno: number;
  readonly offset: number;

  constructor(feature: string, lineno: number, offset: number) {
    super(`${feature} is not supported (line ${lineno})`);
    this.name = 'UnsupportedSyntax';
    this.feature = feature;
    this.lineno = lineno;
    this.offset = offset;
  }
}
