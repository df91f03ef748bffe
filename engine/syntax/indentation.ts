/** The stack of columns that INDENT and DEDENT are made from. */

/** v3.13.0 Parser/lexer/state.h TABSIZE */
const TABSIZE = 8;
/** v3.13.0 Parser/lexer/state.h ALTTABSIZE */
const ALTTABSIZE = 1;
/** v3.13.0 Parser/lexer/state.h MAXINDENT */
const MAXINDENT = 100;

/** How deep a line stands: once with tabs to every 8th column, once with tabs as one column. */
export interface Columns {
  col: number;
  altcol: number;
}

/** The columns after one more character of leading white space. */
export function advance(at: Columns, char: string): void {
  if (char === ' ') {
    at.col++;
    at.altcol++;
  } else if (char === '\t') {
    at.col = (Math.floor(at.col / TABSIZE) + 1) * TABSIZE;
    at.altcol = (Math.floor(at.altcol / ALTTABSIZE) + 1) * ALTTABSIZE;
  } else {
    at.col = at.altcol = 0; // a form feed, for Emacs users
  }
}

/**
 * A line's change of depth, or why it has none. 'tabs': whether it is deeper depends on how wide a
 * tab is, which is what the second column is kept for.
 */
export type IndentChange = number | 'tabs' | 'dedent' | 'deep';

/** v3.13.0 Parser/lexer/state.h indstack, altindstack */
export class Indentation {
  private readonly stack: Columns[] = [{ col: 0, altcol: 0 }];

  /** +1, 0 or minus the number of blocks closed. */
  enter(line: Columns): IndentChange {
    let top = this.top();
    if (line.col === top.col) return line.altcol === top.altcol ? 0 : 'tabs';
    if (line.col > top.col) {
      if (this.stack.length >= MAXINDENT) return 'deep';
      if (line.altcol <= top.altcol) return 'tabs';
      this.stack.push({ ...line });
      return 1;
    }
    let closed = 0;
    while (this.stack.length > 1 && line.col < top.col) {
      this.stack.pop();
      top = this.top();
      closed++;
    }
    if (line.col !== top.col) return 'dedent';
    return line.altcol === top.altcol ? -closed : 'tabs';
  }

  /** The number of blocks that end when the input does. */
  closeAll(): number {
    const open = this.stack.length - 1;
    this.stack.length = 1;
    return open;
  }

  private top(): Columns {
    return this.stack[this.stack.length - 1] as Columns;
  }
}
