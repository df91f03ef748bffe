/**
 * Generators: a frame that stays when its function yields.
 *
 * The frame lies inside the generator object, behind its head. While the generator runs, its frame is
 * linked to the caller's, and its own handled exception lies over the caller's (`gi_exc_state`).
 * v3.13.0 Objects/genobject.c, Include/internal/pycore_genobject.h
 */
import type { Addr } from '../base/brand.ts';
import * as Op from '../compile/opcodes.ts';
import { newBool } from '../objects/bool.ts';
import {
  currentException,
  errClear,
  errFetch,
  errMatches,
  errOccurred,
  errRestore,
  isExceptionClass,
  isExceptionInstance,
  raise,
  raiseObject,
} from '../objects/errors.ts';
import { callOneArg } from '../objects/call.ts';
import { checkPositional } from '../objects/args.ts';
import { gcDel, gcNew, gcTrack, gcUntrack, isTracked } from '../objects/gc-object.ts';
import * as L from '../objects/layouts.ts';
import {
  addressText,
  callMethod,
  callMethodOneArg,
  getIter,
  lookupAttr,
  slotOf,
  typeNameOf,
} from '../objects/object.ts';
import { clearOwned, decref, incref, newRef, setOwned, xdecref } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { isStr, newStr, strToJs } from '../objects/strings.ts';
import { readyType } from '../objects/type-ready.ts';
import { fast, noArgs, oneArg, type Visit } from '../objects/type-spec.ts';
import { writeUnraisable } from '../objects/unraisable.ts';
import { runFrame } from './calls.ts';
import { clearFrame, currentFrame, frameCode, popFrom, pushOn } from './frames.ts';
import type { Stepper } from './stepper.ts';

export const GEN_WEAKREFLIST = 16;
export const GEN_NAME = 24;
export const GEN_QUALNAME = 32;
export const GEN_EXC_STATE = 40;
export const GEN_ORIGIN = 56;
/** hooks_inited, closed, running_async, frame_state: a byte each */
export const GEN_FRAME_STATE = 67;

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

function setState(rt: Runtime, gen: Addr, state: number): void {
  rt.u8[gen + GEN_FRAME_STATE] = state & 255;
}

/** The frame inside a generator. */
export function generatorFrame(rt: Runtime, gen: Addr): Addr {
  return gen + rt.layout.generatorHeader;
}

/** The generator around a frame. */
export function generatorOfFrame(rt: Runtime, frame: Addr): Addr {
  return frame - rt.layout.generatorHeader;
}

/**
 * Makes a generator that takes over `frame`, which stands at RETURN_GENERATOR.
 * v3.13.0 Objects/genobject.c _Py_MakeCoro, Python/bytecodes.c RETURN_GENERATOR
 */
export function makeGenerator(rt: Runtime, frame: Addr): Addr {
  const code = frameCode(rt, frame);
  const func = rt.ptr(frame + L.F_FUNCOBJ);
  const slots = rt.i32[(code + L.CO_NLOCALSPLUS) >> 2]! + rt.i32[(code + L.CO_STACKSIZE) >> 2]!;
  const bytes = rt.layout.generatorHeader + rt.layout.frameHeader + 8 * slots;
  const gen = gcNew(rt, rt.types.generator, bytes);
  if (gen === 0) return 0;
  rt.u8.fill(0, gen + GEN_WEAKREFLIST, gen + rt.layout.generatorHeader);
  rt.setPtr(gen + GEN_NAME, newRef(rt, rt.ptr(func + L.FUNC_NAME)));
  rt.setPtr(gen + GEN_QUALNAME, newRef(rt, rt.ptr(func + L.FUNC_QUALNAME)));
  setState(rt, gen, FRAME_CREATED);
  const inside = generatorFrame(rt, gen);
  const used = rt.layout.frameHeader + 8 * rt.i32[(frame + L.F_STACKTOP) >> 2]!;
  rt.u8.copyWithin(inside, frame, frame + used);
  rt.setPtr(inside + L.F_PREVIOUS, 0);
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
}

