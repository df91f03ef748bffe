/**
 * MemoryError: sixteen instances are kept, since there may be no memory to make one.
 * v3.13.0 Objects/exceptions.c get_memory_error, MemoryError_dealloc, preallocate_memerrors
 */
import type { Addr } from '../base/brand.ts';
import {
  exceptionDoc,
  baseExceptionNew,
  clearBaseException,
  readyException,
} from './exceptions.ts';
import { freeListPop, freeListPush } from './freelists.ts';
import { gcTrack, gcUntrackIfTracked, initObject } from './gc-object.ts';
import * as L from './layouts.ts';
import { decref, newRef } from './refcount.ts';
import { FREE_MEMORY_ERROR, type Runtime, STATE } from './runtime.ts';

/** v3.13.0 Objects/exceptions.c MEMERRORS_SAVE */
const MEMERRORS_SAVE = 16;

/** An instance without arguments: a kept one when there is one. */
function memoryErrorNew(rt: Runtime, type: Addr, args: Addr): Addr {
  if (type !== rt.exc.MemoryError) return baseExceptionNew(rt, type, args);
  const kept = freeListPop(rt, FREE_MEMORY_ERROR);
  if (kept === 0) return baseExceptionNew(rt, type, args);
  initObject(rt, kept, type);
  rt.u8[kept + rt.layout.exceptionSuppress] = 0;
  rt.setPtr(kept + L.EXC_ARGS, newRef(rt, args === 0 ? rt.emptyTuple : args));
  gcTrack(rt, kept);
  return kept;
}

function memoryErrorDealloc(rt: Runtime, self: Addr): void {
  gcUntrackIfTracked(rt, self);
  clearBaseException(rt, self);
  const exact = rt.typeOf(self) === rt.exc.MemoryError;
  if (exact && freeListPush(rt, FREE_MEMORY_ERROR, self, MEMERRORS_SAVE)) return;
  rt.fns[rt.ptr(rt.typeOf(self) + L.TP_FREE)]!(rt, self);
}

/** Readies MemoryError and makes the instances that are kept, and the last resort. */
export function initMemoryError(rt: Runtime): void {
  readyException(rt, 'MemoryError', {
    base: rt.exc.Exception,
    doc: exceptionDoc('MemoryError'),
    slots: { tp_new: memoryErrorNew, tp_dealloc: memoryErrorDealloc },
  });
  if (rt.prepared) return;
  const made: Addr[] = [];
  for (let i = 0; i < MEMERRORS_SAVE; i++) {
    const error = baseExceptionNew(rt, rt.exc.MemoryError, rt.emptyTuple);
    if (error !== 0) made.push(error);
  }
  rt.setPtr(rt.state + STATE.memoryError, baseExceptionNew(rt, rt.exc.MemoryError, rt.emptyTuple));
  for (const error of made) decref(rt, error);
}
