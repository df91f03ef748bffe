/** Stub. */
import type { Parser } from './parser.ts';
export function invalid_fstring_replacement_field(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_string_cut(_p: Parser, _closer?: unknown): null {
  return null;
}
