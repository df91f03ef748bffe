/**
 * Frames as objects of the heap, as releases up to 3.10 have them: each call makes a PyFrameObject.
 *
 *     ob_refcnt  ob_type  f_back  the frame  f_trace  room, f_trace_lines  -  -  f_gen
 *     + HEAP_FRAME: the frame (frames.ts), its locals and its evaluation stack
 *
 * A frame whose call has ended stays with its code object, for the next call (co_zombieframe). Where
 * one is there already, it goes to a free list of all sizes, and a frame from there that is too small
 * grows. While a call runs, the collector does not know its frame.
 *
 * NOT CPYTHON: the fields stand in another order, and where CPython has a stack of 20 blocks, slots
 * begin already: our instructions may need some more of them than co_stacksize says.
 * v3.10.13 Objects/frameobject.c, Python/ceval.c _PyEval_MakeFrameVector, _PyEval_Vector
 */
import type { Addr, Bytes } from '../base/brand.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { noMemory, raise } from '../objects/errors.ts';
import { freeListPop, freeListPush } from '../objects/freelists.ts';
import {
  gcDel,
  gcNew,
  gcTrack,
  gcUntrackIfTracked,
  isTracked,
  trashcanBegin,
  trashcanEnd,
} from '../objects/gc-object.ts';
import * as L from '../objects/layouts.ts';
import { clearOwned, decref, incref, newRef } from '../objects/refcount.ts';
import { FREE_FRAME, type Runtime } from '../objects/runtime.ts';
import type { Visit } from '../objects/type-spec.ts';
import { clearSlots, frameCode, HEAP_FRAME, initFrame, nullLocals } from './frames.ts';
import {
  FRAME_CREATED,
  GEN_CODE,
  GEN_FRAME,
  GEN_FRAME_STATE,
  GEN_NAME,
  GEN_QUALNAME,
  GEN_WEAKREFLIST,
} from './generator.ts';
import { BORROWED_HIGH } from './stack-refs.ts';

/** Fields of a frame that own a reference, in the order in which they are dropped. */
const OWNED = [L.F_BUILTINS, L.F_GLOBALS, L.F_LOCALS] as const;

/** Bytes of a frame object with room for so many slots. frame_alloc: PyObject_GC_NewVar */
function frameBytes(rt: Runtime, room: number): Bytes {
  return rt.layout.heapFrame + 8 * room;
}

/** How many slots code says that its frames have: f_localsplus and the evaluation stack. */
function slotsSaid(rt: Runtime, code: Addr): number {
  const fields = [L.CO_NLOCALS, L.CO_NCELLVARS, L.CO_NFREEVARS, L.CO_STACKSIZE];
  return fields.reduce((sum, field) => sum + rt.i32[(code + field) >> 2]!, 0);
}

/** The room that frames of a code object need: what it says, and what our instructions need. */
export function roomNeeded(rt: Runtime, code: Addr, stacksize: number): number {
  const slots = rt.i32[(code + L.CO_NLOCALSPLUS) >> 2]! + stacksize;
  const before = (HEAP_FRAME + rt.layout.frameHeader - rt.layout.heapFrame) >> 3;
  return Math.max(slotsSaid(rt, code), slots + before);
}

/** frame.__sizeof__(). v3.10.13 frame_sizeof */
export function heapFrameSize(rt: Runtime, code: Addr): Bytes {
  return frameBytes(rt, slotsSaid(rt, code) - 1);
}

/** A frame object with one reference, its slots NULL and its fields as they were; 0 with MemoryError. */
function frameAlloc(rt: Runtime, code: Addr): Addr {
  const kept = rt.ptr(code + L.CO_ZOMBIE);
  if (kept !== 0) {
    rt.setPtr(code + L.CO_ZOMBIE, 0);
    rt.i32[kept >> 2] = 1;
    return kept;
  }
  const room = rt.i32[(code + L.CO_FRAMESIZE) >> 2]!;
  const object = fromFreeList(rt, room) || newFrame(rt, room);
  if (object !== 0) {
    nullLocals(rt, object + HEAP_FRAME, 0, rt.i32[(code + L.CO_NLOCALSPLUS) >> 2]!);
  }
  return object;
}

function newFrame(rt: Runtime, room: number): Addr {
  const object = gcNew(rt, rt.types.frame, frameBytes(rt, room));
  if (object !== 0) rt.i32[(object + L.FRAMEOBJ_ROOM) >> 2] = room;
  return object;
}

