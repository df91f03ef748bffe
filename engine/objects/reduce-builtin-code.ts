/** What few programs need of what reduce-builtin.ts is about. */
import type { Addr } from '../base/brand.ts';
import { dictGetStr } from './dict.ts';
import { errOccurred } from './errors.ts';
import { callMethod, lookupAttr } from './object.ts';
import { newRef, xdecref } from './refcount.ts';
import { type Runtime, STATE } from './runtime.ts';
import { internJs } from './strings.ts';
import { tupleNew, tuplePairSteal, tupleSetItem } from './tuple.ts';
import { typeLookup } from './type-object.ts';

/**
 * `(builtin, (a,))`, `(builtin, (a,), state)`, or `(builtin, (a, b))`. Takes over what it is given.
 * @param state 0 for none @param b 0 for none
 * v3.13.0 Objects/object.c _PyEval_GetBuiltin, Py_BuildValue("N(O)n")
 */
export function reduceBuiltin(rt: Runtime, name: string, a: Addr, state: Addr, b: Addr = 0): Addr {
  const key = internJs(rt, name);
  const found = key === 0 ? 0 : dictGetStr(rt, rt.statePtr(STATE.builtins), key);
  xdecref(rt, key);
  if (a === 0 || found === 0) {
    xdecref(rt, a);
    xdecref(rt, state);
    xdecref(rt, b);
    return 0;
  }
  const args = b === 0 ? tupleNew(rt, 1) : tuplePairSteal(rt, a, b);
  if (b === 0 && args !== 0) tupleSetItem(rt, args, 0, a);
  const result = args === 0 ? 0 : tupleNew(rt, state === 0 ? 2 : 3);
  if (result === 0) {
    xdecref(rt, args);
    xdecref(rt, state);
    return 0;
  }
  tupleSetItem(rt, result, 0, newRef(rt, found));
  tupleSetItem(rt, result, 1, args);
  if (state !== 0) tupleSetItem(rt, result, 2, state);
  return result;
}

/**
 * What an instance of a subclass holds besides its content; new. Up to 3.10 objects have no
 * `__getstate__`: its dict is all.
 * v3.13.0 Objects/typeobject.c _PyObject_GetState, v3.10.0 Objects/setobject.c set_reduce
 */
export function instanceState(rt: Runtime, p: Addr): Addr {
  const { __getstate__, __dict__ } = rt.ids;
  if (typeLookup(rt, rt.types.object, __getstate__) !== 0) return callMethod(rt, p, __getstate__);
  const dict = lookupAttr(rt, p, __dict__);
  return dict !== 0 || errOccurred(rt) ? dict : newRef(rt, rt.none);
}
