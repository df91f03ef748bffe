/**
 * Frames: where a call keeps its locals and its evaluation stack.
 *
 *     frame  f_executable  previous  f_funcobj  f_globals  f_builtins  f_locals
 *            frame_obj  instr_ptr  stacktop | return_offset | owner
 *     + header: localsplus (locals, cells, free variables), then the evaluation stack
 *
 * From 3.11 on frames lie on the data stack, one behind the other, and a generator carries its own
 * inside itself. v3.13.0 Include/internal/pycore_frame.h, Python/frame.c
 *
 * Before, each is part of a frame object of the heap (heap-frames.ts). There frame_obj leads to that
 * object and is not counted, and the frame owns its globals and builtins.
 */
import type { Addr } from '../base/brand.ts';
import { ADDRESS_HIGH, DATA_STACK_HIGH_WORD, DATA_STACK_TOP_WORD } from '../memory/index.ts';
import { raise } from '../objects/errors.ts';
import { builtinsOf } from '../objects/function.ts';
import * as L from '../objects/layouts.ts';
import { decref, newRef } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { heapFrames } from './late-parts.ts';
import { drop, own } from './stack-refs.ts';

/** From a frame object of the heap to the frame in it. */
export const HEAP_FRAME = L.FRAMEOBJ_GENERATOR + 8;

/** Offset of localsplus in a frame. */
export function localsAt(rt: Runtime, frame: Addr): Addr {
  return frame + rt.layout.frameHeader;
}

/** The code object a frame runs; borrowed. */
export function frameCode(rt: Runtime, frame: Addr): Addr {
  return rt.i32[(frame + L.F_EXECUTABLE) >> 2]!;
}

/**
 * Takes a frame for `func` off the data stack, or makes one, and fills its head; localsplus is not
 * touched.
 * @param func stolen
 * @param locals stolen, the namespace of module and class code; 0 for functions
 * @returns 0 with RecursionError or MemoryError, `func` and `locals` dropped
 */
export function pushFrame(rt: Runtime, func: Addr, code: Addr, locals: Addr): Addr {
  if (rt.heapFrames) return heapFrames.code.pushHeapFrame(rt, func, code, locals);
  const i32 = rt.i32;
  const frame = i32[DATA_STACK_TOP_WORD]!;
  const end = frame + 8 * i32[(code + L.CO_FRAMESIZE) >> 2]!;
  const left = rt.recursionWord;
  if (i32[left]! <= 0 || end > rt.memory.dataStackLimit) {
    decref(rt, func);
    if (locals !== 0) decref(rt, locals);
    return raise(rt, rt.exc.RecursionError, 'maximum recursion depth exceeded');
  }
  i32[left] = i32[left]! - 1;
  i32[DATA_STACK_TOP_WORD] = end;
  if (end > i32[DATA_STACK_HIGH_WORD]!) i32[DATA_STACK_HIGH_WORD] = end;
  initFrame(rt, frame, func, code, locals);
  return frame;
}

/** Fills a frame's head; `func` and `locals` are stolen. v3.13.0 _PyFrame_Initialize */
export function initFrame(rt: Runtime, frame: Addr, func: Addr, code: Addr, locals: Addr): void {
  const i32 = rt.i32;
  const f = frame >> 2;
  const g = func >> 2;
  i32[f] = newRef(rt, code);
  i32[f + 1] = ADDRESS_HIGH;
  const previous = i32[rt.frameWord]!;
  i32[f + 2] = previous;
  i32[f + 3] = previous === 0 ? 0 : ADDRESS_HIGH;
  i32[f + 4] = func;
  i32[f + 5] = ADDRESS_HIGH;
  i32[f + 6] = i32[g + (L.FUNC_GLOBALS >> 2)]!;
  i32[f + 7] = ADDRESS_HIGH;
  const builtins = rt.layout.functionBuiltins;
  i32[f + 8] = builtins !== 0 ? i32[g + (builtins >> 2)]! : builtinsOf(rt, i32[f + 6]!);
  i32[f + 9] = ADDRESS_HIGH;
  i32[f + 10] = locals;
  i32[f + 11] = locals === 0 ? 0 : ADDRESS_HIGH;
  i32[f + 12] = 0;
  i32[f + 13] = 0;
  // the word index of the instruction at work; the first is at 0, so none is yet
  i32[f + 14] = -2;
  i32[f + 15] = -1;
  i32[f + 16] = i32[(code + L.CO_NLOCALSPLUS) >> 2]!;
  i32[f + 17] = 0;
}

/** Writes NULL into localsplus from slot `from` on. */
export function nullLocals(rt: Runtime, frame: Addr, from: number, count: number): void {
  const i32 = rt.i32;
  const start = ((frame + rt.layout.frameHeader) >> 2) + 2 * from;
  for (let i = start, end = start + 2 * (count - from); i < end; i++) i32[i] = 0;
}

