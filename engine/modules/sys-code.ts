/** What few programs need of what sys.ts is about. */
import * as O from '../objects/object.ts';
import * as L from '../objects/layouts.ts';
import type { Addr } from '../base/brand.ts';
import { checkPositional } from '../objects/args.ts';
import { newBool } from '../objects/bool.ts';
import { mayBeInteger } from '../objects/clinic.ts';
import { dictSetItem } from '../objects/dict.ts';
import { errOccurred, handledException, raise, raiseObject } from '../objects/errors.ts';
import { heldTraceback } from '../objects/held-traceback.ts';
import { MAX_STR_DIGITS_THRESHOLD, setMaxStrDigits } from '../objects/int.ts';
import { newRef } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { isInterned, isStr } from '../objects/strings.ts';
import { tuplePack } from '../objects/tuple.ts';
import { sysFile, writeText } from './print.ts';

export function isInternedBuiltin(rt: Runtime, _self: Addr, s: Addr): Addr {
  if (!isStr(rt, s)) {
    return raise(
      rt,
      rt.exc.TypeError,
      `_is_interned() argument must be str, not ${O.typeNameOf(rt, s)}`,
    );
  }
  return newBool(rt, isInterned(rt, s));
}

export function exit(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'exit', nargs, 0, 1)) return 0;
  return raiseObject(rt, rt.exc.SystemExit, nargs === 1 ? rt.arg(argv, 0) : 0);
}

export function setrecursionlimit(rt: Runtime, _self: Addr, p: Addr): Addr {
  if (!mayBeInteger(rt, p)) return 0;
  const limit = O.asSsize(rt, p, rt.exc.OverflowError);
  if (limit === -1 && errOccurred(rt)) return 0;
  if (limit < 1) {
    return raise(rt, rt.exc.ValueError, 'recursion limit must be greater or equal than 1');
  }
  const limitAt = (rt.state + STATE.recursionLimit) >> 2;
  const leftAt = (rt.state + STATE.recursionRemaining) >> 2;
  const depth = rt.i32[limitAt]! - rt.i32[leftAt]!;
  if (depth >= limit) {
    return raise(
      rt,
      rt.exc.RecursionError,
      `cannot set the recursion limit to ${limit} at the recursion depth ${depth}: the limit is too low`,
    );
  }
  rt.i32[limitAt] = Math.min(limit, 2 ** 30);
  rt.i32[leftAt] = rt.i32[limitAt]! - depth;
  return newRef(rt, rt.none);
}

export function excInfo(rt: Runtime): Addr {
  const handled = handledException(rt);
  if (handled === 0) return tuplePack(rt, rt.none, rt.none, rt.none);
  const own = rt.ptr(handled + L.EXC_TRACEBACK);
  const traceback = heldTraceback(rt, handled) || own || rt.none;
  return tuplePack(rt, rt.typeOf(handled), handled, traceback);
}

/** What the prompt does with the value of an expression. v3.13.0 Python/sysmodule.c sys_displayhook */
export function displayhook(rt: Runtime, _self: Addr, value: Addr): Addr {
  if (value === rt.none) return newRef(rt, rt.none);
  const builtins = rt.statePtr(STATE.builtins);
  if (dictSetItem(rt, builtins, rt.ids._, rt.none) < 0) return 0;
  const file = sysFile(rt, rt.ids.stdout);
  if (file === 0 || file === rt.none) return raise(rt, rt.exc.RuntimeError, 'lost sys.stdout');
  const text = O.reprText(rt, value);
  if (text === null || !writeText(rt, file, `${text}\n`)) return 0;
  return dictSetItem(rt, builtins, rt.ids._, value) < 0 ? 0 : newRef(rt, rt.none);
}

/** v3.13.0 Python/sysmodule.c sys_set_int_max_str_digits_impl */
export function setIntMaxStrDigits(rt: Runtime, _self: Addr, p: Addr): Addr {
  const digits = O.asSsize(rt, p, rt.exc.OverflowError);
  if (digits === -1 && errOccurred(rt)) return 0;
  if (digits !== 0 && digits < MAX_STR_DIGITS_THRESHOLD) {
    const least = MAX_STR_DIGITS_THRESHOLD;
    return raise(rt, rt.exc.ValueError, `maxdigits must be 0 or larger than ${least}`);
  }
  setMaxStrDigits(rt, digits);
  return newRef(rt, rt.none);
}

/** NOT CPYTHON: no function is told of what happens; taking one and not calling it would be silent. */
export function settrace(rt: Runtime, _self: Addr, func: Addr): Addr {
  if (func === rt.none) return newRef(rt, rt.none);
  return raise(
    rt,
    rt.exc.NotImplementedError,
    'sys.settrace: this machine does not call trace functions',
  );
}
