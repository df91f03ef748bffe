/**
 * Code for match statements.
 *
 * Every pattern consumes the subject on top of the stack and jumps to a `failPop` label when it does
 * not match. Names are bound only when the whole pattern has matched: until then what they capture
 * waits beneath the values patterns work with.
 *
 * v3.13.0 Python/compile.c compiler_match
 */

import type {
  Expr,
  Location,
  Match,
  MatchAs,
  MatchCase,
  MatchClass,
  MatchMapping,
  MatchOr,
  MatchSequence,
  MatchValue,
  Pattern,
} from '../syntax/ast.ts';
import { addopBinary, addopCompare, jumpIf, visitExpr } from './codegen-expr.ts';
import { visitStmts } from './codegen-stmt.ts';
import type { Compiler } from './compiler.ts';
import { NONE, constantOf, equalityKey, intConst, strConst } from './const-value.ts';
import { type Label, NO_LOCATION } from './instruction-sequence.ts';
import { JUMP } from './opcode-metadata.ts';
import * as op from './opcodes.ts';
import { reprConst, reprString } from './repr.ts';

/** v3.13.0 Python/compile.c pattern_context */
interface PatternContext {
  /** Names captured so far, in the order their values lie on the stack. */
  stores: string[];
  /** A capture of the whole subject is allowed: nothing after it would be unreachable. */
  allowIrrefutable: boolean;
  /** Jumping to the label at n pops n values on the way to the next case. */
  failPop: Label[];
  /** Values on top of the stack that have to stay there: captures go beneath them. */
  onTop: number;
}

function isWildcard(p: Pattern): boolean {
  return p.kind === 'MatchAs' && p.name === null;
}

function isStarWildcard(p: Pattern): boolean {
  return p.kind === 'MatchStar' && p.name === null;
}

/** v3.13.0 Python/compile.c ensure_fail_pop */
function failPopLabel(c: Compiler, pc: PatternContext, pops: number): Label {
  while (pc.failPop.length <= pops) pc.failPop.push(c.newLabel());
  return pc.failPop[pops]!;
}

/** v3.13.0 Python/compile.c jump_to_fail_pop */
function jumpToFailPop(c: Compiler, loc: Location, pc: PatternContext, opcode: number): void {
  c.addopJump(loc, opcode, failPopLabel(c, pc, pc.onTop + pc.stores.length));
}

/** v3.13.0 Python/compile.c emit_and_reset_fail_pop */
function emitFailPops(c: Compiler, loc: Location, pc: PatternContext): void {
  for (let pops = pc.failPop.length - 1; pops > 0; pops--) {
    c.useLabel(pc.failPop[pops]!);
    c.addop(loc, op.POP_TOP);
  }
  if (pc.failPop.length > 0) c.useLabel(pc.failPop[0]!);
  pc.failPop = [];
}

/** Moves the top `count - 1` values down. v3.13.0 Python/compile.c pattern_helper_rotate */
function rotate(c: Compiler, loc: Location, count: number): void {
  for (let i = count; i > 1; i--) c.addopI(loc, op.SWAP, i);
}

function failOnDuplicate(c: Compiler, loc: Location, name: string, pc: PatternContext): void {
  if (!pc.stores.includes(name)) return;
  c.error(loc, `multiple assignments to name ${reprString(name)} in pattern`);
}

/** v3.13.0 Python/compile.c pattern_helper_store_name */
function storeName(c: Compiler, loc: Location, name: string | null, pc: PatternContext): void {
  if (name === null) return c.addop(loc, op.POP_TOP);
  c.checkForbiddenName(loc, name, 'Store');
  failOnDuplicate(c, loc, name, pc);
  rotate(c, loc, pc.onTop + pc.stores.length + 1);
  pc.stores.push(name);
}

/** v3.13.0 Python/compile.c compiler_pattern */
function visitPattern(c: Compiler, p: Pattern, pc: PatternContext): void {
  switch (p.kind) {
    case 'MatchValue':
      return visitValue(c, p, pc);
    case 'MatchSingleton':
      c.loadConst(p, { ...p.value, fromTree: true });
      addopCompare(c, p, 'Is');
      return jumpToFailPop(c, p, pc, op.POP_JUMP_IF_FALSE);
    case 'MatchSequence':
      return visitSequence(c, p, pc);
    case 'MatchMapping':
      return visitMapping(c, p, pc);
    case 'MatchClass':
      return visitClass(c, p, pc);
    case 'MatchStar':
      return storeName(c, p, p.name, pc);
    case 'MatchAs':
      return visitAs(c, p, pc);
    case 'MatchOr':
      return visitOr(c, p, pc);
  }
}

