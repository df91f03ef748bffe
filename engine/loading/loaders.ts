/** How code is fetched that does not come with the engine: a bundler makes a file of its own of each. */
import { checker } from '../machine.ts';
import type { ChunkName } from '../modules/catalogue.ts';
import { addChunk, type LibraryChunk } from '../modules/library.ts';
import { invalidRules } from '../syntax/parser.ts';
import { lensViews } from '../timeline/timeline.ts';
import { checks } from './checks.ts';

type Loader = () => Promise<void>;

function library(fetch: () => Promise<{ readonly chunk: LibraryChunk }>): Loader {
  return async () => addChunk((await fetch()).chunk);
}

const LIBRARY: Readonly<Record<ChunkName, Loader>> = {
  abc: library(() => import('../modules/chunks/abc.ts')),
  array: library(() => import('../modules/chunks/array.ts')),
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
  textwrap: library(() => import('../modules/chunks/textwrap.ts')),
  traceback: library(() => import('../modules/chunks/traceback.ts')),
  types: library(() => import('../modules/chunks/types.ts')),
  typing: library(() => import('../modules/chunks/typing.ts')),
  warnings: library(() => import('../modules/chunks/warnings.ts')),
  weakref: library(() => import('../modules/chunks/weakref.ts')),
};

export const LOADERS = {
  ...LIBRARY,
  checker: async () => checker.provide(await import('../collector/check.ts')),
  checks: async () => checks.provide(await import('../checks/check.ts')),
  lenses: async () => lensViews.provide(await import('../timeline/lens-views.ts')),
  'syntax-errors': async () => invalidRules.provide(await import('../syntax/invalid.ts')),
} as const satisfies Readonly<Record<string, Loader>>;

/** A chunk of library modules, or a part of the engine. */
export type CodeName = keyof typeof LOADERS;
