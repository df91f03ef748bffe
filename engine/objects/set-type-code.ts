/** What few programs need of what set-type.ts is about. */
import type { Addr } from '../base/brand.ts';
import { checkPositional, noKeywords } from './args.ts';
import { SET_FILL, SET_HASH, TP_INIT } from './layouts.ts';
import { listExtend, listNew } from './list.ts';
import { reprText, typeNameOf } from './object.ts';
import { decref, newRef, xdecref } from './refcount.ts';
import { reprEnter, reprLeave } from './repr-enter.ts';
import { type Runtime, STATE } from './runtime.ts';
import { makeFrozenset } from './set-type.ts';
import { makeNewSet, setClear, setLen, setUpdate } from './set.ts';
import { newStr } from './strings.ts';
import { tupleSize } from './tuple.ts';

/** v3.13.0 set_init */
export function setInit(rt: Runtime, set: Addr, args: Addr, kwargs: Addr): number {
  if (!noKeywords(rt, 'set', kwargs)) return -1;
  const nargs = tupleSize(rt, args);
  if (!checkPositional(rt, typeNameOf(rt, set), nargs, 0, 1)) return -1;
  if (rt.size(set + SET_FILL) !== 0) setClear(rt, set);
  rt.setSize(set + SET_HASH, -1);
  return nargs === 0 ? 0 : setUpdate(rt, set, rt.arg(args + rt.layout.tupleItems, 0));
}

/** A frozenset of the iterable's elements (0: none): if there are none, the one. v3.9.18 frozenset_new */
export function mayBeEmpty(rt: Runtime, iterable: Addr): Addr {
  if (iterable !== 0) {
    const set = makeNewSet(rt, rt.types.frozenset, iterable);
    if (set === 0 || setLen(rt, set) > 0) return set;
    decref(rt, set);
  }
  const at = rt.state + STATE.emptyFrozenset;
  if (rt.ptr(at) === 0) rt.setPtr(at, makeNewSet(rt, rt.types.frozenset, 0));
  const one = rt.ptr(at);
  return one === 0 ? 0 : newRef(rt, one);
}

/** v3.13.0 frozenset_new */
export function frozensetTpNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  const exact = rt.types.frozenset;
  const plain = type === exact || rt.i32[(type + TP_INIT) >> 2] === rt.i32[(exact + TP_INIT) >> 2];
  if (plain && !noKeywords(rt, 'frozenset', kwargs)) return 0;
  const nargs = tupleSize(rt, args);
  if (!checkPositional(rt, 'frozenset', nargs, 0, 1)) return 0;
  return makeFrozenset(rt, type, nargs === 0 ? 0 : rt.arg(args + rt.layout.tupleItems, 0));
}

/** v3.13.0 set_repr */
export function setRepr(rt: Runtime, set: Addr): Addr {
  const name = typeNameOf(rt, set);
  const entered = reprEnter(rt, set);
  if (entered !== 0) return entered > 0 ? newStr(rt, `${name}(...)`) : 0;
  const text = setLen(rt, set) === 0 ? `${name}()` : itemsText(rt, set, name);
  reprLeave(rt, set);
  return text === null ? 0 : newStr(rt, text);
}

function itemsText(rt: Runtime, set: Addr, name: string): string | null {
  const list = listNew(rt, 0);
  const failed = list === 0 || listExtend(rt, list, set) < 0;
  const text = failed ? null : reprText(rt, list);
  xdecref(rt, list);
  if (text === null) return null;
  const items = text.slice(1, -1);
  return rt.typeOf(set) === rt.types.set ? `{${items}}` : `${name}({${items}})`;
}
