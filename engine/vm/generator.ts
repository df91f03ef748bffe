/**
 * Generators, coroutines and asynchronous generators: a frame that stays when its function yields.
 *
 * The frame lies inside the generator object, behind its head, or, where frames are objects of the
 * heap, the generator holds it. While the generator runs, its frame is
 * linked to the caller's, and its own handled exception lies over the caller's (`gi_exc_state`).
 * v3.13.0 Objects/genobject.c, Include/internal/pycore_genobject.h
 */
import type { Addr } from '../base/brand.ts';
import { unholdTraceback } from '../objects/held-traceback.ts';
import { CO_ASYNC_GENERATOR, CO_COROUTINE, CO_ITERABLE_COROUTINE } from '../compile/index.ts';
import * as Op from '../compile/opcodes.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { callOneArg } from '../objects/call.ts';
import {
  createException,
  errClear,
  errFetch,
  errMatches,
  errOccurred,
  errRestore,
  isExceptionClass,
  isExceptionInstance,
  raise,
  raiseException,
  raiseObject,
} from '../objects/errors.ts';
import { gcNew, gcTrack } from '../objects/gc-object.ts';
import * as L from '../objects/layouts.ts';
import {
  callMethod,
  callMethodOneArg,
  getIter,
  lookupAttr,
  isIterator,
  slotOf,
  typeNameOf,
} from '../objects/object.ts';
import { clearOwned, decref, incref, newRef } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { isSubtype } from '../objects/type-object.ts';
import type { Visit } from '../objects/type-spec.ts';
import { runFrame } from './calls.ts';
import {
  clearFrame,
  currentFrame,
  frameCode,
  HEAP_FRAME,
  popFrom,
  pushOn,
  setCurrentFrame,
} from './frames.ts';
import { heapFrames } from './late-parts.ts';
import { own, ownRow } from './stack-refs.ts';
import type { Stepper } from './stepper.ts';
import { OPERATION } from './super-instructions.ts';

export const GEN_WEAKREFLIST = 16;
export const GEN_NAME = 24;
export const GEN_QUALNAME = 32;
export const GEN_EXC_STATE = 40;
export const GEN_ORIGIN = 56;
/** Of an asynchronous generator, a byte each: aclose() was awaited; an asend() or athrow() is. */
export const AG_CLOSED = 65;
export const AG_RUNNING = 66;
export const GEN_FRAME_STATE = 67;

/** Where frames are objects of the heap: gi_frame, 0 when it has ended, and gi_code. */
export const GEN_FRAME = 72;
export const GEN_CODE = 80;

/** v3.13.0 Include/internal/pycore_frame.h enum _framestate */
export const FRAME_CREATED = -3;
export const FRAME_SUSPENDED = -2;
export const FRAME_SUSPENDED_YIELD_FROM = -1;
export const FRAME_EXECUTING = 0;
/** closed before it ran: the frame is still there, and nothing will run it */
export const FRAME_COMPLETED = 1;
export const FRAME_CLEARED = 4;

export function generatorState(rt: Runtime, gen: Addr): number {
  return (rt.u8[gen + GEN_FRAME_STATE]! << 24) >> 24;
}

/** Whether the type is that of generators, coroutines or asynchronous generators. */
export function isGeneratorType(rt: Runtime, type: Addr): boolean {
  const { generator, coroutine, asyncGenerator } = rt.types;
  return type === generator || type === coroutine || type === asyncGenerator;
}

/** What messages call it. */
function kindText(rt: Runtime, gen: Addr): string {
  const type = rt.typeOf(gen);
  if (type === rt.types.coroutine) return 'coroutine';
  return type === rt.types.asyncGenerator ? 'async generator' : 'generator';
}

function typeForFlags(rt: Runtime, flags: number): Addr {
  if (flags & CO_COROUTINE) return rt.types.coroutine;
  return flags & CO_ASYNC_GENERATOR ? rt.types.asyncGenerator : rt.types.generator;
}

function setState(rt: Runtime, gen: Addr, state: number): void {
  rt.u8[gen + GEN_FRAME_STATE] = state & 255;
}

/** The frame of a generator, which lies inside it or in an object of the heap; 0 when that is gone. */
export function generatorFrame(rt: Runtime, gen: Addr): Addr {
  if (!rt.heapFrames) return gen + rt.layout.generatorHeader;
  const object = rt.ptr(gen + GEN_FRAME);
  return object === 0 ? 0 : object + HEAP_FRAME;
}

