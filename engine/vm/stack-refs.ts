/**
 * References on the evaluation stack and in locals: counted ones, and borrowed ones.
 *
 * A slot's high word tells them apart: ADDRESS_HIGH is a reference that the slot owns, BORROWED_HIGH
 * one that somebody else keeps alive for as long as the slot holds it (the local it was loaded from,
 * the caller's local, the code's constants). Borrowed ones come from LOAD_FAST_BORROW only, which
 * the compilers of some releases emit; whoever takes a slot over for longer makes it own first.
 * CPython tags the lowest bit of the pointer. v3.14.0 Include/internal/pycore_stackref.h
 */
import { ADDRESS_HIGH } from '../memory/index.ts';
import { decref, incref } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';

/** The high word of a slot that does not own what it points to. */
export const BORROWED_HIGH = ADDRESS_HIGH | 0x10000;

/** Drops what the slot at word index `at` owns; NULL and borrowed slots own nothing. PyStackRef_XCLOSE */
export function drop(rt: Runtime, at: number): void {
  const i32 = rt.i32;
  if (i32[at + 1] === ADDRESS_HIGH) decref(rt, i32[at]!);
}

/** Makes the slot own what it points to. PyStackRef_MakeHeapSafe */
export function own(rt: Runtime, at: number): void {
  const i32 = rt.i32;
  if (i32[at + 1] !== BORROWED_HIGH) return;
  incref(rt, i32[at]!);
  i32[at + 1] = ADDRESS_HIGH;
}

/** The same for `n` slots from word index `at` on. */
export function ownRow(rt: Runtime, at: number, n: number): void {
  for (let i = at, end = at + 2 * n; i < end; i += 2) own(rt, i);
}

/** The topmost value gives way to `p` (stolen) and is dropped. */
export function replaceTop(rt: Runtime, sp: number, p: number): void {
  const i32 = rt.i32;
  const old = i32[sp - 2]!;
  const high = i32[sp - 1];
  i32[sp - 2] = p;
  i32[sp - 1] = ADDRESS_HIGH;
  if (high === ADDRESS_HIGH) decref(rt, old);
}

/** Drops the `n` slots from word index `at` on, in the release's order. */
export function dropSlots(rt: Runtime, at: number, n: number): void {
  if (rt.dropsLastFirst) for (let i = at + 2 * (n - 1); i >= at; i -= 2) drop(rt, i);
  else for (let i = at, end = at + 2 * n; i < end; i += 2) drop(rt, i);
}

/** The value below `sp` and the one at it give way to `p` (stolen), which is below it then. */
export function replaceTwo(rt: Runtime, sp: number, p: number): void {
  if (rt.dropsLastFirst) replaceTwoLastFirst(rt, sp, p);
  else replaceTwoInOrder(rt, sp, p);
}

/** The same for the operands of `a + b` and `a[b]`, which one release drops in order still. */
export function replaceOperands(rt: Runtime, sp: number, p: number): void {
  if (rt.dropsOperandsLastFirst) replaceTwoLastFirst(rt, sp, p);
  else replaceTwoInOrder(rt, sp, p);
}

function replaceTwoLastFirst(rt: Runtime, sp: number, p: number): void {
  drop(rt, sp);
  replaceTop(rt, sp, p);
}

function replaceTwoInOrder(rt: Runtime, sp: number, p: number): void {
  const i32 = rt.i32;
  const a = i32[sp - 2]!;
  const highA = i32[sp - 1];
  const b = i32[sp]!;
  const highB = i32[sp + 1];
  i32[sp - 2] = p;
  i32[sp - 1] = ADDRESS_HIGH;
  if (highA === ADDRESS_HIGH) decref(rt, a);
  if (highB === ADDRESS_HIGH) decref(rt, b);
}
