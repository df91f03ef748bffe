/** Traceback objects: the frames that an exception passed through. v3.13.0 Python/traceback.c */
import type { Addr } from '../base/brand.ts';
import {
  gcDel,
  gcNew,
  gcTrack,
  gcUntrackIfTracked,
  trashcanBegin,
  trashcanEnd,
} from './gc-object.ts';
import * as L from './layouts.ts';
import { clearOwned, newRef, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { newInt } from './int.ts';
import { readyType } from './type-ready.ts';
import { setNext, tracebackTypeNew } from './late-introspection.ts';

/**
 * An entry that owns `next` (borrowed here, may be 0) and `frame` (borrowed here).
 * @param lasti byte offset of the instruction
 * @returns new, 0 with MemoryError. v3.13.0 tb_create_raw
 */
export function tracebackNew(
  rt: Runtime,
  next: Addr,
  frame: Addr,
  lasti: number,
  lineno: number,
): Addr {
  const p = gcNew(rt, rt.types.traceback, L.TB_SIZE);
  if (p === 0) return 0;
  rt.setPtr(p + L.TB_NEXT, next === 0 ? 0 : newRef(rt, next));
  rt.setPtr(p + L.TB_FRAME, newRef(rt, frame));
  rt.i32[(p + L.TB_LASTI) >> 2] = lasti;
  rt.i32[(p + L.TB_LINENO) >> 2] = lineno;
  gcTrack(rt, p);
  return p;
}

function tracebackDealloc(rt: Runtime, self: Addr): void {
  gcUntrackIfTracked(rt, self);
  if (trashcanBegin(rt, self)) return;
  xdecref(rt, rt.ptr(self + L.TB_NEXT));
  xdecref(rt, rt.ptr(self + L.TB_FRAME));
  gcDel(rt, self);
  trashcanEnd(rt);
}

/** Readies traceback. */
export function initTracebackType(rt: Runtime): void {
  rt.types.traceback = readyType(rt, {
    name: 'traceback',
    basicsize: L.TB_SIZE,
    flags: L.TPFLAGS_HAVE_GC,
    slots: {
      tp_dealloc: tracebackDealloc,
      tp_traverse: (rt, self, visit) => {
        const next = rt.ptr(self + L.TB_NEXT);
        if (next !== 0) visit(next);
        const frame = rt.ptr(self + L.TB_FRAME);
        if (frame !== 0) visit(frame);
      },
      tp_clear: (rt, self) => {
        clearOwned(rt, self + L.TB_NEXT);
        clearOwned(rt, self + L.TB_FRAME);
        return 0;
      },
      tp_new: tracebackTypeNew,
    },
    members: {
      tb_frame: { offset: L.TB_FRAME, type: 'object', readonly: true },
      tb_lasti: { offset: L.TB_LASTI, type: 'int', readonly: true },
    },
    getset: {
      tb_next: {
        get: (rt, self) => newRef(rt, rt.ptr(self + L.TB_NEXT) || rt.none),
        set: setNext,
      },
      tb_lineno: { get: (rt, self) => newInt(rt, rt.i32[(self + L.TB_LINENO) >> 2]!) },
    },
  });
}
