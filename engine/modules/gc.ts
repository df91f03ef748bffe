/** The module gc: the collector's knobs and windows. v3.13.0 Modules/gcmodule.c */
import type { Addr } from '../base/brand.ts';
import { mayBeInteger } from '../objects/clinic.ts';
import { candidatesAndDuration, numbersDict } from '../collector/callbacks.ts';
import { collect as runCollector } from '../collector/collect.ts';
import {
  DEBUG_COLLECTABLE,
  DEBUG_LEAK,
  DEBUG_SAVEALL,
  DEBUG_STATS,
  DEBUG_UNCOLLECTABLE,
} from '../collector/debug.ts';
import { fromGc, gcListMerge, gcListSize, gcNext } from '../collector/gc-list.ts';
import { freezeSpaces } from '../collector/late-parts.ts';
import { traverseNode } from '../collector/reachability.ts';
import { numberedHead } from '../collector/spaces.ts';
import { GENERATIONS, OLDEST, STATS_SIZE } from '../collector/statistics.ts';
import { type Params, parseArgs } from '../objects/args.ts';
import { newBool } from '../objects/bool.ts';
import { isDict } from '../objects/dict.ts';
import { dictReferents } from '../objects/dict-collect.ts';
import { errOccurred, raise } from '../objects/errors.ts';
import {
  GENERATION_COUNT,
  GENERATION_THRESHOLD,
  generationHead,
  isTracked,
  PERMANENT_GENERATION,
} from '../objects/gc-object.ts';
import { objectIsGc } from '../objects/gc-tracking.ts';
import { intSign, intToNumber, isInt, newInt } from '../objects/int.ts';
import { GC_PREV, GC_PREV_FINALIZED, METH_VARARGS, TP_TRAVERSE } from '../objects/layouts.ts';
import { listAppend, listAppendSteal, listNew } from '../objects/list.ts';
import { builtinModule, moduleAddSteal } from '../objects/module.ts';
import { asSsize, isIndex, numberIndex, typeNameOf } from '../objects/object.ts';
import { decref, newRef } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { tupleItem, tupleNew, tupleSetItem, tupleSize } from '../objects/tuple.ts';
import { fastKeywords, type MethodSpec, noArgs, oneArg } from '../objects/type-spec.ts';

const INT_MAX = 2 ** 31 - 1;
const INT_MIN = -(2 ** 31);

/** `self.name(*args)` with a tuple: it is made for the call, and count 0 shows it. METH_VARARGS */
function varArgs(fn: (rt: Runtime, self: Addr, args: Addr) => Addr): MethodSpec {
  return { flags: METH_VARARGS, fn };
}

function none(rt: Runtime): Addr {
  return newRef(rt, rt.none);
}

/** Thresholds belong to the lists as they lie in memory, whatever their numbers are now. */
function getThreshold(rt: Runtime): Addr {
  return threeInts(
    rt,
    [0, 1, 2].map((n) => rt.i32[(generationHead(rt, n) + GENERATION_THRESHOLD) >> 2]!),
  );
}

function getCount(rt: Runtime): Addr {
  return threeInts(
    rt,
    [0, 1, 2].map((n) => rt.i32[(numberedHead(rt, n) + GENERATION_COUNT) >> 2]!),
  );
}

/** A tuple of one number a generation. The numbers were read before it is made: it counts itself. */
function threeInts(rt: Runtime, numbers: readonly number[]): Addr {
  const result = tupleNew(rt, GENERATIONS);
  if (result === 0) return 0;
  for (let n = 0; n < GENERATIONS; n++) {
    const value = newInt(rt, numbers[n]!);
    if (value === 0) {
      decref(rt, result);
      return 0;
    }
    tupleSetItem(rt, result, n, value);
  }
  return result;
}

// ---- arguments -----------------------------------------------------------------------------------

