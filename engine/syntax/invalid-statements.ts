/** Stub. */
import type { Parser } from './parser.ts';
export function invalid_assert_stmt(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_assignment(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_del_stmt(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_for_if_clause(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_for_target(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_raise_stmt(_p: Parser, _closer?: unknown): null {
  return null;
}
