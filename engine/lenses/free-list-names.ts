/** What the free lists keep, by their numbers in objects/runtime.ts. */
import type { FreeListLimits } from '../profiles/index.ts';
import {
  FREE_ASEND,
  FREE_ASYNC_VALUE,
  FREE_CFUNCTION,
  FREE_COMPLEX,
  FREE_DICT,
  FREE_DICT_KEYS,
  FREE_FLOAT,
  FREE_FRAME,
  FREE_INT,
  FREE_LIST,
  FREE_LIST_ITER,
  FREE_MEMORY_ERROR,
  FREE_METHOD,
  FREE_RANGE,
  FREE_RANGE_ITER,
  FREE_SLICE,
  FREE_TUPLE,
  FREE_TUPLE_ITER,
} from '../objects/runtime.ts';

const NAMES: ReadonlyMap<number, string> = new Map([
  [FREE_FLOAT, 'float'],
  [FREE_LIST, 'list'],
  [FREE_DICT, 'dict'],
  [FREE_DICT_KEYS, 'dict keys'],
  [FREE_SLICE, 'slice'],
  [FREE_MEMORY_ERROR, 'MemoryError'],
  [FREE_ASEND, 'async_generator_asend'],
  [FREE_ASYNC_VALUE, 'async_generator_wrapped_value'],
  [FREE_INT, 'int'],
  [FREE_RANGE, 'range'],
  [FREE_RANGE_ITER, 'range_iterator'],
  [FREE_COMPLEX, 'complex'],
  [FREE_LIST_ITER, 'list_iterator'],
  [FREE_TUPLE_ITER, 'tuple_iterator'],
  [FREE_METHOD, 'method'],
  [FREE_CFUNCTION, 'builtin_function_or_method'],
  [FREE_FRAME, 'frame'],
]);

/** The longest tuples that are kept have 20 items. */
const LONGEST_TUPLE = 20;

/** What list `n` keeps: a type's name; `tuple[2]` for tuples of two items. */
export function freeListName(n: number): string {
  const length = n - FREE_TUPLE;
  if (length >= 1 && length <= LONGEST_TUPLE) return `tuple[${length}]`;
  return NAMES.get(n) ?? '';
}

const LIMITS: ReadonlyMap<number, keyof FreeListLimits> = new Map([
  [FREE_FLOAT, 'float'],
  [FREE_LIST, 'list'],
  [FREE_DICT, 'dict'],
  [FREE_DICT_KEYS, 'dictKeys'],
  [FREE_INT, 'int'],
  [FREE_COMPLEX, 'complex'],
  [FREE_RANGE, 'range'],
  [FREE_RANGE_ITER, 'rangeIterator'],
  [FREE_LIST_ITER, 'listIterator'],
  [FREE_TUPLE_ITER, 'tupleIterator'],
  [FREE_METHOD, 'method'],
  [FREE_CFUNCTION, 'cfunction'],
  [FREE_FRAME, 'frame'],
]);

/** The same in every release. v3.13.0 MEMERRORS_SAVE, _PyAsyncGen_MAXFREELIST; one slice is kept */
const FIXED: ReadonlyMap<number, number> = new Map([
  [FREE_SLICE, 1],
  [FREE_MEMORY_ERROR, 16],
  [FREE_ASEND, 80],
  [FREE_ASYNC_VALUE, 80],
]);

/** How many objects list `n` keeps at most. */
export function freeListLimit(limits: FreeListLimits, n: number): number {
  const length = n - FREE_TUPLE;
  if (length >= 1 && length <= LONGEST_TUPLE) return limits.tuple;
  const name = LIMITS.get(n);
  return name === undefined ? (FIXED.get(n) ?? 0) : limits[name];
}
