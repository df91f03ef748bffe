/**
 * Up to 3.10 an `except` block holds the traceback of what it handles beside the exception, as
 * sys.exc_info() shows it: `e.__traceback__ = None` frees no frame before the block ends.
 *
 * NOT CPYTHON: the reference stands in the exception, behind `suppress_context`, with the number of
 * blocks that handle it; there it stands in the thread's state and on stacks of frames.
 * v3.10.13 Python/ceval.c exception_unwind, POP_EXCEPT
 */
import type { Addr } from '../base/brand.ts';
import { EXC_TRACEBACK } from './layouts.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';

/** One block, in the word whose lowest byte is suppress_context. */
const BLOCK = 0x100;

const wordOf = (rt: Runtime, exception: Addr): number =>
  (exception + rt.layout.exceptionSuppress) >> 2;

/** The traceback held with the exception; borrowed, 0 for none. */
export function heldTraceback(rt: Runtime, exception: Addr): Addr {
  return rt.profile.handlersHoldTracebacks ? rt.i32[wordOf(rt, exception) + 1]! : 0;
}

/** A block begins to handle the exception. */
export function holdTraceback(rt: Runtime, exception: Addr): void {
  if (!rt.profile.handlersHoldTracebacks) return;
  const at = wordOf(rt, exception);
  const isFirst = rt.i32[at]! < BLOCK;
  rt.i32[at] = rt.i32[at]! + BLOCK;
  const traceback = rt.i32[(exception + EXC_TRACEBACK) >> 2]!;
  if (isFirst && traceback !== 0) rt.i32[at + 1] = newRef(rt, traceback);
}

/** A block has handled the exception: the traceback if nobody holds it any more, counted; or 0. */
export function unholdTraceback(rt: Runtime, exception: Addr): Addr {
  if (!rt.profile.handlersHoldTracebacks || exception === 0) return 0;
  const at = wordOf(rt, exception);
  const left = rt.i32[at]! - BLOCK;
  if (left < 0) return 0;
  rt.i32[at] = left;
  if (left >= BLOCK) return 0;
  const traceback = rt.i32[at + 1]!;
  rt.i32[at + 1] = 0;
  return traceback;
}

/** The exception itself lets go of it. */
export function clearHeldTraceback(rt: Runtime, exception: Addr): void {
  const traceback = heldTraceback(rt, exception);
  if (traceback === 0) return;
  rt.i32[wordOf(rt, exception) + 1] = 0;
  decref(rt, traceback);
}
