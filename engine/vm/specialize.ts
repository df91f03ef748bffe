/**
 * Specialised instructions: the forms that a site takes on once it was seen to do the same thing.
 *
 * Only what a program can notice is here. The new form is written into the code object, as CPython
 * writes it into co_code_adaptive, so that a checkpoint holds it.
 */
import type { Addr } from '../base/brand.ts';
import * as Op from '../compile/opcodes.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { decref } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { strAppendInPlace } from '../objects/strings.ts';
import { frameCode } from './frames.ts';
import { own } from './stack-refs.ts';

/** Changes the operation of the instruction at word index `at` of the frame's code, in both forms. */
function rewrite(rt: Runtime, frame: Addr, at: number, op: number): void {
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
): void {
  const { ops } = rt.vm.decoded.get(frameCode(rt, frame));
  if (ops[at + 2] === Op.STORE_FAST && rt.i32[fast + 2 * ops[at + 3]!] === left) {
    rewrite(rt, frame, at, Op.BINARY_OP_INPLACE_ADD_UNICODE);
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
export function appendToLocal(
  rt: Runtime,
  slot: number,
  right: Addr,
  counted: boolean,
): boolean {
  const left = rt.i32[slot]!;
  if (counted) decref(rt, left);
  own(rt, slot);
  const sum = strAppendInPlace(rt, left, right);
  rt.i32[slot] = sum;
  rt.i32[slot + 1] = sum === 0 ? 0 : ADDRESS_HIGH;
  return sum !== 0;
}