/** The frame that was freed last, made as large as need be; 0 when there is none. */
function fromFreeList(rt: Runtime, room: number): Addr {
  let object = freeListPop(rt, FREE_FRAME);
  if (object === 0) return 0;
  if (rt.i32[(object + L.FRAMEOBJ_ROOM) >> 2]! < room) {
    const block = rt.obj.realloc(object - L.GC_HEAD_SIZE, L.GC_HEAD_SIZE + frameBytes(rt, room));
    if (block === 0) {
      gcDel(rt, object);
      return noMemory(rt);
    }
    object = block + L.GC_HEAD_SIZE;
    rt.i32[(object + L.FRAMEOBJ_ROOM) >> 2] = room;
  }
  rt.i32[object >> 2] = 1;
  rt.i32[(object >> 2) + 1] = 0;
  return object;
}

/**
 * A frame for a call of `func`, its slots NULL, with the running frame as its caller.
 * @param func stolen
 * @param locals stolen; 0 for functions
 * @returns 0 with RecursionError or MemoryError. v3.10.13 _PyFrame_New_NoTrack
 */
export function pushHeapFrame(rt: Runtime, func: Addr, code: Addr, locals: Addr): Addr {
  const object = frameAlloc(rt, code);
  if (object === 0) {
    decref(rt, func);
    if (locals !== 0) decref(rt, locals);
    return 0;
  }
  const frame = object + HEAP_FRAME;
  initFrame(rt, frame, func, code, locals);
  fillObject(rt, object, frame);
  const left = rt.recursionWord;
  if (rt.i32[left]! <= 0) {
    leaveHeapFrame(rt, frame, object);
    return raise(rt, rt.exc.RecursionError, 'maximum recursion depth exceeded');
  }
  rt.i32[left] = rt.i32[left]! - 1;
  return frame;
}

function fillObject(rt: Runtime, object: Addr, frame: Addr): void {
  const { i32 } = rt;
  const f = frame >> 2;
  incref(rt, i32[f + (L.F_GLOBALS >> 2)]!);
  const builtins = i32[f + (L.F_BUILTINS >> 2)]!;
  if (builtins !== 0) incref(rt, builtins);
  i32[f + (L.F_FRAME_OBJ >> 2)] = object;
  i32[f + (L.F_FRAME_OBJ >> 2) + 1] = BORROWED_HIGH;
  const previous = i32[f + (L.F_PREVIOUS >> 2)]!;
  rt.setPtr(object + L.FRAMEOBJ_BACK, previous === 0 ? 0 : newRef(rt, previous - HEAP_FRAME));
  rt.setPtr(object + L.FRAMEOBJ_FRAME, frame);
  rt.setPtr(object + L.FRAMEOBJ_TRACE, 0);
  rt.u8[object + L.FRAMEOBJ_TRACE_LINES] = 1;
  rt.u8[object + L.FRAMEOBJ_TRACE_OPCODES] = 0;
  rt.setPtr(object + L.FRAMEOBJ_EXTRA_LOCALS, 0);
  rt.setPtr(object + L.FRAMEOBJ_LOCALS_CACHE, 0);
  rt.setPtr(object + L.FRAMEOBJ_GENERATOR, 0);
}

/**
 * A call ends: it lets go of its frame. One that others hold stays, and the collector learns of it.
 * v3.10.13 Python/ceval.c _PyEval_Vector
 */
export function leaveHeapFrame(rt: Runtime, frame: Addr, object: Addr): void {
  const func = leaveCaller(rt, frame);
  if (rt.i32[object >> 2]! > 1) {
    decref(rt, object);
    if (!isTracked(rt, object)) gcTrack(rt, object);
  } else decref(rt, object);
  if (func !== 0) decref(rt, func);
}

/** The frame is nobody's but its object's now. @returns the function, owned, where the frame owned it */
function leaveCaller(rt: Runtime, frame: Addr): Addr {
  const at = (frame + L.F_FUNCOBJ) >> 2;
  const func = rt.i32[at + 1] === ADDRESS_HIGH ? rt.i32[at]! : 0;
  rt.setPtr(frame + L.F_FUNCOBJ, 0);
  rt.setPtr(frame + L.F_PREVIOUS, 0);
  rt.u8[frame + L.F_OWNER] = L.FRAME_OWNED_BY_FRAME_OBJECT;
  return func;
}

