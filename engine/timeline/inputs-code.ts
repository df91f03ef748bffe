/** What few programs need of what inputs.ts is about. */
import { releaseNamed } from '../profiles/at-hand.ts';
import type { ProfileId } from '../profiles/capabilities.ts';
import { parse, PySyntaxError, syntaxFeatures } from '../syntax/index.ts';
import { PROMPT_FILE } from '../vm/prompt-file.ts';
import type { Input } from './inputs.ts';

const OPENS = /^(?:async|def|class|if|for|while|with|try)\b/;

/** Lines that go on with the compound statement before them although they are not indented. */
const CONTINUES = /^(?:elif|else|except|finally)\b/;

/**
 * Cuts a program as somebody would type it at the prompt: a line, and as many more as the prompt
 * would ask for with `...`. Inputs that parse have a number, those without anything in them as well.
 */
export function splitStatements(source: string, profile: ProfileId): Input[] {
  const lines = source.split('\n');
  const inputs: Input[] = [];
  let number = 0;
  for (let at = 0; at < lines.length;) {
    if (isBlank(lines[at]!)) {
      at++;
      number++;
      continue;
    }
    const end = endOfStatement(lines, at, profile);
    const text = `${lines.slice(at, end).join('\n')}\n`;
    const codeFile = releaseNamed(profile).prompt.file.replace('#', String(number));
    inputs.push({ source: text, filename: PROMPT_FILE, codeFile, mode: 'single', firstLine: at });
    at = end;
    if (errorOf(text, profile) !== null) continue;
    number++;
    if (isBlock(text) && lines[at]?.trim() === '') at++;
  }
  return inputs;
}

/** Whether a blank line ends it. */
function isBlock(text: string): boolean {
  return /\n./.test(text) ? /^[@a-z].*\n[\s\S]*^\s/m.test(text) : OPENS.test(text);
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
  return endOfError(lines, from, end, profile);
}

/** The line behind the one at which the parser gives up; `end` when it does not. */
function endOfError(
  lines: readonly string[],
  from: number,
  end: number,
  profile: ProfileId,
): number {
  const errorUpTo = (to: number) => errorOf(`${lines.slice(from, to).join('\n')}\n`, profile);
  if (end === from + 1 || errorUpTo(end) === null) return end;
  for (let to = from + 1; to < end; to++) {
    const error = errorUpTo(to);
    if (error?.incomplete === false) return to;
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
  const error = errorOf(`${lines.slice(from, end).join('\n')}\n`, profile);
  return error?.incomplete === true;
}

/** What the parser says of an input; null when it takes it, or does not support it. */
function errorOf(source: string, profile: ProfileId): PySyntaxError | null {
  try {
    const features = syntaxFeatures[profile];
    parse(source, { filename: PROMPT_FILE, mode: 'single', features, reasons: false });
    return null;
  } catch (error) {
    return error instanceof PySyntaxError ? error : null;
  }
}