/** The generator of a frame that has one. */
export function generatorOfFrame(rt: Runtime, frame: Addr): Addr {
  if (rt.heapFrames) return rt.ptr(frame - HEAP_FRAME + L.FRAMEOBJ_GENERATOR);
  return frame - rt.layout.generatorHeader;
}

/** The code of a generator, whether it has ended or not; borrowed. */
export function generatorCode(rt: Runtime, gen: Addr): Addr {
  return rt.heapFrames ? rt.ptr(gen + GEN_CODE) : frameCode(rt, generatorFrame(rt, gen));
}

/**
 * Makes a generator that takes over `frame`, which stands at RETURN_GENERATOR.
 * v3.13.0 Objects/genobject.c _Py_MakeCoro, Python/bytecodes.c RETURN_GENERATOR
 */
export function makeGenerator(rt: Runtime, frame: Addr): Addr {
  const code = frameCode(rt, frame);
  const type = typeForFlags(rt, rt.i32[(code + L.CO_FLAGS) >> 2]!);
  if (rt.heapFrames) return heapFrames.code.makeHeapGenerator(rt, frame, type);
  const func = rt.ptr(frame + L.F_FUNCOBJ);
  const slots = rt.i32[(code + L.CO_NLOCALSPLUS) >> 2]! + rt.i32[(code + L.CO_STACKSIZE) >> 2]!;
  const bytes = rt.layout.generatorHeader + rt.layout.frameHeader + 8 * slots;
  const gen = gcNew(rt, type, bytes);
  if (gen === 0) return 0;
  rt.u8.fill(0, gen + GEN_WEAKREFLIST, gen + rt.layout.generatorHeader);
  rt.setPtr(gen + GEN_NAME, newRef(rt, rt.ptr(func + L.FUNC_NAME)));
  rt.setPtr(gen + GEN_QUALNAME, newRef(rt, rt.ptr(func + L.FUNC_QUALNAME)));
  setState(rt, gen, FRAME_CREATED);
  const inside = generatorFrame(rt, gen);
  const held = rt.i32[(frame + L.F_STACKTOP) >> 2]!;
  const used = rt.layout.frameHeader + 8 * held;
  ownRow(rt, (frame + rt.layout.frameHeader) >> 2, held);
  own(rt, (frame + L.F_FUNCOBJ) >> 2);
  rt.u8.copyWithin(inside, frame, frame + used);
  rt.setPtr(inside + L.F_PREVIOUS, 0);
  rt.u8[inside + L.F_HELD] = 0;
  rt.u8[inside + L.F_OWNER] = L.FRAME_OWNED_BY_GENERATOR;
  rt.vm.moveFrameObject(rt, inside);
  gcTrack(rt, gen);
  return gen;
}

/** Whether the loop can go into the generator itself instead of calling next(). */
export function generatorCanEnter(rt: Runtime, gen: Addr): boolean {
  const state = generatorState(rt, gen);
  return state < FRAME_EXECUTING && rt.i32[(rt.state + STATE.recursionRemaining) >> 2]! > 0;
}

/** Links the generator's frame to the running one and gives it `value` (counted); the frame. */
export function enterGenerator(rt: Runtime, gen: Addr, value: Addr): Addr {
  const frame = generatorFrame(rt, gen);
  pushOn(rt, frame, newRef(rt, value));
  linkGenerator(rt, gen, frame);
  return frame;
}

function linkGenerator(rt: Runtime, gen: Addr, frame: Addr): void {
  setState(rt, gen, FRAME_EXECUTING);
  const left = (rt.state + STATE.recursionRemaining) >> 2;
  rt.i32[left] = rt.i32[left]! - 1;
  rt.setPtr(gen + GEN_EXC_STATE + 8, rt.statePtr(STATE.excInfo));
  rt.setPtr(rt.state + STATE.excInfo, gen + GEN_EXC_STATE);
  rt.setPtr(frame + L.F_PREVIOUS, currentFrame(rt));
  if (rt.heapFrames) heapFrames.code.holdCaller(rt, frame, currentFrame(rt));
}

