/**
 * Code for expressions.
 *
 * v3.13.0 Python/compile.c compiler_visit_expr1
 */

import type {
  Await,
  BinOp,
  BoolOp,
  Compare,
  CompareOperator,
  Expr,
  FormattedValue,
  IfExp,
  JoinedStr,
  Location,
  Operator,
  Slice,
  UnaryOp,
  YieldFrom,
} from '../syntax/ast.ts';
import { PLAIN_AWAIT, addopAwait, addopYieldFrom } from './codegen-await.ts';
import { visitDict, visitList, visitSet, visitTuple } from './codegen-collections.ts';
import { visitComprehension } from './codegen-comprehension.ts';
import { visitLambda } from './codegen-function.ts';
import { visitPrimary } from './codegen-primary.ts';
import type { Compiler } from './compiler.ts';
import { NONE, strConst } from './const-value.ts';
import { checkCompare } from './checks.ts';
import { type Label, NO_LOCATION } from './instruction-sequence.ts';
import { JUMP_NO_INTERRUPT } from './opcode-metadata.ts';
import * as op from './opcodes.ts';
import { visitInterpolation, visitTemplateStr } from './late-parts.ts';

/** STACK_USE_GUIDELINE: what would take more stack than this is built up piece by piece. */
export const STACK_USE_GUIDELINE = 30;

/** v3.13.0 Include/opcode.h NB_ADD ...; the in-place forms follow in the same order */
const BINARY_OPERANDS: Readonly<Record<Operator, number>> = {
  Add: 0,
  BitAnd: 1,
  FloorDiv: 2,
  LShift: 3,
  MatMult: 4,
  Mult: 5,
  Mod: 6,
  BitOr: 7,
  Pow: 8,
  RShift: 9,
  Sub: 10,
  Div: 11,
  BitXor: 12,
};
const INPLACE = 13;

/**
 * The comparison above bit 5; beneath, a mask of the outcomes that make it true (unordered 1, less 2,
 * greater 4, equal 8). v3.13.0 Python/compile.c compare_masks
 */
const COMPARE_OPERANDS = {
  Lt: (0 << 5) | 2,
  LtE: (1 << 5) | 2 | 8,
  Eq: (2 << 5) | 8,
  NotEq: (3 << 5) | 1 | 2 | 4,
  Gt: (4 << 5) | 4,
  GtE: (5 << 5) | 4 | 8,
} as const;

export function addopBinary(c: Compiler, loc: Location, operator: Operator): void {
  c.addopI(loc, op.BINARY_OP, BINARY_OPERANDS[operator]);
}

export function addopInplace(c: Compiler, loc: Location, operator: Operator): void {
  c.addopI(loc, op.BINARY_OP, BINARY_OPERANDS[operator] + INPLACE);
}

/** v3.13.0 Python/compile.c compiler_addcompare */
export function addopCompare(c: Compiler, loc: Location, operator: CompareOperator): void {
  switch (operator) {
    case 'Is':
    case 'IsNot':
      return c.addopI(loc, op.IS_OP, operator === 'Is' ? 0 : 1);
    case 'In':
    case 'NotIn':
      return c.addopI(loc, op.CONTAINS_OP, operator === 'In' ? 0 : 1);
    default:
      return c.addopI(loc, op.COMPARE_OP, COMPARE_OPERANDS[operator]);
  }
}

export function visitExprs(c: Compiler, exprs: readonly Expr[]): void {
  for (const e of exprs) visitExpr(c, e);
}

/** v3.13.0 Python/compile.c compiler_visit_expr1 */
export function visitExpr(c: Compiler, e: Expr): void {
  switch (e.kind) {
    case 'Constant':
      return c.loadConstant(e);
    case 'Name':
      return c.nameop(e, e.id, e.ctx);
    case 'Attribute':
    case 'Call':
    case 'Subscript':
      return visitPrimary(c, e);
    case 'BinOp':
      return visitBinOp(c, e);
    case 'Compare':
      return visitCompare(c, e);
    case 'BoolOp':
      return visitBoolOp(c, e);
    case 'UnaryOp':
      return visitUnaryOp(c, e);
    case 'IfExp':
      return visitIfExp(c, e);
    case 'List':
      return visitList(c, e);
    case 'Tuple':
      return visitTuple(c, e);
    case 'Set':
      return visitSet(c, e);
    case 'Dict':
      return visitDict(c, e);
    case 'JoinedStr':
      return visitJoinedStr(c, e);
    case 'TemplateStr':
      return visitTemplateStr(c, e);
    case 'Interpolation':
      return visitInterpolation(c, e);
    case 'FormattedValue':
      return visitFormattedValue(c, e);
    case 'Lambda':
      return visitLambda(c, e);
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      return visitComprehension(c, e);
    case 'NamedExpr':
      visitExpr(c, e.value);
      c.addopI(e, op.COPY, 1);
      return visitExpr(c, e.target);
    case 'Yield':
      if (!c.unit.entry.isFunctionLike) c.error(e, "'yield' outside function");
      if (e.value !== null) visitExpr(c, e.value);
      else c.loadConst(e, NONE);
      return addopYield(c, e);
    case 'Await':
      return visitAwait(c, e);
    case 'YieldFrom':
      return visitYieldFrom(c, e);
    case 'Slice':
      return c.addopI(e, op.BUILD_SLICE, visitSliceParts(c, e));
    case 'Starred':
      return c.error(
        e,
        e.ctx === 'Store'
          ? 'starred assignment target must be in a list or tuple'
          : "can't use starred expression here",
      );
  }
}

