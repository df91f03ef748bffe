/** Stub. */
import type { Parser } from './parser.ts';
export function invalid_comprehension(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_dict_comprehension(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_double_starred_kvpairs(_p: Parser, _closer?: unknown): null {
  return null;
}
export function invalid_group(_p: Parser, _closer?: unknown): null {
  return null;
}
