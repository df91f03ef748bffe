/** What few programs need of what dict-views.ts is about. */
import type { Addr } from '../base/brand.ts';
import { isTuple } from './clinic.ts';
import { dictOfView } from './dict-views.ts';
import { dictGetItem } from './dict.ts';
import { listExtend, listNew } from './list.ts';
import { EQ, reprText, richCompareBool, typeNameOf } from './object.ts';
import { decref, newRef, xdecref } from './refcount.ts';
import { reprEnter, reprLeave } from './repr-enter.ts';
import type { Runtime } from './runtime.ts';
import { newStr } from './strings.ts';
import { tupleItem, tupleSize } from './tuple.ts';

/** v3.13.0 dictview_repr */
export function viewRepr(rt: Runtime, view: Addr): Addr {
  const entered = reprEnter(rt, view);
  if (entered !== 0) return entered > 0 ? newStr(rt, '...') : 0;
  const list = listNew(rt, 0);
  let text: string | null = null;
  if (list !== 0 && listExtend(rt, list, view) === 0) text = reprText(rt, list);
  xdecref(rt, list);
  const result = text === null ? 0 : newStr(rt, `${typeNameOf(rt, view)}(${text})`);
  reprLeave(rt, view);
  return result;
}

/** v3.13.0 dictitems_contains */
export function viewItemsContains(rt: Runtime, view: Addr, pair: Addr): number {
  if (!isTuple(rt, pair) || tupleSize(rt, pair) !== 2) return 0;
  const found = dictGetItem(rt, dictOfView(rt, view), tupleItem(rt, pair, 0));
  if (found === 0) return rt.i32[rt.excWord] !== 0 ? -1 : 0;
  newRef(rt, found);
  const same = richCompareBool(rt, found, tupleItem(rt, pair, 1), EQ);
  decref(rt, found);
  return same;
}