function unlinkGenerator(rt: Runtime, gen: Addr): void {
  const left = (rt.state + STATE.recursionRemaining) >> 2;
  rt.i32[left] = rt.i32[left]! + 1;
  rt.setPtr(rt.state + STATE.excInfo, rt.ptr(gen + GEN_EXC_STATE + 8));
  rt.setPtr(gen + GEN_EXC_STATE + 8, 0);
  const frame = generatorFrame(rt, gen);
  rt.setPtr(frame + L.F_PREVIOUS, 0);
  if (rt.heapFrames) heapFrames.code.dropCaller(rt, frame);
}

/** The running generator frame yields. @param kind operand of YIELD_VALUE: 1 inside `yield from` */
export function suspendGenerator(rt: Runtime, frame: Addr, kind: number): void {
  const gen = generatorOfFrame(rt, frame);
  setState(rt, gen, kind === 0 ? FRAME_SUSPENDED : FRAME_SUSPENDED_YIELD_FROM);
  unlinkGenerator(rt, gen);
}

/** The running generator's function returned or raised: its frame is dropped. clear_gen_frame */
export function endGenerator(rt: Runtime, gen: Addr): void {
  setState(rt, gen, FRAME_CLEARED);
  unlinkGenerator(rt, gen);
  clearHandled(rt, gen);
  clearGeneratorFrame(rt, gen);
}

/** Drops what the generator was handling. */
export function clearHandled(rt: Runtime, gen: Addr): void {
  const handled = rt.ptr(gen + GEN_EXC_STATE);
  if (handled === 0) return;
  const traceback = unholdTraceback(rt, handled);
  clearOwned(rt, gen + GEN_EXC_STATE);
  if (traceback !== 0) decref(rt, traceback);
}

/** Drops what the frame holds but its code, which `gi_code` shows. */
function clearGeneratorFrame(rt: Runtime, gen: Addr): void {
  if (rt.heapFrames) {
    heapFrames.code.dropGeneratorFrame(rt, gen);
    return;
  }
  const frame = generatorFrame(rt, gen);
  const code = newRef(rt, frameCode(rt, frame));
  clearFrame(rt, frame);
  rt.setPtr(frame + L.F_EXECUTABLE, code);
}

/**
 * The generator that the frame's instruction had entered returned `value` (stolen): FOR_ITER ends
 * its loop, SEND has its result. Sets the frame to go on there.
 * @returns false when the frame stands at neither
 */
export function resumeAfterGenerator(rt: Runtime, frame: Addr, value: Addr): boolean {
  const { ops } = rt.vm.decoded.get(frameCode(rt, frame));
  const at = (frame + L.F_INSTR_PTR) >> 2;
  const pc = rt.i32[at]!;
  const op = ops[pc]! & OPERATION;
  if (op !== Op.FOR_ITER && op !== Op.SEND) return false;
  rt.i32[at] = ops[pc + 1]! - 2;
  if (op === Op.FOR_ITER) {
    decref(rt, value);
    decref(rt, popFrom(rt, frame));
  } else pushOn(rt, frame, value);
  return true;
}

/** What a generator is asked from native code: a value, or to raise what is set. */
type Ask = 'send' | 'throw' | 'close';

/** What came of it; `value` owned. */
export interface Asked {
  readonly kind: 'yield' | 'return' | 'error';
  readonly value: Addr;
}

const ERROR: Asked = { kind: 'error', value: 0 };

/** v3.13.0 Objects/genobject.c gen_send_ex2 */
export function ask(rt: Runtime, stepper: Stepper, gen: Addr, how: Ask, value: Addr): Asked {
  const state = generatorState(rt, gen);
  if (state === FRAME_CREATED && how === 'send' && value !== rt.none) {
    const kind = kindText(rt, gen);
    raise(rt, rt.exc.TypeError, `can't send non-None value to a just-started ${kind}`);
    return ERROR;
  }
  if (state === FRAME_EXECUTING) {
    raise(rt, rt.exc.ValueError, `${kindText(rt, gen)} already executing`);
    return ERROR;
  }
  if (state >= FRAME_COMPLETED) {
    if (how !== 'close' && rt.typeOf(gen) === rt.types.coroutine) {
      raise(rt, rt.exc.RuntimeError, 'cannot reuse already awaited coroutine');
      return ERROR;
    }
    return how === 'send' ? { kind: 'return', value: newRef(rt, rt.none) } : ERROR;
  }
  const frame = generatorFrame(rt, gen);
  pushOn(rt, frame, newRef(rt, how === 'send' ? value : rt.none));
  linkGenerator(rt, gen, frame);
  // _PyErr_ChainStackItem: of what the generator itself handles, and nobody else
  const chains = how !== 'send' && rt.profile.chainsThrown;
  if (chains && rt.ptr(gen + GEN_EXC_STATE) !== 0) raiseException(rt, errFetch(rt));
  const result = how === 'send' ? runFrame(rt, stepper, frame) : rt.vm.runThrowing(rt, frame);
  const answer: Asked =
    result === 0
      ? ERROR
      : { kind: generatorState(rt, gen) === FRAME_CLEARED ? 'return' : 'yield', value: result };
  return answer;
}

