/** What few programs need of what codegen-class.ts is about. */
import type { ClassDef, Expr, Name } from '../syntax/ast.ts';
import { callHelper } from './codegen-call.ts';
import { visitClassBody } from './codegen-class.ts';
import type { Compiler } from './compiler.ts';
import { callTypeParameterScope, visitTypeParams } from './late-parts.ts';
import { CALL_INTRINSIC_1, INTRINSIC_SUBSCRIPT_GENERIC } from './opcodes.ts';

/** A class with type parameters is made in a scope of its own, and has Generic[...] as last base. */
export function visitGenericClass(c: Compiler, s: ClassDef, firstlineno: number): void {
  const entry = c.table.lookup(s.type_params);
  c.enterScope(`<generic parameters of ${s.name}>`, 'type parameters', entry, firstlineno);
  c.unit.privateName = s.name;
  visitTypeParams(c, s.type_params);
  c.nameop(s, '.type_params', 'Store');
  visitClassBody(c, s, firstlineno);
  c.nameop(s, '.type_params', 'Load');
  c.addopI(s, CALL_INTRINSIC_1, INTRINSIC_SUBSCRIPT_GENERIC);
  c.nameop(s, '.generic_base', 'Store');
  const { lineno, col_offset, end_lineno, end_col_offset } = s;
  const at = { lineno, col_offset, end_lineno, end_col_offset };
  const genericBase: Name = { kind: 'Name', id: '.generic_base', ctx: 'Load', ...at };
  const bases: Expr[] = [...s.bases, genericBase];
  callHelper(c, s, 2, bases, s.keywords);
  callTypeParameterScope(c, s, 0);
}
