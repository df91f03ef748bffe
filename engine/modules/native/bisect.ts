/** The module _bisect. v3.13.0 Modules/_bisectmodule.c */
import type { Addr } from '../../base/brand.ts';
import { type Params, parseArgs } from '../../objects/args.ts';
import { callOneArg } from '../../objects/call.ts';
import { errOccurred, raise, raiseInt } from '../../objects/errors.ts';
import { newInt } from '../../objects/int.ts';
import { listInsert } from '../../objects/list.ts';
import { builtinModule } from '../../objects/module.ts';
import * as O from '../../objects/object.ts';
import { decref, newRef, xdecref } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { internJs } from '../../objects/strings.ts';
import { fastKeywords, type MethodSpec } from '../../objects/type-spec.ts';

const PARAMS: Params = { names: ['a', 'x', 'lo', 'hi', 'key'], required: 2, positional: 4 };
const given = new Int32Array(5);

/** Whether x lies to the left of an item (bisect_right), or the item of x (bisect_left). */
function test(rt: Runtime, item: Addr, x: Addr, right: boolean): number {
  return right ? O.richCompareBool(rt, x, item, O.LT) : O.richCompareBool(rt, item, x, O.LT);
}

/** @returns -1 with an exception. v3.13.0 internal_bisect_right, internal_bisect_left */
function search(
  rt: Runtime,
  list: Addr,
  x: Addr,
  from: number,
  to: number,
  key: Addr,
  right: boolean,
): number {
  if (from < 0) return raiseInt(rt, rt.exc.ValueError, 'lo must be non-negative');
  let lo = from;
  let hi = to < 0 ? O.lengthOf(rt, list) : to;
  if (hi < 0) return -1;
  while (lo < hi) {
    const mid = Math.floor((lo + hi) / 2);
    let item = O.sequenceGetItem(rt, list, mid);
    if (item !== 0 && key !== 0) {
      const keyed = callOneArg(rt, key, item);
      decref(rt, item);
      item = keyed;
    }
    if (item === 0) return -1;
    const answer = test(rt, item, x, right);
    decref(rt, item);
    if (answer < 0) return -1;
    if (answer > 0 === right) hi = mid;
    else lo = mid + 1;
  }
  return lo;
}

function readBounds(rt: Runtime, lo: Addr, hi: Addr): readonly [number, number] | null {
  const from = lo === 0 ? 0 : O.asSsize(rt, lo, rt.exc.OverflowError);
  if (from === -1 && errOccurred(rt)) return null;
  const to = hi === 0 || hi === rt.none ? -1 : O.asSsize(rt, hi, rt.exc.OverflowError);
  if (to === -1 && errOccurred(rt)) return null;
  return [from, to];
}

function bisector(name: string, right: boolean, insert: boolean): MethodSpec {
  return fastKeywords((rt, _self, argv, nargs, kwnames) => {
    if (!parseArgs(rt, name, PARAMS, given, argv, nargs, kwnames)) return 0;
    const [list, x, lo, hi, keyArg] = given as unknown as [Addr, Addr, Addr, Addr, Addr];
    const key = keyArg === rt.none ? 0 : keyArg;
    const bounds = readBounds(rt, lo, hi);
    if (bounds === null) return 0;
    const wanted = insert && key !== 0 ? callOneArg(rt, key, x) : newRef(rt, x);
    if (wanted === 0) return 0;
    const at = search(rt, list, wanted, bounds[0], bounds[1], key, right);
    decref(rt, wanted);
    if (at < 0)
      return errOccurred(rt) ? 0 : raise(rt, rt.exc.ValueError, 'lo must be non-negative');
    if (!insert) return newInt(rt, at);
    return insertAt(rt, list, at, x) ? newRef(rt, rt.none) : 0;
  });
}

function insertAt(rt: Runtime, list: Addr, at: number, x: Addr): boolean {
  if (rt.typeOf(list) === rt.types.list) return listInsert(rt, list, at, x) === 0;
  const name = internJs(rt, 'insert');
  const index = newInt(rt, at);
  const result = O.callMethodTwoArgs(rt, list, name, index, x);
  for (const p of [name, index, result]) xdecref(rt, p);
  return result !== 0;
}

export function createBisectModule(rt: Runtime): Addr {
  return builtinModule(rt, '_bisect', {
    bisect_right: bisector('bisect_right', true, false),
    bisect_left: bisector('bisect_left', false, false),
    insort_right: bisector('insort_right', true, true),
    insort_left: bisector('insort_left', false, true),
  });
}
