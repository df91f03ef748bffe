/**
 * `super().attr` without a super object, and where an attribute's code is said to stand.
 *
 * v3.13.0 Python/compile.c can_optimize_super_call
 */

import type { Attribute, Call, Expr, Location } from '../syntax/ast.ts';
import { visitExpr } from './codegen-expr.ts';
import type { Compiler } from './compiler.ts';
import { FREE, GLOBAL_IMPLICIT } from './symtable-entry.ts';

export type SuperAttribute = Attribute & { value: Call };

function isSuperCall(e: Expr): e is Call {
  return (
    e.kind === 'Call' && e.func.kind === 'Name' && e.func.id === 'super' && e.keywords.length === 0
  );
}

/** v3.13.0 Python/compile.c can_optimize_super_call */
export function canOptimizeSuperCall(c: Compiler, attr: Attribute): attr is SuperAttribute {
  const e = attr.value;
  if (!c.features.superAttributeLoads || !isSuperCall(e) || attr.attr === '__class__') return false;
  // The name must be the builtin's, as far as can be seen.
  const { unit, table } = c;
  if (unit.entry.scope('super') !== GLOBAL_IMPLICIT || table.top.scope('super') !== 0) return false;
  if (e.args.length === 2) return e.args.every((arg) => arg.kind !== 'Starred');
  if (e.args.length !== 0) return false;
  if (unit.argcount === 0 && unit.posonlyargcount === 0) return false;
  return c.refType('__class__') === FREE;
}

/** v3.13.0 Python/compile.c load_args_for_super */
export function loadArgsForSuper(c: Compiler, e: Call): void {
  c.nameop(e.func, 'super', 'Load');
  if (e.args.length === 2) {
    for (const arg of e.args) visitExpr(c, arg);
    return;
  }
  c.nameop(e, '__class__', 'Load');
  const [self] = c.unit.varnames.keys();
  c.nameop(e, self!, 'Load');
}

/** LOAD_SUPER_ATTR's operand. v3.13.0 Python/compile.c compiler_addop_name */
export function superAttrOperand(c: Compiler, attr: SuperAttribute, forCall: boolean): number {
  const twoArguments = attr.value.args.length > 0 ? 2 : 0;
  return (c.nameIndex(attr.attr) << 2) | twoArguments | (forCall ? 1 : 0);
}

/**
 * An attribute on a later line than its object is said to stand where its name does.
 * v3.13.0 Python/compile.c update_start_location_to_match_attr
 */
export function updateStartLocationToMatchAttr(loc: Location, attr: Attribute): Location {
  if (loc.lineno === attr.end_lineno) return loc;
  const lineno = attr.end_lineno;
  let { end_col_offset } = loc;
  const length = [...attr.attr].length;
  const fits = length <= attr.end_col_offset;
  const col_offset = fits ? attr.end_col_offset - length : -1;
  if (!fits) end_col_offset = -1;
  const end_lineno = Math.max(lineno, loc.end_lineno);
  if (lineno === end_lineno) end_col_offset = Math.max(col_offset, end_col_offset);
  return { lineno, end_lineno, col_offset, end_col_offset };
}