/** A C int; NaN with an exception. v3.13.0 Python/getargs.c, format "i" */
function cInt(rt: Runtime, p: Addr, texts: readonly [string, string]): number {
  if (!mayBeInteger(rt, p)) return NaN;
  const index = numberIndex(rt, p);
  if (index === 0) return NaN;
  const value = intToNumber(rt, index);
  const isNegative = intSign(rt, index) < 0;
  decref(rt, index);
  if (value >= INT_MIN && value <= INT_MAX) return value;
  raise(rt, rt.exc.OverflowError, texts[isNegative ? 1 : 0]);
  return NaN;
}

/** What Argument Clinic says of an int that is no C int. v3.13.0 PyLong_AsInt */
const CLINIC = [
  'Python int too large to convert to C int',
  'Python int too large to convert to C int',
] as const;
/** What PyArg_ParseTuple says of it. */
const PARSE = [
  'signed integer is greater than maximum',
  'signed integer is less than minimum',
] as const;

const GENERATION: Params = { names: ['generation'], required: 0, positional: 1 };
const given = new Int32Array(1);

// ---- collecting ----------------------------------------------------------------------------------

/** `gc.collect(generation=2)`: how many objects were unreachable. v3.13.0 gc_collect_impl */
function collect(rt: Runtime, _self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!parseArgs(rt, 'collect', GENERATION, given, argv, nargs, kwnames)) return 0;
  const generation = given[0] === 0 ? OLDEST : cInt(rt, given[0]!, CLINIC);
  if (Number.isNaN(generation)) return 0;
  if (generation < 0 || generation > OLDEST) {
    return raise(rt, rt.exc.ValueError, 'invalid generation');
  }
  return newInt(rt, runCollector(rt, generation, 'manual'));
}

function setEnabled(enabled: 0 | 1) {
  return (rt: Runtime): Addr => {
    rt.i32[(rt.state + STATE.gcEnabled) >> 2] = enabled;
    return none(rt);
  };
}

function isEnabled(rt: Runtime): Addr {
  return newBool(rt, rt.i32[(rt.state + STATE.gcEnabled) >> 2] !== 0);
}

function wrongCount(rt: Runtime, nargs: number): 0 {
  if (rt.profile.texts.thresholdsAreGrouped) {
    return raise(rt, rt.exc.TypeError, 'gc.set_threshold requires 1 to 3 arguments');
  }
  const most = nargs === 0 ? 'at least 1 argument' : 'at most 3 arguments';
  return raise(rt, rt.exc.TypeError, `set_threshold() takes ${most} (${nargs} given)`);
}

/** `gc.set_threshold(t0[, t1[, t2]])`. v3.13.0 gc_set_threshold_impl */
function setThreshold(rt: Runtime, _self: Addr, args: Addr): Addr {
  const nargs = tupleSize(rt, args);
  if (nargs < 1 || nargs > GENERATIONS) {
    return wrongCount(rt, nargs);
  }
  const values: number[] = [];
  for (let n = 0; n < nargs; n++) {
    const value = cInt(rt, tupleItem(rt, args, n), PARSE);
    if (Number.isNaN(value)) return 0;
    values.push(value);
  }
  const incremental = rt.profile.collector.kind === 'incremental';
  values.forEach((value, n) => {
    if (incremental && n === OLDEST) return; // it has no third one, and says nothing
    rt.i32[(generationHead(rt, n) + GENERATION_THRESHOLD) >> 2] = value;
  });
  return none(rt);
}

// ---- statistics ----------------------------------------------------------------------------------

/** `gc.get_stats()`: a dict for each generation. v3.13.0 gc_get_stats_impl */
function getStats(rt: Runtime): Addr {
  const result = listNew(rt, 0);
  if (result === 0) return 0;
  for (let n = 0; n < GENERATIONS; n++) {
    const at = rt.state + STATE.gcStats + n * STATS_SIZE;
    const dict = numbersDict(
      rt,
      ['collections', rt.size(at)],
      ['collected', rt.size(at + 8)],
      ['uncollectable', rt.size(at + 16)],
      ...candidatesAndDuration(rt, rt.size(rt.state + STATE.gcCandidates + 8 * n)),
    );
    if (dict === 0 || listAppendSteal(rt, result, dict) < 0) {
      decref(rt, result);
      return 0;
    }
  }
  return result;
}

