/**
 * Frame objects: what Python code sees of a frame, made only when somebody looks.
 *
 * While the frame runs, the object points at it; when the frame dies first, its contents move into
 * the object. v3.13.0 Objects/frameobject.c, Python/frame.c take_ownership
 *
 * Where every frame is an object of the heap, the object is there from the start: heap-frames.ts.
 */
import type { Addr } from '../base/brand.ts';
import { bytesData } from '../objects/bytes.ts';
import { cellContents } from '../objects/cell.ts';
import { dictNew, dictSetItem, dictUpdate } from '../objects/dict.ts';
import { errClear, raise, raiseInt } from '../objects/errors.ts';
import {
  gcDel,
  gcNew,
  gcTrack,
  gcUntrackIfTracked,
  isTracked,
  trashcanBegin,
  trashcanEnd,
} from '../objects/gc-object.ts';
import { isInt, newInt } from '../objects/int.ts';
import * as L from '../objects/layouts.ts';
import { addressText, slotOf } from '../objects/object.ts';
import { clearOwned, decref, newRef } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { newStr, strToJs } from '../objects/strings.ts';
import { tupleItem } from '../objects/tuple.ts';
import { readyType } from '../objects/type-ready.ts';
import { noArgs, type Visit } from '../objects/type-spec.ts';
import { CO_FAST_CELL, CO_FAST_FREE, CO_FAST_HIDDEN } from '../objects/code.ts';
import { CO_NEWLOCALS, CO_OPTIMIZED } from '../compile/index.ts';
import { frameLocalsProxyNew } from './frame-locals.ts';
import { clearLocals, frameCode, frameInstruction, frameLine, frameOwner } from './frames.ts';
import {
  FRAME_CREATED,
  FRAME_EXECUTING,
  FRAME_SUSPENDED,
  FRAME_SUSPENDED_YIELD_FROM,
  generatorOfFrame,
  generatorState,
  traverseFrame,
} from './generator.ts';
import { heapFrames, snapshots } from './late-parts.ts';
import { drop, own, ownRow } from './stack-refs.ts';

/** Bytes of PyFrameObject before the frame it may own. */
function headerOf(rt: Runtime): number {
  return rt.heapFrames || keepsOverwritten(rt) ? L.FRAMEOBJ_DATA + 8 : L.FRAMEOBJ_DATA;
}

function keepsOverwritten(rt: Runtime): boolean {
  return rt.profile.localsProxy?.keepsOverwritten ?? false;
}

/** What a frame object owns besides the frame. */
const OWNED = [
  L.FRAMEOBJ_BACK,
  L.FRAMEOBJ_TRACE,
  L.FRAMEOBJ_EXTRA_LOCALS,
  L.FRAMEOBJ_LOCALS_CACHE,
] as const;

/** The frame object of a frame; borrowed from the frame, 0 with MemoryError. _PyFrame_GetFrameObject */
export function frameObjectFor(rt: Runtime, frame: Addr): Addr {
  const known = rt.ptr(frame + L.F_FRAME_OBJ);
  if (known !== 0) return known;
  const code = frameCode(rt, frame);
  const slots = rt.i32[(code + L.CO_NLOCALSPLUS) >> 2]! + rt.i32[(code + L.CO_STACKSIZE) >> 2]!;
  const bytes = headerOf(rt) + rt.layout.frameHeader + 8 * slots;
  const object = gcNew(rt, rt.types.frame, bytes);
  if (object === 0) return 0;
  rt.u8.fill(0, object + L.FRAMEOBJ_BACK, object + headerOf(rt));
  rt.u8[object + L.FRAMEOBJ_TRACE_LINES] = 1;
  rt.setPtr(object + L.FRAMEOBJ_FRAME, frame);
  rt.setPtr(frame + L.F_FRAME_OBJ, object);
  return object;
}

