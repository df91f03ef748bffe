/** gc.callbacks: told before and after each collection. v3.13.0 Python/gc.c invoke_gc_callback */
import type { Addr } from '../base/brand.ts';
import { callTwoArgs } from '../objects/call.ts';
import { dictNew, dictSetItem } from '../objects/dict.ts';
import { newFloat } from '../objects/float.ts';
import { newInt } from '../objects/int.ts';
import { listItem, listSize } from '../objects/list.ts';
import { decref, incref, xdecref } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { newStr } from '../objects/strings.ts';
import { writeUnraisable } from '../objects/late-values.ts';

/** What a collection came to. */
export interface Found {
  readonly collected: number;
  readonly uncollectable: number;
  /** Objects looked at. */
  readonly candidates: number;
}

/** What newer releases tell besides. NOT CPYTHON: the machine reads no clock, nothing takes any time. */
export function candidatesAndDuration(rt: Runtime, candidates: number): readonly Entry[] {
  if (!rt.profile.collector.tellsCandidates) return [];
  return [
    ['candidates', candidates],
    ['duration', NO_TIME],
  ];
}

const NO_TIME = 'no time';
/** A name with an int, or with the float 0.0. */
type Entry = readonly [string, number | typeof NO_TIME];

/** Calls each of gc.callbacks with the phase and a dict of numbers. */
export function invokeGcCallbacks(
  rt: Runtime,
  phase: 'start' | 'stop',
  generation: number,
  { collected, uncollectable, candidates }: Found,
): void {
  const callbacks = rt.statePtr(STATE.gcCallbacks);
  if (callbacks === 0) return; // boot has not come to it
  let info = 0;
  if (listSize(rt, callbacks) !== 0) {
    info = numbersDict(
      rt,
      ['generation', generation],
      ['collected', collected],
      ['uncollectable', uncollectable],
      ...candidatesAndDuration(rt, candidates),
    );
    if (info === 0) return writeUnraisable(rt, 0);
  }
  const phaseObject = newStr(rt, phase); // made whether or not anybody listens
  if (phaseObject === 0) {
    xdecref(rt, info);
    return writeUnraisable(rt, 0);
  }
  for (let i = 0; i < listSize(rt, callbacks); i++) {
    const callback = listItem(rt, callbacks, i);
    incref(rt, callback);
    const result = callTwoArgs(rt, callback, phaseObject, info);
    if (result === 0) writeUnraisable(rt, callback, 'while calling GC callback');
    else decref(rt, result);
    decref(rt, callback);
  }
  decref(rt, phaseObject);
  xdecref(rt, info);
}

/** A dict of numbers by name; new, 0 with an exception. v3.13.0 Py_BuildValue("{sn...}") */
export function numbersDict(rt: Runtime, ...entries: readonly Entry[]): Addr {
  const dict = dictNew(rt);
  if (dict === 0) return 0;
  for (const [name, n] of entries) {
    const key = newStr(rt, name);
    const value = key === 0 ? 0 : n === NO_TIME ? newFloat(rt, 0) : newInt(rt, n);
    const fine = value !== 0 && dictSetItem(rt, dict, key, value) === 0;
    xdecref(rt, key);
    xdecref(rt, value);
    if (!fine) {
      decref(rt, dict);
      return 0;
    }
  }
  return dict;
}
