/** What a full collection gives back besides garbage. v3.13.0 Objects/object.c _PyObject_ClearFreeLists */
import { dictClearFreeLists } from '../objects/dict.ts';
import { freeListPop } from '../objects/freelists.ts';
import { listClearFreeList } from '../objects/list.ts';
import { FREE_FLOAT, type Runtime } from '../objects/runtime.ts';
import { tupleClearFreeLists } from '../objects/tuple.ts';

/** Frees the objects of all free lists but the one slice that is kept. v3.13.0 clear_freelists */
export function clearFreeLists(rt: Runtime): void {
  for (let p = freeListPop(rt, FREE_FLOAT); p !== 0; p = freeListPop(rt, FREE_FLOAT)) {
    rt.obj.free(p);
  }
  tupleClearFreeLists(rt);
  listClearFreeList(rt);
  dictClearFreeLists(rt);
}