/** SEND to anything: new; stepper.sendReturned says whether it is the end. PyIter_Send */
export function sendTo(rt: Runtime, stepper: Stepper, receiver: Addr, value: Addr): Addr {
  stepper.sendReturned = false;
  const type = rt.typeOf(receiver);
  if (isGeneratorType(rt, type)) {
    const answer = ask(rt, stepper, receiver, 'send', value);
    stepper.sendReturned = answer.kind === 'return';
    return answer.value;
  }
  const next =
    value === rt.none && isIterator(rt, receiver)
      ? (rt.fns[slotOf(rt, receiver, L.TP_ITERNEXT)]!(rt, receiver) as Addr)
      : callMethodOneArg(rt, receiver, rt.ids.send, value);
  if (next !== 0) return next;
  const result = stopIterationValue(rt);
  stepper.sendReturned = result !== 0;
  return result;
}

/**
 * The value of the StopIteration that is set, which is cleared; None when no exception is set; 0
 * when another exception is. v3.13.0 Objects/genobject.c _PyGen_FetchStopIterationValue
 */
export function stopIterationValue(rt: Runtime): Addr {
  if (!errOccurred(rt)) return newRef(rt, rt.none);
  if (!errMatches(rt, rt.exc.StopIteration)) return 0;
  const exception = errFetch(rt);
  const value = newRef(rt, rt.ptr(exception + rt.layout.baseException) || rt.none);
  decref(rt, exception);
  return value;
}

/** The iterator of `yield from`; new. v3.13.0 Python/bytecodes.c GET_YIELD_FROM_ITER */
export function getYieldFromIter(rt: Runtime, p: Addr): Addr {
  const type = rt.typeOf(p);
  if (type === rt.types.generator) return newRef(rt, p);
  if (type !== rt.types.coroutine) return getIter(rt, p);
  const code = frameCode(rt, currentFrame(rt));
  if (rt.i32[(code + L.CO_FLAGS) >> 2]! & (CO_COROUTINE | CO_ITERABLE_COROUTINE)) {
    return newRef(rt, p);
  }
  return raise(
    rt,
    rt.exc.TypeError,
    "cannot 'yield from' a coroutine object in a non-coroutine generator",
  );
}

// ---- send, throw, close --------------------------------------------------------------------------

/** Raises StopIteration for a generator that returned `value` (stolen). _PyGen_SetStopIterationValue */
export function raiseStopIteration(rt: Runtime, value: Addr): 0 {
  if (value === rt.none) raiseObject(rt, rt.exc.StopIteration, 0);
  else {
    const exception = callOneArg(rt, rt.exc.StopIteration, value);
    if (exception !== 0) {
      raiseObject(rt, rt.exc.StopIteration, exception);
      decref(rt, exception);
    }
  }
  decref(rt, value);
  return 0;
}

/** The value yielded, or the exception that stands for the end. v3.13.0 gen_send_ex */
function finish(rt: Runtime, gen: Addr, answer: Asked): Addr {
  if (answer.kind !== 'return') return answer.value;
  if (rt.typeOf(gen) !== rt.types.asyncGenerator) return raiseStopIteration(rt, answer.value);
  decref(rt, answer.value);
  return raiseObject(rt, rt.exc.StopAsyncIteration, 0);
}

/** `gen.send(value)`: new, or 0 with an exception */
export function sendInto(rt: Runtime, stepper: Stepper, gen: Addr, value: Addr): Addr {
  return finish(rt, gen, ask(rt, stepper, gen, 'send', value));
}

