/** Stub. */
import type { Parser } from './parser.ts';
export function invalid_arithmetic(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_expression(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_factor(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_if_expression(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_legacy_expression(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_named_expression(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_starred_expression(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_starred_expression_unpacking(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_starred_expression_unpacking_sequence(_p: Parser, _closer?: unknown): null {
  return null;
}
