/** Docstrings without the indentation they have in the source. */

const TAB_SIZE = 8;

/** v3.13.0 Objects/unicodeobject.c unicode_expandtabs */
function expandTabs(text: string): string {
  if (!text.includes('\t')) return text;
  let [result, column] = ['', 0];
  for (const char of text) {
    if (char === '\t') {
      const spaces = TAB_SIZE - (column % TAB_SIZE);
      result += ' '.repeat(spaces);
      column += spaces;
    } else {
      result += char;
      column = char === '\n' || char === '\r' ? 0 : column + 1;
    }
  }
  return result;
}

/** The smallest indentation of the lines after the first that are not blank. */
function commonMargin(lines: readonly string[]): number {
  const indents = lines.filter((line) => /[^ ]/.test(line)).map((line) => line.search(/[^ ]/));
  return indents.length > 0 ? Math.min(...indents) : 0;
}

function withoutMargin(line: string, margin: number): string {
  const indent = line.search(/[^ ]|$/);
  return line.slice(Math.min(indent, margin));
}

/** v3.13.0 Python/compile.c _PyCompile_CleanDoc */
export function cleanDoc(doc: string): string {
  const [first = '', ...rest] = expandTabs(doc).split('\n');
  const margin = commonMargin(rest);
  return [first.replace(/^ +/, ''), ...rest.map((line) => withoutMargin(line, margin))].join('\n');
}
