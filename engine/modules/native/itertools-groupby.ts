/**
 * groupby and the iterators over its groups.
 *
 *     groupby: +16 it, +24 keyfunc, +32 tgtkey, +40 currkey, +48 currvalue (owned),
 *              +56 currgrouper (borrowed: the group that may go on)
 *     _grouper: +16 parent, +24 tgtkey (owned)
 *
 * v3.13.0 Modules/itertoolsmodule.c groupbyobject, _grouperobject
 */
import type { Addr } from '../../base/brand.ts';
import type { Params } from '../../objects/args.ts';
import { callOneArg } from '../../objects/call.ts';
import { gcNew, gcTrack } from '../../objects/gc-object.ts';
import { callAlloc } from '../../objects/generic-alloc.ts';
import * as L from '../../objects/layouts.ts';
import { readNewArgs } from '../../objects/new-args.ts';
import { EQ, getIter, richCompareBool } from '../../objects/object.ts';
import { clearOwned, decref, newRef, setOwned } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { tuplePack } from '../../objects/tuple.ts';
import { ensureType } from '../module-types.ts';
import { nextOf, readySimple } from './simple-type.ts';

const IT = 16;
const KEYFUNC = 24;
const TGTKEY = 32;
const CURRKEY = 40;
const CURRVALUE = 48;
const CURRGROUPER = 56;
const PARENT = 16;
const GROUP_KEY = 24;
const PARAMS: Params = { names: ['iterable', 'key'], required: 1, positional: 2 };
const given = new Int32Array(2);

function groupbyNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  if (!readNewArgs(rt, 'groupby', PARAMS, given, args, kwargs)) return 0;
  const key = given[1]!;
  const it = getIter(rt, given[0]!);
  const self = it === 0 ? 0 : callAlloc(rt, type, 0);
  if (self === 0) return 0;
  rt.setPtr(self + IT, it);
  rt.setPtr(self + KEYFUNC, newRef(rt, key || rt.none));
  return self;
}

/** Takes the next item and its key: 0, -1 at the end or with an exception. v3.13.0 groupby_step */
function step(rt: Runtime, self: Addr): number {
  const value = nextOf(rt, self, IT);
  if (value === 0) return -1;
  const keyfunc = rt.ptr(self + KEYFUNC);
  const key = keyfunc === rt.none ? newRef(rt, value) : callOneArg(rt, keyfunc, value);
  if (key === 0) {
    decref(rt, value);
    return -1;
  }
  setOwned(rt, self + CURRVALUE, value);
  setOwned(rt, self + CURRKEY, key);
  return 0;
}

/** v3.13.0 groupby_next */
function groupbyNext(rt: Runtime, self: Addr): Addr {
  rt.setPtr(self + CURRGROUPER, 0);
  for (;;) {
    const current = rt.ptr(self + CURRKEY);
    if (current !== 0) {
      const target = rt.ptr(self + TGTKEY);
      if (target === 0) break;
      const same = richCompareBool(rt, target, current, EQ);
      if (same < 0) return 0;
      if (same === 0) break;
    }
    if (step(rt, self) < 0) return 0;
  }
  const key = rt.ptr(self + CURRKEY);
  setOwned(rt, self + TGTKEY, newRef(rt, key));
  const group = gcNew(rt, ensureType(rt, 'grouper', makeGrouper), 32);
  if (group === 0) return 0;
  rt.setPtr(group + PARENT, newRef(rt, self));
  rt.setPtr(group + GROUP_KEY, newRef(rt, key));
  rt.setPtr(self + CURRGROUPER, group);
  gcTrack(rt, group);
  const pair = tuplePack(rt, key, group);
  decref(rt, group);
  return pair;
}

/** v3.13.0 _grouper_next */
function grouperNext(rt: Runtime, group: Addr): Addr {
  const parent = rt.ptr(group + PARENT);
  if (rt.ptr(parent + CURRGROUPER) !== group) return 0;
  if (rt.ptr(parent + CURRVALUE) === 0 && step(rt, parent) < 0) return 0;
  const same = richCompareBool(rt, rt.ptr(group + GROUP_KEY), rt.ptr(parent + CURRKEY), EQ);
  if (same <= 0) return 0;
  const value = rt.ptr(parent + CURRVALUE);
  rt.setPtr(parent + CURRVALUE, 0);
  clearOwned(rt, parent + CURRKEY);
  return value;
}

function makeGrouper(rt: Runtime): Addr {
  return readySimple(rt, {
    name: 'itertools._grouper',
    size: 32,
    owned: [PARENT, GROUP_KEY],
    next: grouperNext,
    flags: L.TPFLAGS_DISALLOW_INSTANTIATION,
  });
}

export function makeGroupby(rt: Runtime): Addr {
  return readySimple(rt, {
    name: 'itertools.groupby',
    size: rt.layout.sizes.groupby,
    owned: [IT, KEYFUNC, TGTKEY, CURRKEY, CURRVALUE],
    next: groupbyNext,
    slots: { tp_new: groupbyNew },
  });
}
