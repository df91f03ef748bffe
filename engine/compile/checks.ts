/**
 * Warnings about expressions that cannot work.
 *
 * v3.13.0 Python/compile.c check_compare, check_caller, check_subscripter, check_index
 */

import type { Compare, Constant, Expr } from '../syntax/ast.ts';
import type { Compiler } from './compiler.ts';
import { constantOf, typeName } from './const-value.ts';

/** v3.13.0 Python/compile.c infer_type: a `tp_name`, or null when it is not known */
function inferType(e: Expr): string | null {
  switch (e.kind) {
    case 'Tuple':
      return 'tuple';
    case 'List':
    case 'ListComp':
      return 'list';
    case 'Dict':
    case 'DictComp':
      return 'dict';
    case 'Set':
    case 'SetComp':
      return 'set';
    case 'GeneratorExp':
      return 'generator';
    case 'Lambda':
      return 'function';
    case 'JoinedStr':
    case 'FormattedValue':
      return 'str';
    case 'Constant':
      return constantType(e);
    default:
      return null;
  }
}

/** What was folded on instructions was no constant when the tree was looked at; a tuple was a tuple. */
function constantType(e: Constant): string | null {
  const value = constantOf(e);
  return value.fromTree || value.type === 'tuple' ? typeName(value) : null;
}

/** Whether `is` says something about it: not so for literals, except the named singletons. */
function isMeaningfulForIs(e: Expr): boolean {
  if (e.kind !== 'Constant') return true;
  if (!constantOf(e).fromTree) return constantOf(e).type !== 'tuple';
  return ['None', 'False', 'True', 'Ellipsis'].includes(constantOf(e).type);
}

/** v3.13.0 Python/compile.c check_compare */
export function checkCompare(c: Compiler, e: Compare): void {
  let left = e.left;
  for (const [i, op] of e.ops.entries()) {
    const right = e.comparators[i]!;
    const literal = [left, right].find((operand) => !isMeaningfulForIs(operand));
    if ((op === 'Is' || op === 'IsNot') && literal !== undefined) {
      const [word, instead] = op === 'Is' ? ['is', '=='] : ['is not', '!='];
      const named = c.features.isWarningNamesType;
      const what = named ? `'${inferType(literal)}' literal` : 'a literal';
      return c.warn(e, `"${word}" with ${what}. Did you mean "${instead}"?`);
    }
    left = right;
  }
}

/** v3.13.0 Python/compile.c check_caller */
export function checkCaller(c: Compiler, e: Expr): void {
  const type = e.kind === 'Lambda' ? null : inferType(e);
  if (type !== null) {
    c.warn(e, `'${type}' object is not callable; perhaps you missed a comma?`);
  }
}

const UNSUBSCRIPTABLE = ['NoneType', 'ellipsis', 'int', 'bool', 'float', 'complex', 'frozenset'];

/** v3.13.0 Python/compile.c check_subscripter */
export function checkSubscripter(c: Compiler, e: Expr): void {
  const type = inferType(e);
  if (type === null) return;
  const warns =
    e.kind === 'Constant'
      ? UNSUBSCRIPTABLE.includes(type)
      : ['Set', 'SetComp', 'GeneratorExp', 'Lambda'].includes(e.kind);
  if (warns) c.warn(e, `'${type}' object is not subscriptable; perhaps you missed a comma?`);
}

/** v3.13.0 Python/compile.c check_index */
export function checkIndex(c: Compiler, e: Expr, index: Expr): void {
  const indexType = inferType(index);
  if (indexType === null || indexType === 'int' || indexType === 'bool') return;
  const type = inferType(e);
  if (type === null || !['str', 'bytes', 'tuple', 'list'].includes(type)) return;
  c.warn(
    e,
    `${type} indices must be integers or slices, not ${indexType}; perhaps you missed a comma?`,
  );
}
