/** Stub. */
import type { Parser } from './parser.ts';
export function invalid_dotted_as_name(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_import(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_import_from_as_name(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_import_from_targets(_p: Parser, _closer?: unknown): null {
  return null;
}
