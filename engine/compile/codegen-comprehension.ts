/**
 * Code for comprehensions and generator expressions.
 *
 * v3.13.0 Python/compile.c compiler_comprehension
 */

import type {
  Comprehension,
  DictComp,
  Expr,
  GeneratorExp,
  ListComp,
  Location,
  SetComp,
} from '../syntax/ast.ts';
import { PLAIN_AWAIT, addopAwait } from './codegen-await.ts';
import { addopYield, jumpIf, visitExpr } from './codegen-expr.ts';
import { makeClosure, wrapInStopIterationHandler } from './codegen-function.ts';
import type { Compiler } from './compiler.ts';
import { type Label, NO_LABEL, NO_LOCATION } from './instruction-sequence.ts';
import {
  JUMP,
  JUMP_NO_INTERRUPT,
  POP_BLOCK,
  SETUP_FINALLY,
  STORE_FAST_MAYBE_NULL,
} from './opcode-metadata.ts';
import * as op from './opcodes.ts';
import {
  CELL,
  DEF_LOCAL,
  DEF_NONLOCAL,
  FREE,
  type SymbolTableEntry,
  scopeOf,
} from './symtable-entry.ts';
import { visitAsyncGenerator } from './late-parts.ts';

export type AnyComprehension = ListComp | SetComp | DictComp | GeneratorExp;

const FUNCTION_NAMES = {
  ListComp: '<listcomp>',
  SetComp: '<setcomp>',
  DictComp: '<dictcomp>',
  GeneratorExp: '<genexpr>',
} as const;

const BUILD_OPCODES = {
  ListComp: op.BUILD_LIST,
  SetComp: op.BUILD_SET,
  DictComp: op.BUILD_MAP,
} as const;

/** v3.13.0 Python/compile.c compiler_comprehension_iter */
function visitOutermostIter(c: Compiler, generator: Comprehension): void {
  visitExpr(c, generator.iter);
  c.addop(generator.iter, generator.is_async ? op.GET_AITER : op.GET_ITER);
}

export function visitComprehension(c: Compiler, e: AnyComprehension): void {
  const entry = c.table.lookup(e);
  checkAsync(c, e, entry);
  if (entry.comprehensionInlined) visitInlined(c, e, entry);
  else visitAsFunction(c, e, entry);
}

function checkAsync(c: Compiler, e: AnyComprehension, entry: SymbolTableEntry): void {
  if (!entry.coroutine || e.kind === 'GeneratorExp') return;
  const { scopeType } = c.unit;
  if (scopeType === 'async function') return;
  if (scopeType === 'comprehension' && c.features.nestedAsyncComprehensions) return;
  const nowhere = { lineno: 0, col_offset: 0, end_lineno: 0, end_col_offset: 0 };
  const at = c.features.asyncErrorWithoutLine ? nowhere : e;
  c.error(at, 'asynchronous comprehension outside of an asynchronous function');
}

/** v3.13.0 Python/compile.c compiler_comprehension, not inlined */
function visitAsFunction(c: Compiler, e: AnyComprehension, entry: SymbolTableEntry): void {
  c.enterScope(FUNCTION_NAMES[e.kind], 'comprehension', entry, e.lineno);
  if (e.kind !== 'GeneratorExp') c.addopI(e, BUILD_OPCODES[e.kind], 0);
  visitGenerator(c, e, 0, 0, false);
  if (e.kind === 'GeneratorExp') wrapInStopIterationHandler(c);
  else c.addop(e, op.RETURN_VALUE);
  const code = c.optimizeAndAssemble(true);
  c.exitScope();
  makeClosure(c, e, code, 0);
  visitOutermostIter(c, e.generators[0]!);
  c.addopI(e, op.CALL, 0);
  if (entry.coroutine && e.kind !== 'GeneratorExp') addopAwait(c, e, PLAIN_AWAIT);
}

function visitInlined(c: Compiler, e: AnyComprehension, entry: SymbolTableEntry): void {
  visitOutermostIter(c, e.generators[0]!);
  const state = pushInlinedState(c, e, entry);
  if (e.kind !== 'GeneratorExp') c.addopI(e, BUILD_OPCODES[e.kind], 0);
  c.addopI(e, op.SWAP, 2);
  visitGenerator(c, e, 0, 0, true);
  popInlinedState(c, e, state);
}

