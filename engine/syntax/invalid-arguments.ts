/** Stub. */
import type { Parser } from './parser.ts';
export function invalid_arguments(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_kwarg(_p: Parser, _closer?: unknown): null {
  return null;
}
