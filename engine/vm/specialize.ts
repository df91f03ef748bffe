/**
 * Specialised instructions: the forms that a site takes on once it was seen to do the same thing.
 *
 * Only what a program can notice is here. The new form is written into the code object, as CPython
 * writes it into co_code_adaptive, so that a checkpoint holds it.
 */
import type { Addr } from '../base/brand.ts';
import * as Op from '../compile/opcodes.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { dictDelItem, dictGetStr } from '../objects/dict.ts';
import { errClear } from '../objects/errors.ts';
import * as L from '../objects/layouts.ts';
import { clearOwned, decref } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { strAppendInPlace } from '../objects/strings.ts';
import { tupleItem } from '../objects/tuple.ts';
import { frameCode } from './frames.ts';
import { own } from './stack-refs.ts';
import { OPERATION } from './super-instructions.ts';

/** Changes the operation of the instruction at word index `at` of the frame's code, in both forms. */
export function rewrite(rt: Runtime, frame: Addr, at: number, op: number): void {
  const code = frameCode(rt, frame);
  const { ops, units } = rt.vm.decoded.get(code);
  ops[at] = op;
  rt.u8[code + rt.layout.codeHeader + 2 * units[at >> 1]!] = op;
}

/**
 * A BINARY_OP at word index `at` added two strings, and the next instruction stores the sum where the
 * left one came from: from the next time on it appends in place.
 * v3.13.0 Python/specialize.c _Py_Specialize_BinaryOp
 */
export function specializeConcat(
  rt: Runtime,
  frame: Addr,
  at: number,
  fast: number,
  left: Addr,
  warmup: number,
): void {
  const code = frameCode(rt, frame);
  if (warmup > 0 && !isWarm(rt, code, warmup)) return;
  const { ops } = rt.vm.decoded.get(code);
  if ((ops[at + 2]! & OPERATION) === Op.STORE_FAST && rt.i32[fast + 2 * ops[at + 3]!] === left) {
    rewrite(rt, frame, at, Op.BINARY_OP_INPLACE_ADD_UNICODE);
  }
}

/**
 * Counts how often strings were added in code that is not warm yet; NOT CPYTHON: there entries and
 * backward jumps are counted. v3.11.7 Include/internal/pycore_code.h co_warmup
 */
function isWarm(rt: Runtime, code: Addr, warmup: number): boolean {
  const at = (code + L.CO_CACHED + 4) >> 2;
  const count = rt.i32[at]!;
  if (count >= warmup - 1) return true;
  rt.i32[at] = count + 1;
  return false;
}

/**
 * The sum of the two strings on top of the stack. The variable that the next instruction stores it
 * to, if it holds the left one, forgets it first: then the left one can grow in place.
 * @param pc word index of the next instruction
 * @returns new, 0 with MemoryError; the left operand's slot is NULL then.
 * v3.10.13 Python/ceval.c unicode_concatenate
 */
export function concatForgetting(
  rt: Runtime,
  frame: Addr,
  pc: number,
  fast: number,
  sp: number,
): Addr {
  const left = rt.i32[sp - 4]!;
  const right = rt.i32[sp - 2]!;
  if (rt.i32[left >> 2] === 2) forget(rt, frame, pc, fast, left);
  own(rt, sp - 4);
  rt.i32[sp - 4] = 0;
  rt.i32[sp - 3] = 0;
  return strAppendInPlace(rt, left, right);
}

function forget(rt: Runtime, frame: Addr, pc: number, fast: number, left: Addr): void {
  const code = frameCode(rt, frame);
  const { ops } = rt.vm.decoded.get(code);
  const arg = ops[pc + 1]!;
  switch (ops[pc]! & OPERATION) {
    case Op.STORE_FAST: {
      const slot = fast + 2 * arg;
      if (rt.i32[slot] === left) clearOwned(rt, slot << 2);
      return;
    }
    case Op.STORE_DEREF: {
      const cell = rt.i32[fast + 2 * arg]!;
      if (rt.ptr(cell + L.CELL_REF) === left) clearOwned(rt, cell + L.CELL_REF);
      return;
    }
    case Op.STORE_NAME: {
      const locals = rt.ptr(frame + L.F_LOCALS);
      const name = tupleItem(rt, rt.ptr(code + L.CO_NAMES), arg);
      if (rt.typeOf(locals) !== rt.types.dict || dictGetStr(rt, locals, name) !== left) return;
      if (dictDelItem(rt, locals, name) < 0) errClear(rt);
      return;
    }
  }
}

/** The site did something else: back to the general form. */
export function despecialize(rt: Runtime, frame: Addr, at: number): void {
  rewrite(rt, frame, at, Op.BINARY_OP);
}

/**
 * `local += right` for two strings; `right` is borrowed, the stack's reference to the local stolen
 * where it is `counted`.
 * @param slot word index of the local
 * @returns false with MemoryError; the local is then unbound
 */
export function appendToLocal(rt: Runtime, slot: number, right: Addr, counted: boolean): boolean {
  const left = rt.i32[slot]!;
  if (counted) decref(rt, left);
  own(rt, slot);
  const sum = strAppendInPlace(rt, left, right);
  rt.i32[slot] = sum;
  rt.i32[slot + 1] = sum === 0 ? 0 : ADDRESS_HIGH;
  return sum !== 0;
}