function setDebug(rt: Runtime, _self: Addr, flags: Addr): Addr {
  const value = cInt(rt, flags, CLINIC);
  if (Number.isNaN(value)) return 0;
  rt.i32[(rt.state + STATE.gcDebug) >> 2] = value;
  return none(rt);
}

function getDebug(rt: Runtime): Addr {
  return newInt(rt, rt.i32[(rt.state + STATE.gcDebug) >> 2]!);
}

// ---- looking at objects --------------------------------------------------------------------------

/** The generation asked for, -1 for all; NaN with an exception. v3.13.0 _Py_convert_optional_to_ssize_t */
function generationArgument(rt: Runtime, p: Addr): number {
  if (p === 0 || p === rt.none) return -1;
  if (!isInt(rt, p) && !isIndex(rt, p)) {
    const type = typeNameOf(rt, p);
    raise(rt, rt.exc.TypeError, `argument should be integer or None, not '${type}'`);
    return NaN;
  }
  const n = asSsize(rt, p, rt.exc.OverflowError);
  if (n === -1 && errOccurred(rt)) return NaN;
  if (n > OLDEST) {
    const text = 'generation parameter must be less than the number of available generations';
    raise(rt, rt.exc.ValueError, `${text} (${GENERATIONS})`);
    return NaN;
  }
  if (n >= -1) return n;
  raise(rt, rt.exc.ValueError, 'generation parameter cannot be negative');
  return NaN;
}

/** `gc.get_objects(generation=None)`. v3.13.0 _PyGC_GetObjects */
function getObjects(rt: Runtime, _self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!parseArgs(rt, 'get_objects', GENERATION, given, argv, nargs, kwnames)) return 0;
  const generation = generationArgument(rt, given[0]!);
  if (Number.isNaN(generation)) return 0;
  const result = listNew(rt, 0);
  if (result === 0) return 0;
  for (const n of listsOf(rt, generation)) {
    if (appendObjects(rt, result, generationHead(rt, n)) < 0) {
      decref(rt, result);
      return 0;
    }
  }
  return result;
}

/** The lists, as they lie in memory, that make up a generation; -1 is all. */
function listsOf(rt: Runtime, generation: number): readonly number[] {
  if (generation < 0) return [0, 1, 2];
  if (generation === 0 || rt.profile.collector.kind === 'generational') return [generation];
  // there is no generation 1, and both spaces are old
  return generation === 1 ? [] : [1, 2];
}

/** v3.13.0 append_objects */
function appendObjects(rt: Runtime, result: Addr, list: Addr): number {
  for (let node = gcNext(rt, list); node !== list; node = gcNext(rt, node)) {
    const p = fromGc(node);
    if (p !== result && listAppend(rt, result, p) < 0) return -1;
  }
  return 0;
}

/** `gc.get_referrers(*objs)`. v3.13.0 gc_get_referrers_impl, gc_referrers_for */
function getReferrers(rt: Runtime, _self: Addr, args: Addr): Addr {
  const result = listNew(rt, 0);
  if (result === 0) return 0;
  const wanted = new Set<Addr>();
  for (let i = 0, n = tupleSize(rt, args); i < n; i++) wanted.add(tupleItem(rt, args, i));
  let refers = false;
  const visit = (p: Addr): void => {
    refers ||= wanted.has(p);
  };
  for (let n = 0; n < GENERATIONS; n++) {
    const list = numberedHead(rt, n);
    for (let node = gcNext(rt, list); node !== list; node = gcNext(rt, node)) {
      if (fromGc(node) === result || fromGc(node) === args) continue;
      refers = false;
      traverseNode(rt, node, visit);
      if (refers && listAppend(rt, result, fromGc(node)) < 0) {
        decref(rt, result);
        return 0;
      }
    }
  }
  return result;
}

