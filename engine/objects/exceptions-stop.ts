/** StopIteration and SystemExit: exceptions that carry a value. v3.13.0 Objects/exceptions.c */
import type { Addr } from '../base/brand.ts';
import {
  baseExceptionInit,
  exceptionArgs,
  exceptionDoc,
  ownership,
  readyException,
} from './exceptions.ts';
import { newRef, setOwned } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { tupleItem, tupleSize } from './tuple.ts';

/** v3.13.0 StopIteration_init: the first argument, or None */
function stopIterationInit(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): number {
  if (baseExceptionInit(rt, self, args, kwargs) < 0) return -1;
  const value = tupleSize(rt, args) > 0 ? tupleItem(rt, args, 0) : rt.none;
  setOwned(rt, self + rt.layout.baseException, newRef(rt, value));
  return 0;
}

/** v3.13.0 SystemExit_init: one argument itself, several as a tuple, none at all stays NULL */
function systemExitInit(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): number {
  if (baseExceptionInit(rt, self, args, kwargs) < 0) return -1;
  const n = tupleSize(rt, args);
  if (n === 0) return 0;
  const code = n === 1 ? tupleItem(rt, args, 0) : args;
  setOwned(rt, self + rt.layout.baseException, newRef(rt, code));
  return 0;
}

/** `value` of a StopIteration, or `code` of a SystemExit; borrowed, 0 when not set. */
export function carriedValue(rt: Runtime, self: Addr): Addr {
  return rt.ptr(self + rt.layout.baseException);
}

/** The value that a StopIteration carries; new. v3.13.0 _PyGen_FetchStopIterationValue */
export function stopIterationValue(rt: Runtime, self: Addr): Addr {
  const value = carriedValue(rt, self);
  if (value !== 0) return newRef(rt, value);
  const args = exceptionArgs(rt, self);
  return newRef(rt, tupleSize(rt, args) > 0 ? tupleItem(rt, args, 0) : rt.none);
}

/** Readies both. */
export function initStopErrors(rt: Runtime): void {
  const member = { offset: rt.layout.baseException, type: 'object', readonly: false } as const;
  readyException(rt, 'SystemExit', {
    base: rt.exc.BaseException,
    extra: 8,
    doc: exceptionDoc('SystemExit'),
    slots: { ...ownership([0]), tp_init: systemExitInit },
    members: { code: member },
  });
}

/** Readies StopIteration, whose base is ready later than that of SystemExit. */
export function initStopIteration(rt: Runtime): void {
  const member = { offset: rt.layout.baseException, type: 'object', readonly: false } as const;
  readyException(rt, 'StopIteration', {
    base: rt.exc.Exception,
    extra: 8,
    doc: exceptionDoc('StopIteration'),
    slots: { ...ownership([0]), tp_init: stopIterationInit },
    members: { value: member },
  });
}