/** v3.13.0 Python/compile.c compiler_pattern_subpattern */
function visitSubpattern(c: Compiler, p: Pattern, pc: PatternContext): void {
  const { allowIrrefutable } = pc;
  pc.allowIrrefutable = true;
  visitPattern(c, p, pc);
  pc.allowIrrefutable = allowIrrefutable;
}

function visitValue(c: Compiler, p: MatchValue, pc: PatternContext): void {
  if (p.value.kind !== 'Constant' && p.value.kind !== 'Attribute') {
    c.error(p, 'patterns may only match literals and attribute lookups');
  }
  visitExpr(c, p.value);
  addopCompare(c, p, 'Eq');
  c.addop(p, op.TO_BOOL);
  jumpToFailPop(c, p, pc, op.POP_JUMP_IF_FALSE);
}

/** v3.13.0 Python/compile.c compiler_pattern_as */
function visitAs(c: Compiler, p: MatchAs, pc: PatternContext): void {
  if (p.pattern === null) {
    if (!pc.allowIrrefutable) {
      const what = p.name === null ? 'wildcard' : `name capture ${reprString(p.name)}`;
      c.error(p, `${what} makes remaining patterns unreachable`);
    }
    return storeName(c, p, p.name, pc);
  }
  pc.onTop++;
  c.addopI(p, op.COPY, 1);
  visitPattern(c, p.pattern, pc);
  pc.onTop--;
  storeName(c, p, p.name, pc);
}

// ---- sequences ----------------------------------------------------------------------------------

/** v3.13.0 Python/compile.c compiler_pattern_sequence */
function visitSequence(c: Compiler, p: MatchSequence, pc: PatternContext): void {
  const { patterns } = p;
  const stars = patterns.filter((pattern) => pattern.kind === 'MatchStar');
  if (stars.length > 1) c.error(p, 'multiple starred names in sequence pattern');
  const star = patterns.findIndex((pattern) => pattern.kind === 'MatchStar');
  pc.onTop++;
  c.addop(p, op.MATCH_SEQUENCE);
  jumpToFailPop(c, p, pc, op.POP_JUMP_IF_FALSE);
  if (star < 0) checkLength(c, p, pc, patterns.length, 'Eq');
  else if (patterns.length > 1) checkLength(c, p, pc, patterns.length - 1, 'GtE');
  pc.onTop--;
  if (patterns.every((pattern) => isWildcard(pattern) || isStarWildcard(pattern))) {
    c.addop(p, op.POP_TOP);
  } else if (star >= 0 && isStarWildcard(patterns[star]!)) {
    subscriptSequence(c, p, star, pc);
  } else {
    unpackSequence(c, p, pc);
  }
}

function checkLength(
  c: Compiler,
  p: Pattern,
  pc: PatternContext,
  length: number,
  comparison: 'Eq' | 'GtE',
): void {
  c.addop(p, op.GET_LEN);
  c.loadConst(p, intConst(length));
  addopCompare(c, p, comparison);
  jumpToFailPop(c, p, pc, op.POP_JUMP_IF_FALSE);
}

/** v3.13.0 Python/compile.c pattern_helper_sequence_unpack */
function unpackSequence(c: Compiler, p: MatchSequence, pc: PatternContext): void {
  const size = p.patterns.length;
  const star = p.patterns.findIndex((pattern) => pattern.kind === 'MatchStar');
  if (star < 0) {
    c.addopI(p, op.UNPACK_SEQUENCE, size);
  } else {
    if (star >= 1 << 8) c.error(p, 'too many expressions in star-unpacking sequence pattern');
    c.addopI(p, op.UNPACK_EX, star + ((size - star - 1) << 8));
  }
  pc.onTop += size;
  for (const pattern of p.patterns) {
    pc.onTop--;
    visitSubpattern(c, pattern, pc);
  }
}