/** The object that a generator is inside `yield from` of; borrowed, 0 for none. _PyGen_yf */
export function yieldFromTarget(rt: Runtime, gen: Addr): Addr {
  if (generatorState(rt, gen) !== FRAME_SUSPENDED_YIELD_FROM) return 0;
  const frame = generatorFrame(rt, gen);
  const n = rt.i32[(frame + L.F_STACKTOP) >> 2]!;
  return rt.ptr(frame + rt.layout.frameHeader + 8 * (n - 1));
}

/** v3.13.0 Objects/genobject.c gen_close, gen_close_iter */
export function closeGenerator(rt: Runtime, stepper: Stepper, gen: Addr): Addr {
  const state = generatorState(rt, gen);
  if (state === FRAME_CREATED) {
    if (rt.profile.closeClearsUnstarted) {
      setState(rt, gen, FRAME_CLEARED);
      clearGeneratorFrame(rt, gen);
    } else setState(rt, gen, FRAME_COMPLETED);
    return newRef(rt, rt.none);
  }
  if (state >= FRAME_COMPLETED) return newRef(rt, rt.none);
  const inner = yieldFromTarget(rt, gen);
  let failed = false;
  if (inner !== 0) {
    setState(rt, gen, FRAME_EXECUTING);
    failed = !closeIterator(rt, stepper, newRef(rt, inner));
    setState(rt, gen, FRAME_SUSPENDED_YIELD_FROM);
  }
  if (!failed) raiseObject(rt, rt.exc.GeneratorExit, 0);
  const answer = ask(rt, stepper, gen, 'close', 0);
  if (answer.kind === 'yield') {
    decref(rt, answer.value);
    return raise(rt, rt.exc.RuntimeError, `${kindText(rt, gen)} ignored GeneratorExit`);
  }
  if (answer.kind === 'return') {
    if (rt.profile.closeGivesValue) return answer.value;
    decref(rt, answer.value);
    return newRef(rt, rt.none);
  }
  if (errMatches(rt, rt.exc.StopIteration) || errMatches(rt, rt.exc.GeneratorExit)) {
    errClear(rt);
    return newRef(rt, rt.none);
  }
  return 0;
}

function isGeneratorOrCoroutine(rt: Runtime, p: Addr): boolean {
  const type = rt.typeOf(p);
  return type === rt.types.generator || type === rt.types.coroutine;
}

/** Closes the iterator (stolen) of a `yield from`. @returns false with an exception */
function closeIterator(rt: Runtime, stepper: Stepper, it: Addr): boolean {
  let ok = true;
  if (isGeneratorOrCoroutine(rt, it)) {
    const result = closeGenerator(rt, stepper, it);
    if (result === 0) ok = false;
    else decref(rt, result);
  } else {
    const method = lookupAttr(rt, it, rt.ids.close);
    if (method !== 0) {
      decref(rt, method);
      const result = callMethod(rt, it, rt.ids.close);
      if (result === 0) ok = false;
      else decref(rt, result);
    } else ok = !errOccurred(rt);
  }
  decref(rt, it);
  return ok;
}

/** A generator that never ran: its frame goes as it is. */
export function discardFrame(rt: Runtime, gen: Addr): void {
  setState(rt, gen, FRAME_CLEARED);
  clearGeneratorFrame(rt, gen);
}

/**
 * @param value 0 or borrowed, as `throw(type, value)` takes it
 * @param closes whether GeneratorExit closes what the generator waits for
 * @returns new, 0 with an exception. v3.13.0 Objects/genobject.c _gen_throw
 */
export function throwInto(
  rt: Runtime,
  stepper: Stepper,
  gen: Addr,
  type: Addr,
  value: Addr,
  closes = true,
): Addr {
  const inner = yieldFromTarget(rt, gen);
  if (inner !== 0) return throwIntoInner(rt, stepper, gen, inner, type, value, closes);
  if (!setThrown(rt, type, value)) return 0;
  return finish(rt, gen, ask(rt, stepper, gen, 'throw', 0));
}

