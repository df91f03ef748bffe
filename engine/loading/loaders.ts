/** How code is fetched that does not come with the engine: a bundler makes a file of its own of each. */
import { incrementalCollector } from '../collector/late-parts.ts';
import {
  blockStackDepths,
  foldingPart,
  matchCode,
  newerReleases,
  typesCode,
  unparsing,
  annotationsCode,
  asyncCode,
  genericCode,
  templateCode,
  withCode,
} from '../compile/late-parts.ts';
import { checker } from '../machine.ts';
import type { ChunkName } from '../modules/catalogue.ts';
import {
  codeBuiltins,
  hostPart,
  rowsPart,
  sysPart,
  templates,
  typeParameters,
} from '../modules/late-parts.ts';
import { addChunk, type LibraryChunk } from '../modules/library.ts';
import { dictsPart } from '../objects/late-dicts.ts';
import { errorsPart } from '../objects/late-errors.ts';
import { floatsPart } from '../objects/late-floats.ts';
import { introspectionPart } from '../objects/late-introspection.ts';
import { iteratorsPart, rangeIterators } from '../objects/late-iterators.ts';
import { numbersPart } from '../objects/late-numbers.ts';
import {
  aliasCode,
  aliasParameters,
  bytesPart,
  complexPart,
  formattingPart,
  groupsPart,
  memoryPart,
  newerTypes,
  olderTexts,
  oneUnionCode,
  reducingPart,
  setsPart,
  sortingPart,
  statsPart,
  textPart,
  unicodePart,
  unionCode,
} from '../objects/late-parts.ts';
import { sequencesPart } from '../objects/late-sequences.ts';
import { specialPart } from '../objects/late-special.ts';
import { importErrorCode } from '../objects/exceptions-import.ts';
import { osErrorCode } from '../objects/exceptions-os.ts';
import { syntaxErrorCode } from '../objects/exceptions-syntax.ts';
import { rangeCode } from '../objects/range.ts';
import { changesPart, unraisablePart } from '../objects/late-values.ts';
import { otherReleases } from '../profiles/at-hand.ts';
import { debugHooks } from '../pymalloc/domains.ts';
import {
  characterNames,
  failures,
  invalidRules,
  matchRules,
  oldFStrings,
} from '../syntax/late-parts.ts';
import { promptPart } from '../timeline/late-parts.ts';
import { lensViews, stepViews } from '../timeline/timeline.ts';
import {
  anextCode,
  asyncGeneratorCode,
  awaitingPart,
  errorsPart as vmErrors,
  frameLocalsPart,
  lazyImports,
  heapFrames,
  snapshots,
  importsPart,
  matching,
  sourceErrors,
  tracebacks,
  withPart,
} from '../vm/late-parts.ts';
import { checks } from './checks.ts';
import { comparing } from './compare.ts';

type Loader = () => Promise<void>;

function library(fetch: () => Promise<{ readonly chunk: LibraryChunk }>): Loader {
  return async () => addChunk((await fetch()).chunk);
}

const LIBRARY: Readonly<Record<ChunkName, Loader>> = {
  abc: library(() => import('../modules/chunks/abc.ts')),
  annotate: library(() => import('../modules/chunks/annotate.ts')),
  annotationlib: library(() => import('../modules/chunks/annotationlib.ts')),
  array: library(() => import('../modules/chunks/array.ts')),
  ast: library(() => import('../modules/chunks/ast.ts')),
  asyncio: library(() => import('../modules/chunks/asyncio.ts')),
  bisect: library(() => import('../modules/chunks/bisect.ts')),
  collections: library(() => import('../modules/chunks/collections.ts')),
  contextlib: library(() => import('../modules/chunks/contextlib.ts')),
  copy: library(() => import('../modules/chunks/copy.ts')),
  ctypes: library(() => import('../modules/chunks/ctypes.ts')),
  dataclasses: library(() => import('../modules/chunks/dataclasses.ts')),
  enum: library(() => import('../modules/chunks/enum.ts')),
  functools: library(() => import('../modules/chunks/functools.ts')),
  future: library(() => import('../modules/chunks/future.ts')),
  gc: library(() => import('../modules/chunks/gc.ts')),
  heapq: library(() => import('../modules/chunks/heapq.ts')),
  inspect: library(() => import('../modules/chunks/inspect.ts')),
  io: library(() => import('../modules/chunks/io.ts')),
  itertools: library(() => import('../modules/chunks/itertools.ts')),
  json: library(() => import('../modules/chunks/json.ts')),
  math: library(() => import('../modules/chunks/math.ts')),
  operator: library(() => import('../modules/chunks/operator.ts')),
  random: library(() => import('../modules/chunks/random.ts')),
  re: library(() => import('../modules/chunks/re.ts')),
  statistics: library(() => import('../modules/chunks/statistics.ts')),
  string: library(() => import('../modules/chunks/string.ts')),
  struct: library(() => import('../modules/chunks/struct.ts')),
  templatelib: library(() => import('../modules/chunks/templatelib.ts')),
  textwrap: library(() => import('../modules/chunks/textwrap.ts')),
  traceback: library(() => import('../modules/chunks/traceback.ts')),
  time: library(() => import('../modules/chunks/time.ts')),
  tracemalloc: library(() => import('../modules/chunks/tracemalloc.ts')),
  types: library(() => import('../modules/chunks/types.ts')),
  typing: library(() => import('../modules/chunks/typing.ts')),
  warnings: library(() => import('../modules/chunks/warnings.ts')),
  weakref: library(() => import('../modules/chunks/weakref.ts')),
};