/** `[first, *_]` takes items by index. v3.13.0 Python/compile.c pattern_helper_sequence_subscr */
function subscriptSequence(c: Compiler, p: MatchSequence, star: number, pc: PatternContext): void {
  const size = p.patterns.length;
  pc.onTop++;
  for (const [i, pattern] of p.patterns.entries()) {
    if (i === star || isWildcard(pattern)) continue;
    c.addopI(p, op.COPY, 1);
    if (i < star) {
      c.loadConst(p, intConst(i));
    } else {
      c.addop(p, op.GET_LEN); // not every sequence takes negative indexes
      c.loadConst(p, intConst(size - i));
      addopBinary(c, p, 'Sub');
    }
    c.addop(p, op.BINARY_SUBSCR);
    visitSubpattern(c, pattern, pc);
  }
  pc.onTop--;
  c.addop(p, op.POP_TOP);
}

// ---- classes and mappings -----------------------------------------------------------------------

/** v3.13.0 Python/compile.c validate_kwd_attrs */
function validateKwdAttrs(c: Compiler, p: MatchClass): void {
  for (const [i, attr] of p.kwd_attrs.entries()) {
    c.checkForbiddenName(p.kwd_patterns[i]!, attr, 'Store');
    const repeated = p.kwd_attrs.indexOf(attr, i + 1);
    if (repeated >= 0) {
      c.error(p.kwd_patterns[repeated]!, `attribute name repeated in class pattern: ${attr}`);
    }
  }
}

/** Fails unless the value on top, which stays, is something else than None. */
function failOnNone(c: Compiler, p: Pattern, pc: PatternContext): void {
  c.addopI(p, op.COPY, 1);
  c.loadConst(p, NONE);
  c.addopI(p, op.IS_OP, 1);
  jumpToFailPop(c, p, pc, op.POP_JUMP_IF_FALSE);
}

/** v3.13.0 Python/compile.c compiler_pattern_class */
function visitClass(c: Compiler, p: MatchClass, pc: PatternContext): void {
  validateKwdAttrs(c, p);
  visitExpr(c, p.cls);
  c.loadConst(p, { type: 'tuple', items: p.kwd_attrs.map(strConst) });
  c.addopI(p, op.MATCH_CLASS, p.patterns.length);
  c.addopI(p, op.COPY, 1);
  c.loadConst(p, NONE);
  c.addopI(p, op.IS_OP, 1);
  pc.onTop++;
  jumpToFailPop(c, p, pc, op.POP_JUMP_IF_FALSE);
  const patterns = [...p.patterns, ...p.kwd_patterns];
  c.addopI(p, op.UNPACK_SEQUENCE, patterns.length);
  pc.onTop += patterns.length - 1;
  for (const pattern of patterns) {
    pc.onTop--;
    if (isWildcard(pattern)) c.addop(p, op.POP_TOP);
    else visitSubpattern(c, pattern, pc);
  }
}

function visitKeys(c: Compiler, p: MatchMapping): void {
  const seen = new Set<string>();
  for (const key of p.keys) {
    if (key.kind === 'Constant') {
      const value = constantOf(key);
      if (seen.has(equalityKey(value))) {
        c.error(p, `mapping pattern checks duplicate key (${reprConst(value)})`);
      }
      seen.add(equalityKey(value));
    } else if (key.kind !== 'Attribute') {
      c.error(p, 'mapping pattern keys may only match literals and attribute lookups');
    }
    visitExpr(c, key);
  }
}

/** v3.13.0 Python/compile.c compiler_pattern_mapping */
function visitMapping(c: Compiler, p: MatchMapping, pc: PatternContext): void {
  const size = p.keys.length;
  pc.onTop++;
  c.addop(p, op.MATCH_MAPPING);
  jumpToFailPop(c, p, pc, op.POP_JUMP_IF_FALSE);
  if (size === 0 && p.rest === null) {
    pc.onTop--;
    return c.addop(p, op.POP_TOP);
  }
  if (size > 0) checkLength(c, p, pc, size, 'GtE');
  visitKeys(c, p);
  c.addopI(p, op.BUILD_TUPLE, size);
  c.addop(p, op.MATCH_KEYS);
  pc.onTop += 2;
  failOnNone(c, p, pc);
  c.addopI(p, op.UNPACK_SEQUENCE, size);
  pc.onTop += size - 1;
  for (const pattern of p.patterns) {
    pc.onTop--;
    visitSubpattern(c, pattern, pc);
  }
  pc.onTop -= 2;
  if (p.rest !== null) return storeRest(c, p, p.rest, pc);
  c.addop(p, op.POP_TOP); // the keys
  c.addop(p, op.POP_TOP); // the subject
}