/** A new reference to the frame object. */
export function newFrameObject(rt: Runtime, frame: Addr): Addr {
  const object = frameObjectFor(rt, frame);
  return object === 0 ? 0 : newRef(rt, object);
}

/**
 * The frame ends. Its object, when others hold it too, takes the frame over; else it goes with it.
 * v3.13.0 Python/frame.c _PyFrame_ClearExceptCode
 */
export function leaveFrameObject(rt: Runtime, frame: Addr, object: Addr): void {
  if (rt.heapFrames) {
    heapFrames.code.leaveHeapFrame(rt, frame, object);
    return;
  }
  rt.setPtr(frame + L.F_FRAME_OBJ, 0);
  if (rt.i32[object >> 2]! > 1) {
    takeOwnership(rt, frame, object);
    decref(rt, object);
    return;
  }
  decref(rt, object);
  clearLocals(rt, frame);
  dropCodeAndFunction(rt, frame);
}

function dropCodeAndFunction(rt: Runtime, frame: Addr): void {
  const code = rt.ptr(frame + L.F_EXECUTABLE);
  rt.setPtr(frame + L.F_EXECUTABLE, 0);
  drop(rt, (frame + L.F_FUNCOBJ) >> 2);
  decref(rt, code);
}

/** v3.13.0 Python/frame.c take_ownership */
function takeOwnership(rt: Runtime, frame: Addr, object: Addr): void {
  const slots = rt.i32[(frame + L.F_STACKTOP) >> 2]!;
  const used = rt.layout.frameHeader + 8 * slots;
  ownRow(rt, (frame + rt.layout.frameHeader) >> 2, slots);
  own(rt, (frame + L.F_FUNCOBJ) >> 2);
  const place = object + headerOf(rt);
  rt.u8.copyWithin(place, frame, frame + used);
  rt.setPtr(object + L.FRAMEOBJ_FRAME, place);
  rt.u8[place + L.F_OWNER] = L.FRAME_OWNED_BY_FRAME_OBJECT;
  const previous = rt.ptr(frame + L.F_PREVIOUS);
  rt.setPtr(place + L.F_PREVIOUS, 0);
  if (previous !== 0) {
    const back = frameObjectFor(rt, previous);
    if (back === 0) errClear(rt);
    else rt.setPtr(object + L.FRAMEOBJ_BACK, newRef(rt, back));
  }
  rt.setPtr(frame + L.F_EXECUTABLE, 0);
  if (!isTracked(rt, object)) gcTrack(rt, object);
}

/** A frame moved into a generator: its object, if it has one, points there from now on. */
export function moveFrameObject(rt: Runtime, frame: Addr): void {
  const object = rt.ptr(frame + L.F_FRAME_OBJ);
  if (object !== 0) rt.setPtr(object + L.FRAMEOBJ_FRAME, frame);
}

/** The frame of a frame object. */
export function frameOf(rt: Runtime, object: Addr): Addr {
  return rt.ptr(object + L.FRAMEOBJ_FRAME);
}

function ownsFrame(rt: Runtime, object: Addr): boolean {
  return frameOf(rt, object) === object + headerOf(rt);
}

function frameDealloc(rt: Runtime, self: Addr): void {
  gcUntrackIfTracked(rt, self);
  if (trashcanBegin(rt, self)) return;
  if (ownsFrame(rt, self)) {
    const frame = frameOf(rt, self);
    clearLocals(rt, frame);
    dropCodeAndFunction(rt, frame);
  }
  for (const field of OWNED) {
    const p = rt.ptr(self + field);
    if (p !== 0) decref(rt, p);
  }
  if (keepsOverwritten(rt)) clearOwned(rt, self + L.FRAMEOBJ_OVERWRITTEN);
  gcDel(rt, self);
  trashcanEnd(rt);
}

