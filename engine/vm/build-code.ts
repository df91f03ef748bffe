/** What few programs need of what build.ts is about. */
import * as L from '../objects/layouts.ts';
import type { Addr } from '../base/brand.ts';
import { errClear, errOccurred, raise } from '../objects/errors.ts';
import { decref, newRef } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { isStr, strToJs } from '../objects/strings.ts';
import { tupleItem, tupleSize } from '../objects/tuple.ts';
import { functionText } from './calls.ts';

/** KeyError(key) becomes a TypeError that names the function. _PyEval_FormatKwargsError */
export function duplicateKeyword(rt: Runtime, callable: Addr): void {
  const args = rt.ptr(rt.i32[rt.excWord]! + L.EXC_ARGS);
  if (tupleSize(rt, args) !== 1) return;
  const key = newRef(rt, tupleItem(rt, args, 0));
  errClear(rt);
  const name = functionText(rt, callable);
  if (!isStr(rt, key)) raise(rt, rt.exc.TypeError, `${name} keywords must be strings`);
  else {
    raise(
      rt,
      rt.exc.TypeError,
      `${name} got multiple values for keyword argument '${strToJs(rt, key)}'`,
    );
  }
  decref(rt, key);
}

export function wrongCount(rt: Runtime, wanted: number, size: number): false {
  raise(
    rt,
    rt.exc.ValueError,
    size > wanted
      ? `too many values to unpack (expected ${wanted}${rt.profile.unpackTellsSize ? `, got ${size}` : ''})`
      : `not enough values to unpack (expected ${wanted}, got ${size})`,
  );
  return false;
}

export function tooFew(rt: Runtime, before: number, after: number, got: number): false {
  if (errOccurred(rt)) return false;
  const least = after < 0 ? `${before}` : `at least ${before + after}`;
  raise(rt, rt.exc.ValueError, `not enough values to unpack (expected ${least}, got ${got})`);
  return false;
}