/** `**rest`: a copy of the subject without the keys. */
function storeRest(c: Compiler, p: MatchMapping, rest: string, pc: PatternContext): void {
  const size = p.keys.length;
  c.addopI(p, op.BUILD_MAP, 0);
  c.addopI(p, op.SWAP, 3);
  c.addopI(p, op.DICT_UPDATE, 2);
  c.addopI(p, op.UNPACK_SEQUENCE, size);
  for (let left = size; left > 0; left--) {
    c.addopI(p, op.COPY, 1 + left);
    c.addopI(p, op.SWAP, 2);
    c.addop(p, op.DELETE_SUBSCR);
  }
  storeName(c, p, rest, pc);
}

// ---- alternatives -------------------------------------------------------------------------------

/**
 * Brings the captures of an alternative into the order of the first one's.
 * v3.13.0 Python/compile.c compiler_pattern_or
 */
function reorderStores(
  c: Compiler,
  p: MatchOr,
  alt: Pattern,
  stores: string[],
  control: readonly string[],
): void {
  if (stores.length !== control.length) {
    c.error(p, 'alternative patterns bind different names');
  }
  for (let wanted = stores.length - 1; wanted >= 0; wanted--) {
    const at = stores.indexOf(control[wanted]!);
    if (at < 0) c.error(p, 'alternative patterns bind different names');
    if (at === wanted) continue;
    const rotated = stores.splice(0, at + 1);
    stores.splice(wanted - at, 0, ...rotated);
    for (let i = 0; i <= at; i++) rotate(c, alt, wanted + 1);
  }
}

function visitOr(c: Compiler, p: MatchOr, pc: PatternContext): void {
  const end = c.newLabel();
  let control: readonly string[] = [];
  for (const [i, alt] of p.patterns.entries()) {
    const isLast = i === p.patterns.length - 1;
    const inner: PatternContext = {
      stores: [],
      allowIrrefutable: isLast && pc.allowIrrefutable,
      failPop: [],
      onTop: 0,
    };
    c.addopI(alt, op.COPY, 1);
    visitPattern(c, alt, inner);
    if (i === 0) control = inner.stores;
    else reorderStores(c, p, alt, inner.stores, control);
    c.addopJump(alt, JUMP, end);
    emitFailPops(c, alt, inner);
  }
  c.addop(p, op.POP_TOP);
  jumpToFailPop(c, p, pc, JUMP);
  c.useLabel(end);
  // The captures lie above the subject's copy, what is on top, and the captures before them.
  const rotations = control.length + 1 + pc.onTop + pc.stores.length;
  for (const name of control) {
    rotate(c, p, rotations);
    failOnDuplicate(c, p, name, pc);
    pc.stores.push(name);
  }
  c.addop(p, op.POP_TOP);
}

// ---- the statement ------------------------------------------------------------------------------

function visitCase(
  c: Compiler,
  matchCase: MatchCase,
  keepSubject: boolean,
  isLast: boolean,
  end: Label,
): void {
  const { pattern, guard, body } = matchCase;
  if (keepSubject) c.addopI(pattern, op.COPY, 1);
  const pc: PatternContext = {
    stores: [],
    allowIrrefutable: guard !== null || isLast,
    failPop: [],
    onTop: 0,
  };
  visitPattern(c, pattern, pc);
  for (const name of pc.stores) c.nameop(pattern, name, 'Store');
  if (guard !== null) visitGuard(c, pattern, guard, failPopLabel(c, pc, 0));
  if (keepSubject) c.addop(pattern, op.POP_TOP);
  visitStmts(c, body);
  c.addopJump(NO_LOCATION, JUMP, end);
  emitFailPops(c, pattern, pc);
}

function visitGuard(c: Compiler, loc: Location, guard: Expr, otherwise: Label): void {
  jumpIf(c, loc, guard, otherwise, false);
}

/** v3.13.0 Python/compile.c compiler_match_inner */
export function visitMatch(c: Compiler, s: Match): void {
  visitExpr(c, s.subject);
  const end = c.newLabel();
  const last = s.cases.at(-1)!;
  const hasDefault = s.cases.length > 1 && isWildcard(last.pattern);
  const tried = hasDefault ? s.cases.slice(0, -1) : s.cases;
  for (const [i, matchCase] of tried.entries()) {
    visitCase(c, matchCase, i < tried.length - 1, matchCase === last, end);
  }
  if (hasDefault) {
    c.addop(last.pattern, op.NOP); // `case _` is a line, too
    if (last.guard !== null) visitGuard(c, last.pattern, last.guard, end);
    visitStmts(c, last.body);
  }
  c.useLabel(end);
}