/** `gc.get_referents(*objs)`. v3.13.0 gc_get_referents_impl */
function getReferents(rt: Runtime, _self: Addr, args: Addr): Addr {
  const result = listNew(rt, 0);
  if (result === 0) return 0;
  let failed = false;
  const visit = (p: Addr): void => {
    if (!failed && listAppend(rt, result, p) < 0) failed = true;
  };
  for (let i = 0, n = tupleSize(rt, args); i < n; i++) {
    const p = tupleItem(rt, args, i);
    if (!objectIsGc(rt, p)) continue;
    const traverse = rt.ptr(rt.typeOf(p) + TP_TRAVERSE);
    if (isDict(rt, p)) dictReferents(rt, p, visit);
    else if (traverse !== 0) rt.fns[traverse]!(rt, p, visit);
  }
  if (!failed) return result;
  decref(rt, result);
  return 0;
}

function gcIsTracked(rt: Runtime, _self: Addr, p: Addr): Addr {
  return newBool(rt, objectIsGc(rt, p) && isTracked(rt, p));
}

function isFinalized(rt: Runtime, _self: Addr, p: Addr): Addr {
  const finalized = objectIsGc(rt, p) && rt.i32[(p + GC_PREV) >> 2]! & GC_PREV_FINALIZED;
  return newBool(rt, Boolean(finalized));
}

// ---- the permanent generation --------------------------------------------------------------------

/** `gc.freeze()`: nothing that lives now is looked at again. v3.13.0 _PyGC_Freeze */
function freeze(rt: Runtime): Addr {
  if (rt.profile.collector.kind === 'incremental') {
    freezeSpaces(rt);
    return none(rt);
  }
  for (let n = 0; n < GENERATIONS; n++) {
    gcListMerge(rt, generationHead(rt, n), generationHead(rt, PERMANENT_GENERATION));
    rt.i32[(generationHead(rt, n) + GENERATION_COUNT) >> 2] = 0;
  }
  return none(rt);
}

/** v3.13.0, v3.14.2 _PyGC_Unfreeze */
function unfreeze(rt: Runtime): Addr {
  const incremental = rt.profile.collector.kind === 'incremental';
  const old = numberedHead(rt, incremental ? 1 : OLDEST);
  gcListMerge(rt, generationHead(rt, PERMANENT_GENERATION), old);
  return none(rt);
}

function getFreezeCount(rt: Runtime): Addr {
  return newInt(rt, gcListSize(rt, generationHead(rt, PERMANENT_GENERATION)));
}

/** Makes the module; new. v3.13.0 PyInit_gc */
export function createGcModule(rt: Runtime): Addr {
  const absent = rt.profile.absent['gc'] ?? [];
  const module = builtinModule(rt, 'gc', {
    enable: noArgs(setEnabled(1)),
    disable: noArgs(setEnabled(0)),
    isenabled: noArgs(isEnabled),
    set_debug: oneArg(setDebug),
    get_debug: noArgs(getDebug),
    get_count: noArgs(getCount),
    set_threshold: varArgs(setThreshold),
    get_threshold: noArgs(getThreshold),
    collect: fastKeywords(collect),
    get_objects: fastKeywords(getObjects),
    get_stats: noArgs(getStats),
    is_tracked: oneArg(gcIsTracked),
    ...(absent.includes('is_finalized') ? {} : { is_finalized: oneArg(isFinalized) }),
    get_referrers: varArgs(getReferrers),
    get_referents: varArgs(getReferents),
    freeze: noArgs(freeze),
    unfreeze: noArgs(unfreeze),
    get_freeze_count: noArgs(getFreezeCount),
  });
  if (module === 0) return 0;
  moduleAddSteal(rt, module, 'garbage', newRef(rt, rt.statePtr(STATE.gcGarbage)));
  moduleAddSteal(rt, module, 'callbacks', newRef(rt, rt.statePtr(STATE.gcCallbacks)));
  for (const [name, flag] of Object.entries({
    DEBUG_STATS,
    DEBUG_COLLECTABLE,
    DEBUG_UNCOLLECTABLE,
    DEBUG_SAVEALL,
    DEBUG_LEAK,
  })) {
    moduleAddSteal(rt, module, name, newInt(rt, flag));
  }
  return module;
}