/** FRAME_OWNED_BY_*: who frees the frame's memory. */
export function frameOwner(rt: Runtime, frame: Addr): number {
  return rt.u8[frame + L.F_OWNER]!;
}

/**
 * Drops all that a frame owns: a frame object that outlives it takes the locals over, else they are
 * dropped in order; then the namespace, the function and the code.
 * v3.13.0 Python/frame.c _PyFrame_ClearExceptCode
 */
export function clearFrame(rt: Runtime, frame: Addr): void {
  const i32 = rt.i32;
  const f = frame >> 2;
  const frameObject = i32[f + 12]!;
  if (frameObject !== 0) {
    rt.vm.leaveFrameObject(rt, frame, frameObject);
    return;
  }
  clearLocals(rt, frame);
  const code = i32[f]!;
  i32[f] = 0;
  i32[f + 1] = 0;
  drop(rt, f + 4);
  decref(rt, code);
}

/** Drops localsplus, what is left of the stack, and the namespace. */
export function clearLocals(rt: Runtime, frame: Addr): void {
  clearSlots(rt, frame);
  const i32 = rt.i32;
  const f = frame >> 2;
  const locals = i32[f + 10]!;
  if (locals !== 0) {
    i32[f + 10] = 0;
    i32[f + 11] = 0;
    decref(rt, locals);
  }
}

/** Drops localsplus and what is left of the stack. */
export function clearSlots(rt: Runtime, frame: Addr): void {
  const i32 = rt.i32;
  const stacktop = (frame + L.F_STACKTOP) >> 2;
  const start = (frame + rt.layout.frameHeader) >> 2;
  const end = start + 2 * i32[stacktop]!;
  i32[stacktop] = 0;
  if (rt.dropsLastFirst) for (let i = end - 2; i >= start; i -= 2) clearSlot(rt, i);
  else for (let i = start; i < end; i += 2) clearSlot(rt, i);
}

function clearSlot(rt: Runtime, i: number): void {
  const i32 = rt.i32;
  const high = i32[i + 1]!;
  if (high === 0) return;
  const p = i32[i]!;
  i32[i] = 0;
  i32[i + 1] = 0;
  if (high === ADDRESS_HIGH) decref(rt, p);
}

/** Gives the frame's place on the data stack, if it has one there, back; it must be the topmost. */
export function popFrame(rt: Runtime, frame: Addr): void {
  if (!rt.heapFrames) rt.i32[DATA_STACK_TOP_WORD] = frame;
  const left = rt.recursionWord;
  rt.i32[left] = rt.i32[left]! + 1;
}

/** The running frame, or 0. */
export function currentFrame(rt: Runtime): Addr {
  return rt.i32[rt.frameWord]!;
}

export function setCurrentFrame(rt: Runtime, frame: Addr): void {
  rt.setPtr(rt.state + STATE.currentFrame, frame);
}

/**
 * The line a frame is at; -1 when its instruction has none.
 * v3.13.0 Python/frame.c PyUnstable_InterpreterFrame_GetLine
 */
export function frameLine(rt: Runtime, frame: Addr): number {
  const decoded = rt.vm.decoded.get(frameCode(rt, frame));
  return decoded.lines[rt.i32[(frame + L.F_INSTR_PTR) >> 2]! >> 1] ?? -1;
}

/** The index, in the code object, of the instruction a frame is at. */
export function frameInstruction(rt: Runtime, frame: Addr): number {
  const decoded = rt.vm.decoded.get(frameCode(rt, frame));
  return decoded.origin[rt.i32[(frame + L.F_INSTR_PTR) >> 2]! >> 1] ?? 0;
}

/** Pushes an owned reference on the stack of a frame that is not running. */
export function pushOn(rt: Runtime, frame: Addr, p: Addr): void {
  const i32 = rt.i32;
  const top = (frame + L.F_STACKTOP) >> 2;
  const n = i32[top]!;
  const at = ((frame + rt.layout.frameHeader) >> 2) + 2 * n;
  i32[at] = p;
  i32[at + 1] = p === 0 ? 0 : ADDRESS_HIGH;
  i32[top] = n + 1;
}

/** Takes the top of the stack of a frame that is not running; its reference is the caller's. */
export function popFrom(rt: Runtime, frame: Addr): Addr {
  const top = (frame + L.F_STACKTOP) >> 2;
  const n = rt.i32[top]! - 1;
  rt.i32[top] = n;
  own(rt, ((frame + rt.layout.frameHeader) >> 2) + 2 * n);
  return rt.i32[((frame + rt.layout.frameHeader) >> 2) + 2 * n]!;
}
