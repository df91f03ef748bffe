/**
 * The frame drawn around what an exception group holds.
 * v3.13.0 Lib/traceback.py _ExceptionPrintContext, TracebackException.format
 */

/** Exceptions of a group that are shown, and groups within groups. */
const MOST_EXCEPTIONS = 15;
const DEEPEST = 10;

export class GroupFrame {
  private depth = 0;
  private needsClose = false;

  /** Text as it stands inside the groups that are open. */
  emit(text: string, margin = '|'): string {
    if (this.depth === 0 || text === '') return text;
    const indent = `${this.indent()}${margin} `;
    return text.replace(/^/gm, indent).replace(new RegExp(`\\n${escaped(indent)}$`), '\n');
  }

  private indent(): string {
    return ' '.repeat(2 * this.depth);
  }

  /**
   * @param head the group's own traceback, without its first line; '' for none
   * @param last the line with its type and message
   * @param count exceptions in it
   * @param inner writes the i-th of them through this frame
   */
  group(head: string, last: string, count: number, inner: (i: number) => string): string {
    if (this.depth > DEEPEST) return this.emit(`... (max_group_depth is ${DEEPEST})\n`);
    const isTop = this.depth === 0;
    if (isTop) this.depth++;
    let text = '';
    if (head !== '') {
      const first = 'Exception Group Traceback (most recent call last):\n';
      text += this.emit(first, isTop ? '+' : '|') + this.emit(head);
    }
    text += this.emit(last) + this.members(count, inner);
    if (isTop) this.depth = 0;
    return text;
  }

  private members(count: number, inner: (i: number) => string): string {
    const shown = Math.min(count, MOST_EXCEPTIONS + 1);
    let text = '';
    this.needsClose = false;
    for (let i = 0; i < shown; i++) {
      // a group within may draw the line that closes
      if (i === shown - 1) this.needsClose = true;
      const isCut = i >= MOST_EXCEPTIONS;
      const title = isCut ? '...' : String(i + 1);
      text += `${this.indent()}${i === 0 ? '+-' : '  '}+---------------- ${title} ----------------\n`;
      this.depth++;
      text += isCut ? this.emit(andMore(count - MOST_EXCEPTIONS)) : inner(i);
      if (i === shown - 1 && this.needsClose) {
        text += `${this.indent()}+------------------------------------\n`;
        this.needsClose = false;
      }
      this.depth--;
    }
    return text;
  }
}

function andMore(count: number): string {
  return `and ${count} more exception${count > 1 ? 's' : ''}\n`;
}

const escaped = (text: string) => text.replace(/[|+]/g, '\\$&');
