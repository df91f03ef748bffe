/** What few programs need of what slot-wrappers.ts is about. */
import * as L from './layouts.ts';
import type { Addr } from '../base/brand.ts';
import { errOccurred, raise } from './errors.ts';
import { asSsize } from './object.ts';
import type { Native, Runtime } from './runtime.ts';
import { slotTpSetattro } from './slot-functions.ts';
import { noneUnless } from './slot-wrappers.ts';
import { tupleItem, tupleSize } from './tuple.ts';
import { mroItem, mroLength, typeName } from './type-object.ts';

/** v3.13.0 check_num_args, PyArg_UnpackTuple with an empty name */
export function takes(rt: Runtime, args: Addr, count: number): boolean {
  const n = tupleSize(rt, args);
  if (n === count) return true;
  raise(rt, rt.exc.TypeError, `expected ${count} argument${count === 1 ? '' : 's'}, got ${n}`);
  return false;
}

/** PyArg_UnpackTuple: before 3.14 with an empty name. */
export function unpacks(rt: Runtime, args: Addr, name: string, min: number, max: number): boolean {
  const n = tupleSize(rt, args);
  if (n >= min && n <= max) return true;
  const bound = n < min ? min : max;
  const how = min === max ? '' : n < min ? 'at least ' : 'at most ';
  const told = rt.profile.words.wrappersHaveNames ? name : '';
  const plural = bound === 1 ? '' : 's';
  raise(rt, rt.exc.TypeError, `${told} expected ${how}${bound} argument${plural}, got ${n}`);
  return false;
}

/** v3.14.0 check_pow_args */
export function takesPower(rt: Runtime, args: Addr): boolean {
  if (!rt.profile.words.wrappersHaveNames) return unpacks(rt, args, '', 1, 2);
  const n = tupleSize(rt, args);
  if (n === 1 || n === 2) return true;
  raise(rt, rt.exc.TypeError, `expected 1 or 2 arguments, got ${n}`);
  return false;
}

export function twoArguments(rt: Runtime, self: Addr, args: Addr, f: Native, name: string): Addr {
  if (!unpacks(rt, args, name, 2, 2)) return 0;
  return noneUnless(rt, f(rt, self, tupleItem(rt, args, 0), tupleItem(rt, args, 1)));
}

/**
 * `object.__setattr__(int, 'x', 1)` may not go around what `type` forbids: the function must be
 * the nearest of the engine's own on the way up. v3.13.0 hackcheck
 */
export function mayApply(rt: Runtime, self: Addr, f: Native, what: string): boolean {
  const type = rt.typeOf(self);
  const setattro = (t: Addr): number => rt.i32[(t + L.TP_SETATTRO) >> 2]!;
  const python = rt.fn(slotTpSetattro);
  const wanted = rt.fn(f);
  let defining = type;
  for (let i = mroLength(rt, type) - 1; i >= 0; i--) {
    const base = mroItem(rt, type, i);
    if (setattro(base) !== python && setattro(base) === setattro(type)) {
      defining = base;
      break;
    }
  }
  for (let base = defining; base !== 0; base = rt.ptr(base + L.TP_BASE)) {
    if (setattro(base) === wanted) return true;
    if (setattro(base) !== python) {
      raise(rt, rt.exc.TypeError, `can't apply this ${what} to ${typeName(rt, type)} object`);
      return false;
    }
  }
  return true;
}

/** An index argument, counted from the end when negative; -1 with an exception. v3.13.0 getindex */
export function indexOf(rt: Runtime, self: Addr, arg: Addr): number {
  const i = asSsize(rt, arg, rt.exc.OverflowError);
  if (i >= 0 || (i === -1 && errOccurred(rt))) return i;
  const length = rt.i32[(rt.typeOf(self) + L.SQ_LENGTH) >> 2]!;
  if (length === 0) return i;
  const n: number = rt.fns[length]!(rt, self);
  return n < 0 ? -1 : i + n;
}