/** `for y in [f(x)]` is an assignment. */
function onlyElement(iter: Expr): Expr | null {
  if ((iter.kind !== 'List' && iter.kind !== 'Tuple') || iter.elts.length !== 1) return null;
  const elt = iter.elts[0]!;
  return elt.kind === 'Starred' ? null : elt;
}

/** Pushes what the generator at `index` iterates over; false when it is a single value instead. */
function visitIter(c: Compiler, e: AnyComprehension, index: number, iterOnStack: boolean): boolean {
  const generator = e.generators[index]!;
  if (iterOnStack) return true;
  if (index === 0) {
    c.unit.argcount = 1;
    c.addopI(e, op.LOAD_FAST, 0);
    return true;
  }
  const only = onlyElement(generator.iter);
  if (only !== null) {
    visitExpr(c, only);
    return false;
  }
  visitExpr(c, generator.iter);
  c.addop(generator.iter, op.GET_ITER);
  return true;
}

/**
 * One `for` with its conditions and all that is inside it.
 * v3.13.0 Python/compile.c compiler_sync_comprehension_generator
 */
export function visitGenerator(
  c: Compiler,
  e: AnyComprehension,
  index: number,
  outerDepth: number,
  iterOnStack: boolean,
): void {
  const start = c.newLabel();
  const ifCleanup = c.newLabel();
  const anchor = c.newLabel();
  const generator = e.generators[index]!;
  if (generator.is_async) return visitAsyncGenerator(c, e, index, outerDepth, iterOnStack);
  const loops = visitIter(c, e, index, iterOnStack);
  const depth = loops ? outerDepth + 1 : outerDepth;
  if (loops) {
    c.useLabel(start);
    c.addopJump(generator.iter, op.FOR_ITER, anchor);
  }
  visitExpr(c, generator.target);
  for (const condition of generator.ifs) jumpIf(c, e, condition, ifCleanup, false);
  let eltLoc: Location = e.kind === 'DictComp' ? e.key : e.elt;
  if (index + 1 < e.generators.length) visitGenerator(c, e, index + 1, depth, false);
  else eltLoc = visitElement(c, e, depth);
  c.useLabel(ifCleanup);
  if (!loops) return;
  c.addopJump(eltLoc, JUMP, start);
  c.useLabel(anchor);
  c.addop(NO_LOCATION, op.END_FOR);
  c.addop(NO_LOCATION, op.POP_TOP);
}

/** The innermost expression goes into the collection; where it stands. */
export function visitElement(c: Compiler, e: AnyComprehension, depth: number): Location {
  if (e.kind === 'DictComp') return visitItem(c, e, depth);
  if (e.elt.kind === 'Starred') {
    visitExpr(c, e.elt.value);
    if (e.kind === 'GeneratorExp') yieldEach(c, e.elt);
    else c.addopI(e.elt, e.kind === 'ListComp' ? op.LIST_EXTEND : op.SET_UPDATE, depth + 1);
    return e.elt;
  }
  visitExpr(c, e.elt);
  if (e.kind === 'GeneratorExp') {
    addopYield(c, e.elt);
    c.addop(e.elt, op.POP_TOP);
  } else {
    c.addopI(e.elt, e.kind === 'ListComp' ? op.LIST_APPEND : op.SET_ADD, depth + 1);
  }
  return e.elt;
}

function visitItem(c: Compiler, e: DictComp, depth: number): Location {
  visitExpr(c, e.key);
  if (e.value === null) {
    c.addopI(e.key, op.DICT_UPDATE, depth + 1); // {**e for ...}
    return e.key;
  }
  visitExpr(c, e.value);
  const { lineno, col_offset } = e.key;
  const { end_lineno, end_col_offset } = e.value;
  const loc = { lineno, col_offset, end_lineno, end_col_offset };
  c.addopI(loc, op.MAP_ADD, depth + 1);
  return loc;
}

/** `(*e for ...)` yields the items of what is on the stack. */
function yieldEach(c: Compiler, loc: Location): void {
  const start = c.newLabel();
  const end = c.newLabel();
  c.addop(loc, op.GET_ITER);
  c.useLabel(start);
  c.addopJump(loc, op.FOR_ITER, end);
  addopYield(c, loc);
  c.addop(loc, op.POP_TOP);
  c.addopJump(NO_LOCATION, JUMP, start);
  c.useLabel(end);
  c.addop(NO_LOCATION, op.END_FOR);
  c.addop(NO_LOCATION, op.POP_TOP);
}

