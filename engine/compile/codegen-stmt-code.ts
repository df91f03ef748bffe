/** What few programs need of what codegen-stmt.ts is about. */
import * as op from './opcodes.ts';
import type { AnnAssign, Expr } from '../syntax/ast.ts';
import { CO_FUTURE_ANNOTATIONS } from './code-unit.ts';
import { deferAnnotation, keepsAnnotations } from './codegen-annotations.ts';
import { visitExpr } from './codegen-expr.ts';
import type { Compiler } from './compiler.ts';
import { strConst } from './const-value.ts';
import { exprAsString } from './late-parts.ts';

/** Computes an expression only to see that it can be. v3.13.0 Python/compile.c check_ann_expr */
function checkExpr(c: Compiler, e: Expr): void {
  visitExpr(c, e);
  c.addop(e, op.POP_TOP);
}

/** v3.13.0 Python/compile.c check_ann_subscr */
function checkSubscript(c: Compiler, e: Expr): void {
  if (e.kind === 'Slice') {
    for (const part of [e.lower, e.upper, e.step]) if (part !== null) checkExpr(c, part);
  } else if (e.kind === 'Tuple') {
    for (const elt of e.elts) checkSubscript(c, elt);
  } else {
    checkExpr(c, e);
  }
}

/** v3.13.0 Python/compile.c compiler_annassign */
export function visitAnnAssign(c: Compiler, s: AnnAssign): void {
  const { target, value, annotation } = s;
  if (value !== null) {
    visitExpr(c, value);
    visitExpr(c, target);
  }
  const asString = (c.future.flags & CO_FUTURE_ANNOTATIONS) !== 0;
  const evaluates = c.unit.scopeType === 'module' || c.unit.scopeType === 'class';
  switch (target.kind) {
    case 'Name':
      c.checkForbiddenName(s, target.id, 'Store');
      if (!s.simple || !evaluates) break;
      if (!keepsAnnotations(c)) {
        deferAnnotation(c, s);
        break;
      }
      if (asString) c.loadConst(annotation, strConst(exprAsString(annotation)));
      else visitExpr(c, annotation);
      c.addopName(s, op.LOAD_NAME, '__annotations__');
      c.loadConst(s, strConst(c.mangled(target.id)));
      c.addop(s, op.STORE_SUBSCR);
      break;
    case 'Attribute':
      c.checkForbiddenName(s, target.attr, 'Store');
      if (value === null) checkExpr(c, target.value);
      break;
    case 'Subscript':
      if (value !== null) break;
      checkExpr(c, target.value);
      checkSubscript(c, target.slice);
      break;
  }
  if (!s.simple && !c.features.deferredAnnotations && !asString && evaluates) {
    checkExpr(c, annotation);
  }
}
