/** What few programs need of what dict-lists.ts is about. */
import type { Addr } from '../base/brand.ts';
import { dictLen, dictNext } from './dict.ts';
import { listItems, listNew, listSetItem } from './list.ts';
import { decref, incref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { tupleNew, tupleSetItem } from './tuple.ts';

export function column(rt: Runtime, dict: Addr, values: boolean): Addr {
  for (;;) {
    const n = dictLen(rt, dict);
    const list = listNew(rt, n);
    if (list === 0) return 0;
    if (n !== dictLen(rt, dict)) {
      // making the list ran a collection that changed the dict
      decref(rt, list);
      continue;
    }
    let i = 0;
    for (let at = dictNext(rt, dict, 0); at !== 0; at = dictNext(rt, dict, at)) {
      listSetItem(rt, list, i++, newRef(rt, values ? rt.dictValue : rt.dictKey));
    }
    return list;
  }
}

/** All tuples first, then their contents, so that nothing can change meanwhile. v3.13.0 PyDict_Items */
export function dictItemsList(rt: Runtime, dict: Addr): Addr {
  for (;;) {
    const n = dictLen(rt, dict);
    const list = listNew(rt, n);
    if (list === 0) return 0;
    for (let i = 0; i < n; i++) {
      const pair = tupleNew(rt, 2);
      if (pair === 0) {
        decref(rt, list);
        return 0;
      }
      listSetItem(rt, list, i, pair);
    }
    if (n !== dictLen(rt, dict)) {
      decref(rt, list);
      continue;
    }
    fillPairs(rt, dict, list);
    return list;
  }
}

function fillPairs(rt: Runtime, dict: Addr, list: Addr): void {
  let row = listItems(rt, list);
  for (let at = dictNext(rt, dict, 0); at !== 0; at = dictNext(rt, dict, at), row += 8) {
    const pair = rt.ptr(row);
    incref(rt, rt.dictKey);
    incref(rt, rt.dictValue);
    tupleSetItem(rt, pair, 0, rt.dictKey);
    tupleSetItem(rt, pair, 1, rt.dictValue);
  }
}
