/** Stub. */
import type { Parser } from './parser.ts';
export function invalid_except_star_stmt(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_except_star_stmt_indent(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_except_stmt(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_except_stmt_indent(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_finally_stmt(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_try_stmt(_p: Parser, _closer?: unknown): null {
  return null;
}
