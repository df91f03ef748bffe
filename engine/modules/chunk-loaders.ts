/** How each chunk is fetched: a bundler makes a file of its own of each. */
import type { ChunkName } from './catalogue.ts';
import type { LibraryChunk } from './library.ts';

type Loader = () => Promise<{ readonly chunk: LibraryChunk }>;

export const LOADERS: Readonly<Record<ChunkName, Loader>> = {
  abc: () => import('./chunks/abc.ts'),
  array: () => import('./chunks/array.ts'),
  asyncio: () => import('./chunks/asyncio.ts'),
  bisect: () => import('./chunks/bisect.ts'),
  collections: () => import('./chunks/collections.ts'),
  contextlib: () => import('./chunks/contextlib.ts'),
  copy: () => import('./chunks/copy.ts'),
  ctypes: () => import('./chunks/ctypes.ts'),
  dataclasses: () => import('./chunks/dataclasses.ts'),
  enum: () => import('./chunks/enum.ts'),
  functools: () => import('./chunks/functools.ts'),
  future: () => import('./chunks/future.ts'),
  heapq: () => import('./chunks/heapq.ts'),
  inspect: () => import('./chunks/inspect.ts'),
  io: () => import('./chunks/io.ts'),
  itertools: () => import('./chunks/itertools.ts'),
  json: () => import('./chunks/json.ts'),
  math: () => import('./chunks/math.ts'),
  operator: () => import('./chunks/operator.ts'),
  random: () => import('./chunks/random.ts'),
  re: () => import('./chunks/re.ts'),
  statistics: () => import('./chunks/statistics.ts'),
  string: () => import('./chunks/string.ts'),
  struct: () => import('./chunks/struct.ts'),
  textwrap: () => import('./chunks/textwrap.ts'),
  traceback: () => import('./chunks/traceback.ts'),
  types: () => import('./chunks/types.ts'),
  typing: () => import('./chunks/typing.ts'),
  warnings: () => import('./chunks/warnings.ts'),
  weakref: () => import('./chunks/weakref.ts'),
};