/** Long sums are compiled without recursion. */
function visitBinOp(c: Compiler, e: BinOp): void {
  const spine = [e];
  for (let left = e.left; left.kind === 'BinOp'; left = left.left) spine.push(left);
  visitExpr(c, spine.at(-1)!.left);
  for (const node of spine.reverse()) {
    visitExpr(c, node.right);
    addopBinary(c, node, node.op);
  }
}

function visitUnaryOp(c: Compiler, e: UnaryOp): void {
  visitExpr(c, e.operand);
  switch (e.op) {
    case 'UAdd':
      return c.addopI(e, op.CALL_INTRINSIC_1, op.INTRINSIC_UNARY_POSITIVE);
    case 'Not':
      c.addop(e, op.TO_BOOL);
      return c.addop(e, op.UNARY_NOT);
    case 'Invert':
      return c.addop(e, op.UNARY_INVERT);
    case 'USub':
      return c.addop(e, op.UNARY_NEGATIVE);
  }
}

/** v3.13.0 Python/compile.c compiler_boolop */
function visitBoolOp(c: Compiler, e: BoolOp): void {
  const jump = e.op === 'And' ? op.POP_JUMP_IF_FALSE : op.POP_JUMP_IF_TRUE;
  const end = c.newLabel();
  for (const value of e.values.slice(0, -1)) {
    visitExpr(c, value);
    c.addopI(e, op.COPY, 1);
    c.addop(e, op.TO_BOOL);
    c.addopJump(e, jump, end);
    c.addop(e, op.POP_TOP);
  }
  visitExpr(c, e.values.at(-1)!);
  c.useLabel(end);
}

/** v3.13.0 Python/compile.c compiler_ifexp */
function visitIfExp(c: Compiler, e: IfExp): void {
  const end = c.newLabel();
  const next = c.newLabel();
  jumpIf(c, e, e.test, next, false);
  visitExpr(c, e.body);
  c.addopJump(NO_LOCATION, JUMP_NO_INTERRUPT, end);
  c.useLabel(next);
  visitExpr(c, e.orelse);
  c.useLabel(end);
}

/** `a < b < c`: each operand is computed once. v3.13.0 Python/compile.c compiler_compare */
function visitCompare(c: Compiler, e: Compare): void {
  checkCompare(c, e);
  visitExpr(c, e.left);
  const last = e.ops.length - 1;
  if (last === 0) {
    visitExpr(c, e.comparators[0]!);
    return addopCompare(c, e, e.ops[0]!);
  }
  const cleanup = c.newLabel();
  for (let i = 0; i < last; i++) {
    compareAndKeep(c, e, i);
    c.addopI(e, op.COPY, 1);
    c.addop(e, op.TO_BOOL);
    c.addopJump(e, op.POP_JUMP_IF_FALSE, cleanup);
    c.addop(e, op.POP_TOP);
  }
  visitExpr(c, e.comparators[last]!);
  addopCompare(c, e, e.ops[last]!);
  const end = c.newLabel();
  c.addopJump(NO_LOCATION, JUMP_NO_INTERRUPT, end);
  c.useLabel(cleanup);
  c.addopI(e, op.SWAP, 2);
  c.addop(e, op.POP_TOP);
  c.useLabel(end);
}

/** Compares with operand i, which stays beneath the result. */
function compareAndKeep(c: Compiler, e: Compare, i: number): void {
  visitExpr(c, e.comparators[i]!);
  c.addopI(e, op.SWAP, 2);
  c.addopI(e, op.COPY, 2);
  addopCompare(c, e, e.ops[i]!);
}

/** v3.13.0 Python/compile.c compiler_jump_if: jumps to `next` when `e` is `condition` */
export function jumpIf(c: Compiler, loc: Location, e: Expr, next: Label, condition: boolean): void {
  if (e.kind === 'UnaryOp' && e.op === 'Not') return jumpIf(c, loc, e.operand, next, !condition);
  if (e.kind === 'BoolOp') return jumpIfBoolOp(c, loc, e, next, condition);
  if (e.kind === 'IfExp') return jumpIfIfExp(c, loc, e, next, condition);
  if (e.kind === 'Compare' && e.ops.length > 1) return jumpIfCompare(c, e, next, condition);
  visitExpr(c, e);
  c.addop(e, op.TO_BOOL);
  c.addopJump(e, condition ? op.POP_JUMP_IF_TRUE : op.POP_JUMP_IF_FALSE, next);
}

function jumpIfBoolOp(
  c: Compiler,
  loc: Location,
  e: BoolOp,
  next: Label,
  condition: boolean,
): void {
  const decisive = e.op === 'Or';
  const shortCut = decisive === condition ? next : c.newLabel();
  for (const value of e.values.slice(0, -1)) jumpIf(c, loc, value, shortCut, decisive);
  jumpIf(c, loc, e.values.at(-1)!, next, condition);
  if (shortCut !== next) c.useLabel(shortCut);
}

