/** What few programs need of what codegen-expr.ts is about. */
import * as op from './opcodes.ts';
import type { Interpolation, TemplateStr } from '../syntax/ast.ts';
import { CONVERT_OPERANDS, visitExpr, visitExprs } from './codegen-expr.ts';
import type { Compiler } from './compiler.ts';
import { strConst } from './const-value.ts';

/** v3.14.0 Python/codegen.c codegen_template_str: texts and fields take turns, texts first and last */
export function visitTemplateStr(c: Compiler, e: TemplateStr): void {
  let strings = 0;
  let textDue = true;
  const text = (): void => {
    if (textDue) c.loadConst(e, strConst(''));
    strings++;
  };
  for (const value of e.values) {
    if (value.kind === 'Interpolation') {
      text();
      textDue = true;
    } else {
      visitExpr(c, value);
      textDue = false;
    }
  }
  text();
  c.addopI(e, op.BUILD_TUPLE, strings);
  const fields = e.values.filter((value) => value.kind === 'Interpolation');
  visitExprs(c, fields);
  c.addopI(e, op.BUILD_TUPLE, fields.length);
  c.addopI(e, op.CALL_INTRINSIC_2, op.INTRINSIC_TEMPLATE);
}

/** v3.14.0 Python/codegen.c codegen_interpolation */
export function visitInterpolation(c: Compiler, e: Interpolation): void {
  visitExpr(c, e.value);
  c.loadConst(e, strConst(e.str));
  const conversion = e.conversion === -1 ? 0 : CONVERT_OPERANDS[e.conversion];
  c.addopI(e, op.CALL_INTRINSIC_2, op.INTRINSIC_INTERPOLATION + conversion);
  if (e.format_spec === null) return;
  visitExpr(c, e.format_spec);
  c.addopI(e, op.CALL_INTRINSIC_2, op.INTRINSIC_INTERPOLATION_FORMAT);
}
