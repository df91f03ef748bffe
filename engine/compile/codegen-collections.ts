/**
 * Code for displays of lists, tuples, sets and dicts, and for unpacking into them.
 *
 * v3.13.0 Python/compile.c starunpack_helper, compiler_dict
 */

import type { Constant, Dict, Expr, List, Location, PySet, Tuple } from '../syntax/ast.ts';
import { STACK_USE_GUIDELINE, visitExpr, visitExprs } from './codegen-expr.ts';
import type { ConstValue } from './code-unit.ts';
import type { Compiler } from './compiler.ts';
import { constantOf } from './const-value.ts';
import { uniqueItems } from './fold.ts';
import {
  BUILD_CONST_KEY_MAP,
  BUILD_LIST,
  BUILD_MAP,
  BUILD_SET,
  BUILD_TUPLE,
  CALL_INTRINSIC_1,
  DICT_UPDATE,
  INTRINSIC_LIST_TO_TUPLE,
  LIST_APPEND,
  LIST_EXTEND,
  MAP_ADD,
  SET_ADD,
  SET_UPDATE,
  UNPACK_EX,
  UNPACK_SEQUENCE,
} from './opcodes.ts';

/** How a collection is built up. */
interface Building {
  readonly build: number;
  readonly add: number;
  readonly extend: number;
  /** The list built becomes a tuple at the end. */
  readonly toTuple: boolean;
}

const LIST: Building = {
  build: BUILD_LIST,
  add: LIST_APPEND,
  extend: LIST_EXTEND,
  toTuple: false,
};
const TUPLE: Building = { ...LIST, toTuple: true };
const SET: Building = { build: BUILD_SET, add: SET_ADD, extend: SET_UPDATE, toTuple: false };

/** v3.13.0 Python/compile.c are_all_items_const */
function areAllConst(exprs: readonly (Expr | null)[]): exprs is readonly Constant[] {
  return exprs.every((e) => e?.kind === 'Constant');
}

/** Three constants or more are put in at once. */
function buildFromConstants(
  c: Compiler,
  loc: Location,
  elts: readonly Constant[],
  pushed: number,
  how: Building,
): void {
  const items = elts.map(constantOf);
  if (how.toTuple && pushed === 0) {
    const tuple: ConstValue = { type: 'tuple', items };
    return c.features.foldInFlowgraph ? c.loadFolded(loc, tuple, elts) : c.loadConst(loc, tuple);
  }
  const folded: ConstValue =
    how.add === SET_ADD
      ? { type: 'frozenset', items: uniqueItems(items) }
      : { type: 'tuple', items };
  c.addopI(loc, how.build, pushed);
  if (c.features.foldInFlowgraph) c.loadFolded(loc, folded, elts);
  else c.loadConst(loc, folded);
  c.addopI(loc, how.extend, 1);
  if (how.toTuple) c.addopI(loc, CALL_INTRINSIC_1, INTRINSIC_LIST_TO_TUPLE);
}

/**
 * Builds a collection of `pushed` values on the stack and `elts`, some of them perhaps starred.
 * v3.13.0 Python/compile.c starunpack_helper
 */
export function starUnpack(
  c: Compiler,
  loc: Location,
  elts: readonly Expr[],
  pushed: number,
  how: Building,
): void {
  if (c.features.listFromConstTuple && elts.length > 2 && areAllConst(elts)) {
    return buildFromConstants(c, loc, elts, pushed, how);
  }
  const total = elts.length + pushed;
  const big = total > STACK_USE_GUIDELINE;
  if (!big && !elts.some((elt) => elt.kind === 'Starred')) {
    visitExprs(c, elts);
    return c.addopI(loc, how.toTuple ? BUILD_TUPLE : how.build, total);
  }
  let built = big;
  if (big) c.addopI(loc, how.build, pushed);
  for (const [i, elt] of elts.entries()) {
    if (elt.kind === 'Starred') {
      if (!built) c.addopI(loc, how.build, i + pushed);
      built = true;
      visitExpr(c, elt.value);
      c.addopI(loc, how.extend, 1);
    } else {
      visitExpr(c, elt);
      if (built) c.addopI(loc, how.add, 1);
    }
  }
  if (how.toTuple) c.addopI(loc, CALL_INTRINSIC_1, INTRINSIC_LIST_TO_TUPLE);
}

