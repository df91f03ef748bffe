/**
 * The module atexit. What is registered stands in a list of (function, args, kwargs or None) in the
 * runtime state. v3.13.0 Modules/atexitmodule.c
 */
import type { Addr } from '../../base/brand.ts';
import { callObject, dictFromRow } from '../../objects/call.ts';
import { raise } from '../../objects/errors.ts';
import { newInt } from '../../objects/int.ts';
import { listAppend, listItem, listNew, listSetSlice, listSize } from '../../objects/list.ts';
import { writeIgnoredAtExit } from '../../objects/late-values.ts';
import { builtinModule } from '../../objects/module.ts';
import * as O from '../../objects/object.ts';
import { clearOwned, decref, newRef, xdecref } from '../../objects/refcount.ts';
import { type Runtime, STATE } from '../../objects/runtime.ts';
import { tupleFromRow, tupleItem, tuplePack } from '../../objects/tuple.ts';
import { fastKeywords, noArgs, oneArg } from '../../objects/type-spec.ts';

function callbacks(rt: Runtime): Addr {
  if (rt.statePtr(STATE.atexit) === 0) rt.setPtr(rt.state + STATE.atexit, listNew(rt, 0));
  return rt.statePtr(STATE.atexit);
}

/** v3.13.0 atexit_register */
function register(rt: Runtime, _self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (nargs === 0) {
    const text = 'register() takes at least 1 argument (0 given)';
    return raise(rt, rt.exc.TypeError, text);
  }
  const func = rt.arg(argv, 0);
  if (!O.isCallable(rt, func)) {
    return raise(rt, rt.exc.TypeError, 'the first argument must be callable');
  }
  const args = tupleFromRow(rt, argv + 8, nargs - 1);
  const kwargs = kwnames === 0 ? newRef(rt, rt.none) : dictFromRow(rt, argv + 8 * nargs, kwnames);
  const entry = args === 0 || kwargs === 0 ? 0 : tuplePack(rt, func, args, kwargs);
  const failed = entry === 0 || listAppend(rt, callbacks(rt), entry) < 0;
  for (const p of [args, kwargs, entry]) xdecref(rt, p);
  return failed ? 0 : newRef(rt, func);
}

/** v3.13.0 atexit_unregister */
function unregister(rt: Runtime, _self: Addr, func: Addr): Addr {
  const list = callbacks(rt);
  for (let i = listSize(rt, list) - 1; i >= 0; i--) {
    const same = O.richCompareBool(rt, tupleItem(rt, listItem(rt, list, i), 0), func, O.EQ);
    if (same < 0) return 0;
    if (same > 0) listSetSlice(rt, list, i, i + 1, 0);
  }
  return newRef(rt, rt.none);
}

/** Calls what is registered, the last first. v3.13.0 atexit_callfuncs */
export function runAtexit(rt: Runtime): void {
  const list = rt.statePtr(STATE.atexit);
  if (list === 0) return;
  while (listSize(rt, list) > 0) {
    const last = listSize(rt, list) - 1;
    const entry = newRef(rt, listItem(rt, list, last));
    listSetSlice(rt, list, last, last + 1, 0);
    const kwargs = tupleItem(rt, entry, 2);
    const func = tupleItem(rt, entry, 0);
    const result = callObject(rt, func, tupleItem(rt, entry, 1), kwargs === rt.none ? 0 : kwargs);
    if (result !== 0) decref(rt, result);
    else writeIgnoredAtExit(rt, func);
    decref(rt, entry);
  }
  clearOwned(rt, rt.state + STATE.atexit);
}

export function createAtexitModule(rt: Runtime): Addr {
  return builtinModule(rt, 'atexit', {
    register: fastKeywords(register),
    unregister: oneArg(unregister),
    _clear: noArgs((r) => {
      const list = callbacks(r);
      listSetSlice(r, list, 0, listSize(r, list), 0);
      return newRef(r, r.none);
    }),
    _ncallbacks: noArgs((r) => newInt(r, listSize(r, callbacks(r)))),
    _run_exitfuncs: noArgs((r) => {
      runAtexit(r);
      return newRef(r, r.none);
    }),
  });
}
