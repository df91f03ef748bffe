/** The modules written in Python: their texts by name. */
import { ABC } from './abc.ts';
import { ASYNCIO } from './asyncio.ts';
import { BISECT } from './bisect.ts';
import { COLLECTIONS } from './collections.ts';
import { COLLECTIONS_ABC } from './collections-abc.ts';
import { CONTEXTLIB } from './contextlib.ts';
import { COPY } from './copy.ts';
import { COPYREG } from './copyreg.ts';
import { CTYPES } from './ctypes.ts';
import { DATACLASSES } from './dataclasses.ts';
import { ENUM } from './enum.ts';
import { FUNCTOOLS } from './functools.ts';
import { FUTURE } from './future.ts';
import { HEAPQ } from './heapq.ts';
import { INSPECT } from './inspect.ts';
import { IO } from './io.ts';
import { JSON_MODULE } from './json.ts';
import { OPERATOR } from './operator.ts';
import { RANDOM } from './random.ts';
import { RE } from './re.ts';
import { REPRLIB } from './reprlib.ts';
import { STATISTICS } from './statistics.ts';
import { STRING } from './string.ts';
import { STRUCT } from './struct.ts';
import { TEXTWRAP } from './textwrap.ts';
import { TRACEBACK } from './traceback.ts';
import { TYPES } from './types.ts';
import { TYPING } from './typing.ts';
import { WARNINGS } from './warnings.ts';
import { WEAKREF } from './weakref.ts';
import { WEAKREFSET } from './weakrefset.ts';

export const PYTHON_MODULES: Readonly<Record<string, string>> = {
  __future__: FUTURE,
  _collections_abc: COLLECTIONS_ABC,
  _weakrefset: WEAKREFSET,
  abc: ABC,
  asyncio: ASYNCIO,
  bisect: BISECT,
  collections: COLLECTIONS,
  contextlib: CONTEXTLIB,
  copy: COPY,
  copyreg: COPYREG,
  ctypes: CTYPES,
  dataclasses: DATACLASSES,
  enum: ENUM,
  functools: FUNCTOOLS,
  heapq: HEAPQ,
  inspect: INSPECT,
  io: IO,
  json: JSON_MODULE,
  operator: OPERATOR,
  random: RANDOM,
  re: RE,
  reprlib: REPRLIB,
  statistics: STATISTICS,
  string: STRING,
  struct: STRUCT,
  textwrap: TEXTWRAP,
  traceback: TRACEBACK,
  types: TYPES,
  typing: TYPING,
  warnings: WARNINGS,
  weakref: WEAKREF,
};