/** v3.13.0 Python/compile.c unpack_helper */
function unpack(c: Compiler, loc: Location, elts: readonly Expr[]): void {
  let seenStar = false;
  for (const [i, elt] of elts.entries()) {
    if (elt.kind !== 'Starred') continue;
    if (seenStar) c.error(loc, c.features.twoStars);
    const after = elts.length - i - 1;
    if (i >= 1 << 8 || after >= 0x7fffffff >> 8) {
      c.error(loc, 'too many expressions in star-unpacking assignment');
    }
    c.addopI(loc, UNPACK_EX, i + (after << 8));
    seenStar = true;
  }
  if (!seenStar) c.addopI(loc, UNPACK_SEQUENCE, elts.length);
}

/** v3.13.0 Python/compile.c assignment_helper */
function assignTo(c: Compiler, e: List | Tuple): void {
  unpack(c, e, e.elts);
  for (const elt of e.elts) visitExpr(c, elt.kind === 'Starred' ? elt.value : elt);
}

export function visitList(c: Compiler, e: List): void {
  if (e.ctx === 'Store') return assignTo(c, e);
  if (e.ctx === 'Del') return visitExprs(c, e.elts);
  starUnpack(c, e, e.elts, 0, LIST);
}

export function visitTuple(c: Compiler, e: Tuple): void {
  if (e.ctx === 'Store') return assignTo(c, e);
  if (e.ctx === 'Del') return visitExprs(c, e.elts);
  starUnpack(c, e, e.elts, 0, TUPLE);
}

export function visitSet(c: Compiler, e: PySet): void {
  starUnpack(c, e, e.elts, 0, SET);
}

/** Items `begin` to `end` of a dict display. v3.13.0 Python/compile.c compiler_subdict */
function visitItems(c: Compiler, e: Dict, begin: number, end: number): void {
  const keys = e.keys.slice(begin, end);
  const values = e.values.slice(begin, end);
  const big = keys.length * 2 > STACK_USE_GUIDELINE;
  if (c.features.constKeyMaps && keys.length > 1 && !big && areAllConst(keys)) {
    visitExprs(c, values);
    c.loadConst(e, { type: 'tuple', items: keys.map(constantOf) });
    return c.addopI(e, BUILD_CONST_KEY_MAP, keys.length);
  }
  if (big) c.addopI(e, BUILD_MAP, 0);
  for (const [i, key] of keys.entries()) {
    visitExpr(c, key!);
    visitExpr(c, values[i]!);
    if (big) c.addopI(e, MAP_ADD, 1);
  }
  if (!big) c.addopI(e, BUILD_MAP, keys.length);
}

/** v3.13.0 Python/compile.c compiler_dict */
export function visitDict(c: Compiler, e: Dict): void {
  let haveDict = false;
  let waiting = 0;
  const addWaiting = (end: number): void => {
    visitItems(c, e, end - waiting, end);
    if (haveDict) c.addopI(e, DICT_UPDATE, 1);
    haveDict = true;
    waiting = 0;
  };
  for (const [i, key] of e.keys.entries()) {
    if (key !== null) {
      waiting++;
      // One more than fits: 17 items go together.
      if ((waiting - 1) * 2 > STACK_USE_GUIDELINE) addWaiting(i + 1);
      continue;
    }
    if (waiting > 0) addWaiting(i);
    if (!haveDict) c.addopI(e, BUILD_MAP, 0);
    haveDict = true;
    visitExpr(c, e.values[i]!);
    c.addopI(e, DICT_UPDATE, 1);
  }
  if (waiting > 0) addWaiting(e.keys.length);
  if (!haveDict) c.addopI(e, BUILD_MAP, 0);
}
