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

const wordsOf = (text: string) => text.match(/\w+/g) ?? [];

/** The names that a line gives their objects: `a =`, `for a in`, `as a`, `def f(a)`, `import a`. */
function boundBy(text: string): string[] {
  const [, targets = ''] = /^\s*([\w\s,()*]+?)(?::[^=]+)?=(?!=)/.exec(text) ?? [];
  const [, each = ''] = /^\s*(?:async\s+)?for\s([^=]*)\sin\s/.exec(text) ?? [];
  const [, defined = ''] = /^\s*(?:async\s+def|def|class)\s+(\w+)/.exec(text) ?? [];
  const [, parameters = ''] = /^\s*(?:async\s+)?def\s+\w+\((.*)/.exec(text) ?? [];
  const inside = text.matchAll(/\bas\s+(\w+)|(?<![\w.])(\w+)\s*:=/g);
  return [
    ...targets.split(',').flatMap((one) => /^\s*\*?(\w+)\s*$/.exec(one)?.[1] ?? []),
    ...wordsOf(each),
    ...wordsOf(defined),
    ...wordsOf(parameters),
    ...Array.from(inside, ([, named, walrus]) => named ?? walrus ?? ''),
  ];
}

/** What a line has to do with names. */
interface ReadLine {
  readonly text: string;
  readonly has: ReadonlySet<string>;
  readonly binds: ReadonlySet<string>;
}

let latest: { readonly source: string; readonly lines: readonly ReadLine[] } | undefined;

/** The lines of a program, read once: every step asks for hints on the same ones. */
function linesIn(source: string): readonly ReadLine[] {
  if (latest?.source !== source) {
    const lines = source.split('\n').map((text) => {
      const code = bare(text);
      const has = new Set(code.match(/(?<![\w.])\w+/g));
      return { text, has, binds: new Set(boundBy(code)) };
    });
    latest = { source, lines };
  }
  return latest.lines;
}

/** The first line of the function that a line is in. */
function functionStart(lines: readonly ReadLine[], line: number): number {
  let indent = indentOf(lines[line - 1]?.text ?? '');
  for (let at = line - 1; at >= 1; at -= 1) {
    const text = lines[at - 1]?.text ?? '';
    if (text.trim() === '' || indentOf(text) >= indent) continue;
    if (/^\s*(?:async\s+)?def\b/.test(text)) return at;
    indent = indentOf(text);
  }
  return line;
}

/** Lines that a frame has names on, up to the one it is at. */
function linesOf(frame: SceneFrame, lines: readonly ReadLine[], current: number): number[] {
  const last = current > 0 ? current : lines.length;
  const all = Array.from({ length: last }, (_, index) => index + 1);
  if (frame.kind === 'function') {
    const start = functionStart(lines, current);
    return all.filter((line) => line >= start);
  }
  // What is indented in a function or class has names of its own.
  let body: number | null = null;
  return all.filter((line) => {
    const text = lines[line - 1]?.text ?? '';
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
  const lines = linesIn(source);
  const counts = new Map(scene.objects.map(({ number, refcount }) => [number, refcount]));
  const own = linesOf(frame, lines, scene.line);
  const found = new Map<number, string[]>();
  for (const { label, to } of frame.names) {
    const count = counts.get(to);
    if (count == null) continue;
    const isNow = scene.line > 0 && lines[scene.line - 1]?.has.has(label) === true;
    const line = isNow
      ? scene.line
      : own.findLast((one) => one !== scene.line && lines[one - 1]?.binds.has(label));
    if (line !== undefined) found.set(line, [...(found.get(line) ?? []), `${label}: ${count}`]);
  }
  return [...found]
    .map(([line, texts]) => ({ line, text: texts.join('  '), now: line === scene.line }))
    .sort((one, other) => one.line - other.line);
}
