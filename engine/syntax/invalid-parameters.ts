/** Stub. */
import type { Parser } from './parser.ts';
export function invalid_default(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_kwds(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_parameters(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_star_etc(_p: Parser, _closer?: unknown): null {
  return null;
}