function frameTraverse(rt: Runtime, self: Addr, visit: Visit): void {
  if (rt.heapFrames) {
    heapFrames.code.heapFrameTraverse(rt, self, visit);
    traverseFrame(rt, frameOf(rt, self), visit);
    return;
  }
  for (const field of OWNED) {
    const p = rt.ptr(self + field);
    if (p !== 0) visit(p);
  }
  const overwritten = keepsOverwritten(rt) ? rt.ptr(self + L.FRAMEOBJ_OVERWRITTEN) : 0;
  if (overwritten !== 0) visit(overwritten);
  if (ownsFrame(rt, self)) traverseFrame(rt, frameOf(rt, self), visit);
}

function frameClear(rt: Runtime, self: Addr): number {
  if (ownsFrame(rt, self)) clearLocals(rt, frameOf(rt, self));
  clearOwned(rt, self + L.FRAMEOBJ_EXTRA_LOCALS);
  if (keepsOverwritten(rt)) clearOwned(rt, self + L.FRAMEOBJ_OVERWRITTEN);
  return 0;
}

/** The generator that the frame is of, or None. v3.14.0 frame_generator_get */
function getGenerator(rt: Runtime, self: Addr): Addr {
  const frame = frameOf(rt, self);
  const isOfGenerator = frameOwner(rt, frame) === L.FRAME_OWNED_BY_GENERATOR;
  return newRef(rt, isOfGenerator ? generatorOfFrame(rt, frame) : rt.none);
}

/** f_lasti; what a generator begins with has no instruction of its own up to 3.10. */
function getLastInstruction(rt: Runtime, self: Addr): Addr {
  const frame = frameOf(rt, self);
  const isOfGenerator = frameOwner(rt, frame) === L.FRAME_OWNED_BY_GENERATOR;
  const notBegun =
    isOfGenerator && generatorState(rt, generatorOfFrame(rt, frame)) === FRAME_CREATED;
  if (notBegun && rt.profile.lastiBeforeStart) return newInt(rt, -1);
  return newInt(rt, 2 * frameInstruction(rt, frame));
}

/** f_lineno */
function lineOf(rt: Runtime, self: Addr): number {
  const frame = frameOf(rt, self);
  const line = frameLine(rt, frame);
  return line >= 0 ? line : rt.i32[(frameCode(rt, frame) + L.CO_FIRSTLINENO) >> 2]!;
}

/** Lines are only set while tracing, which the machine does not. v3.13.0 frame_setlineno */
function setLine(rt: Runtime, _self: Addr, value: Addr): number {
  if (value === 0) {
    return raiseInt(rt, rt.exc.AttributeError, rt.profile.errorWords.undeletableLine);
  }
  if (!isInt(rt, value)) return raiseInt(rt, rt.exc.ValueError, 'lineno must be an integer');
  return raiseInt(rt, rt.exc.ValueError, rt.profile.lineIsFixed);
}

function frameRepr(rt: Runtime, self: Addr): Addr {
  const code = frameCode(rt, frameOf(rt, self));
  const file = strToJs(rt, rt.ptr(code + L.CO_FILENAME));
  const name = strToJs(rt, rt.ptr(code + L.CO_NAME));
  return newStr(
    rt,
    `<frame at ${addressText(rt, self)}, file '${file}', line ${lineOf(rt, self)}, code ${name}>`,
  );
}

function getBack(rt: Runtime, self: Addr): Addr {
  const known = rt.ptr(self + L.FRAMEOBJ_BACK);
  if (known !== 0) return newRef(rt, known);
  const previous = rt.heapFrames ? 0 : rt.ptr(frameOf(rt, self) + L.F_PREVIOUS);
  return previous === 0 ? newRef(rt, rt.none) : newFrameObject(rt, previous);
}

/** Whether the namespace of a frame is a dict that stands there: of module and class code. */
export function hasNamespace(rt: Runtime, frame: Addr): boolean {
  const flags = rt.i32[(frameCode(rt, frame) + L.CO_FLAGS) >> 2]!;
  return (
    (flags & (CO_OPTIMIZED | CO_NEWLOCALS)) === 0 ||
    (rt.ptr(frame + L.F_LOCALS) !== 0 && !(flags & CO_OPTIMIZED))
  );
}