function unlinkGenerator(rt: Runtime, gen: Addr): void {
  const left = (rt.state + STATE.recursionRemaining) >> 2;
  rt.i32[left] = rt.i32[left]! + 1;
  rt.setPtr(rt.state + STATE.excInfo, rt.ptr(gen + GEN_EXC_STATE + 8));
  rt.setPtr(gen + GEN_EXC_STATE + 8, 0);
  rt.setPtr(generatorFrame(rt, gen) + L.F_PREVIOUS, 0);
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
  const handled = rt.ptr(gen + GEN_EXC_STATE);
  if (handled !== 0) clearOwned(rt, gen + GEN_EXC_STATE);
  clearFrame(rt, generatorFrame(rt, gen));
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
  const op = ops[pc]!;
  if (op !== Op.FOR_ITER && op !== Op.SEND) return false;
  rt.i32[at] = ops[pc + 1]! - 2;
  if (op === Op.FOR_ITER) {
    decref(rt, value);
    decref(rt, popFrom(rt, frame));
  } else pushOn(rt, frame, value);
  return true;
}

/** What a generator is asked from native code: a value, or to raise what is set. */
type Ask = 'send' | 'throw';

/** What came of it; `value` owned. */
export interface Asked {
  readonly kind: 'yield' | 'return' | 'error';
  readonly value: Addr;
}

const ERROR: Asked = { kind: 'error', value: 0 };

/** v3.13.0 Objects/genobject.c gen_send_ex2 */
function ask(rt: Runtime, stepper: Stepper, gen: Addr, how: Ask, value: Addr): Asked {
  const state = generatorState(rt, gen);
  if (state === FRAME_CREATED && how === 'send' && value !== rt.none) {
    raise(rt, rt.exc.TypeError, "can't send non-None value to a just-started generator");
    return ERROR;
  }
  if (state === FRAME_EXECUTING) {
    raise(rt, rt.exc.ValueError, 'generator already executing');
    return ERROR;
  }
  if (state >= FRAME_COMPLETED) {
    return how === 'throw' ? ERROR : { kind: 'return', value: newRef(rt, rt.none) };
  }
  const frame = generatorFrame(rt, gen);
  pushOn(rt, frame, newRef(rt, how === 'send' ? value : rt.none));
  linkGenerator(rt, gen, frame);
  incref(rt, gen);
  const result = how === 'throw' ? rt.vm.runThrowing(rt, frame) : runFrame(rt, stepper, frame);
  const answer: Asked =
    result === 0
      ? ERROR
      : { kind: generatorState(rt, gen) === FRAME_CLEARED ? 'return' : 'yield', value: result };
  decref(rt, gen);
  return answer;
}

