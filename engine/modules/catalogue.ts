/**
 * The library modules that are not part of the engine's first load: which chunk holds which module.
 *
 * `needs` are the chunks of what these modules import when they are imported themselves, so that one
 * round of loading is enough. What a function of theirs imports later is loaded when it comes to that.
 */
interface ChunkEntry {
  readonly modules: readonly string[];
  readonly needs: readonly ChunkName[];
}

export type ChunkName =
  | 'abc'
  | 'annotate'
  | 'annotationlib'
  | 'array'
  | 'ast'
  | 'asyncio'
  | 'bisect'
  | 'collections'
  | 'contextlib'
  | 'copy'
  | 'ctypes'
  | 'dataclasses'
  | 'enum'
  | 'functools'
  | 'future'
  | 'gc'
  | 'heapq'
  | 'inspect'
  | 'io'
  | 'itertools'
  | 'json'
  | 'math'
  | 'operator'
  | 'random'
  | 're'
  | 'statistics'
  | 'string'
  | 'struct'
  | 'templatelib'
  | 'textwrap'
  | 'traceback'
  | 'time'
  | 'tracemalloc'
  | 'types'
  | 'typing'
  | 'warnings'
  | 'weakref';

export const CHUNKS: Readonly<Record<ChunkName, ChunkEntry>> = {
  abc: { modules: ['abc', '_weakrefset', '_collections_abc'], needs: [] },
  annotate: { modules: ['_annotate'], needs: ['types'] },
  annotationlib: { modules: ['annotationlib'], needs: ['annotate', 'enum'] },
  array: { modules: ['array'], needs: [] },
  ast: { modules: ['ast', '_ast'], needs: ['collections'] },
  asyncio: { modules: ['asyncio'], needs: ['collections', 'heapq', 'types'] },
  bisect: { modules: ['bisect', '_bisect'], needs: [] },
  collections: {
    modules: ['collections', '_collections'],
    needs: ['abc', 'operator', 'itertools'],
  },
  contextlib: { modules: ['contextlib'], needs: ['abc', 'collections', 'functools', 'types'] },
  copy: { modules: ['copy', 'copyreg'], needs: ['types', 'weakref'] },
  ctypes: { modules: ['ctypes', '_ctypes'], needs: [] },
  dataclasses: {
    modules: ['dataclasses'],
    needs: ['abc', 'annotate', 'copy', 'functools', 'types'],
  },
  enum: { modules: ['enum'], needs: ['types'] },
  functools: {
    modules: ['functools', 'reprlib', '_functools'],
    needs: ['abc', 'collections', 'types'],
  },
  future: { modules: ['__future__'], needs: [] },
  gc: { modules: ['gc'], needs: [] },
  heapq: { modules: ['heapq', '_heapq'], needs: [] },
  inspect: { modules: ['inspect'], needs: ['functools', 'types'] },
  io: { modules: ['io'], needs: [] },
  itertools: { modules: ['itertools'], needs: [] },
  json: { modules: ['json'], needs: [] },
  math: { modules: ['math'], needs: [] },
  operator: { modules: ['operator', '_operator'], needs: [] },
  random: { modules: ['random', '_random'], needs: ['bisect', 'itertools', 'math', 'operator'] },
  re: { modules: ['re', '_sre'], needs: ['enum', 'functools'] },
  statistics: { modules: ['statistics'], needs: ['bisect', 'collections', 'math'] },
  string: { modules: ['string'], needs: [] },
  struct: { modules: ['struct'], needs: ['ctypes'] },
  templatelib: { modules: ['string.templatelib'], needs: ['string'] },
  textwrap: { modules: ['textwrap'], needs: [] },
  traceback: { modules: ['traceback'], needs: [] },
  time: { modules: ['time'], needs: [] },
  tracemalloc: { modules: ['tracemalloc', '_tracemalloc'], needs: [] },
  types: { modules: ['types'], needs: [] },
  typing: {
    modules: ['typing', '_typing', '_typing_older'],
    needs: ['abc', 'annotate', 'collections', 'functools', 'types'],
  },
  warnings: { modules: ['warnings'], needs: [] },
  weakref: { modules: ['weakref'], needs: ['abc'] },
};

const chunkNames = Object.keys(CHUNKS) as ChunkName[];

/** The modules of all chunks. */
export const LIBRARY_MODULES: readonly string[] = chunkNames.flatMap(
  (name) => CHUNKS[name].modules,
);

/** The chunk that holds a module. */
export function chunkOf(module: string): ChunkName | undefined {
  return chunkNames.find((name) => CHUNKS[name].modules.includes(module));
}

/** These chunks and whatever they need. */
export function withNeeded(names: Iterable<ChunkName>): ReadonlySet<ChunkName> {
  const all = new Set(names);
  // a set visits what is added on the way
  for (const name of all) for (const needed of CHUNKS[name].needs) all.add(needed);
  return all;
}
