/** What few programs need of what struct-sequence.ts is about. */
import * as O from '../objects/object.ts';
import type { Addr } from '../base/brand.ts';
import type { Params } from '../objects/args.ts';
import { isDict } from '../objects/dict.ts';
import { errFetch, errMatches, errOccurred, raise } from '../objects/errors.ts';
import { genericAlloc } from '../objects/generic-alloc.ts';
import { readNewArgs } from '../objects/new-args.ts';
import { decref, newRef } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { newStr } from '../objects/strings.ts';
import { sequenceToTuple } from '../objects/tuple-build.ts';
import { tupleItem, tupleSetItem, tupleSize } from '../objects/tuple.ts';

const NEW_PARAMS: Params = { names: ['sequence', 'dict'], required: 1, positional: 2 };

/** v3.13.0 structseq_repr */
export function reprOf(rt: Runtime, self: Addr, name: string, names: readonly string[]): Addr {
  const parts: string[] = [];
  for (const [i, field] of names.entries()) {
    const text = O.reprText(rt, tupleItem(rt, self, i));
    if (text === null) return 0;
    parts.push(`${field}=${text}`);
  }
  return newStr(rt, `${name}(${parts.join(', ')})`);
}

/** v3.13.0 structseq_new_impl */
export function newOf(
  rt: Runtime,
  type: Addr,
  name: string,
  fields: number,
  args: Addr,
  kwargs: Addr,
): Addr {
  const given = new Int32Array(2);
  if (!readNewArgs(rt, 'structseq', NEW_PARAMS, given, args, kwargs)) return 0;
  const [sequence = 0, dict = 0] = given;
  const items = sequenceToTuple(rt, sequence);
  if (items === 0) return noSequence(rt);
  const n = tupleSize(rt, items);
  if (dict !== 0 && !isDict(rt, dict)) {
    decref(rt, items);
    return raise(rt, rt.exc.TypeError, `${name}() takes a dict as second arg, if any`);
  }
  if (n !== fields) {
    decref(rt, items);
    const text = `${name}() takes a ${fields}-sequence (${n}-sequence given)`;
    return raise(rt, rt.exc.TypeError, text);
  }
  const made = genericAlloc(rt, type, n);
  if (made !== 0) {
    for (let i = 0; i < n; i++) tupleSetItem(rt, made, i, newRef(rt, tupleItem(rt, items, i)));
  }
  decref(rt, items);
  return made;
}

/** A TypeError of what is no sequence is told in other words. v3.13.0 PySequence_Fast */
function noSequence(rt: Runtime): Addr {
  if (!errOccurred(rt) || !errMatches(rt, rt.exc.TypeError)) return 0;
  decref(rt, errFetch(rt));
  return raise(rt, rt.exc.TypeError, 'constructor requires a sequence');
}