/** SEND to anything: new; stepper.sendReturned says whether it is the end. PyIter_Send */
export function sendTo(rt: Runtime, stepper: Stepper, receiver: Addr, value: Addr): Addr {
  stepper.sendReturned = false;
  const type = rt.typeOf(receiver);
  if (type === rt.types.generator) {
    const answer = ask(rt, stepper, receiver, 'send', value);
    stepper.sendReturned = answer.kind === 'return';
    return answer.value;
  }
  const next =
    value === rt.none && slotOf(rt, receiver, L.TP_ITERNEXT) !== 0
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

/** The iterator of `yield from`; new. */
export function getYieldFromIter(rt: Runtime, p: Addr): Addr {
  return rt.typeOf(p) === rt.types.generator ? newRef(rt, p) : getIter(rt, p);
}

// ---- the type ------------------------------------------------------------------------------------

/** Raises StopIteration for a generator that returned `value` (stolen). _PyGen_SetStopIterationValue */
function raiseStopIteration(rt: Runtime, value: Addr): 0 {
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

function finish(rt: Runtime, answer: Asked): Addr {
  if (answer.kind === 'return') return raiseStopIteration(rt, answer.value);
  return answer.value;
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
    setState(rt, gen, FRAME_COMPLETED);
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
  const answer = ask(rt, stepper, gen, 'throw', 0);
  if (answer.kind === 'yield') {
    decref(rt, answer.value);
    return raise(rt, rt.exc.RuntimeError, 'generator ignored GeneratorExit');
  }
  if (answer.kind === 'return') return answer.value;
  if (errMatches(rt, rt.exc.StopIteration) || errMatches(rt, rt.exc.GeneratorExit)) {
    errClear(rt);
    return newRef(rt, rt.none);
  }
  return 0;
}

/** Closes the iterator (stolen) of a `yield from`. @returns false with an exception */
function closeIterator(rt: Runtime, stepper: Stepper, it: Addr): boolean {
  let ok = true;
  if (rt.typeOf(it) === rt.types.generator) {
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
function discardFrame(rt: Runtime, gen: Addr): void {
  setState(rt, gen, FRAME_CLEARED);
  clearFrame(rt, generatorFrame(rt, gen));
}

/** v3.13.0 Objects/genobject.c _gen_throw */
function throwInto(rt: Runtime, stepper: Stepper, gen: Addr, type: Addr, value: Addr): Addr {
  const inner = yieldFromTarget(rt, gen);
  if (inner !== 0) return throwIntoInner(rt, stepper, gen, inner, type, value);
  if (!setThrown(rt, type, value)) return 0;
  return finish(rt, ask(rt, stepper, gen, 'throw', 0));
}

/** Sets the exception of throw(type[, value]). @returns false with another exception set */
function setThrown(rt: Runtime, type: Addr, value: Addr): boolean {
  if (isExceptionClass(rt, type)) {
    raiseObject(rt, type, value === rt.none ? 0 : value);
    return true;
  }
  if (isExceptionInstance(rt, type)) {
    if (value !== 0 && value !== rt.none) {
      raise(rt, rt.exc.TypeError, 'instance exception may not have a separate value');
      return false;
    }
    raiseObject(rt, rt.typeOf(type), type);
    return true;
  }
  raise(
    rt,
    rt.exc.TypeError,
    `exceptions must be classes or instances deriving from BaseException, not ${typeNameOf(rt, type)}`,
  );
  return false;
}

function throwIntoInner(
  rt: Runtime,
  stepper: Stepper,
  gen: Addr,
  inner: Addr,
  type: Addr,
  value: Addr,
): Addr {
  incref(rt, inner);
  setState(rt, gen, FRAME_EXECUTING);
  const answer = askInner(rt, stepper, inner, type, value);
  setState(rt, gen, FRAME_SUSPENDED_YIELD_FROM);
  decref(rt, inner);
  if (answer.kind === 'yield') return answer.value;
  if (answer.kind === 'error' && !errOccurred(rt)) return 0;
  // the inner one ended: go on behind the `yield from`, with its value or its exception
  const frame = generatorFrame(rt, gen);
  decref(rt, popFrom(rt, frame));
  setState(rt, gen, FRAME_SUSPENDED);
  const { ops } = rt.vm.decoded.get(frameCode(rt, frame));
  if (answer.kind === 'error') return finish(rt, ask(rt, stepper, gen, 'throw', 0));
  skipYieldFrom(rt, frame, ops);
  const result = finish(rt, ask(rt, stepper, gen, 'send', answer.value));
  decref(rt, answer.value);
  return result;
}

/** Sets a frame that waits in `yield from` to go on behind END_SEND. */
function skipYieldFrom(rt: Runtime, frame: Addr, ops: Int32Array): void {
  const at = (frame + L.F_INSTR_PTR) >> 2;
  let pc = rt.i32[at]!;
  while (ops[pc] !== Op.END_SEND) pc += 2;
  rt.i32[at] = pc;
}

/** Passes a throw on to the iterator of a `yield from`. */
function askInner(rt: Runtime, stepper: Stepper, inner: Addr, type: Addr, value: Addr): Asked {
  const exit =
    isExceptionClass(rt, type) || isExceptionInstance(rt, type) ? isGeneratorExit(rt, type) : false;
  if (exit) {
    if (!closeIterator(rt, stepper, newRef(rt, inner))) return ERROR;
    setThrown(rt, type, value);
    return ERROR;
  }
  let result: Addr;
  if (rt.typeOf(inner) === rt.types.generator) {
    result = throwInto(rt, stepper, inner, type, value);
  } else {
    const method = lookupAttr(rt, inner, rt.ids.throw);
    if (method === 0) {
      if (!errOccurred(rt)) setThrown(rt, type, value);
      return ERROR;
    }
    result = callOneArg(rt, method, type);
    decref(rt, method);
  }
  if (result !== 0) return { kind: 'yield', value: result };
  if (!errMatches(rt, rt.exc.StopIteration)) return ERROR;
  return { kind: 'return', value: stopIterationValue(rt) };
}

function isGeneratorExit(rt: Runtime, p: Addr): boolean {
  const type = isExceptionInstance(rt, p) ? rt.typeOf(p) : p;
  for (let t = type; t !== 0; t = rt.ptr(t + L.TP_BASE))
    if (t === rt.exc.GeneratorExit) return true;
  return false;
}

function generatorDealloc(rt: Runtime, gen: Addr): void {
  gcUntrack(rt, gen);
  if (rt.ptr(gen + GEN_WEAKREFLIST) !== 0) rt.hooks.clearWeakrefs(rt, gen);
  if (generatorState(rt, gen) < FRAME_EXECUTING && generatorState(rt, gen) !== FRAME_CREATED) {
    gcTrack(rt, gen);
    rt.i32[gen >> 2] = 1;
    rt.fns[slotOf(rt, gen, L.TP_FINALIZE)]!(rt, gen);
    const count = rt.i32[gen >> 2]! - 1;
    rt.i32[gen >> 2] = count;
    if (count > 0) return; // resurrected
    if (isTracked(rt, gen)) gcUntrack(rt, gen);
  }
  if (generatorState(rt, gen) !== FRAME_CLEARED) discardFrame(rt, gen);
  const handled = rt.ptr(gen + GEN_EXC_STATE);
  if (handled !== 0) clearOwned(rt, gen + GEN_EXC_STATE);
  xdecref(rt, rt.ptr(gen + GEN_NAME));
  xdecref(rt, rt.ptr(gen + GEN_QUALNAME));
  gcDel(rt, gen);
}

/** The frame is the generator's own: everything it holds. v3.13.0 gen_traverse, _PyFrame_Traverse */
function generatorTraverse(rt: Runtime, gen: Addr, visit: Visit): void {
  for (const field of [GEN_NAME, GEN_QUALNAME, GEN_EXC_STATE]) {
    const p = rt.ptr(gen + field);
    if (p !== 0) visit(p);
  }
  if (generatorState(rt, gen) === FRAME_CLEARED) return;
  traverseFrame(rt, generatorFrame(rt, gen), visit);
}

/** Every reference that a frame owns. */
export function traverseFrame(rt: Runtime, frame: Addr, visit: Visit): void {
  for (const field of [L.F_EXECUTABLE, L.F_FUNCOBJ, L.F_LOCALS, L.F_FRAME_OBJ]) {
    const p = rt.ptr(frame + field);
    if (p !== 0) visit(p);
  }
  const n = rt.i32[(frame + L.F_STACKTOP) >> 2]!;
  for (let i = 0; i < n; i++) {
    const p = rt.ptr(frame + rt.layout.frameHeader + 8 * i);
    if (p !== 0) visit(p);
  }
}

function generatorRepr(rt: Runtime, gen: Addr): Addr {
  const name = strToJs(rt, rt.ptr(gen + GEN_QUALNAME));
  return newStr(rt, `<generator object ${name} at ${addressText(rt, gen)}>`);
}

function nameSetter(field: number, name: string) {
  return (rt: Runtime, gen: Addr, value: Addr): number => {
    if (value === 0 || !isStr(rt, value)) {
      raise(rt, rt.exc.TypeError, `${name} must be set to a string object`);
      return -1;
    }
    setOwned(rt, gen + field, newRef(rt, value));
    return 0;
  };
}

/** v3.13.0 Objects/genobject.c _PyGen_Finalize */
function finalize(rt: Runtime, stepper: Stepper, gen: Addr): void {
  const state = generatorState(rt, gen);
  if (state >= FRAME_EXECUTING) return;
  const kept = errFetch(rt);
  const result = closeGenerator(rt, stepper, gen);
  if (result === 0) {
    if (currentException(rt) !== 0) writeUnraisable(rt, gen);
  } else decref(rt, result);
  errRestore(rt, kept);
}

export function initGeneratorType(rt: Runtime, stepper: Stepper): void {
  rt.types.generator = readyType(rt, {
    name: 'generator',
    basicsize: rt.layout.generatorHeader + rt.layout.frameHeader,
    itemsize: 8,
    flags: L.TPFLAGS_HAVE_GC,
    weaklistoffset: GEN_WEAKREFLIST,
    slots: {
      tp_dealloc: generatorDealloc,
      tp_repr: generatorRepr,
      tp_traverse: generatorTraverse,
      tp_iter: newRef,
      tp_iternext: (rt, gen) => {
        const answer = ask(rt, stepper, gen, 'send', rt.none);
        if (answer.kind !== 'return') return answer.value;
        if (answer.value !== rt.none) return raiseStopIteration(rt, answer.value);
        decref(rt, answer.value);
        return 0;
      },
      tp_finalize: (rt, gen) => finalize(rt, stepper, gen),
    },
    methods: {
      send: oneArg((rt, gen, value) => finish(rt, ask(rt, stepper, gen, 'send', value))),
      throw: fast((rt, gen, argv, nargs) => {
        if (!checkPositional(rt, 'throw', nargs, 1, 3)) return 0;
        return throwInto(rt, stepper, gen, rt.arg(argv, 0), nargs > 1 ? rt.arg(argv, 1) : 0);
      }),
      close: noArgs((rt, gen) => closeGenerator(rt, stepper, gen)),
    },
    getset: {
      __name__: {
        get: (rt, gen) => newRef(rt, rt.ptr(gen + GEN_NAME)),
        set: nameSetter(GEN_NAME, '__name__'),
      },
      __qualname__: {
        get: (rt, gen) => newRef(rt, rt.ptr(gen + GEN_QUALNAME)),
        set: nameSetter(GEN_QUALNAME, '__qualname__'),
      },
      gi_yieldfrom: { get: (rt, gen) => newRef(rt, yieldFromTarget(rt, gen) || rt.none) },
      gi_running: { get: (rt, gen) => newBool(rt, generatorState(rt, gen) === FRAME_EXECUTING) },
      gi_suspended: {
        get: (rt, gen) => {
          const state = generatorState(rt, gen);
          return newBool(rt, state === FRAME_SUSPENDED || state === FRAME_SUSPENDED_YIELD_FROM);
        },
      },
      gi_frame: {
        get: (rt, gen) =>
          generatorState(rt, gen) >= FRAME_COMPLETED
            ? newRef(rt, rt.none)
            : rt.vm.frameObject(rt, generatorFrame(rt, gen)),
      },
      gi_code: { get: (rt, gen) => newRef(rt, frameCode(rt, generatorFrame(rt, gen))) },
    },
  });
}
