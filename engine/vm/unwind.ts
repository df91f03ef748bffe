/**
 * Unwinding: which handler of a frame takes an exception, and what the traceback learns on the way.
 * v3.13.0 Python/ceval.c exception_unwind, get_exception_handler; Python/traceback.c PyTraceBack_Here
 */
import type { Addr } from '../base/brand.ts';
import { opcodes as Op } from '../compile/index.ts';
import { currentException, errFetch } from '../objects/errors.ts';
import * as L from '../objects/layouts.ts';
import { intCompactValue, newInt } from '../objects/int.ts';
import { decref, setOwned } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { tracebackNew } from '../objects/traceback.ts';
import { frameObjectFor } from './frame-object.ts';
import { currentFrame, frameCode, frameInstruction, frameLine, pushOn } from './frames.ts';
import { drop } from './stack-refs.ts';
import { OPERATION } from './super-instructions.ts';

/** Fields of a row of Decoded.handlers. */
const START = 0;
const END = 1;
const TARGET = 2;
const DEPTH = 3;
const LASTI = 4;
const ROW = 5;

/** Puts the frame, at its present line, in front of the exception's traceback. */
export function addTraceback(rt: Runtime, frame: Addr): void {
  const exception = errFetch(rt);
  const frameObject = frameObjectFor(rt, frame);
  if (frameObject !== 0) {
    const next = rt.ptr(exception + L.EXC_TRACEBACK);
    const lasti = frameInstruction(rt, frame);
    const entry = tracebackNew(rt, next, frameObject, lasti * 2, frameLine(rt, frame));
    if (entry !== 0) setOwned(rt, exception + L.EXC_TRACEBACK, entry);
  }
  if (currentException(rt) !== 0) decref(rt, errFetch(rt));
  rt.setPtr(rt.excWord << 2, exception);
}

/**
 * An exception being raised that passed no frame gets the one where the program stands.
 * v3.13.0 Python/errors.c _PyErr_WriteUnraisableMsg
 */
export function placeException(rt: Runtime): void {
  const frame = currentFrame(rt);
  if (frame === 0 || rt.ptr(currentException(rt) + L.EXC_TRACEBACK) !== 0) return;
  addTraceback(rt, frame);
}

/** The row of the handler that covers the frame's instruction, or -1: the frame will be left. */
export function findHandler(rt: Runtime, frame: Addr): number {
  const { handlers } = rt.vm.decoded.get(frameCode(rt, frame));
  const pc = rt.i32[(frame + L.F_INSTR_PTR) >> 2]!;
  for (let row = 0; row < handlers.length; row += ROW) {
    if (pc >= handlers[row + START]! && pc < handlers[row + END]!) return row;
  }
  standWhereItWasRaised(rt, frame);
  return -1;
}

/** Drops the whole evaluation stack of a frame that an exception leaves. exception_unwind */
export function dropStack(rt: Runtime, frame: Addr): void {
  dropStackTo(rt, frame, rt.i32[(frameCode(rt, frame) + L.CO_NLOCALSPLUS) >> 2]!);
}

function dropStackTo(rt: Runtime, frame: Addr, depth: number): void {
  const top = (frame + L.F_STACKTOP) >> 2;
  const first = (frame + rt.layout.frameHeader) >> 2;
  while (rt.i32[top]! > depth) {
    const n = rt.i32[top]! - 1;
    rt.i32[top] = n;
    drop(rt, first + 2 * n);
  }
}

/**
 * Drops the stack to the handler's depth, pushes what it expects, and sets the frame to go on there.
 */
export function enterHandler(rt: Runtime, frame: Addr, row: number): void {
  const decoded = rt.vm.decoded.get(frameCode(rt, frame));
  const { handlers } = decoded;
  const lasti = raisedAt(rt, frame);
  const slots = rt.i32[(frameCode(rt, frame) + L.CO_NLOCALSPLUS) >> 2]!;
  const depth = slots + handlers[row + DEPTH]!;
  dropStackTo(rt, frame, depth);
  const exception = errFetch(rt);
  if (handlers[row + LASTI]) pushOn(rt, frame, newInt(rt, lasti));
  pushOn(rt, frame, exception);
  // the loop goes on two words behind instr_ptr
  rt.i32[(frame + L.F_INSTR_PTR) >> 2] = handlers[row + TARGET]! - 2;
}

/** A frame that RERAISE leaves stands where the exception was raised first: its f_lineno says so. */
function standWhereItWasRaised(rt: Runtime, frame: Addr): void {
  const { origin } = rt.vm.decoded.get(frameCode(rt, frame));
  // A line's LINE and its first instruction have the same origin: the second is meant.
  const place = origin.lastIndexOf(raisedAt(rt, frame));
  if (place >= 0) rt.i32[(frame + L.F_INSTR_PTR) >> 2] = 2 * place;
}

/**
 * The instruction that raised: for RERAISE the one whose number it finds on the stack.
 * v3.13.0 Python/bytecodes.c RERAISE, its operand
 */
function raisedAt(rt: Runtime, frame: Addr): number {
  const { ops } = rt.vm.decoded.get(frameCode(rt, frame));
  const pc = rt.i32[(frame + L.F_INSTR_PTR) >> 2]!;
  const depth = ops[pc + 1]!;
  if ((ops[pc]! & OPERATION) !== Op.RERAISE || depth === 0) return frameInstruction(rt, frame);
  const top = rt.i32[(frame + L.F_STACKTOP) >> 2]!;
  return intCompactValue(rt, rt.ptr(frame + rt.layout.frameHeader + 8 * (top - depth)));
}