/** Sets the exception of throw(type[, value]). @returns false with another exception set */
function setThrown(rt: Runtime, type: Addr, value: Addr): boolean {
  const given = value === rt.none ? 0 : value;
  if (isExceptionClass(rt, type)) {
    const exception = instanceOf(rt, type, given);
    if (exception === 0) return true; // what went wrong is thrown in its place
    errRestore(rt, exception); // its context is what the generator is handling: see ask
    return true;
  }
  if (!isExceptionInstance(rt, type)) {
    const what = typeNameOf(rt, type);
    const text = `exceptions must be classes or instances deriving from BaseException, not ${what}`;
    raise(rt, rt.exc.TypeError, text);
    return false;
  }
  if (given !== 0) {
    raise(rt, rt.exc.TypeError, 'instance exception may not have a separate value');
    return false;
  }
  errRestore(rt, newRef(rt, type));
  return true;
}

/** `type(value)`; `value` may be an instance of it, a tuple of arguments, or 0. New. */
function instanceOf(rt: Runtime, type: Addr, value: Addr): Addr {
  const given = value !== 0 && isSubtype(rt, rt.typeOf(value), type);
  return given ? newRef(rt, value) : createException(rt, type, value);
}

/**
 * Passes a throw on to what the generator waits for. An exception that comes out of that, its end
 * included, is raised in the generator, where CLEANUP_THROW looks at it.
 */
function throwIntoInner(
  rt: Runtime,
  stepper: Stepper,
  gen: Addr,
  inner: Addr,
  type: Addr,
  value: Addr,
  closes: boolean,
): Addr {
  incref(rt, inner);
  setState(rt, gen, FRAME_EXECUTING);
  const result = throwTo(rt, stepper, gen, inner, type, value, closes);
  setState(rt, gen, FRAME_SUSPENDED_YIELD_FROM);
  decref(rt, inner);
  return result !== 0 ? result : finish(rt, gen, ask(rt, stepper, gen, 'throw', 0));
}

/** `iterator.throw(...)`, or close() for GeneratorExit; new, 0 with an exception. */
function throwTo(
  rt: Runtime,
  stepper: Stepper,
  gen: Addr,
  inner: Addr,
  type: Addr,
  value: Addr,
  closes: boolean,
): Addr {
  const isException = isExceptionClass(rt, type) || isExceptionInstance(rt, type);
  if (closes && isException && isGeneratorExit(rt, type)) {
    if (closeIterator(rt, stepper, newRef(rt, inner))) setThrown(rt, type, value);
    return 0;
  }
  if (isGeneratorOrCoroutine(rt, inner)) {
    return throwBeneath(rt, stepper, gen, inner, type, value, closes);
  }
  const method = lookupAttr(rt, inner, rt.ids.throw);
  if (method === 0) {
    if (!errOccurred(rt)) setThrown(rt, type, value);
    return 0;
  }
  const result = callOneArg(rt, method, type);
  decref(rt, method);
  return result;
}

/** The frame of `gen` is the caller's while the inner one runs, so that tracebacks go through it. */
function throwBeneath(
  rt: Runtime,
  stepper: Stepper,
  gen: Addr,
  inner: Addr,
  type: Addr,
  value: Addr,
  closes: boolean,
): Addr {
  const caller = currentFrame(rt);
  const frame = generatorFrame(rt, gen);
  rt.setPtr(frame + L.F_PREVIOUS, caller);
  setCurrentFrame(rt, frame);
  const result = throwInto(rt, stepper, inner, type, value, closes);
  setCurrentFrame(rt, caller);
  rt.setPtr(frame + L.F_PREVIOUS, 0);
  return result;
}

function isGeneratorExit(rt: Runtime, p: Addr): boolean {
  const type = isExceptionInstance(rt, p) ? rt.typeOf(p) : p;
  return isSubtype(rt, type, rt.exc.GeneratorExit);
}

/** Every reference that a frame owns. */
export function traverseFrame(rt: Runtime, frame: Addr, visit: Visit): void {
  for (const field of [L.F_FRAME_OBJ, L.F_LOCALS, L.F_FUNCOBJ, L.F_EXECUTABLE]) {
    const word = (frame + field) >> 2;
    if (rt.i32[word + 1] === ADDRESS_HIGH) visit(rt.i32[word]!);
  }
  const n = rt.i32[(frame + L.F_STACKTOP) >> 2]!;
  const at = (frame + rt.layout.frameHeader) >> 2;
  for (let i = at; i < at + 2 * n; i += 2) if (rt.i32[i + 1] === ADDRESS_HIGH) visit(rt.i32[i]!);
}
