/** Counts of names for the lines of the editor: `a: 2`, at the step that is shown. */
import type { ObjectsScene, SceneFrame } from '../../../engine/index.ts';

export interface Hint {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** Whether this is the line about to run. */
  readonly now: boolean;
}

/** Strings and comments hold no names. */
const bare = (line: string) => line.replace(/(['"])(?:\\.|(?!\1).)*\1|#.*$/g, '');

const indentOf = (line: string) => line.length - line.trimStart().length;

const has = (line: string, name: string) =>
  new RegExp(`(?<![\\w.])${name}(?!\\w)`).test(bare(line));

/** Whether a line gives the name its object: `a =`, `for a in`, `as a`, `def f(a)`, `import a`. */
function binds(line: string, name: string): boolean {
  const text = bare(line);
  return [
    `^\\s*(?:[\\w\\s,()*]+,\\s*)?\\*?${name}\\s*(?:,[\\w\\s,()*]*)?(?::[^=]+)?=(?!=)`,
    `^\\s*(?:async\\s+)?for\\s[^=]*(?<!\\w)${name}(?!\\w)[^=]*\\sin\\s`,
    `\\bas\\s+${name}(?!\\w)`,
    `^\\s*(?:def|class)\\s+${name}(?!\\w)`,
    `^\\s*(?:async\\s+)?def\\s+\\w+\\(.*(?<!\\w)${name}(?!\\w)`,
    `(?<![\\w.])${name}\\s*:=`,
  ].some((pattern) => new RegExp(pattern).test(text));
}

/** The first line of the function that a line is in. */
function functionStart(lines: readonly string[], line: number): number {
  let indent = indentOf(lines[line - 1] ?? '');
  for (let at = line - 1; at >= 1; at -= 1) {
    const text = lines[at - 1] ?? '';
    if (text.trim() === '' || indentOf(text) >= indent) continue;
    if (/^\s*(?:async\s+)?def\b/.test(text)) return at;
    indent = indentOf(text);
  }
  return line;
}

/** Lines that a frame has names on, up to the one it is at. */
function linesOf(frame: SceneFrame, lines: readonly string[], current: number): number[] {
  const last = current > 0 ? current : lines.length;
  const all = Array.from({ length: last }, (_, index) => index + 1);
  if (frame.kind === 'function') {
    const start = functionStart(lines, current);
    return all.filter((line) => line >= start);
  }
  // What is indented in a function or class has names of its own.
  let body: number | null = null;
  return all.filter((line) => {
    const text = lines[line - 1] ?? '';
    if (text.trim() === '') return false;
    if (body !== null && indentOf(text) > body) return false;
    body = /^\s*(?:async\s+def|def|class)\b/.test(text) ? indentOf(text) : null;
    return true;
  });
}

/**
 * On the line about to run every name that it has; before it, each name where it was last given its
 * object. Objects that keep no count have no hint.
 */
export function hintsOf(scene: ObjectsScene, source: string): readonly Hint[] {
  const frame = scene.frames.at(-1);
  if (!frame) return [];
  const lines = source.split('\n');
  const counts = new Map(scene.objects.map(({ number, refcount }) => [number, refcount]));
  const own = linesOf(frame, lines, scene.line);
  const found = new Map<number, string[]>();
  for (const { label, to } of frame.names) {
    const count = counts.get(to);
    if (count == null || !/^\w+$/.test(label)) continue;
    const isNow = scene.line > 0 && has(lines[scene.line - 1] ?? '', label);
    const line = isNow
      ? scene.line
      : own.findLast((one) => one !== scene.line && binds(lines[one - 1] ?? '', label));
    if (line !== undefined) found.set(line, [...(found.get(line) ?? []), `${label}: ${count}`]);
  }
  return [...found]
    .map(([line, texts]) => ({ line, text: texts.join('  '), now: line === scene.line }))
    .sort((one, other) => one.line - other.line);
}
