/**
 * complex in memory. v3.13.0 Objects/complexobject.c
 *
 *      0  ob_refcnt, ob_type
 *     16  real, a double
 *     24  imag, a double
 */
import type { Addr } from '../base/brand.ts';
import { objectFromList } from './freelists.ts';
import { COMPLEX_IMAG, COMPLEX_REAL, COMPLEX_SIZE } from './layouts.ts';
import { FREE_COMPLEX, type Runtime } from './runtime.ts';
import { isSubtype } from './type-object.ts';

export interface Complex {
  readonly real: number;
  readonly imag: number;
}

/** v3.13.0 PyComplex_FromDoubles */
export function newComplex(rt: Runtime, real: number, imag: number): Addr {
  const p = objectFromList(rt, FREE_COMPLEX, rt.types.complex, COMPLEX_SIZE);
  if (p === 0) return 0;
  rt.f64[(p + COMPLEX_REAL) >> 3] = real;
  rt.f64[(p + COMPLEX_IMAG) >> 3] = imag;
  return p;
}

export function complexReal(rt: Runtime, p: Addr): number {
  return rt.f64[(p + COMPLEX_REAL) >> 3]!;
}

export function complexImag(rt: Runtime, p: Addr): number {
  return rt.f64[(p + COMPLEX_IMAG) >> 3]!;
}

/** The value of a complex, also of a subclass. */
export function complexValue(rt: Runtime, p: Addr): Complex {
  return { real: complexReal(rt, p), imag: complexImag(rt, p) };
}

/** v3.13.0 PyComplex_Check */
export function isComplex(rt: Runtime, p: Addr): boolean {
  const type = rt.typeOf(p);
  return type === rt.types.complex || isSubtype(rt, type, rt.types.complex);
}
