/** What a full collection gives back besides garbage. v3.13.0 Objects/object.c _PyObject_ClearFreeLists */
import { dictClearFreeLists } from '../objects/dict.ts';
import { freeListPop } from '../objects/freelists.ts';
import { gcDel } from '../objects/gc-object.ts';
import { listClearFreeList } from '../objects/list.ts';
import {
  FREE_ASEND,
  FREE_ASYNC_VALUE,
  FREE_CFUNCTION,
  FREE_COMPLEX,
  FREE_FLOAT,
  FREE_FRAME,
  FREE_INT,
  FREE_LIST_ITER,
  FREE_METHOD,
  FREE_RANGE,
  FREE_RANGE_ITER,
  FREE_TUPLE_ITER,
  type Runtime,
} from '../objects/runtime.ts';
import { tupleClearFreeLists } from '../objects/tuple.ts';

/** Frees the objects of all free lists but the one slice that is kept. v3.13.0 clear_freelists */
export function clearFreeLists(rt: Runtime): void {
  clearGcList(rt, FREE_FRAME);
  for (let p = freeListPop(rt, FREE_FLOAT); p !== 0; p = freeListPop(rt, FREE_FLOAT)) {
    rt.obj.free(p);
  }
  for (const list of [FREE_INT, FREE_RANGE, FREE_RANGE_ITER, FREE_COMPLEX]) {
    for (let p = freeListPop(rt, list); p !== 0; p = freeListPop(rt, list)) rt.obj.free(p);
  }
  for (const list of [FREE_LIST_ITER, FREE_TUPLE_ITER, FREE_METHOD, FREE_CFUNCTION]) {
    clearGcList(rt, list);
  }
  tupleClearFreeLists(rt);
  listClearFreeList(rt);
  dictClearFreeLists(rt);
  clearGcList(rt, FREE_ASYNC_VALUE);
  clearGcList(rt, FREE_ASEND);
}

function clearGcList(rt: Runtime, n: number): void {
  for (let p = freeListPop(rt, n); p !== 0; p = freeListPop(rt, n)) gcDel(rt, p);
}
