/** What stands in async-generator.ts and is fetched when a program needs it: see there. */
import type { Addr } from '../base/brand.ts';
import {
  errClear,
  errFetch,
  errMatches,
  errOccurred,
  errRestore,
  raise,
  raiseNone,
} from '../objects/errors.ts';
import { freeListPop, freeListPush } from '../objects/freelists.ts';
import { gcDel, gcNew, gcTrack, gcUntrack, initObject } from '../objects/gc-object.ts';
import * as L from '../objects/layouts.ts';
import { clearOwned, decref, newRef, xdecref } from '../objects/refcount.ts';
import { FREE_ASEND, FREE_ASYNC_VALUE, type Runtime } from '../objects/runtime.ts';
import { strToJs } from '../objects/strings.ts';
import { callFinalizerFromDealloc } from '../objects/subtype.ts';
import { tupleFromRow, tupleItem, tupleSize } from '../objects/tuple.ts';
import {
  AG_CLOSED,
  AG_RUNNING,
  FRAME_COMPLETED,
  GEN_QUALNAME,
  generatorState,
  raiseStopIteration,
  sendInto,
  throwInto,
} from './generator.ts';
import type { Stepper } from './stepper.ts';
import { warnUnawaitedMethod } from './late-parts.ts';
import { GEN, GIVEN, SIZE, VALUE, VALUE_SIZE } from './async-generator.ts';

const STATE = 32;
/** v3.13.0 AwaitableState */
const INIT = 0;
const ITER = 1;
const CLOSED = 2;
/** v3.13.0 Include/internal/pycore_freelist.h _PyAsyncGen_MAXFREELIST, in every release */
const MAX_FREE = 80;

// ---- the box of a value --------------------------------------------------------------------------

/** `yield value` in an asynchronous generator; new. v3.13.0 _PyAsyncGenValueWrapperNew */
export function wrapAsyncValue(rt: Runtime, value: Addr): Addr {
  const type = rt.types.asyncGenWrappedValue;
  let box = freeListPop(rt, FREE_ASYNC_VALUE);
  if (box !== 0) initObject(rt, box, type);
  else box = gcNew(rt, type, VALUE_SIZE);
  if (box === 0) return 0;
  rt.setPtr(box + VALUE, newRef(rt, value));
  gcTrack(rt, box);
  return box;
}

export function valueDealloc(rt: Runtime, box: Addr): void {
  gcUntrack(rt, box);
  clearOwned(rt, box + VALUE);
  if (!freeListPush(rt, FREE_ASYNC_VALUE, box, MAX_FREE)) gcDel(rt, box);
}

function isBox(rt: Runtime, p: Addr): boolean {
  return rt.typeOf(p) === rt.types.asyncGenWrappedValue;
}

/**
 * What came out of the generator (stolen): a boxed value ends the await with it, anything else goes
 * on to the event loop, nothing is the end. v3.13.0 async_gen_unwrap_value
 */
function unwrap(rt: Runtime, gen: Addr, result: Addr): Addr {
  if (result === 0) {
    if (!errOccurred(rt)) raiseNone(rt, rt.exc.StopAsyncIteration);
    if (isEnd(rt)) rt.u8[gen + AG_CLOSED] = 1;
    rt.u8[gen + AG_RUNNING] = 0;
    return 0;
  }
  if (!isBox(rt, result)) return result;
  const value = newRef(rt, rt.ptr(result + VALUE));
  raiseStopIteration(rt, value);
  decref(rt, result);
  rt.u8[gen + AG_RUNNING] = 0;
  return 0;
}

function isEnd(rt: Runtime): boolean {
  return errMatches(rt, rt.exc.StopAsyncIteration) || errMatches(rt, rt.exc.GeneratorExit);
}

// ---- what asend and athrow share -----------------------------------------------------------------

export function awaitableNew(rt: Runtime, type: Addr, gen: Addr, given: Addr): Addr {
  let p = type === rt.types.asyncGenASend ? freeListPop(rt, FREE_ASEND) : 0;
  if (p !== 0) initObject(rt, p, type);
  else p = gcNew(rt, type, SIZE);
  if (p === 0) return 0;
  rt.setPtr(p + GEN, newRef(rt, gen));
  rt.setPtr(p + GIVEN, given === 0 ? 0 : newRef(rt, given));
  rt.setPtr(p + STATE, 0);
  gcTrack(rt, p);
  return p;
}

function stateOf(rt: Runtime, p: Addr): number {
  return rt.i32[(p + STATE) >> 2]!;
}

