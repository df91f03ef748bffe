/** Stub. */
import type { Parser } from './parser.ts';
export function invalid_with_item(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_with_stmt(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_with_stmt_indent(_p: Parser, _closer?: unknown): null {
  return null;
}
