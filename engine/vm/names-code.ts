/** What few programs need of what names.ts is about. */
import * as L from '../objects/layouts.ts';
import type { Addr } from '../base/brand.ts';
import { CO_FAST_FREE } from '../compile/index.ts';
import { bytesData } from '../objects/bytes.ts';
import { cellContents, cellSetSteal } from '../objects/cell.ts';
import { errOccurred, raise } from '../objects/errors.ts';
import { newRef } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { strToJs } from '../objects/strings.ts';
import { tupleItem } from '../objects/tuple.ts';
import { frameCode } from './frames.ts';
import { fromMapping, loadGlobal } from './names.ts';

/** NameError(message) that knows the name. v3.13.0 Python/ceval.c _PyEval_FormatExcCheckArg */
export function nameError(rt: Runtime, name: Addr): 0 {
  raise(rt, rt.exc.NameError, `name '${strToJs(rt, name)}' is not defined`);
  const exception = rt.i32[rt.excWord]!;
  if (!rt.profile.errorsKnowNames) return 0;
  if (exception !== 0 && rt.typeOf(exception) === rt.exc.NameError) {
    const nameAt = exception + rt.layout.baseException;
    if (rt.ptr(nameAt) === 0) rt.setPtr(nameAt, newRef(rt, name));
  }
  return 0;
}

/** The name of a local variable; borrowed. */
function localName(rt: Runtime, frame: Addr, slot: number): Addr {
  return tupleItem(rt, rt.ptr(frameCode(rt, frame) + L.CO_LOCALSPLUSNAMES), slot);
}

export function unboundLocal(rt: Runtime, frame: Addr, slot: number): void {
  const name = strToJs(rt, localName(rt, frame, slot));
  const text = rt.profile.texts.unboundIsReferencedBefore
    ? `local variable '${name}' referenced before assignment`
    : `cannot access local variable '${name}' where it is not associated with a value`;
  raise(rt, rt.exc.UnboundLocalError, text);
}

/** v3.13.0 Python/ceval.c _PyEval_FormatExcUnbound */
export function unboundDeref(rt: Runtime, frame: Addr, slot: number): void {
  const kinds = rt.ptr(frameCode(rt, frame) + L.CO_LOCALSPLUSKINDS);
  const free = rt.u8[bytesData(rt, kinds) + slot]! & CO_FAST_FREE;
  if (!free) {
    unboundLocal(rt, frame, slot);
    return;
  }
  const name = strToJs(rt, localName(rt, frame, slot));
  const text = rt.profile.texts.unboundIsReferencedBefore
    ? `free variable '${name}' referenced before assignment in enclosing scope`
    : `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`;
  raise(rt, rt.exc.NameError, text);
}

function cellAt(rt: Runtime, frame: Addr, slot: number): Addr {
  return rt.ptr(frame + rt.layout.frameHeader + 8 * slot);
}

export function deleteDeref(rt: Runtime, frame: Addr, slot: number): number {
  const cell = cellAt(rt, frame, slot);
  if (cellContents(rt, cell) === 0) {
    unboundDeref(rt, frame, slot);
    return -1;
  }
  cellSetSteal(rt, cell, 0);
  return 0;
}

/** Class bodies: the class namespace first, then the cell; new. */
export function loadFromDictOrDeref(rt: Runtime, frame: Addr, mapping: Addr, slot: number): Addr {
  const value = fromMapping(rt, mapping, localName(rt, frame, slot));
  if (value !== 0 || errOccurred(rt)) return value;
  const contents = cellContents(rt, cellAt(rt, frame, slot));
  if (contents !== 0) return newRef(rt, contents);
  unboundDeref(rt, frame, slot);
  return 0;
}

/** Class bodies: the class namespace first, then globals and builtins; new. */
export function loadFromDictOrGlobals(rt: Runtime, frame: Addr, mapping: Addr, name: Addr): Addr {
  const value = fromMapping(rt, mapping, name);
  if (value !== 0 || errOccurred(rt)) return value;
  return loadGlobal(rt, frame, name);
}
