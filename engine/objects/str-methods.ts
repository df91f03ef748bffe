/** The methods of str, gathered from the files that define them. v3.13.0 unicode_methods */
import type { Addr } from '../base/brand.ts';
import { newInt } from './int.ts';
import type { Runtime } from './runtime.ts';
import { strCopy, strJoin } from './str-build.ts';
import { encodeMethod } from './str-codec.ts';
import { formatMethods, replaceMethods, splitMethods } from './late-parts.ts';
import { caseMethods, padMethods, predicateMethods } from './late-values.ts';
import { searchMethods } from './str-search.ts';
import { strSizeof } from './str-type.ts';
import { tupleNew, tupleSetItem } from './tuple.ts';
import { type MethodSpec, noArgs, oneArg } from './type-spec.ts';

/** `__getnewargs__`: a copy of the text in a tuple. v3.13.0 unicode_getnewargs */
function getNewArgs(rt: Runtime, s: Addr): Addr {
  const copy = strCopy(rt, s);
  if (copy === 0) return 0;
  const t = tupleNew(rt, 1);
  if (t !== 0) tupleSetItem(rt, t, 0, copy);
  return t;
}

/** A function, not a constant: these files import each other. */
export function strMethods(): Readonly<Record<string, MethodSpec>> {
  return {
    encode: encodeMethod,
    ...replaceMethods,
    ...splitMethods,
    join: oneArg(strJoin),
    ...caseMethods,
    ...padMethods,
    ...searchMethods,
    ...predicateMethods,
    ...formatMethods,
    __sizeof__: noArgs((rt, s) => newInt(rt, strSizeof(rt, s))),
    __getnewargs__: noArgs(getNewArgs),
  };
}
