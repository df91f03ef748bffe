/**
 * Reading argument rows: the checks and the words of CPython's argument clinic.
 * v3.13.0 Python/getargs.c
 */
import type { Addr } from '../base/brand.ts';
import { dictLen } from './dict.ts';
import { raise } from './errors.ts';
import type { Runtime } from './runtime.ts';
import { isStr, strToJs } from './strings.ts';
import { tupleItem, tupleSize } from './tuple.ts';
import { tooMany, wrongKeyword } from './late-errors.ts';

export { keysAreStrings, keywordOf, unknownKeyword } from './late-errors.ts';

/**
 * Whether the number of positional arguments lies in [min, max]; else TypeError.
 * v3.13.0 Python/getargs.c _PyArg_CheckPositional
 */
export function checkPositional(
  rt: Runtime,
  name: string,
  nargs: number,
  min: number,
  max: number,
): boolean {
  if (nargs >= min && nargs <= max) return true;
  const bound = nargs < min ? min : max;
  const how = min === max ? '' : nargs < min ? 'at least ' : 'at most ';
  const plural = bound === 1 ? '' : 's';
  raise(rt, rt.exc.TypeError, `${name} expected ${how}${bound} argument${plural}, got ${nargs}`);
  return false;
}

/** The same for methods that took a tuple up to 3.12. v3.12.1 Python/getargs.c vgetargs1_impl */
export function checkTuple(
  rt: Runtime,
  name: string,
  nargs: number,
  min: number,
  max: number,
): boolean {
  if (!rt.profile.errorWords.tuplesAreCounted || (nargs >= min && nargs <= max)) {
    return checkPositional(rt, name, nargs, min, max);
  }
  const bound = nargs < min ? min : max;
  const how = min === max ? 'exactly' : nargs < min ? 'at least' : 'at most';
  const takes = `${how} ${bound} argument${bound === 1 ? '' : 's'}`;
  raise(rt, rt.exc.TypeError, `${name}() takes ${takes} (${nargs} given)`);
  return false;
}

/** Whether there are no keywords (a tuple of names, a dict, or 0); else TypeError. _PyArg_NoKeywords */
export function noKeywords(rt: Runtime, name: string, keywords: Addr): boolean {
  if (keywords === 0) return true;
  const n =
    rt.typeOf(keywords) === rt.types.tuple ? tupleSize(rt, keywords) : dictLen(rt, keywords);
  if (n === 0) return true;
  raise(rt, rt.exc.TypeError, `${name}() takes no keyword arguments`);
  return false;
}

/** The parameters of a function that takes keywords. */
export interface Params {
  /** All parameters in order; a positional-only one is ''. */
  readonly names: readonly string[];
  /** How many must be given. */
  readonly required: number;
  /** How many may be given by position; the rest is keyword-only. */
  readonly positional: number;
}

/**
 * Sorts a row and its keywords into `out`, one borrowed reference a parameter, 0 where not given.
 * @param out at least as long as `params.names`
 * @returns false with TypeError. v3.13.0 Python/getargs.c _PyArg_UnpackKeywords
 */
export function parseArgs(
  rt: Runtime,
  name: string,
  params: Params,
  out: Int32Array,
  argv: Addr,
  nargs: number,
  kwnames: Addr,
): boolean {
  const { names, positional } = params;
  const nkw = kwnames === 0 ? 0 : tupleSize(rt, kwnames);
  out.fill(0, 0, names.length);
  if (nargs > positional || nargs + nkw > names.length) {
    return tooMany(rt, name, params, nargs, nkw);
  }
  for (let i = 0; i < nargs; i++) out[i] = rt.arg(argv, i);
  let wrong = -1;
  for (let k = 0; k < nkw; k++) {
    const at = placeOf(names, wordOf(rt, tupleItem(rt, kwnames, k)));
    if (at >= nargs) out[at] = rt.arg(argv, nargs + k);
    else if (wrong < 0) wrong = k;
  }
  // what is missing is told before what is too much
  if (!checkRequired(rt, name, params, out, nargs)) return false;
  return wrong < 0 || wrongKeyword(rt, name, names, tupleItem(rt, kwnames, wrong));
}

/** A key of `**kwargs` may be anything; only a string names a parameter. */
function wordOf(rt: Runtime, key: Addr): string {
  return isStr(rt, key) ? strToJs(rt, key) : '';
}

export function placeOf(names: readonly string[], keyword: string): number {
  return keyword === '' ? -1 : names.indexOf(keyword);
}

function checkRequired(
  rt: Runtime,
  name: string,
  { names, required, positional }: Params,
  out: Int32Array,
  nargs: number,
): boolean {
  for (let i = 0; i < required; i++) {
    if (out[i] !== 0) continue;
    if (names[i] === '') {
      const least = names.slice(0, required).filter((n) => n === '').length;
      const how = least < positional ? 'at least' : 'exactly';
      raise(
        rt,
        rt.exc.TypeError,
        `${name}() takes ${how} ${least} positional argument${least === 1 ? '' : 's'} (${nargs} given)`,
      );
    } else {
      raise(
        rt,
        rt.exc.TypeError,
        `${name}() missing required argument '${names[i]}' (pos ${i + 1})`,
      );
    }
    return false;
  }
  return true;
}