/** Whether a comprehension that runs in the frame has variables now. frame_hasHiddenLocals */
export function hasHiddenLocals(rt: Runtime, frame: Addr): boolean {
  const code = frameCode(rt, frame);
  const kinds = bytesData(rt, rt.ptr(code + L.CO_LOCALSPLUSKINDS));
  for (let i = 0, n = rt.i32[(code + L.CO_NLOCALSPLUS) >> 2]!; i < n; i++) {
    const kind = rt.u8[kinds + i]!;
    if (kind & CO_FAST_HIDDEN && boundValue(rt, frame, i, kind) !== 0) return true;
  }
  return false;
}

/** Whether what one sees of the frame are its variables. v3.13.0 _PyFrame_GetLocals */
function showsVariables(rt: Runtime, frame: Addr): boolean {
  if (!hasNamespace(rt, frame)) return true;
  return rt.profile.localsProxy !== null && hasHiddenLocals(rt, frame);
}

/** What is bound in the frame, as a dict of its own; new. `all`: hidden variables too, and extra ones. */
export function frameDict(rt: Runtime, frame: Addr, all: boolean): Addr {
  const code = frameCode(rt, frame);
  const dict = dictNew(rt);
  if (dict === 0) return 0;
  const names = rt.ptr(code + L.CO_LOCALSPLUSNAMES);
  const kinds = bytesData(rt, rt.ptr(code + L.CO_LOCALSPLUSKINDS));
  let failed = 0;
  for (let i = 0, n = rt.i32[(code + L.CO_NLOCALSPLUS) >> 2]!; i < n && failed === 0; i++) {
    const kind = rt.u8[kinds + i]!;
    const value = kind & CO_FAST_HIDDEN && !all ? 0 : boundValue(rt, frame, i, kind);
    if (value !== 0) failed = dictSetItem(rt, dict, tupleItem(rt, names, i), value);
  }
  const object = rt.ptr(frame + L.F_FRAME_OBJ);
  const extra = all && object !== 0 ? rt.ptr(object + L.FRAMEOBJ_EXTRA_LOCALS) : 0;
  if (failed === 0 && extra !== 0) failed = dictUpdate(rt, dict, extra);
  if (failed === 0) return dict;
  decref(rt, dict);
  return 0;
}

/**
 * The namespace of a frame: of module and class code the dict itself, of a function a new dict of
 * what is bound now.
 * @returns new. v3.13.0 Python/ceval.c _PyEval_GetFrameLocals
 */
export function frameLocals(rt: Runtime, frame: Addr): Addr {
  if (!showsVariables(rt, frame)) return newRef(rt, rt.ptr(frame + L.F_LOCALS));
  return frameDict(rt, frame, rt.profile.localsProxy !== null);
}

/** `locals()`: where releases have snapshots, one dict a frame, filled anew. */
export function localsOf(rt: Runtime, frame: Addr): Addr {
  return rt.profile.localsProxy === null
    ? snapshots.code.snapshotLocals(rt, frame)
    : frameLocals(rt, frame);
}

/** `frame.f_locals` */
function getLocals(rt: Runtime, self: Addr): Addr {
  const frame = frameOf(rt, self);
  if (rt.profile.localsProxy === null) return snapshots.code.snapshotLocals(rt, frame);
  if (showsVariables(rt, frame)) return frameLocalsProxyNew(rt, self);
  return newRef(rt, rt.ptr(frame + L.F_LOCALS));
}

