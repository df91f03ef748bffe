/**
 * Code for imports.
 *
 * v3.13.0 Python/compile.c compiler_import, compiler_from_import
 */

import type { Import, ImportFrom, Location } from '../syntax/ast.ts';
import type { Compiler } from './compiler.ts';
import { importKind } from './late-parts.ts';
import { NONE, intConst, strConst } from './const-value.ts';
import { NO_LOCATION } from './instruction-sequence.ts';
import {
  CALL_INTRINSIC_1,
  IMPORT_FROM,
  IMPORT_NAME,
  INTRINSIC_IMPORT_STAR,
  POP_TOP,
  SWAP,
} from './opcodes.ts';

/** `import a.b.c as d` binds c, found from a. v3.13.0 Python/compile.c compiler_import_as */
function bindAs(c: Compiler, loc: Location, name: string, asname: string): void {
  const attributes = name.split('.').slice(1);
  for (const [i, attribute] of attributes.entries()) {
    if (i > 0) {
      c.addopI(loc, SWAP, 2);
      c.addop(loc, POP_TOP);
    }
    // Not made private, as the C code has it.
    c.addopI(loc, IMPORT_FROM, plainNameIndex(c, attribute));
  }
  c.nameop(loc, asname, 'Store');
  if (attributes.length > 0) c.addop(loc, POP_TOP);
}

function plainNameIndex(c: Compiler, name: string): number {
  const { names } = c.unit;
  if (!names.has(name)) names.set(name, names.size);
  return names.get(name)!;
}

/** IMPORT_NAME, which in some releases says what kind of import it is. */
function importName(c: Compiler, s: Import | ImportFrom, name: string): void {
  if (!c.features.importKinds) return c.addopName(s, IMPORT_NAME, name);
  c.addopI(s, IMPORT_NAME, (c.nameIndex(name) << 2) | importKind(c, s));
}

export function visitImport(c: Compiler, s: Import): void {
  for (const alias of s.names) {
    c.loadConst(s, intConst(0));
    c.loadConst(s, NONE);
    importName(c, s, alias.name);
    if (alias.asname !== null) bindAs(c, s, alias.name, alias.asname);
    else c.nameop(s, alias.name.split('.', 1)[0]!, 'Store');
  }
}

/** A future statement after the last one that counted. v3.13.0 location_is_after */
function isLateFuture(c: Compiler, s: ImportFrom): boolean {
  if (s.module !== '__future__' || s.level !== 0) return false;
  const { end_lineno, end_col_offset } = c.future.location;
  return s.lineno > end_lineno || (s.lineno === end_lineno && s.col_offset > end_col_offset);
}

export function visitImportFrom(c: Compiler, s: ImportFrom): void {
  c.loadConst(s, intConst(s.level));
  if (isLateFuture(c, s)) {
    c.error(s, 'from __future__ imports must occur at the beginning of the file');
  }
  const items = s.names.map((alias) => strConst(alias.name));
  c.loadConst(s, { type: 'tuple', items });
  importName(c, s, s.module ?? '');
  if (s.names[0]?.name === '*') {
    c.addopI(s, CALL_INTRINSIC_1, INTRINSIC_IMPORT_STAR);
    return c.addop(NO_LOCATION, POP_TOP);
  }
  for (const alias of s.names) {
    c.addopName(s, IMPORT_FROM, alias.name);
    c.nameop(s, alias.asname ?? alias.name, 'Store');
  }
  c.addop(s, POP_TOP);
}
