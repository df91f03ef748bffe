/** Stub. */
import type { Parser } from './parser.ts';
export function invalid_as_pattern(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_case_block(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_class_pattern(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_mapping_pattern(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_match_stmt(_p: Parser, _closer?: unknown): null {
  return null;
}