/** What a slot holds, or its cell does; borrowed, 0 for nothing. */
export function boundValue(rt: Runtime, frame: Addr, slot: number, kind: number): Addr {
  const p = rt.ptr(frame + rt.layout.frameHeader + 8 * slot);
  if (p === 0 || !(kind & (CO_FAST_CELL | CO_FAST_FREE)) || rt.typeOf(p) !== rt.types.cell)
    return p;
  return cellContents(rt, p);
}

/** frame.clear(). v3.13.0 Objects/frameobject.c frame_clear */
function clearMethod(rt: Runtime, self: Addr): Addr {
  const frame = frameOf(rt, self);
  const owner = frameOwner(rt, frame);
  const gen = owner === L.FRAME_OWNED_BY_GENERATOR ? generatorOfFrame(rt, frame) : 0;
  const state = gen === 0 ? FRAME_CREATED : generatorState(rt, gen);
  if (owner === L.FRAME_OWNED_BY_THREAD || state === FRAME_EXECUTING) {
    return raise(rt, rt.exc.RuntimeError, 'cannot clear an executing frame');
  }
  const isSuspended = state === FRAME_SUSPENDED || state === FRAME_SUSPENDED_YIELD_FROM;
  if (isSuspended && rt.profile.coroutines.suspendedFramesStay) {
    const { suspended } = rt.profile.errorWords;
    return raise(rt, rt.exc.RuntimeError, `cannot clear ${suspended} frame`);
  }
  if (gen !== 0) rt.fns[slotOf(rt, gen, L.TP_FINALIZE)]!(rt, gen);
  else clearLocals(rt, frame);
  if (rt.profile.clearDropsGeneratorLocals && ownsFrame(rt, self)) {
    clearLocals(rt, frameOf(rt, self));
  }
  return newRef(rt, rt.none);
}

/** v3.13.0 Objects/frameobject.c frame_sizeof */
function sizeofMethod(rt: Runtime, self: Addr): Addr {
  const code = frameCode(rt, frameOf(rt, self));
  if (rt.heapFrames) return newInt(rt, heapFrames.code.heapFrameSize(rt, code));
  const words = rt.i32[(code + L.CO_FRAMESIZE) >> 2]!;
  return newInt(rt, rt.layout.frameObjectHeader + 8 * words);
}

export function initFrameType(rt: Runtime): void {
  rt.types.frame = readyType(rt, {
    name: 'frame',
    basicsize: rt.layout.heapFrame || rt.layout.frameObjectHeader + rt.layout.frameHeader,
    itemsize: 8,
    flags: L.TPFLAGS_HAVE_GC,
    slots: {
      tp_dealloc: rt.heapFrames ? heapFrames.code.heapFrameDealloc : frameDealloc,
      tp_repr: frameRepr,
      tp_traverse: frameTraverse,
      tp_clear: frameClear,
    },
    methods: { clear: noArgs(clearMethod), __sizeof__: noArgs(sizeofMethod) },
    getset: {
      f_back: { get: getBack },
      f_code: { get: (rt, self) => newRef(rt, frameCode(rt, frameOf(rt, self))) },
      f_globals: { get: (rt, self) => newRef(rt, rt.ptr(frameOf(rt, self) + L.F_GLOBALS)) },
      f_builtins: { get: (rt, self) => newRef(rt, rt.ptr(frameOf(rt, self) + L.F_BUILTINS)) },
      f_locals: { get: getLocals },
      f_lineno: { get: (rt, self) => newInt(rt, lineOf(rt, self)), set: setLine },
      ...(rt.profile.tellsGenerator ? { f_generator: { get: getGenerator } } : {}),
      f_lasti: { get: getLastInstruction },
    },
    members: {
      f_trace: { offset: L.FRAMEOBJ_TRACE, type: 'object', readonly: false },
      f_trace_lines: { offset: L.FRAMEOBJ_TRACE_LINES, type: 'bool', readonly: false },
      f_trace_opcodes: { offset: L.FRAMEOBJ_TRACE_OPCODES, type: 'bool', readonly: false },
    },
  });
}
