/** list * n and list *= n, tuple * n. v3.13.0 Objects/listobject.c, Objects/tupleobject.c */
import type { Addr } from '../base/brand.ts';
import { noMemory } from './errors.ts';
import { OB_SIZE } from './layouts.ts';
import { listClear, listItems, listNewPrealloc, listResize, listSize } from './list.ts';
import type { Runtime } from './runtime.ts';

/** Adds `times` references to an object. v3.13.0 Objects/listobject.c _Py_RefcntAdd */
export function refcntAdd(rt: Runtime, p: Addr, times: number): void {
  const i = p >> 2;
  if (rt.i32[i]! >= 0) rt.i32[i] = rt.i32[i]! + times;
}

/** Copies a row over itself until `total` bytes are full. v3.13.0 _Py_memory_repeat */
export function memoryRepeat(rt: Runtime, at: Addr, total: number, done: number): void {
  let filled = done;
  while (filled < total) {
    const n = Math.min(filled, total - filled);
    rt.u8.copyWithin(at + filled, at, at + n);
    filled += n;
  }
}

/** Whether a row of so many pointers is more than any memory holds. */
export function tooManyItems(n: number): boolean {
  return n * 8 >= 2 ** 31;
}

/** `list * n`. v3.13.0 list_repeat_lock_held */
export function listRepeat(rt: Runtime, list: Addr, n: number): Addr {
  const size = listSize(rt, list);
  if (size === 0 || n <= 0) return listNewPrealloc(rt, 0);
  const total = size * n;
  if (tooManyItems(total)) return noMemory(rt);
  const result = listNewPrealloc(rt, total);
  if (result === 0) return 0;
  const source = listItems(rt, list);
  const target = listItems(rt, result);
  for (let i = 0; i < size; i++) refcntAdd(rt, rt.arg(source, i), n);
  rt.u8.copyWithin(target, source, source + 8 * size);
  memoryRepeat(rt, target, 8 * total, 8 * size);
  rt.setSize(result + OB_SIZE, total);
  return result;
}

/** `list *= n`: 0, -1 with MemoryError. v3.13.0 list_inplace_repeat_lock_held */
export function listInplaceRepeat(rt: Runtime, list: Addr, n: number): number {
  const size = listSize(rt, list);
  if (size === 0 || n === 1) return 0;
  if (n < 1) {
    listClear(rt, list);
    return 0;
  }
  if (tooManyItems(size * n)) {
    noMemory(rt);
    return -1;
  }
  if (listResize(rt, list, size * n) < 0) return -1;
  const items = listItems(rt, list);
  for (let i = 0; i < size; i++) refcntAdd(rt, rt.arg(items, i), n - 1);
  memoryRepeat(rt, items, 8 * size * n, 8 * size);
  return 0;
}
