/** list.sort. v3.13.0 Objects/listobject.c list_sort_impl */
import type { Addr } from '../base/brand.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { type Params, parseArgs } from './args.ts';
import { callOneArg, dropRow, takeRow } from './call.ts';
import { noMemory, raise } from './errors.ts';
import { LIST_ALLOCATED, LIST_ITEMS, OB_SIZE } from './layouts.ts';
import { reverseRow } from './list-methods.ts';
import { listItems, listSize } from './list.ts';
import { isTrue } from './object.ts';
import { decref, newRef, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { chooseComparison } from './sort-compare.ts';
import { TEMP_SIZE, Timsort } from './timsort.ts';

const SORT_PARAMS: Params = { names: ['key', 'reverse'], required: 0, positional: 0 };
const given = new Int32Array(2);

/** The method. v3.13.0 list_sort */
export function listSort(rt: Runtime, list: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!parseArgs(rt, 'sort', SORT_PARAMS, given, argv, nargs, kwnames)) return 0;
  const key = given[0]!;
  const reverseArg = given[1]!;
  const reverse = reverseArg === 0 ? 0 : isTrue(rt, reverseArg);
  if (reverse < 0) return 0;
  return listSortBy(rt, list, key === rt.none ? 0 : key, reverse > 0) ? newRef(rt, rt.none) : 0;
}

/**
 * Sorts in place. While it runs the list looks empty, so that what comparisons do to it cannot
 * reach the items. @param key borrowed, 0 for none @returns false with an exception
 */
export function listSortBy(rt: Runtime, list: Addr, key: Addr, reverse: boolean): boolean {
  const n = listSize(rt, list);
  const items = listItems(rt, list);
  const allocated = rt.size(list + LIST_ALLOCATED);
  rt.setSize(list + OB_SIZE, 0);
  rt.setPtr(list + LIST_ITEMS, 0);
  rt.setSize(list + LIST_ALLOCATED, -1); // any operation makes it 0 or more
  const done = sortItems(rt, list, items, n, key, reverse);
  const others = listItems(rt, list);
  let left = listSize(rt, list);
  rt.setSize(list + OB_SIZE, n);
  rt.setPtr(list + LIST_ITEMS, items);
  rt.setSize(list + LIST_ALLOCATED, allocated);
  if (others !== 0) {
    while (--left >= 0) xdecref(rt, rt.arg(others, left));
    rt.mem.free(others);
  }
  return done;
}

function sortItems(
  rt: Runtime,
  list: Addr,
  items: Addr,
  n: number,
  key: Addr,
  reverse: boolean,
): boolean {
  // the rows that CPython has on its stack: room for merging, and keys when they are few
  const temp = takeRow(rt, TEMP_SIZE);
  if (temp === 0) return false;
  const keys = key === 0 ? 0 : makeKeys(rt, key, items, n);
  if (key !== 0 && keys === 0) {
    dropRow(rt, temp);
    return false;
  }
  let done = true;
  let sort: Timsort | null = null;
  if (n > 1) {
    const row = keys === 0 ? items : keys;
    const how = chooseComparison(rt, row, n);
    sort = new Timsort(rt, how, row, keys === 0 ? 0 : items, n, temp);
    // stability of a reversed sort: reversed before, sorted, reversed after
    if (reverse && keys !== 0) reverseRow(rt, keys, n);
    if (reverse) reverseRow(rt, items, n);
    done = sort.sort();
  }
  if (keys !== 0) dropKeys(rt, keys, n);
  if (done && rt.size(list + LIST_ALLOCATED) !== -1) {
    raise(rt, rt.exc.ValueError, 'list modified during sort');
    done = false;
  }
  if (reverse && n > 1) reverseRow(rt, items, n);
  sort?.free();
  dropRow(rt, temp);
  return done;
}

/** Fewer keys than this fit the temporary rows on the stack. */
const KEYS_ON_STACK = TEMP_SIZE / 2;

/** The row of keys, one call each; 0 with an exception. An empty row is not 0. */
function makeKeys(rt: Runtime, key: Addr, items: Addr, n: number): Addr {
  const onHeap = n >= KEYS_ON_STACK;
  const keys = onHeap ? rt.mem.malloc(8 * n) : takeRow(rt, n);
  if (keys === 0) return onHeap ? noMemory(rt) : 0;
  for (let i = 0; i < n; i++) {
    const made = callOneArg(rt, key, rt.arg(items, i));
    if (made === 0) {
      for (let k = i - 1; k >= 0; k--) decref(rt, rt.arg(keys, k));
      freeKeys(rt, keys, n);
      return 0;
    }
    rt.i32[(keys >> 2) + 2 * i] = made;
    rt.i32[(keys >> 2) + 2 * i + 1] = ADDRESS_HIGH;
  }
  return keys;
}

function dropKeys(rt: Runtime, keys: Addr, n: number): void {
  for (let i = 0; i < n; i++) decref(rt, rt.arg(keys, i));
  freeKeys(rt, keys, n);
}

function freeKeys(rt: Runtime, keys: Addr, n: number): void {
  if (n >= KEYS_ON_STACK) rt.mem.free(keys);
  else dropRow(rt, keys);
}
