/**
 * `invalid syntax. Did you mean 'for'?`: a name of the line that, as a keyword, would make it right.
 * v3.14.0 Lib/traceback.py _find_keyword_typos
 */
import { ParserStackOverflow, parse, PySyntaxError, syntaxFeatures } from '../syntax/index.ts';
import type { ProfileId } from '../profiles/index.ts';
import { closest } from './suggestions.ts';

/** The keywords, sorted as keyword.kwlist. */
const KEYWORDS = (
  'False None True and as assert async await break class continue def del elif else except finally ' +
  'for from global if import in is lambda nonlocal not or pass raise return try while with yield'
).split(' ');

const MAX_SOURCE = 1024;
const MAX_NAMES = 10;
const MAX_MATCHES = 3;
const CUTOFF = 0.5;

/** Where the word stands in `text`, columns from 1, and what it might have been. */
export interface KeywordTypo {
  readonly text: string;
  readonly offset: number;
  readonly endOffset: number;
  readonly keyword: string;
}

/**
 * @param lines of the source
 * @param from the line of the last compound statement before the error, 0 for none
 * @param to the line of the error
 * @param fromFile only names on the line of the error count
 * @param needsError nothing is looked for when the lines alone are right
 */
export function findKeywordTypo(
  release: ProfileId,
  lines: readonly string[],
  from: number,
  to: number,
  fromFile: boolean,
  needsError: boolean,
): KeywordTypo | null {
  const code = dedent(lines.slice(Math.max(from - 1, 0), to));
  if (code.join('\n').length > MAX_SOURCE) return null;
  if (needsError && isRight(release, code)) return null;
  const first = fromFile ? to - Math.max(from, 1) : 0;
  let left = MAX_NAMES;
  for (let row = first; row < code.length; row++) {
    for (const { index, 0: word } of code[row]!.matchAll(NAMES)) {
      if (!/^[\p{L}_]/u.test(word) || KEYWORDS.includes(word)) continue;
      if (left-- === 0) return null;
      const keyword = fittingKeyword(release, code, row, index, word);
      if (keyword === null) continue;
      const offset = index + 1;
      return { text: `${code[row]}\n`, offset, endOffset: offset + word.length, keyword };
    }
  }
  return null;
}

/** Names; strings and comments are passed over. */
const NAMES = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|#.*|[\p{L}_][\p{L}\p{N}_]*/gu;

function fittingKeyword(
  release: ProfileId,
  code: readonly string[],
  row: number,
  index: number,
  word: string,
): string | null {
  const near = closest(word, KEYWORDS, false);
  const matches = [...(near === null ? [] : [near]), ...closeMatches(word)].slice(0, MAX_MATCHES);
  const line = code[row]!;
  const isFitting = (keyword: string) => {
    const mended = line.slice(0, index) + keyword + line.slice(index + word.length);
    return isRight(release, code.with(row, mended));
  };
  return matches.find(isFitting) ?? null;
}

/** Whether it is a program, or the beginning of one. v3.14.0 Lib/codeop.py _maybe_compile */
function isRight(release: ProfileId, lines: readonly string[]): boolean {
  const features = syntaxFeatures[release];
  try {
    parse(`${lines.join('\n')}\n`, { filename: '', mode: 'exec', features, reasons: false });
    return true;
  } catch (error) {
    if (error instanceof PySyntaxError) return error.incomplete;
    return !(error instanceof ParserStackOverflow);
  }
}

/** v3.14.0 Lib/textwrap.py dedent */
function dedent(lines: readonly string[]): readonly string[] {
  const written = lines.filter((line) => line.trim() !== '');
  const indents = written.map((line) => /^[ \t]*/.exec(line)![0]);
  let margin = indents[0] ?? '';
  for (const indent of indents) while (!indent.startsWith(margin)) margin = margin.slice(0, -1);
  return lines.map((line) => (line.trim() === '' ? '' : line.slice(margin.length)));
}

// ---- difflib -------------------------------------------------------------------------------------

/** The keywords most like a word, the best first. v3.14.0 Lib/difflib.py get_close_matches */
function closeMatches(word: string): readonly string[] {
  return KEYWORDS.map((keyword) => ({ keyword, ratio: ratio(keyword, word) }))
    .filter((match) => match.ratio >= CUTOFF)
    .sort((a, b) => b.ratio - a.ratio || (a.keyword < b.keyword ? 1 : -1))
    .slice(0, MAX_MATCHES)
    .map((match) => match.keyword);
}

/** How alike two words are, from 0 to 1. v3.14.0 Lib/difflib.py SequenceMatcher.ratio */
function ratio(a: string, b: string): number {
  return (2 * common(a, b)) / (a.length + b.length);
}

/** Characters in matching pieces: the longest, and those left and right of it. */
function common(a: string, b: string): number {
  let [best, atA, atB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      let n = 0;
      while (i + n < a.length && j + n < b.length && a[i + n] === b[j + n]) n++;
      if (n > best) [best, atA, atB] = [n, i, j];
    }
  }
  if (best === 0) return 0;
  const before = common(a.slice(0, atA), b.slice(0, atB));
  return before + best + common(a.slice(atA + best), b.slice(atB + best));
}
