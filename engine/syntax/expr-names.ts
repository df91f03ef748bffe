/** What error texts call an expression, and which of its parts cannot be assigned to. */
import type { Comprehension, Expr, Location } from './ast.ts';
import type { Parser } from './parser.ts';

const NAMES: Readonly<Record<Exclude<Expr['kind'], 'Constant'>, string>> = {
  Attribute: 'attribute',
  Subscript: 'subscript',
  Starred: 'starred',
  Name: 'name',
  List: 'list',
  Tuple: 'tuple',
  Lambda: 'lambda',
  Call: 'function call',
  BoolOp: 'expression',
  BinOp: 'expression',
  UnaryOp: 'expression',
  GeneratorExp: 'generator expression',
  Await: 'await expression',
  Yield: 'yield expression',
  YieldFrom: 'yield expression',
  ListComp: 'list comprehension',
  SetComp: 'set comprehension',
  DictComp: 'dict comprehension',
  Dict: 'dict literal',
  Set: 'set display',
  JoinedStr: 'f-string expression',
  FormattedValue: 'f-string expression',
  TemplateStr: 't-string expression',
  Interpolation: 't-string expression',
  Compare: 'comparison',
  IfExp: 'conditional expression',
  NamedExpr: 'named expression',
  Slice: 'slice',
};

/** v3.13.0 Parser/pegen.c _PyPegen_get_expr_name */
export function exprName(p: Parser, node: Expr): string {
  if (node.kind !== 'Constant') return p.features.messages.exprNames[node.kind] ?? NAMES[node.kind];
  const { type } = node.value;
  if (type === 'None' || type === 'True' || type === 'False') return type;
  return type === 'Ellipsis' ? p.features.messages.ellipsis : 'literal';
}

/** v3.13.0 Parser/pegen.h TARGETS_TYPE */
export type TargetsType = 'star' | 'del' | 'for';

/** The first part of `node` that is no target. v3.13.0 Parser/pegen.c _PyPegen_get_invalid_target */
export function invalidTarget(p: Parser, node: Expr, type: TargetsType): Expr | null {
  switch (node.kind) {
    case 'List':
    case 'Tuple':
      for (const item of node.elts) {
        const bad = invalidTarget(p, item, type);
        if (bad !== null) return bad;
      }
      return null;
    case 'Starred':
      return type === 'del' ? node : invalidTarget(p, node.value, type);
    case 'Compare':
      if (type !== 'for') return node;
      // `for f() in x` was read as a comparison.
      return node.ops[0] === 'In' ? invalidTarget(p, node.left, type) : null;
    case 'Name':
    case 'Subscript':
    case 'Attribute':
      return null;
    default:
      return node;
  }
}

/** Targets of `for` and `del` that stand side by side are targets of their own. */
function wholeTarget(p: Parser, node: Expr, type: TargetsType, start: Location): Location {
  if (type === 'star' || node.kind !== 'Tuple') return start;
  const first = node.elts[0] as Expr;
  if (first.lineno !== start.lineno || first.col_offset !== start.col_offset) return start;
  return node.elts.find((item) => invalidTarget(p, item, type) !== null) ?? start;
}

/**
 * 3.8 sets the context of the whole target, which begins at `start`, and points there.
 * v3.13.0 Parser/pegen.h RAISE_SYNTAX_ERROR_INVALID_TARGET, v3.8.18 Python/ast.c set_context
 */
export function raiseInvalidTarget(
  p: Parser,
  node: Expr,
  type: TargetsType,
  start: Location,
): void {
  const bad = invalidTarget(p, node, type);
  if (bad === null) return;
  const verb = type === 'del' ? 'delete' : 'assign to';
  const at = p.features.messages.treeErrors ? wholeTarget(p, node, type, start) : bad;
  p.raiseAt(at, `cannot ${verb} ${exprName(p, bad)}`);
}

/** v3.13.0 Parser/pegen.h _PyPegen_get_last_comprehension_item */
export function lastComprehensionItem(clauses: Comprehension[]): Expr {
  const last = clauses[clauses.length - 1] as Comprehension;
  return last.ifs[last.ifs.length - 1] ?? last.iter;
}