function setState(rt: Runtime, p: Addr, state: number): void {
  rt.i32[(p + STATE) >> 2] = state;
}

function genOf(rt: Runtime, p: Addr): Addr {
  return rt.ptr(p + GEN);
}

/** The await ends: the generator is free again. */
function close(rt: Runtime, p: Addr): void {
  rt.u8[genOf(rt, p) + AG_RUNNING] = 0;
  setState(rt, p, CLOSED);
}

/** `anext()`, `aclose()` or `athrow()`, for messages. */
function callText(rt: Runtime, p: Addr): string {
  if (rt.typeOf(p) === rt.types.asyncGenASend) return 'anext()';
  return rt.ptr(p + GIVEN) === 0 ? 'aclose()' : 'athrow()';
}

function reused(rt: Runtime, p: Addr): 0 {
  const isSend = rt.typeOf(p) === rt.types.asyncGenASend;
  const what = isSend ? '__anext__()/asend()' : 'aclose()/athrow()';
  return raise(rt, rt.exc.RuntimeError, `cannot reuse already awaited ${what}`);
}

/** Takes the generator for this await; false with RuntimeError when another has it. */
function begin(rt: Runtime, p: Addr): boolean {
  const running = genOf(rt, p) + AG_RUNNING;
  if (rt.u8[running] !== 0) {
    setState(rt, p, CLOSED);
    const text = `${callText(rt, p)}: asynchronous generator is already running`;
    raise(rt, rt.exc.RuntimeError, text);
    return false;
  }
  setState(rt, p, ITER);
  rt.u8[running] = 1;
  return true;
}

/** Nobody awaited it. v3.13.0 async_gen_asend_finalize, async_gen_athrow_finalize */
export function finalize(rt: Runtime, p: Addr): void {
  if (stateOf(rt, p) !== INIT || !rt.profile.coroutines.warnsOfAsyncGenMethods) return;
  const gen = genOf(rt, p);
  const isSend = rt.typeOf(p) === rt.types.asyncGenASend;
  const method = isSend ? 'asend' : rt.ptr(p + GIVEN) === 0 ? 'aclose' : 'athrow';
  const kept = errFetch(rt);
  warnUnawaitedMethod(rt, gen, method, strToJs(rt, rt.ptr(gen + GEN_QUALNAME)));
  errRestore(rt, kept);
}

export function awaitableDealloc(rt: Runtime, p: Addr): void {
  if (callFinalizerFromDealloc(rt, p)) return;
  gcUntrack(rt, p);
  clearOwned(rt, p + GEN);
  const given = rt.ptr(p + GIVEN);
  rt.setPtr(p + GIVEN, 0);
  xdecref(rt, given);
  rt.i32[(p + L.GC_PREV) >> 2]! &= ~L.GC_PREV_FINALIZED;
  const keeps = rt.typeOf(p) === rt.types.asyncGenASend;
  if (!keeps || !freeListPush(rt, FREE_ASEND, p, MAX_FREE)) gcDel(rt, p);
}
export type Send = (rt: Runtime, p: Addr, value: Addr) => Addr;
export type Throw = (rt: Runtime, p: Addr, type: Addr, value: Addr) => Addr;

/** v3.13.0 async_gen_asend_close, async_gen_athrow_close */
export function closeBy(rt: Runtime, p: Addr, throwing: Throw): Addr {
  if (stateOf(rt, p) === CLOSED) return newRef(rt, rt.none);
  const result = throwing(rt, p, rt.exc.GeneratorExit, 0);
  if (result !== 0) {
    decref(rt, result);
    return raise(rt, rt.exc.RuntimeError, 'coroutine ignored GeneratorExit');
  }
  if (!isEnd(rt) && !errMatches(rt, rt.exc.StopIteration)) return 0;
  errClear(rt);
  return newRef(rt, rt.none);
}

// ---- asend ---------------------------------------------------------------------------------------

/** v3.13.0 async_gen_asend_send */
export function asendSend(rt: Runtime, stepper: Stepper, p: Addr, given: Addr): Addr {
  const state = stateOf(rt, p);
  const gen = genOf(rt, p);
  if (state === CLOSED) return reused(rt, p);
  let value = given;
  if (state === INIT) {
    if (!begin(rt, p)) return 0;
    if (value === rt.none) value = rt.ptr(p + GIVEN) || rt.none;
  }
  rt.u8[gen + AG_RUNNING] = 1;
  const result = unwrap(rt, gen, sendInto(rt, stepper, gen, value));
  if (result === 0) setState(rt, p, CLOSED);
  return result;
}

