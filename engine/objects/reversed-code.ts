/** What few programs need of what reversed.ts is about. */
import type { Addr } from '../base/brand.ts';
import { checkPositional, noKeywords } from './args.ts';
import { callNoArgs } from './call.ts';
import { errClear, errMatches, errOccurred, raise } from './errors.ts';
import { gcUntrackIfTracked } from './gc-object.ts';
import { callAlloc, callFree } from './generic-alloc.ts';
import { intAsSsize, isInt, newInt } from './int.ts';
import { TP_INIT } from './layouts.ts';
import { isSequence, lengthOf, lookupSpecial, sequenceGetItem, typeNameOf } from './object.ts';
import { clearOwned, decref, newRef, xdecref } from './refcount.ts';
import { REVERSED_INDEX, REVERSED_SEQ } from './reversed.ts';
import type { Runtime } from './runtime.ts';
import { tupleItem, tupleNew, tuplePack, tupleSetItem, tupleSize } from './tuple.ts';

function notReversible(rt: Runtime, seq: Addr): 0 {
  return raise(rt, rt.exc.TypeError, `'${typeNameOf(rt, seq)}' object is not reversible`);
}

/** What `__reversed__` gives, or an iterator by index. v3.13.0 reversed_new_impl */
function reversedNew(rt: Runtime, type: Addr, seq: Addr): Addr {
  const method = lookupSpecial(rt, seq, rt.ids.__reversed__);
  if (method !== 0) {
    const result = method === rt.none ? notReversible(rt, seq) : callNoArgs(rt, method);
    decref(rt, method);
    return result;
  }
  if (errOccurred(rt)) return 0;
  if (!isSequence(rt, seq)) return notReversible(rt, seq);
  const n = lengthOf(rt, seq);
  if (n === -1) return 0;
  const ro = callAlloc(rt, type, 0);
  if (ro === 0) return 0;
  rt.setSize(ro + REVERSED_INDEX, n - 1);
  rt.setPtr(ro + REVERSED_SEQ, newRef(rt, seq));
  return ro;
}

/** tp_new. v3.13.0 reversed_new */
export function reversedTypeNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  const plain = rt.ptr(type + TP_INIT) === rt.ptr(rt.types.reversed + TP_INIT);
  if (plain && !noKeywords(rt, 'reversed', kwargs)) return 0;
  if (!checkPositional(rt, 'reversed', tupleSize(rt, args), 1, 1)) return 0;
  return reversedNew(rt, type, tupleItem(rt, args, 0));
}

/** v3.13.0 reversed_vectorcall */
export function reversedVectorcall(
  rt: Runtime,
  type: Addr,
  argv: Addr,
  nargs: number,
  kwnames: Addr,
): Addr {
  if (!noKeywords(rt, 'reversed', kwnames)) return 0;
  if (!checkPositional(rt, 'reversed', nargs, 1, 1)) return 0;
  return reversedNew(rt, type, rt.arg(argv, 0));
}

/** v3.13.0 reversed_next */
export function reversedNext(rt: Runtime, ro: Addr): Addr {
  const index = rt.size(ro + REVERSED_INDEX);
  if (index >= 0) {
    const item = sequenceGetItem(rt, rt.ptr(ro + REVERSED_SEQ), index);
    if (item !== 0) {
      rt.setSize(ro + REVERSED_INDEX, index - 1);
      return item;
    }
    if (errMatches(rt, rt.exc.IndexError) || errMatches(rt, rt.exc.StopIteration)) errClear(rt);
  }
  rt.setSize(ro + REVERSED_INDEX, -1);
  clearOwned(rt, ro + REVERSED_SEQ);
  return 0;
}

/** v3.13.0 reversed_len */
export function reversedLength(rt: Runtime, ro: Addr): Addr {
  const seq = rt.ptr(ro + REVERSED_SEQ);
  if (seq === 0) return newInt(rt, 0);
  const n = lengthOf(rt, seq);
  if (n === -1) return 0;
  const position = rt.size(ro + REVERSED_INDEX) + 1;
  return newInt(rt, n < position ? 0 : position);
}

/** v3.13.0 reversed_reduce */
export function reversedReduce(rt: Runtime, ro: Addr): Addr {
  const seq = rt.ptr(ro + REVERSED_SEQ);
  const args = tuplePack(rt, seq === 0 ? rt.emptyTuple : seq);
  if (args === 0) return 0;
  const result = tupleNew(rt, seq === 0 ? 2 : 3);
  const index = result === 0 || seq === 0 ? 0 : newInt(rt, rt.size(ro + REVERSED_INDEX));
  if (result === 0 || (seq !== 0 && index === 0)) {
    xdecref(rt, result);
    decref(rt, args);
    return 0;
  }
  tupleSetItem(rt, result, 0, newRef(rt, rt.typeOf(ro)));
  tupleSetItem(rt, result, 1, args);
  if (seq !== 0) tupleSetItem(rt, result, 2, index);
  return result;
}

/** v3.13.0 reversed_setstate */
export function reversedSetState(rt: Runtime, ro: Addr, state: Addr): Addr {
  if (!isInt(rt, state)) return raise(rt, rt.exc.TypeError, 'an integer is required');
  const index = intAsSsize(rt, state);
  if (index === -1 && errOccurred(rt)) return 0;
  const seq = rt.ptr(ro + REVERSED_SEQ);
  if (seq !== 0) {
    const n = lengthOf(rt, seq);
    if (n < 0) return 0;
    rt.setSize(ro + REVERSED_INDEX, index < -1 ? -1 : index > n - 1 ? n - 1 : index);
  }
  return newRef(rt, rt.none);
}

export function reversedDealloc(rt: Runtime, ro: Addr): void {
  gcUntrackIfTracked(rt, ro);
  xdecref(rt, rt.ptr(ro + REVERSED_SEQ));
  callFree(rt, ro);
}
