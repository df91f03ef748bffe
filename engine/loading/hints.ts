/**
 * What a program plainly needs of the code that does not come with the engine. A guess that saves a
 * second run, no more: what only the running program knows is fetched when it comes to it.
 */
import { type ChunkName, chunkOf, withNeeded } from '../modules/catalogue.ts';
import { isAtHand } from '../profiles/at-hand.ts';
import { syntaxFeatures } from '../syntax/index.ts';
import type { Program } from '../timeline/api.ts';
import type { CodeName } from './loaders.ts';

const HINTS: readonly (readonly [CodeName, RegExp])[] = [
  ['async', /\basync\b|\ba(?:iter|next)\(/],
  ['annotations', /import.*annotations/],
  ['bytes', /\b[bB][rR]?['"]|\bbytes|\bbytearray|\.encode\b|_bytes\b|hex\b/],
  ['complex', /\d[jJ]\b|\bcomplex\b|\*\*|\bpow\b/],
  ['character-names', /\\N\{/],
  ['code-builtins', /\b(?:eval|exec|compile)\b/],
  ['folding', /[-~+] *[\d.]|[\d'")\]] *[-+*/%&|^<>]+ *[\d'"([]|['")]\[/],
  ['tracebacks', /\b(?:OS|IO|Import|ModuleNotFound|FileNotFound)Error\b/],
  ['frame-locals', /\bf_locals\b/],
  [
    'generic-aliases',
    /\b(?:list|dict|set|tuple|type|frozenset)\[|\b(?:int|str|float|None|bool) \|/,
  ],
  ['groups', /\bexcept\s*\*|ExceptionGroup\b/],
  ['host-builtins', /\b(?:exit|quit|input|open|breakpoint|copyright|credits|license|help)\b/],
  ['formatting', /\.format|['"] *%|\b[fF][rR]?['"].*\{[^}]*:/],
  ['malloc-stats', /_debugmallocstats/],
  ['memoryview', /\bmemoryview\b/],
  ['match', /^[ \t]*match\b.*:/m],
  ['numbers', /[&|^]|<<|>>|\*\*|\bpow\b/],
  [
    'ranges',
    /\brange\([^)]*\)(?:\[|\.| *[=!]=)|\b(?:if|and|or|not|print\(.*) .*\bin range|\bprint\(range/,
  ],
  ['reducing', /\bcopy\b|__reduce|\.replace\(|__getstate__/],
  ['sets', /\b(?:frozen)?set\b|\.(?:keys|items)\(\) *[-&|^<>=]|\{[^{}:'"]+,[^{}:]*\}/],
  ['sorting', /\bsort(?:ed)?\b/],
  ['templates', /\b(?:[tT][rR]?|[rR][tT])['"]/],
  ['text', /\.(?:r?split|splitlines|r?partition|replace|translate|maketrans)\b/],
  ['text', /\.(?:[lr]?strip|[lr]just|center|zfill|lower|upper|title|capitalize|is[a-z]+)\b/],
  ['type-changes', /__class__ *=|__bases__/],
  ['type-parameters', /^\s*type\s+\w|\b(?:def|class)\s+\w+\s*\[|\btyping\b|\blist\[[A-Z]\b/m],
  ['unicode', /[^\x00-\x7f]|\\[uUN]|\bchr\b/],
];

/** What library modules come to when they are imported. */
const NEEDED_BY: readonly (readonly [ChunkName, CodeName])[] = [
  ['collections', 'frame-locals'],
  ['copy', 'frame-locals'],
  ['weakref', 'frame-locals'],
  ['types', 'generic-aliases'],
];

export function codeHintedIn({ source, profile }: Program): ReadonlySet<CodeName> {
  const names = new Set<CodeName>(withNeeded(importedIn(source)));
  // library modules fold constants too
  if (names.size > 0) names.add('folding');
  for (const [chunk, part] of NEEDED_BY) if (names.has(chunk)) names.add(part);
  for (const [name, hint] of HINTS) if (hint.test(source)) names.add(name);
  const oldFStrings = !syntaxFeatures[profile].pep701FStrings;
  if (oldFStrings && /\b[fF][rR]?['"]/.test(source)) names.add('old-f-strings');
  if (!isAtHand(profile)) names.add('older-releases');
  return names;
}

/** The chunks of modules that are named in a line that imports. */
function* importedIn(source: string) {
  for (const [line] of source.matchAll(/^.*import.*$/gm)) {
    for (const [word] of line.matchAll(/\w+/g)) {
      const chunk = chunkOf(word);
      if (chunk !== undefined) yield chunk;
    }
  }
}