/** v3.10.13 frame_dealloc */
export function heapFrameDealloc(rt: Runtime, self: Addr): void {
  gcUntrackIfTracked(rt, self);
  if (trashcanBegin(rt, self)) return;
  const frame = self + HEAP_FRAME;
  clearSlots(rt, frame);
  clearOwned(rt, self + L.FRAMEOBJ_BACK);
  for (const field of OWNED) clearOwned(rt, frame + field);
  clearOwned(rt, self + L.FRAMEOBJ_TRACE);
  const code = frameCode(rt, frame);
  if (rt.ptr(code + L.CO_ZOMBIE) === 0) rt.setPtr(code + L.CO_ZOMBIE, self);
  else if (!freeListPush(rt, FREE_FRAME, self, rt.profile.freeLists.frame)) gcDel(rt, self);
  decref(rt, code);
  trashcanEnd(rt);
}

/** What a frame object owns beside what every frame does. */
export function heapFrameTraverse(rt: Runtime, self: Addr, visit: Visit): void {
  const fields = [L.FRAMEOBJ_BACK, HEAP_FRAME + L.F_BUILTINS, HEAP_FRAME + L.F_GLOBALS];
  for (const field of [...fields, L.FRAMEOBJ_TRACE]) {
    const p = rt.ptr(self + field);
    if (p !== 0) visit(p);
  }
}

/** The frames that are kept when a program begins. Boot only. */
export function keepStartFrames(rt: Runtime): void {
  for (const room of rt.profile.startFrames) {
    const object = newFrame(rt, room);
    if (object !== 0) freeListPush(rt, FREE_FRAME, object, rt.profile.freeLists.frame);
  }
}

// ---- generators ----------------------------------------------------------------------------------

/**
 * A generator that takes over the frame of the running call, which lets go of its caller.
 * @param frame stands at RETURN_GENERATOR
 * v3.10.13 Objects/genobject.c gen_new_with_qualname, Python/ceval.c make_coro
 */
export function makeHeapGenerator(rt: Runtime, frame: Addr, type: Addr): Addr {
  const object = frame - HEAP_FRAME;
  clearOwned(rt, object + L.FRAMEOBJ_BACK);
  const bytes = rt.size(type + L.TP_BASICSIZE);
  const gen = gcNew(rt, type, bytes);
  if (gen === 0) return 0;
  const func = rt.ptr(frame + L.F_FUNCOBJ);
  rt.u8.fill(0, gen + GEN_WEAKREFLIST, gen + bytes);
  rt.setPtr(gen + GEN_NAME, newRef(rt, rt.ptr(func + L.FUNC_NAME)));
  rt.setPtr(gen + GEN_QUALNAME, newRef(rt, rt.ptr(func + L.FUNC_QUALNAME)));
  rt.setPtr(gen + GEN_CODE, newRef(rt, frameCode(rt, frame)));
  rt.setPtr(gen + GEN_FRAME, object);
  rt.u8[gen + GEN_FRAME_STATE] = FRAME_CREATED & 255;
  rt.setPtr(object + L.FRAMEOBJ_GENERATOR, gen);
  const owned = leaveCaller(rt, frame);
  rt.u8[frame + L.F_HELD] = 0;
  rt.u8[frame + L.F_OWNER] = L.FRAME_OWNED_BY_GENERATOR;
  gcTrack(rt, gen);
  gcTrack(rt, object);
  if (owned !== 0) decref(rt, owned);
  return gen;
}

/** A generator goes on: its frame holds that of its caller. */
export function holdCaller(rt: Runtime, frame: Addr, caller: Addr): void {
  const back = caller === 0 ? 0 : newRef(rt, caller - HEAP_FRAME);
  rt.setPtr(frame - HEAP_FRAME + L.FRAMEOBJ_BACK, back);
}

/** A generator stops or ends: its frame holds its caller no more. */
export function dropCaller(rt: Runtime, frame: Addr): void {
  clearOwned(rt, frame - HEAP_FRAME + L.FRAMEOBJ_BACK);
}

/** A generator has ended: it lets go of its frame. */
export function dropGeneratorFrame(rt: Runtime, gen: Addr): void {
  const object = rt.ptr(gen + GEN_FRAME);
  rt.setPtr(gen + GEN_FRAME, 0);
  rt.setPtr(object + L.FRAMEOBJ_GENERATOR, 0);
  rt.u8[object + HEAP_FRAME + L.F_OWNER] = L.FRAME_OWNED_BY_FRAME_OBJECT;
  decref(rt, object);
}
