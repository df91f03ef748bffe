/**
 * Fields of exceptions behind PyBaseExceptionObject, whose size the profile says.
 * v3.13.0 Include/cpython/pyerrors.h
 */
import type { Bytes } from '../base/brand.ts';
import type { Runtime } from './runtime.ts';

/** Where the first field of its own stands in any exception that has one. */
export function exceptionBase(rt: Runtime): Bytes {
  return rt.layout.baseException;
}