/** v3.13.0 async_gen_asend_throw */
export function asendThrow(rt: Runtime, stepper: Stepper, p: Addr, type: Addr, value: Addr): Addr {
  const state = stateOf(rt, p);
  const gen = genOf(rt, p);
  if (state === CLOSED) return reused(rt, p);
  if (state === INIT && !begin(rt, p)) return 0;
  const result = unwrap(rt, gen, throwInto(rt, stepper, gen, type, value));
  if (result === 0) setState(rt, p, CLOSED);
  return result;
}

// ---- athrow and aclose ---------------------------------------------------------------------------

/** v3.13.0 async_gen_athrow_send */
export function athrowSend(rt: Runtime, stepper: Stepper, p: Addr, value: Addr): Addr {
  const gen = genOf(rt, p);
  const state = stateOf(rt, p);
  if (state === CLOSED) return reused(rt, p);
  if (generatorState(rt, gen) >= FRAME_COMPLETED) {
    setState(rt, p, CLOSED);
    return raiseNone(rt, rt.exc.StopIteration);
  }
  if (state === INIT) return athrowBegin(rt, stepper, p, value);
  const result = sendInto(rt, stepper, gen, value);
  if (rt.ptr(p + GIVEN) === 0) return acloseResult(rt, p, result);
  const unwrapped = unwrap(rt, gen, result);
  if (unwrapped === 0) setState(rt, p, CLOSED);
  return unwrapped;
}

function athrowBegin(rt: Runtime, stepper: Stepper, p: Addr, value: Addr): Addr {
  const gen = genOf(rt, p);
  if (rt.u8[gen + AG_RUNNING] === 0 && rt.u8[gen + AG_CLOSED] !== 0) {
    setState(rt, p, CLOSED);
    return raiseNone(rt, rt.exc.StopAsyncIteration);
  }
  if (rt.u8[gen + AG_RUNNING] === 0 && value !== rt.none) {
    const text = "can't send non-None value to a just-started coroutine";
    return raise(rt, rt.exc.RuntimeError, text);
  }
  if (!begin(rt, p)) return 0;
  const args = rt.ptr(p + GIVEN);
  if (args === 0) {
    rt.u8[gen + AG_CLOSED] = 1;
    const thrown = throwInto(rt, stepper, gen, rt.exc.GeneratorExit, 0, false);
    return acloseResult(rt, p, thrown);
  }
  const second = tupleSize(rt, args) > 1 ? tupleItem(rt, args, 1) : 0;
  const thrown = throwInto(rt, stepper, gen, tupleItem(rt, args, 0), second, false);
  const result = unwrap(rt, gen, thrown);
  if (result === 0) close(rt, p);
  return result;
}

/** What the generator did when it was told to end; `result` stolen. */
function acloseResult(rt: Runtime, p: Addr, result: Addr): Addr {
  if (result !== 0 && !isBox(rt, result)) return result;
  close(rt, p);
  if (result !== 0) {
    decref(rt, result);
    return raise(rt, rt.exc.RuntimeError, 'async generator ignored GeneratorExit');
  }
  return acloseEnd(rt);
}

/** The end of the generator is the end of the await, and no error. */
function acloseEnd(rt: Runtime): 0 {
  if (!isEnd(rt)) return 0;
  errClear(rt);
  return raiseNone(rt, rt.exc.StopIteration);
}

/** v3.13.0 async_gen_athrow_throw */
export function athrowThrow(rt: Runtime, stepper: Stepper, p: Addr, type: Addr, value: Addr): Addr {
  const gen = genOf(rt, p);
  const state = stateOf(rt, p);
  if (state === CLOSED) return reused(rt, p);
  if (state === INIT && !begin(rt, p)) return 0;
  const result = throwInto(rt, stepper, gen, type, value);
  if (rt.ptr(p + GIVEN) === 0) return acloseResult(rt, p, result);
  const unwrapped = unwrap(rt, gen, result);
  if (unwrapped === 0) setState(rt, p, CLOSED);
  return unwrapped;
}

// ---- the generator -------------------------------------------------------------------------------

/** v3.13.0 async_gen_athrow */
export function athrow(rt: Runtime, gen: Addr, argv: Addr, nargs: number): Addr {
  const args = tupleFromRow(rt, argv, nargs);
  if (args === 0) return 0;
  const result = awaitableNew(rt, rt.types.asyncGenAThrow, gen, args);
  decref(rt, args);
  return result;
}