/** What an inlined comprehension has to put back. */
interface InlinedState {
  /** Locals of the block that the comprehension's own hide: their values wait on the stack. */
  readonly pushedLocals: readonly string[];
  /** What the block knew of the names. */
  readonly outerSymbols: ReadonlyMap<string, number>;
  /** Names that are fast locals for as long as the comprehension lasts. */
  readonly fastHidden: readonly string[];
  readonly cleanup: Label;
  readonly end: Label;
}

/** v3.13.0 Python/compile.c push_inlined_comprehension_state */
function pushInlinedState(c: Compiler, loc: Location, comp: SymbolTableEntry): InlinedState {
  const { unit } = c;
  const { entry } = unit;
  const inClassBlock = entry.type === 'class' && unit.inInlinedComprehension === 0;
  unit.inInlinedComprehension++;
  const pushedLocals: string[] = [];
  const outerSymbols = new Map<string, number>();
  const fastHidden: string[] = [];
  for (const [name, symbol] of comp.symbols) {
    const scope = scopeOf(symbol);
    const outerScope = entry.scope(name);
    const differs =
      scope !== outerScope && scope !== FREE && !(scope === CELL && outerScope === FREE);
    if (differs || inClassBlock) {
      outerSymbols.set(name, entry.symbol(name));
      entry.symbols.set(name, symbol);
    }
    const isLocal = (symbol & DEF_LOCAL) !== 0 && (symbol & DEF_NONLOCAL) === 0;
    if (!isLocal && !inClassBlock) continue;
    if (!entry.isFunctionLike && unit.fastHidden.get(name) !== true) {
      unit.fastHidden.set(name, true);
      fastHidden.push(name);
    }
    // A cell is pushed itself, and the comprehension gets a new one.
    c.addopName(loc, op.LOAD_FAST_AND_CLEAR, name, unit.varnames);
    if (scope === CELL) {
      const cells = outerScope === FREE ? unit.freevars : unit.cellvars;
      c.addopName(loc, op.MAKE_CELL, name, cells);
    }
    pushedLocals.push(name);
  }
  const saved = { pushedLocals, outerSymbols, fastHidden };
  if (pushedLocals.length === 0) return { ...saved, cleanup: NO_LABEL, end: NO_LABEL };
  // The iterator is beneath the values that were pushed.
  c.addopI(loc, op.SWAP, pushedLocals.length + 1);
  const [cleanup, end] = [c.newLabel(), c.newLabel()];
  c.addopJump(loc, SETUP_FINALLY, cleanup);
  return { ...saved, cleanup, end };
}

/** v3.13.0 Python/compile.c restore_inlined_comprehension_locals */
function restoreLocals(c: Compiler, loc: Location, pushedLocals: readonly string[]): void {
  c.addopI(loc, op.SWAP, pushedLocals.length + 1);
  for (const name of pushedLocals.toReversed()) {
    c.addopName(loc, STORE_FAST_MAYBE_NULL, name, c.unit.varnames);
  }
}

/** v3.13.0 Python/compile.c pop_inlined_comprehension_state */
function popInlinedState(c: Compiler, loc: Location, state: InlinedState): void {
  const { unit } = c;
  unit.inInlinedComprehension--;
  for (const [name, symbol] of state.outerSymbols) unit.entry.symbols.set(name, symbol);
  if (state.pushedLocals.length > 0) {
    c.addop(NO_LOCATION, POP_BLOCK);
    c.addopJump(NO_LOCATION, JUMP_NO_INTERRUPT, state.end);
    c.useLabel(state.cleanup);
    c.addopI(NO_LOCATION, op.SWAP, 2); // the unfinished collection goes
    c.addop(NO_LOCATION, op.POP_TOP);
    restoreLocals(c, loc, state.pushedLocals);
    c.addopI(NO_LOCATION, op.RERAISE, 0);
    c.useLabel(state.end);
    restoreLocals(c, loc, state.pushedLocals);
  }
  // False, not gone: the slot stays hidden.
  for (const name of state.fastHidden) unit.fastHidden.set(name, false);
}
