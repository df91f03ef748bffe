/** Every chunk at once, for hosts that have all files at hand. */
import type { ChunkName } from './catalogue.ts';
import { addChunk, type LibraryChunk } from './library.ts';
import { chunk as abcChunk } from './chunks/abc.ts';
import { chunk as arrayChunk } from './chunks/array.ts';
import { chunk as asyncioChunk } from './chunks/asyncio.ts';
import { chunk as bisectChunk } from './chunks/bisect.ts';
import { chunk as collectionsChunk } from './chunks/collections.ts';
import { chunk as contextlibChunk } from './chunks/contextlib.ts';
import { chunk as copyChunk } from './chunks/copy.ts';
import { chunk as ctypesChunk } from './chunks/ctypes.ts';
import { chunk as dataclassesChunk } from './chunks/dataclasses.ts';
import { chunk as enumChunk } from './chunks/enum.ts';
import { chunk as functoolsChunk } from './chunks/functools.ts';
import { chunk as futureChunk } from './chunks/future.ts';
import { chunk as heapqChunk } from './chunks/heapq.ts';
import { chunk as inspectChunk } from './chunks/inspect.ts';
import { chunk as ioChunk } from './chunks/io.ts';
import { chunk as itertoolsChunk } from './chunks/itertools.ts';
import { chunk as jsonChunk } from './chunks/json.ts';
import { chunk as mathChunk } from './chunks/math.ts';
import { chunk as operatorChunk } from './chunks/operator.ts';
import { chunk as randomChunk } from './chunks/random.ts';
import { chunk as reChunk } from './chunks/re.ts';
import { chunk as statisticsChunk } from './chunks/statistics.ts';
import { chunk as stringChunk } from './chunks/string.ts';
import { chunk as structChunk } from './chunks/struct.ts';
import { chunk as textwrapChunk } from './chunks/textwrap.ts';
import { chunk as tracebackChunk } from './chunks/traceback.ts';
import { chunk as typesChunk } from './chunks/types.ts';
import { chunk as typingChunk } from './chunks/typing.ts';
import { chunk as warningsChunk } from './chunks/warnings.ts';
import { chunk as weakrefChunk } from './chunks/weakref.ts';

const all: Readonly<Record<ChunkName, LibraryChunk>> = {
  abc: abcChunk,
  array: arrayChunk,
  asyncio: asyncioChunk,
  bisect: bisectChunk,
  collections: collectionsChunk,
  contextlib: contextlibChunk,
  copy: copyChunk,
  ctypes: ctypesChunk,
  dataclasses: dataclassesChunk,
  enum: enumChunk,
  functools: functoolsChunk,
  future: futureChunk,
  heapq: heapqChunk,
  inspect: inspectChunk,
  io: ioChunk,
  itertools: itertoolsChunk,
  json: jsonChunk,
  math: mathChunk,
  operator: operatorChunk,
  random: randomChunk,
  re: reChunk,
  statistics: statisticsChunk,
  string: stringChunk,
  struct: structChunk,
  textwrap: textwrapChunk,
  traceback: tracebackChunk,
  types: typesChunk,
  typing: typingChunk,
  warnings: warningsChunk,
  weakref: weakrefChunk,
};

for (const chunk of Object.values(all)) addChunk(chunk);
