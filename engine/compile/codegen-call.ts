/**
 * Code for calls.
 *
 * v3.13.0 Python/compile.c compiler_call, compiler_call_helper
 */

import type { Attribute, Call, Expr, Keyword, Location } from '../syntax/ast.ts';
import { starUnpack } from './codegen-collections.ts';
import { STACK_USE_GUIDELINE, visitExpr, visitExprs } from './codegen-expr.ts';
import { updateStartLocationToMatchAttr } from './codegen-super.ts';
import type { Compiler } from './compiler.ts';
import { strConst } from './const-value.ts';
import { NO_LOCATION } from './instruction-sequence.ts';
import {
  BUILD_CONST_KEY_MAP,
  BUILD_LIST,
  BUILD_MAP,
  CALL,
  CALL_FUNCTION_EX,
  CALL_KW,
  DICT_MERGE,
  LIST_APPEND,
  LIST_EXTEND,
  MAP_ADD,
} from './opcodes.ts';
import { DEF_IMPORT } from './symtable-entry.ts';

export type MethodCall = Call & { func: Attribute };

/** v3.13.0 Python/compile.c validate_keywords */
export function validateKeywords(c: Compiler, loc: Location, keywords: readonly Keyword[]): void {
  const { forbiddenAtWhole, repeatedKeywordIsTold } = c.features;
  for (const [i, keyword] of keywords.entries()) {
    if (keyword.arg === null) continue;
    c.checkForbiddenName(forbiddenAtWhole ? loc : keyword, keyword.arg, 'Store');
    const repeated = keywords.slice(i + 1).find((other) => other.arg === keyword.arg);
    const which = repeatedKeywordIsTold ? `: ${keyword.arg}` : '';
    if (repeated) c.error(repeated, `keyword argument repeated${which}`);
  }
}

function hasUnpacking(args: readonly Expr[], keywords: readonly Keyword[]): boolean {
  return args.some((arg) => arg.kind === 'Starred') || keywords.some((kw) => kw.arg === null);
}

/** v3.13.0 Python/compile.c is_import_originated */
function isImportOriginated(c: Compiler, e: Expr): boolean {
  return e.kind === 'Name' && (c.table.top.symbol(e.id) & DEF_IMPORT) !== 0;
}

/**
 * Whether the call can do without a bound method object: an attribute of something that is not a
 * module, as far as can be seen. v3.13.0 Python/compile.c maybe_optimize_method_call
 */
export function isMethodCall(c: Compiler, e: Call): e is MethodCall {
  const { func, args, keywords } = e;
  if (func.kind !== 'Attribute' || func.ctx !== 'Load') return false;
  if (isImportOriginated(c, func.value)) return false;
  const names = keywords.length > 0 ? 1 : 0;
  if (args.length + keywords.length + names >= STACK_USE_GUIDELINE) return false;
  return !hasUnpacking(args, keywords);
}

/** The call of a method that is on the stack. v3.13.0 maybe_optimize_method_call */
export function finishMethodCall(c: Compiler, e: MethodCall): void {
  const { func, args, keywords } = e;
  visitExprs(c, args);
  const callLoc = updateStartLocationToMatchAttr(e, func);
  if (keywords.length === 0) return c.addopI(callLoc, CALL, args.length);
  for (const keyword of keywords) visitExpr(c, keyword.value);
  loadKeywordNames(c, updateStartLocationToMatchAttr(func, func), keywords);
  c.addopI(callLoc, CALL_KW, args.length + keywords.length);
}

/** v3.13.0 Python/compile.c compiler_call_simple_kw_helper */
function loadKeywordNames(c: Compiler, loc: Location, keywords: readonly Keyword[]): void {
  const items = keywords.map((keyword) => strConst(keyword.arg!));
  c.loadConst(loc, { type: 'tuple', items });
}

/**
 * The arguments and the call itself; `pushed` arguments are on the stack already.
 * v3.13.0 Python/compile.c compiler_call_helper
 */
export function callHelper(
  c: Compiler,
  loc: Location,
  pushed: number,
  args: readonly Expr[],
  keywords: readonly Keyword[],
): void {
  validateKeywords(c, loc, keywords);
  const tooMany = args.length + keywords.length * 2 > STACK_USE_GUIDELINE;
  if (tooMany || hasUnpacking(args, keywords)) return callEx(c, loc, pushed, args, keywords);
  visitExprs(c, args);
  const total = pushed + args.length + keywords.length;
  if (keywords.length === 0) return c.addopI(loc, CALL, total);
  for (const keyword of keywords) visitExpr(c, keyword.value);
  loadKeywordNames(c, loc, keywords);
  c.addopI(loc, CALL_KW, total);
}

/** A call with arguments in a tuple and keywords in a dict. */
function callEx(
  c: Compiler,
  loc: Location,
  pushed: number,
  args: readonly Expr[],
  keywords: readonly Keyword[],
): void {
  const [first] = args;
  if (pushed === 0 && args.length === 1 && first?.kind === 'Starred') {
    visitExpr(c, first.value);
  } else {
    starUnpack(c, loc, args, pushed, {
      build: BUILD_LIST,
      add: LIST_APPEND,
      extend: LIST_EXTEND,
      toTuple: true,
    });
  }
  if (keywords.length > 0) mergeKeywords(c, loc, keywords);
  c.addopI(loc, CALL_FUNCTION_EX, keywords.length > 0 ? 1 : 0);
}

function mergeKeywords(c: Compiler, loc: Location, keywords: readonly Keyword[]): void {
  let haveDict = false;
  let named: Keyword[] = [];
  const addNamed = (): void => {
    if (named.length === 0) return;
    visitNamedKeywords(c, loc, named);
    if (haveDict) c.addopI(loc, DICT_MERGE, 1);
    haveDict = true;
    named = [];
  };
  for (const keyword of keywords) {
    if (keyword.arg !== null) {
      named.push(keyword);
      continue;
    }
    addNamed();
    if (!haveDict) c.addopI(loc, BUILD_MAP, 0);
    haveDict = true;
    visitExpr(c, keyword.value);
    c.addopI(loc, DICT_MERGE, 1);
  }
  addNamed();
}

/** v3.13.0 Python/compile.c compiler_subkwargs */
function visitNamedKeywords(c: Compiler, loc: Location, keywords: readonly Keyword[]): void {
  const count = keywords.length;
  const big = count * 2 > STACK_USE_GUIDELINE;
  if (count > 1 && !big) {
    for (const keyword of keywords) visitExpr(c, keyword.value);
    loadKeywordNames(c, loc, keywords);
    return c.addopI(loc, BUILD_CONST_KEY_MAP, count);
  }
  if (big) c.addopI(NO_LOCATION, BUILD_MAP, 0);
  for (const keyword of keywords) {
    c.loadConst(loc, strConst(keyword.arg!));
    visitExpr(c, keyword.value);
    if (big) c.addopI(NO_LOCATION, MAP_ADD, 1);
  }
  if (!big) c.addopI(loc, BUILD_MAP, count);
}
