/** Where imports may be lazy. v3.15.0 Python/symtable.c check_lazy_import_context */
import type { Import, ImportFrom } from '../syntax/ast.ts';
import type { SymbolTableEntry } from './symtable-entry.ts';

/** What is wrong with an import that is lazy in this block; '' when nothing is. */
export function lazyImportError(s: Import | ImportFrom, { tries, type }: SymbolTableEntry): string {
  if (s.is_lazy !== true) return '';
  const what = s.kind === 'Import' ? 'lazy import' : 'lazy from ... import';
  if (tries > 0) return `${what} not allowed inside try/except blocks`;
  if (type === 'function') return `${what} not allowed inside functions`;
  if (type === 'class') return `${what} not allowed inside classes`;
  return s.names[0]?.name === '*' ? 'lazy from ... import * is not allowed' : '';
}