export const LOADERS = {
  ...LIBRARY,
  async: async () => {
    const [code, awaiting, anext, generators] = await Promise.all([
      import('../compile/async-part.ts'),
      import('../vm/awaiting.ts'),
      import('../vm/anext-awaitable-code.ts'),
      import('../vm/async-generator-code.ts'),
    ]);
    asyncCode.provide(code);
    awaitingPart.provide(awaiting);
    anextCode.provide(anext);
    asyncGeneratorCode.provide(generators);
  },
  'generic-aliases': async () => {
    const [alias, oneUnion, union] = await Promise.all([
      import('../objects/generic-alias-code.ts'),
      import('../objects/one-union-code.ts'),
      import('../objects/union-type-code.ts'),
    ]);
    aliasCode.provide(alias);
    oneUnionCode.provide(oneUnion);
    unionCode.provide(union);
  },
  annotated: async () => annotationsCode.provide(await import('../compile/annotations-part.ts')),
  annotations: async () => unparsing.provide(await import('../compile/unparse.ts')),
  bytes: async () => bytesPart.provide(await import('../objects/bytes-part.ts')),
  'character-names': async () =>
    characterNames.provide(await import('../syntax/character-names.ts')),
  checker: async () => checker.provide(await import('../collector/check.ts')),
  'code-builtins': async () => codeBuiltins.provide(await import('../modules/code-builtins.ts')),
  checks: async () => checks.provide(await import('../checks/check.ts')),
  complex: async () => complexPart.provide(await import('../objects/complex-part.ts')),
  comparing: async () => comparing.provide(await import('../timeline/compare.ts')),
  dicts: async () => dictsPart.provide(await import('../objects/dicts-part.ts')),
  'debug-allocator': async () => debugHooks.provide(await import('../pymalloc/debug.ts')),
  'error-texts': async () => {
    const [objects, vm] = await Promise.all([
      import('../objects/errors-part.ts'),
      import('../vm/errors-part.ts'),
    ]);
    errorsPart.provide(objects);
    vmErrors.provide(vm);
  },
  floats: async () => floatsPart.provide(await import('../objects/floats-part.ts')),
  folding: async () => foldingPart.provide(await import('../compile/fold-operators.ts')),
  formatting: async () => formattingPart.provide(await import('../objects/formatting-part.ts')),
  'frame-locals': async () => frameLocalsPart.provide(await import('../vm/frame-locals-part.ts')),
  groups: async () => groupsPart.provide(await import('../objects/exception-group.ts')),
  'host-builtins': async () => hostPart.provide(await import('../modules/host-builtins.ts')),
  imports: async () => importsPart.provide(await import('../vm/imports-code.ts')),
  incremental: async () =>
    incrementalCollector.provide(await import('../collector/incremental.ts')),
  introspection: async () => {
    const [objects, rows] = await Promise.all([
      import('../objects/introspection-part.ts'),
      import('../modules/struct-sequence-code.ts'),
    ]);
    introspectionPart.provide(objects);
    rowsPart.provide(rows);
  },
  iterators: async () => iteratorsPart.provide(await import('../objects/iterators-part.ts')),
  lenses: async () => lensViews.provide(await import('../timeline/lens-views.ts')),
  match: async () => {
    const [rules, code, helpers] = await Promise.all([
      import('../syntax/match.ts'),
      import('../compile/codegen-pattern.ts'),
      import('../vm/matching.ts'),
    ]);
    matchRules.provide(rules);
    matchCode.provide(code);
    matching.provide(helpers);
  },
  'malloc-stats': async () => statsPart.provide(await import('../objects/freelist-stats.ts')),
  memoryview: async () => memoryPart.provide(await import('../objects/memoryview-part.ts')),
  numbers: async () => numbersPart.provide(await import('../objects/numbers-part.ts')),
  'old-f-strings': async () => oldFStrings.provide(await import('../syntax/fstrings-legacy.ts')),
  'older-releases': async () => {
    const [profiles, texts, types, lazy, compiling, frames, depths, locals] = await Promise.all([
      import('../profiles/others.ts'),
      import('../objects/static-texts-older.ts'),
      import('../objects/newer-types.ts'),
      import('../vm/lazy-imports.ts'),
      import('../compile/newer-releases.ts'),
      import('../vm/heap-frames.ts'),
      import('../compile/block-stack-depth.ts'),
      import('../vm/snapshot-locals.ts'),
    ]);
    otherReleases.provide(profiles);
    olderTexts.provide(texts);
    newerTypes.provide(types);
    lazyImports.provide(lazy);
    newerReleases.provide(compiling);
    heapFrames.provide(frames);
    blockStackDepths.provide(depths);
    snapshots.provide(locals);
  },
  prompt: async () => promptPart.provide(await import('../timeline/inputs-code.ts')),
  ranges: async () => {
    const [code, iterators] = await Promise.all([
      import('../objects/range-code.ts'),
      import('../objects/range-iterators-code.ts'),
    ]);
    rangeCode.provide(code);
    rangeIterators.provide(iterators);
  },
  reducing: async () => reducingPart.provide(await import('../objects/reducing-part.ts')),
  sequences: async () => sequencesPart.provide(await import('../objects/sequences-part.ts')),
  sets: async () => setsPart.provide(await import('../objects/sets-part.ts')),
  sorting: async () => sortingPart.provide(await import('../objects/list-sort.ts')),
  'special-methods': async () => specialPart.provide(await import('../objects/special-part.ts')),
  'syntax-errors': async () => {
    const [error, failed, source, invalid, match] = await Promise.all([
      import('../objects/exceptions-syntax-code.ts'),
      import('../syntax/failures-part.ts'),
      import('../vm/compile-source-code.ts'),
      import('../syntax/invalid.ts'),
      import('../syntax/match.ts'),
    ]);
    syntaxErrorCode.provide(error);
    failures.provide(failed);
    sourceErrors.provide(source);
    invalidRules.provide(invalid);
    matchRules.provide(match);
  },
  system: async () => sysPart.provide(await import('../modules/sys-code.ts')),
  templates: async () => {
    const [code, types] = await Promise.all([
      import('../compile/codegen-expr-code.ts'),
      import('../modules/native/template.ts'),
    ]);
    templateCode.provide(code);
    templates.provide(types);
  },
  text: async () => textPart.provide(await import('../objects/text-part.ts')),
  tracebacks: async () => {
    const [texts, importError, osError, unraisable] = await Promise.all([
      import('../vm/tracebacks-part.ts'),
      import('../objects/exceptions-import-code.ts'),
      import('../objects/exceptions-os-code.ts'),
      import('../objects/unraisable.ts'),
    ]);
    tracebacks.provide(texts);
    importErrorCode.provide(importError);
    osErrorCode.provide(osError);
    unraisablePart.provide(unraisable);
  },
  'type-changes': async () => changesPart.provide(await import('../objects/type-changes-part.ts')),
  'type-parameters': async () => {
    const [types, aliases, generic, code] = await Promise.all([
      import('../modules/native/typing.ts'),
      import('../objects/alias-parameters.ts'),
      import('../compile/generic-part.ts'),
      import('../compile/codegen-types.ts'),
    ]);
    typesCode.provide(code);
    genericCode.provide(generic);
    typeParameters.provide(types);
    aliasParameters.provide(aliases);
  },
  views: async () => stepViews.provide(await import('../timeline/steps.ts')),
  with: async () => {
    const [code, helpers] = await Promise.all([
      import('../compile/codegen-try-code.ts'),
      import('../vm/raising-code.ts'),
    ]);
    withCode.provide(code);
    withPart.provide(helpers);
  },
  unicode: async () => unicodePart.provide(await import('../objects/unicode-tables.ts')),
} as const satisfies Readonly<Record<string, Loader>>;

/** A chunk of library modules, or a part of the engine. */
export type CodeName = keyof typeof LOADERS;