function jumpIfIfExp(c: Compiler, loc: Location, e: IfExp, next: Label, condition: boolean): void {
  const end = c.newLabel();
  const orelse = c.newLabel();
  jumpIf(c, loc, e.test, orelse, false);
  jumpIf(c, loc, e.body, next, condition);
  c.addopJump(NO_LOCATION, JUMP_NO_INTERRUPT, end);
  c.useLabel(orelse);
  jumpIf(c, loc, e.orelse, next, condition);
  c.useLabel(end);
}

function jumpIfCompare(c: Compiler, e: Compare, next: Label, condition: boolean): void {
  checkCompare(c, e);
  const cleanup = c.newLabel();
  const last = e.ops.length - 1;
  visitExpr(c, e.left);
  for (let i = 0; i < last; i++) {
    compareAndKeep(c, e, i);
    c.addop(e, op.TO_BOOL);
    c.addopJump(e, op.POP_JUMP_IF_FALSE, cleanup);
  }
  visitExpr(c, e.comparators[last]!);
  addopCompare(c, e, e.ops[last]!);
  c.addop(e, op.TO_BOOL);
  c.addopJump(e, condition ? op.POP_JUMP_IF_TRUE : op.POP_JUMP_IF_FALSE, next);
  const end = c.newLabel();
  c.addopJump(NO_LOCATION, JUMP_NO_INTERRUPT, end);
  c.useLabel(cleanup);
  c.addop(e, op.POP_TOP);
  if (!condition) c.addopJump(NO_LOCATION, JUMP_NO_INTERRUPT, next);
  c.useLabel(end);
}

/** v3.13.0 Python/compile.c is_two_element_slice */
export function isTwoElementSlice(e: Expr): e is Slice {
  return e.kind === 'Slice' && e.step === null;
}

/** Pushes the parts of a slice; how many. v3.13.0 Python/compile.c compiler_slice */
export function visitSliceParts(c: Compiler, e: Slice): 2 | 3 {
  for (const bound of [e.lower, e.upper]) {
    if (bound !== null) visitExpr(c, bound);
    else c.loadConst(e, NONE);
  }
  if (e.step === null) return 2;
  visitExpr(c, e.step);
  return 3;
}

/** v3.13.0 Python/compile.c compiler_joined_str */
function visitJoinedStr(c: Compiler, e: JoinedStr): void {
  const count = e.values.length;
  if (count > STACK_USE_GUIDELINE) {
    c.loadConst(e, strConst(''));
    c.addopLoadAttr(e, 'join', true);
    c.addopI(e, op.BUILD_LIST, 0);
    for (const value of e.values) {
      visitExpr(c, value);
      c.addopI(e, op.LIST_APPEND, 1);
    }
    return c.addopI(e, op.CALL, 1);
  }
  visitExprs(c, e.values);
  if (count > 1) c.addopI(e, op.BUILD_STRING, count);
  else if (count === 0) c.loadConst(e, strConst(''));
}

export const CONVERT_OPERANDS = { 115: 1, 114: 2, 97: 3 } as const;

/** v3.13.0 Python/compile.c compiler_formatted_value */
function visitFormattedValue(c: Compiler, e: FormattedValue): void {
  visitExpr(c, e.value);
  if (e.conversion !== -1) c.addopI(e, op.CONVERT_VALUE, CONVERT_OPERANDS[e.conversion]);
  if (e.format_spec !== null) {
    visitExpr(c, e.format_spec);
    c.addop(e, op.FORMAT_WITH_SPEC);
  } else {
    c.addop(e, op.FORMAT_SIMPLE);
  }
}

/** v3.13.0 Python/compile.c addop_yield */
export function addopYield(c: Compiler, loc: Location): void {
  const { generator, coroutine } = c.unit.entry;
  if (generator && coroutine) c.addopI(loc, op.CALL_INTRINSIC_1, op.INTRINSIC_ASYNC_GEN_WRAP);
  c.addopI(loc, op.YIELD_VALUE, 0);
  c.addopI(loc, op.RESUME, 1);
}

function visitYieldFrom(c: Compiler, e: YieldFrom): void {
  const { entry, scopeType } = c.unit;
  if (!entry.isFunctionLike) c.error(e, "'yield from' outside function");
  if (scopeType === 'async function') c.error(e, "'yield from' inside async function");
  visitExpr(c, e.value);
  c.addop(e, op.GET_YIELD_FROM_ITER);
  c.loadConst(e, NONE);
  addopYieldFrom(c, e, false);
}

function visitAwait(c: Compiler, e: Await): void {
  const { entry, scopeType } = c.unit;
  if (!entry.isFunctionLike) c.error(e, "'await' outside function");
  if (scopeType !== 'async function' && scopeType !== 'comprehension') {
    c.error(e, "'await' outside async function");
  }
  visitExpr(c, e.value);
  addopAwait(c, e, PLAIN_AWAIT);
}
