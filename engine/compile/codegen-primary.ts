/**
 * Code for attributes, subscripts and calls.
 *
 * A chain of them, `a.b(c)[d].e`, is compiled from its innermost part outward without recursion:
 * programs that build things by chained calls have long ones.
 *
 * v3.13.0 Python/compile.c compiler_visit_expr1, compiler_subscript, compiler_call
 */

import type { Attribute, Call, Expr, Subscript } from '../syntax/ast.ts';
import { checkCaller, checkIndex, checkSubscripter } from './checks.ts';
import { callHelper, finishMethodCall, isMethodCall, validateKeywords } from './codegen-call.ts';
import { isTwoElementSlice, visitExpr, visitSliceParts } from './codegen-expr.ts';
import {
  canOptimizeSuperCall,
  loadArgsForSuper,
  superAttrOperand,
  type SuperAttribute,
  updateStartLocationToMatchAttr,
} from './codegen-super.ts';
import type { Compiler } from './compiler.ts';
import {
  BINARY_SLICE,
  BINARY_SUBSCR,
  DELETE_ATTR,
  DELETE_SUBSCR,
  LOAD_SUPER_ATTR,
  NOP,
  PUSH_NULL,
  STORE_ATTR,
  STORE_SLICE,
  STORE_SUBSCR,
} from './opcodes.ts';

export type Primary = Attribute | Call | Subscript;

export function visitPrimary(c: Compiler, e: Primary): void {
  const chain: Primary[] = [];
  let base: Expr = e;
  while (base.kind === 'Attribute' || base.kind === 'Call' || base.kind === 'Subscript') {
    const operand = operandOf(c, base);
    if (operand === null) break;
    chain.push(base);
    base = operand;
  }
  visitBase(c, base);
  for (const outer of chain.reverse()) finish(c, outer);
}

/** What has to be on the stack first; null when that is not a single expression. */
function operandOf(c: Compiler, e: Primary): Expr | null {
  switch (e.kind) {
    case 'Attribute':
      return e.ctx !== 'Load' || canOptimizeSuperCall(c, e) ? null : e.value;
    case 'Subscript':
      if (e.ctx !== 'Load') return null;
      checkSubscripter(c, e.value);
      checkIndex(c, e.value, e.slice);
      return e.value;
    case 'Call':
      validateKeywords(c, e, e.keywords);
      if (isMethodCall(c, e)) return canOptimizeSuperCall(c, e.func) ? null : e.func.value;
      checkCaller(c, e.func);
      return e.func;
  }
}

function visitBase(c: Compiler, e: Expr): void {
  switch (e.kind) {
    case 'Attribute':
      return e.ctx === 'Load' ? visitSuperAttribute(c, e) : visitAttributeTarget(c, e);
    case 'Subscript':
      return visitSubscriptTarget(c, e);
    case 'Call':
      return visitSuperMethodCall(c, e);
    default:
      return visitExpr(c, e);
  }
}

/** The operand is on the stack. */
function finish(c: Compiler, e: Primary): void {
  switch (e.kind) {
    case 'Attribute':
      return c.addopLoadAttr(updateStartLocationToMatchAttr(e, e), e.attr, false);
    case 'Subscript':
      return finishSubscript(c, e, BINARY_SLICE, BINARY_SUBSCR);
    case 'Call':
      if (isMethodCall(c, e)) {
        c.addopLoadAttr(updateStartLocationToMatchAttr(e.func, e.func), e.func.attr, true);
        return finishMethodCall(c, e);
      }
      c.addop(e.func, PUSH_NULL);
      return callHelper(c, e, 0, e.args, e.keywords);
  }
}

function finishSubscript(c: Compiler, e: Subscript, ofSlice: number, otherwise: number): void {
  if (isTwoElementSlice(e.slice)) {
    visitSliceParts(c, e.slice);
    return c.addop(e, ofSlice);
  }
  visitExpr(c, e.slice);
  c.addop(e, otherwise);
}

function visitSubscriptTarget(c: Compiler, e: Subscript): void {
  visitExpr(c, e.value);
  if (e.ctx === 'Store') return finishSubscript(c, e, STORE_SLICE, STORE_SUBSCR);
  visitExpr(c, e.slice);
  c.addop(e, DELETE_SUBSCR);
}

function visitAttributeTarget(c: Compiler, e: Attribute): void {
  const isSelf = e.value.kind === 'Name' && e.value.id === 'self';
  if (e.ctx === 'Store' && isSelf) c.addStaticAttribute(e.attr);
  visitExpr(c, e.value);
  const loc = updateStartLocationToMatchAttr(e, e);
  if (e.ctx === 'Store') c.checkForbiddenName(loc, e.attr, 'Store');
  c.addopName(loc, e.ctx === 'Store' ? STORE_ATTR : DELETE_ATTR, e.attr);
}

function addopLoadSuperAttr(c: Compiler, attr: SuperAttribute, forCall: boolean): void {
  loadArgsForSuper(c, attr.value);
  c.addopI(attr, LOAD_SUPER_ATTR, superAttrOperand(c, attr, forCall));
  c.addop(updateStartLocationToMatchAttr(attr, attr), NOP);
}

function visitSuperAttribute(c: Compiler, e: Attribute): void {
  if (canOptimizeSuperCall(c, e)) addopLoadSuperAttr(c, e, false);
}

function visitSuperMethodCall(c: Compiler, e: Call): void {
  if (!isMethodCall(c, e) || !canOptimizeSuperCall(c, e.func)) return;
  addopLoadSuperAttr(c, e.func, true);
  finishMethodCall(c, e);
}
