/** Stub. */
import type { Parser } from './parser.ts';
export function invalid_block(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_class_def_raw(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_def_raw(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_elif_stmt(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_else_stmt(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_for_stmt(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_if_stmt(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_while_stmt(_p: Parser, _closer?: unknown): null {
  return null;
}
