/** Stub. */
import type { Parser } from './parser.ts';
export function invalid_type_param(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_type_params(_p: Parser, _closer?: unknown): null {
  return null;
}
