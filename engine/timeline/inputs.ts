/**
 * How a program reaches the interpreter: a script whole, a prompt statement by statement.
 */
import { parse, PySyntaxError, syntaxFeatures } from '../syntax/index.ts';
import type { ProfileId } from '../profiles/index.ts';
import type { Program } from './api.ts';

/** One compilation. */
export interface Input {
  readonly source: string;
  readonly filename: string;
  readonly mode: 'exec' | 'single';
  /** Lines of the program before this input: tracebacks of a prompt count from each input's start. */
  readonly firstLine: number;
}

/** The inputs of a program, in order. */
export function inputsOf(program: Program): readonly Input[] {
  if (program.mode === 'script') {
    return [{ source: program.source, filename: program.filename, mode: 'exec', firstLine: 0 }];
  }
  return splitStatements(program.source, program.profile);
}

/** Lines that go on with the compound statement before them although they are not indented. */
const CONTINUES = /^(?:elif|else|except|finally)\b/;

/**
 * Cuts a program as somebody would type it at the prompt: a line, and as many more as the prompt
 * would ask for with `...`.
 */
function splitStatements(source: string, profile: ProfileId): Input[] {
  const lines = source.split('\n');
  const inputs: Input[] = [];
  for (let at = 0; at < lines.length;) {
    if (isBlank(lines[at]!)) {
      at++;
      continue;
    }
    const end = endOfStatement(lines, at, profile);
    const text = `${lines.slice(at, end).join('\n')}\n`;
    inputs.push({ source: text, filename: '<stdin>', mode: 'single', firstLine: at });
    at = end;
  }
  return inputs;
}

function isBlank(line: string): boolean {
  return /^\s*(?:#.*)?$/.test(line);
}

/** The line behind the statement that begins at `from`. */
function endOfStatement(lines: readonly string[], from: number, profile: ProfileId): number {
  let end = from + 1;
  while (
    end < lines.length &&
    (goesOn(lines, from, end) || isIncomplete(lines, from, end, profile))
  ) {
    end++;
  }
  return end;
}

/** Whether the next line that is not blank belongs to the block above. */
function goesOn(lines: readonly string[], from: number, end: number): boolean {
  let next = end;
  while (next < lines.length && isBlank(lines[next]!)) next++;
  const line = lines[next];
  if (line === undefined) return false;
  if (/^\s/.test(line)) return true;
  return CONTINUES.test(line) && /^(?:if|for|while|try|with|match)\b/.test(lines[from]!);
}

/** Whether the prompt would ask for more. */
function isIncomplete(
  lines: readonly string[],
  from: number,
  end: number,
  profile: ProfileId,
): boolean {
  const source = `${lines.slice(from, end).join('\n')}\n`;
  try {
    const features = syntaxFeatures[profile];
    parse(source, { filename: '<stdin>', mode: 'single', features, reasons: false });
    return false;
  } catch (error) {
    return error instanceof PySyntaxError && error.incomplete;
  }
}
