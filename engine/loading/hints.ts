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
  ['annotated', /^\s*(?:async )?def\b.*(?:\w:|->)|^\s*[\w.]+ *: *\w/m],
  ['annotations', /import.*annotations/],
  ['bytes', /\b[bB][rR]?['"]|\bbytes|\bbytearray|\.encode\b|_bytes\b|hex\b/],
  ['complex', /\d[jJ]\b|\bcomplex\b|\*\*|\bpow\b/],
  ['character-names', /\\N\{/],
  ['code-builtins', /\b(?:eval|exec|compile)\b/],
  ['dicts', /\.(?:update|popitem|setdefault|fromkeys|items|copy)\b|\*\*|\} *(?:==|\|)/],
  ['error-texts', /\bexcept\b|\.(?:insert|pop)\(/],
  [
    'floats',
    /\d\.\d|\bfloat\b|[^/]\/[^/]|\bround\b|\bimport\b.*\b(?:time|math|statistics|random)\b/,
  ],
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
  ['imports', /^\s*from +\.|import +\*|import +\w+\.\w/m],
  [
    'introspection',
    /\.__(?!init__|class__|name__|dict__|del__)\w+__|\bobject\(|\brepr\b|\bslice\b|\bstaticmethod\b|\bproxy\b/,
  ],
  ['iterators', /\b(?:enumerate|reversed|filter|iter)\b|\bstrict\b/],
  ['malloc-stats', /_debugmallocstats/],
  ['memoryview', /\bmemoryview\b/],
  ['match', /^[ \t]*match\b.*:/m],
  ['numbers', /[&|^]|<<|>>|\*\*|\bpow\b/],
  [
    'ranges',
    /\brange\([^)]*\)(?:\[|\.| *[=!]=)|\b(?:if|and|or|not|print\(.*) .*\bin range|\bprint\(range/,
  ],
  ['reducing', /\bcopy\b|__reduce|\.replace\(|__getstate__/],
  ['sequences', /[\])'"] *[+*] *[[(\d]|\b(?:list|tuple)\(|::/],
  ['sets', /\b(?:frozen)?set\b|\.(?:keys|items)\(\) *[-&|^<>=]|\{[^{}:'"]+,[^{}:]*\}/],
  ['sorting', /\bsort(?:ed)?\b/],
  [
    'special-methods',
    /\bdef __(?!init__|del__|enter__|exit__)\w+__|\.__(?!init__|del__|class__|name__|dict__)\w+__\(/,
  ],
  ['system', /\bsys\.(?:exit|exc_info|set|_is)/],
  ['templates', /\b(?:[tT][rR]?|[rR][tT])['"]/],
  ['text', /\.(?:r?split|splitlines|r?partition|replace|translate|maketrans)\b/],
  ['text', /\.(?:[lr]?strip|[lr]just|center|zfill|lower|upper|title|capitalize|is[a-z]+)\b/],
  ['type-changes', /__class__ *=|__bases__/],
  ['type-parameters', /^\s*type\s+\w|\b(?:def|class)\s+\w+\s*\[|\btyping\b|\blist\[[A-Z]\b/m],
  ['with', /^\s*(?:async )?with\b|\bexcept *\*|\braise\b.*\bfrom\b|\bassert\b/m],
  ['unicode', /[^\x00-\x7f]|\\[uUN]|\bchr\b/],
];

/** What library modules come to when they are imported. */
const NEEDED_BY: Partial<Readonly<Record<ChunkName, readonly CodeName[]>>> = {
  annotate: ['introspection'],
  annotationlib: ['numbers'],
  ast: ['dicts', 'iterators', 'sequences'],
  collections: ['frame-locals'],
  copy: ['frame-locals', 'sets'],
  enum: ['dicts', 'introspection', 'sets', 'sorting', 'special-methods', 'syntax-errors', 'text'],
  functools: ['code-builtins', 'introspection', 'iterators'],
  inspect: ['numbers'],
  json: ['error-texts'],
  operator: ['imports', 'text'],
  random: ['numbers'],
  re: ['bytes', 'numbers'],
  struct: ['dicts'],
  types: ['generic-aliases'],
  weakref: ['frame-locals'],
};

/** Chunks of modules, with all that these need: other chunks, and parts of the engine. */
export function withParts(chunks: Iterable<ChunkName>): Set<CodeName> {
  const all = withNeeded(chunks);
  return new Set<CodeName>([...all].flatMap((chunk) => [chunk, ...(NEEDED_BY[chunk] ?? [])]));
}

export function codeHintedIn({ source, profile, mode }: Program): ReadonlySet<CodeName> {
  const names = withParts(importedIn(source));
  // library modules fold constants too
  if (names.size > 0) names.add('folding');
  for (const [name, hint] of HINTS) if (hint.test(source)) names.add(name);
  if (mode === 'repl') names.add('prompt').add('system');
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
