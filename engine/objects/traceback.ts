/** Traceback objects: the frames that an exception passed through. v3.13.0 Python/traceback.c */
import type { Addr } from '../base/brand.ts';
import { noKeywords } from './args.ts';
import { errOccurred, raise, raiseInt } from './errors.ts';
import {
  gcDel,
  gcNew,
  gcTrack,
  gcUntrackIfTracked,
  trashcanBegin,
  trashcanEnd,
} from './gc-object.ts';
import * as L from './layouts.ts';
import { asSsize } from './object.ts';
import { clearOwned, newRef, setOwned, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { newInt } from './int.ts';
import { tupleItem, tupleSize } from './tuple.ts';
import { typeName } from './type-object.ts';
import { readyType } from './type-ready.ts';

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

/** v3.13.0 tb_next_set: no loops */
function setNext(rt: Runtime, self: Addr, value: Addr): number {
  if (value === 0) return raiseInt(rt, rt.exc.TypeError, "can't delete tb_next attribute");
  if (value !== rt.none && rt.typeOf(value) !== rt.types.traceback) {
    const what = typeName(rt, rt.typeOf(value));
    return raiseInt(rt, rt.exc.TypeError, `expected traceback object, got '${what}'`);
  }
  const next = value === rt.none ? 0 : value;
  for (let t = next; t !== 0; t = rt.ptr(t + L.TB_NEXT)) {
    if (t === self) return raiseInt(rt, rt.exc.ValueError, 'traceback loop detected');
  }
  setOwned(rt, self + L.TB_NEXT, next === 0 ? 0 : newRef(rt, next));
  return 0;
}

/** v3.13.0 tb_new_impl */
function tracebackTypeNew(rt: Runtime, _type: Addr, args: Addr, kwargs: Addr): Addr {
  if (!noKeywords(rt, 'traceback', kwargs)) return 0;
  const n = tupleSize(rt, args);
  if (n !== 4) {
    const text = `traceback() takes exactly 4 arguments (${n} given)`;
    return raise(rt, rt.exc.TypeError, text);
  }
  const next = tupleItem(rt, args, 0);
  const frame = tupleItem(rt, args, 1);
  if (next !== rt.none && rt.typeOf(next) !== rt.types.traceback) {
    const what = typeName(rt, rt.typeOf(next));
    const text = `expected traceback object or None, got '${what}'`;
    return raise(rt, rt.exc.TypeError, text);
  }
  if (rt.typeOf(frame) !== rt.types.frame) {
    const what = typeName(rt, rt.typeOf(frame));
    return raise(
      rt,
      rt.exc.TypeError,
      `traceback() argument 'tb_frame' must be frame, not ${what}`,
    );
  }
  const lasti = asSsize(rt, tupleItem(rt, args, 2), rt.exc.OverflowError);
  if (lasti === -1 && errOccurred(rt)) return 0;
  const lineno = asSsize(rt, tupleItem(rt, args, 3), rt.exc.OverflowError);
  if (lineno === -1 && errOccurred(rt)) return 0;
  return tracebackNew(rt, next === rt.none ? 0 : next, frame, lasti, lineno);
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
