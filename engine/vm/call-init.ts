/**
 * `C(...)` for a class whose `__init__` is a Python function and whose `__new__` is object's: makes
 * the instance and a frame for `__init__`, so that stepping goes through it like any function.
 *
 * The instance takes the callable's place on the caller's stack; the frame is marked by
 * return_offset 1, and its return pushes nothing. There are two ways. In general the arguments stay
 * on the caller's stack and are packed into a tuple for `type.__call__`, each counted three times
 * while `__init__` runs. Releases that specialise the instruction move them into the frame, from the
 * second time on that it is run.
 */
import type { Addr } from '../base/brand.ts';
import { CO_VARARGS, CO_VARKEYWORDS } from '../compile/index.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { dropRow, takeRow } from '../objects/call.ts';
import { raise } from '../objects/errors.ts';
import * as L from '../objects/layouts.ts';
import { typeNameOf } from '../objects/object.ts';
import { newInstance, objectNewInstance } from '../objects/object-type.ts';
import { decref, newRef } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { slotTpInit } from '../objects/slot-functions.ts';
import { tupleFromRow } from '../objects/tuple.ts';
import { typeLookup } from '../objects/type-object.ts';
import { enterFunction, slideFrame } from './calls.ts';
import { currentFrame } from './frames.ts';
import { drop, dropSlots } from './stack-refs.ts';

/** What a caller's frame can note of slots it keeps. */
const MOST_HELD = 255;

/** The class's `__init__`, borrowed, when calling the class is calling it; else 0. */
function initOf(rt: Runtime, type: Addr): Addr {
  const i32 = rt.i32;
  if (i32[(type + 8) >> 2] !== rt.types.type) return 0;
  const flags = i32[(type + L.TP_FLAGS) >> 2]!;
  if (!(flags & L.TPFLAGS_HEAPTYPE) || flags & L.TPFLAGS_IS_ABSTRACT) return 0;
  if (rt.fns[i32[(type + L.TP_INIT) >> 2]!] !== slotTpInit) return 0;
  if (rt.fns[i32[(type + L.TP_NEW) >> 2]!] !== objectNewInstance) return 0;
  const init = typeLookup(rt, type, rt.ids.__init__);
  return init !== 0 && i32[(init + 8) >> 2] === rt.types.function ? init : 0;
}

/**
 * @param base word index of the callable on the stack
 * @param specialized the instruction has taken on the form that moves the arguments
 * @returns the frame, 0 when the class is not of that kind (nothing was touched), -1 with an
 *   exception and the row dropped. v3.13.0 Python/bytecodes.c CALL_ALLOC_AND_ENTER_INIT
 */
export function callInit(
  rt: Runtime,
  type: Addr,
  nargs: number,
  base: number,
  specialized: boolean,
): Addr {
  if (rt.i32[base + 2] !== 0) return 0;
  const init = initOf(rt, type);
  if (init === 0) return 0;
  const moves = (specialized && takesExactly(rt, init, nargs + 1)) || nargs >= MOST_HELD;
  return moves
    ? enterInit(rt, type, init, nargs, base)
    : enterInitHeld(rt, type, init, nargs, base);
}

/** Whether the instruction that called `type` is worth another form. v3.13.0 specialize_class_call */
export function specializesInit(rt: Runtime, type: Addr, nargs: number): boolean {
  if (!rt.profile.specializes.init) return false;
  if (!(rt.i32[(type + L.TP_FLAGS) >> 2]! & L.TPFLAGS_INLINE_VALUES)) return false;
  const init = initOf(rt, type);
  return init !== 0 && takesExactly(rt, init, nargs + 1);
}

export function takesExactly(rt: Runtime, func: Addr, nargs: number): boolean {
  const code = rt.ptr(func + L.FUNC_CODE);
  return (
    rt.i32[(code + L.CO_ARGCOUNT) >> 2] === nargs &&
    rt.i32[(code + L.CO_KWONLYARGCOUNT) >> 2] === 0 &&
    (rt.i32[(code + L.CO_FLAGS) >> 2]! & (CO_VARARGS | CO_VARKEYWORDS)) === 0
  );
}

/** The arguments move into the frame. */
function enterInit(rt: Runtime, type: Addr, init: Addr, nargs: number, base: number): Addr {
  const i32 = rt.i32;
  const caller = currentFrame(rt);
  const stacktop = (caller + L.F_STACKTOP) >> 2;
  const depth = (base - ((caller + rt.layout.frameHeader) >> 2)) >> 1;
  const self = newInstance(rt, type);
  if (self === 0) {
    i32[stacktop] = depth;
    dropSlots(rt, base, nargs + 2);
    return -1;
  }
  i32[base] = self;
  i32[stacktop] = depth + 1;
  // self goes where NULL stood, right in front of the arguments
  i32[base + 2] = newRef(rt, self);
  i32[base + 3] = ADDRESS_HIGH;
  const frame = enterFunction(rt, newRef(rt, init), (base + 2) << 2, nargs + 1, 0);
  if (frame !== 0) rt.u8[frame + L.F_RETURN_OFFSET] = 1;
  else {
    i32[stacktop] = depth;
    decref(rt, self);
  }
  decref(rt, type);
  return frame === 0 ? -1 : frame;
}

/**
 * The arguments stay, and a tuple of them stands where NULL stood.
 * v3.13.0 Objects/call.c _PyObject_MakeTpCall, Objects/typeobject.c slot_tp_init
 */
function enterInitHeld(rt: Runtime, type: Addr, init: Addr, nargs: number, base: number): Addr {
  const i32 = rt.i32;
  const argv = (base + 4) << 2;
  const tuple = tupleFromRow(rt, argv, nargs);
  const self = tuple === 0 ? 0 : newInstance(rt, type);
  const row = self === 0 ? 0 : takeRow(rt, nargs + 1);
  if (tuple !== 0) rt.setPtr((base + 2) << 2, tuple);
  if (self !== 0) {
    i32[base] = self;
    decref(rt, type);
  }
  let frame = 0;
  if (row !== 0) {
    rt.setPtr(row, newRef(rt, self));
    for (let i = 0; i < nargs; i++) rt.setPtr(row + 8 * (i + 1), newRef(rt, rt.arg(argv, i)));
    frame = enterFunction(rt, newRef(rt, init), row, nargs + 1, 0);
    if (frame === 0) dropRow(rt, row);
  }
  if (frame === 0) {
    dropSlots(rt, base, nargs + 2);
    return -1;
  }
  frame = slideFrame(rt, frame, row);
  rt.u8[frame + L.F_RETURN_OFFSET] = 1;
  rt.u8[frame + L.F_HELD] = nargs + 1;
  return frame;
}

/** `__init__` has returned: the tuple and the arguments that the caller kept are dropped. */
export function dropInitRow(rt: Runtime, caller: Addr, held: number): void {
  const top = (caller + L.F_STACKTOP) >> 2;
  const depth = rt.i32[top]! - held;
  const at = ((caller + rt.layout.frameHeader) >> 2) + 2 * depth;
  rt.i32[top] = depth;
  drop(rt, at);
  dropSlots(rt, at + 2, held - 1);
}

/** `__init__` returned something other than None (stolen). */
export function callInitReturned(rt: Runtime, value: Addr): void {
  raise(rt, rt.exc.TypeError, `__init__() should return None, not '${typeNameOf(rt, value)}'`);
  decref(rt, value);
}
