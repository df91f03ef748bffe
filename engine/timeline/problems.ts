/** Errors of a run as the editor marks them: where, and CPython's message. */
import { PROMPT_FILE } from '../vm/prompt-file.ts';
import type { Ending, OutputPiece, Problem, Program } from './api.ts';

/** The last traceback of the program's own file, and what the machine does not support. */
export function problemsOf(
  output: readonly OutputPiece[],
  ending: Ending,
  program: Program,
): readonly Problem[] {
  if (ending.kind === 'unsupported') {
    const { line, column, message } = ending;
    return [{ line, column, endLine: line, endColumn: column + 1, message }];
  }
  const text = output
    .filter((piece) => piece.stream === 'stderr')
    .map((piece) => piece.text)
    .join('');
  const problem = fromTraceback(text, program);
  return problem === null ? [] : [problem];
}

/** The innermost line of the program's file in a traceback, with the last line's message. */
function fromTraceback(text: string, program: Program): Problem | null {
  const lines = text.trimEnd().split('\n');
  const message = lines[lines.length - 1] ?? '';
  if (
    !/^[A-Za-z_][\w.]*(?:Error|Exception|Interrupt|Exit|Iteration|Warning|Group)?\b/.test(message)
  ) {
    return null;
  }
  const file = program.mode === 'repl' ? PROMPT_FILE : program.filename;
  let found: Problem | null = null;
  lines.forEach((line, i) => {
    const match = /^ {2}File "(.*)", line (\d+)/.exec(line);
    if (match === null || match[1] !== file) return;
    found = locate(program, Number(match[2]), lines[i + 1], lines[i + 2], message);
  });
  return found;
}

/** Turns the caret line below a source line into columns of the source. */
function locate(
  program: Program,
  line: number,
  shown: string | undefined,
  carets: string | undefined,
  message: string,
): Problem {
  const source = program.source.split('\n')[line - 1] ?? '';
  const indent = source.length - source.trimStart().length;
  if (shown?.startsWith('    ') && carets !== undefined && /^ {4}\s*[~^]+[~^ ]*$/.test(carets)) {
    const marks = carets.slice(4);
    const first = marks.search(/[~^]/);
    return {
      line,
      column: indent + first,
      endLine: line,
      endColumn: indent + marks.trimEnd().length,
      message,
    };
  }
  return { line, column: indent, endLine: line, endColumn: source.trimEnd().length, message };
}
