/** What few programs need of what super-frame.ts is about. */
import * as L from './layouts.ts';
import type { Addr } from '../base/brand.ts';
import { bytesData } from './bytes.ts';
import { cellContents } from './cell.ts';
import { CO_FAST_CELL } from './code.ts';
import { raise } from './errors.ts';
import { type Runtime, STATE } from './runtime.ts';
import { tupleItem } from './tuple.ts';
import { isType, typeName } from './type-object.ts';

function fail(rt: Runtime, why: string): false {
  raise(rt, rt.exc.RuntimeError, `super(): ${why}`);
  return false;
}

/**
 * Puts the class that the running method belongs to, and its first argument, into `out`; borrowed.
 * @returns false with RuntimeError. v3.13.0 Objects/typeobject.c super_init_without_args
 */
export function superWithoutArgs(rt: Runtime, out: Int32Array): boolean {
  const frame = rt.statePtr(STATE.currentFrame);
  if (frame === 0) return fail(rt, 'no current frame');
  const code = rt.ptr(frame + L.F_EXECUTABLE);
  if (rt.i32[(code + L.CO_ARGCOUNT) >> 2] === 0) return fail(rt, 'no arguments');
  const locals = frame + rt.layout.frameHeader;
  let first = rt.ptr(locals);
  const kinds = bytesData(rt, rt.ptr(code + L.CO_LOCALSPLUSKINDS));
  const captured = (rt.u8[kinds]! & CO_FAST_CELL) !== 0;
  if (captured && first !== 0 && rt.typeOf(first) === rt.types.cell) {
    first = cellContents(rt, first);
  }
  if (first === 0) return fail(rt, 'arg[0] deleted');
  out[1] = first;
  return findClass(rt, code, locals, out);
}

/** The contents of the free variable `__class__`. */
function findClass(rt: Runtime, code: Addr, locals: Addr, out: Int32Array): boolean {
  const names = rt.ptr(code + L.CO_LOCALSPLUSNAMES);
  const n = rt.i32[(code + L.CO_NLOCALSPLUS) >> 2]!;
  for (let i = n - rt.i32[(code + L.CO_NFREEVARS) >> 2]!; i < n; i++) {
    if (tupleItem(rt, names, i) !== rt.ids.__class__) continue;
    const cell = rt.ptr(locals + 8 * i);
    if (cell === 0 || rt.typeOf(cell) !== rt.types.cell) return fail(rt, 'bad __class__ cell');
    const type = cellContents(rt, cell);
    if (type === 0) return fail(rt, 'empty __class__ cell');
    if (!isType(rt, type)) {
      return fail(rt, `__class__ is not a type (${typeName(rt, rt.typeOf(type))})`);
    }
    out[0] = type;
    return true;
  }
  return fail(rt, '__class__ cell not found');
}
