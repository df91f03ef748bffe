/**
 * Constant folding in the tree, before symbol tables are made.
 *
 * The tree is changed in place, as CPython changes it: what is compiled is the folded tree, and
 * folding it a second time finds nothing to do.
 *
 * v3.13.0 Python/ast_opt.c
 */

import type {
  Arguments,
  Attribute,
  BinOp,
  Call,
  Compare,
  CompareOperator,
  Comprehension,
  Constant,
  Expr,
  If,
  List,
  Mod,
  Pattern,
  PySet,
  Stmt,
  Slice,
  Subscript,
  Tuple,
  TypeParam,
  UnaryOp,
} from '../syntax/ast.ts';
import { CO_FUTURE_ANNOTATIONS, type ConstValue } from './code-unit.ts';
import { TRUE, constantOf, equalityKey, makeConst, partsOf } from './const-value.ts';
import { PyRecursionError, RECURSION_LIMIT } from './errors.ts';
import type { CompileFeatures } from './features.ts';
import { foldBinary, foldIndex, foldUnary } from './late-parts.ts';
import { formatToFString } from './fold-format.ts';
import { isDocString } from './future.ts';

/** The `elif` of an `if`: an If alone in its `else`. */
export function elifOf(s: If): If | null {
  const [only] = s.orelse;
  return s.orelse.length === 1 && only?.kind === 'If' ? only : null;
}

const INVERSE: Partial<Record<CompareOperator, CompareOperator>> = {
  Is: 'IsNot',
  IsNot: 'Is',
  In: 'NotIn',
  NotIn: 'In',
};

/** A slice whose bounds are constants as a constant. v3.14.0 Python/codegen.c is_constant_slice */
function constSlice(e: Slice): Expr {
  const items: ConstValue[] = [];
  for (const bound of [e.lower, e.upper, e.step]) {
    if (bound === null) items.push({ type: 'None' });
    else if (bound.kind === 'Constant' && partsOf(bound) === null) items.push(constantOf(bound));
    else return e;
  }
  const [lower, upper, step] = items as [ConstValue, ConstValue, ConstValue];
  return makeConst(e, { type: 'slice', items: [lower, upper, step] }, false);
}

/** Constants as a tuple; null when one of them is not constant. v3.13.0 make_const_tuple */
function constTuple(elts: readonly Expr[]): ConstValue | null {
  const items: ConstValue[] = [];
  for (const elt of elts) {
    if (elt.kind !== 'Constant') return null;
    items.push(constantOf(elt));
  }
  return { type: 'tuple', items };
}

/** A frozenset's items: of equal ones the first stays. */
export function uniqueItems(items: readonly ConstValue[]): ConstValue[] {
  const byKey = new Map<string, ConstValue>();
  for (const item of items) {
    const key = equalityKey(item);
    if (!byKey.has(key)) byKey.set(key, item);
  }
  return [...byKey.values()];
}

function foldedList(list: List, fromTree: boolean): Expr {
  if (list.elts.some((elt) => elt.kind === 'Starred')) return list;
  const value = constTuple(list.elts);
  if (value !== null) return makeConst(list, value, fromTree, list.elts);
  return { ...list, kind: 'Tuple' };
}

function foldedSet(set: PySet, fromTree: boolean): Expr {
  const value = constTuple(set.elts);
  if (value?.type !== 'tuple') return set;
  const items = uniqueItems(value.items);
  return makeConst(set, { type: 'frozenset', items }, fromTree, set.elts);
}

/** What is iterated or searched need not be changed later: a list may be a tuple. v3.13.0 fold_iter */
function foldIter(e: Expr, fromTree: boolean): Expr {
  if (e.kind === 'List') return foldedList(e, fromTree);
  return e.kind === 'Set' ? foldedSet(e, fromTree) : e;
}

/** Instructions that pack and unpack two or three values go before anything is folded. */
function unpackedValue(target: Expr, value: Expr): Expr {
  const parts = partsOf(value);
  if (parts === null || value.kind !== 'Constant' || constantOf(value).type !== 'tuple')
    return value;
  const isUnpacked = target.kind === 'Tuple' || target.kind === 'List';
  if (!isUnpacked || target.elts.length !== parts.length || parts.length < 2) return value;
  if (parts.length > 3 || target.elts.some(({ kind }) => kind === 'Starred')) return value;
  const { lineno, col_offset, end_lineno, end_col_offset } = value;
  const place = { lineno, col_offset, end_lineno, end_col_offset };
  return { kind: 'Tuple', elts: [...parts], ctx: 'Load', ...place };
}

class Folder {
  readonly #features: CompileFeatures;
  readonly #stringAnnotations: boolean;
  /** What is folded becomes part of the tree; otherwise CPython folds instructions later on. */
  readonly #foldsInTree: boolean;
  #depth = 0;

  constructor(features: CompileFeatures, futureFlags: number) {
    this.#features = features;
    this.#foldsInTree = !features.foldInFlowgraph;
    this.#stringAnnotations = (futureFlags & CO_FUTURE_ANNOTATIONS) !== 0;
  }

  mod(mod: Mod): void {
    if (mod.kind === 'Module') this.#body(mod.body);
    else if (mod.kind === 'Interactive') this.#stmts(mod.body);
    else mod.body = this.#expr(mod.body);
  }

  #enter(levels: number): void {
    this.#depth += levels;
    if (this.#depth > RECURSION_LIMIT) throw new PyRecursionError();
  }

  /** A string that only folding made is no docstring. v3.13.0 astfold_body */
  #body(stmts: Stmt[]): void {
    const hadDocString = isDocString(stmts[0]);
    this.#stmts(stmts);
    const first = stmts[0];
    if (hadDocString || first?.kind !== 'Expr' || first.value.kind !== 'Constant') return;
    if (constantOf(first.value).type !== 'str') return;
    const { lineno, col_offset, end_lineno, end_col_offset } = first;
    const at = { lineno, col_offset, end_lineno, end_col_offset };
    first.value = { kind: 'JoinedStr', values: [first.value], ...at };
  }

  #stmts(stmts: readonly Stmt[]): void {
    for (const stmt of stmts) this.#stmt(stmt);
  }

  #optional(e: Expr | null): Expr | null {
    return e === null ? null : this.#expr(e);
  }

  #seq(exprs: (Expr | null)[]): void {
    for (let i = 0; i < exprs.length; i++) {
      const e = exprs[i];
      if (e) exprs[i] = this.#expr(e);
    }
  }

  /** v3.13.0 Python/ast_opt.c astfold_expr */
  #expr(e: Expr): Expr {
    switch (e.kind) {
      case 'Constant':
        return e;
      case 'Name':
        return e.ctx === 'Load' && e.id === '__debug__' ? makeConst(e, TRUE) : e;
      default: {
        this.#enter(1);
        const folded = this.#children(e);
        this.#depth--;
        return folded;
      }
    }
  }

  #children(e: Exclude<Expr, Constant>): Expr {
    switch (e.kind) {
      case 'BoolOp':
        this.#seq(e.values);
        return e;
      case 'BinOp':
        return this.#binOp(e);
      case 'UnaryOp':
        e.operand = this.#expr(e.operand);
        return this.#unaryOp(e);
      case 'Lambda':
        this.#arguments(e.args);
        e.body = this.#expr(e.body);
        return e;
      case 'IfExp':
        e.test = this.#expr(e.test);
        e.body = this.#expr(e.body);
        e.orelse = this.#expr(e.orelse);
        return e;
      case 'Dict':
        this.#seq(e.keys);
        this.#seq(e.values);
        return e;
      case 'Set':
      case 'List':
        this.#seq(e.elts);
        return e;
      case 'Tuple':
        this.#seq(e.elts);
        return this.#tuple(e);
      case 'ListComp':
      case 'SetComp':
      case 'GeneratorExp':
        e.elt = this.#expr(e.elt);
        this.#comprehensions(e.generators);
        return e;
      case 'DictComp':
        e.key = this.#expr(e.key);
        e.value = this.#optional(e.value);
        this.#comprehensions(e.generators);
        return e;
      case 'Yield':
        e.value = this.#optional(e.value);
        return e;
      case 'Await':
      case 'YieldFrom':
      case 'NamedExpr':
      case 'Starred':
        e.value = this.#expr(e.value);
        return e;
      case 'FormattedValue':
      case 'Interpolation':
        e.value = this.#expr(e.value);
        if (e.format_spec) this.#seq(e.format_spec.values);
        return e;
      case 'JoinedStr':
      case 'TemplateStr':
        this.#seq(e.values);
        return e;
      case 'Compare':
        return this.#compare(e);
      case 'Attribute':
      case 'Call':
      case 'Subscript':
        return this.#primary(e);
      case 'Slice':
        e.lower = this.#optional(e.lower);
        e.upper = this.#optional(e.upper);
        e.step = this.#optional(e.step);
        return e;
      case 'Name':
        return e;
    }
  }

  /** `a + b + c + ...` is walked without recursion: real programs have thousands of terms. */
  #binOp(e: BinOp): Expr {
    const spine = [e];
    for (let left = e.left; left.kind === 'BinOp'; left = left.left) spine.push(left);
    const levels = spine.length - 1;
    this.#enter(levels);
    let folded = this.#expr(spine[levels]!.left);
    for (let i = levels; i >= 0; i--) {
      const node = spine[i]!;
      node.left = folded;
      node.right = this.#expr(node.right);
      folded = this.#foldBinOp(node);
    }
    this.#depth -= levels;
    return folded;
  }

  /** Chains of attributes, calls and subscripts are walked without recursion, too. */
  #primary(e: Attribute | Call | Subscript): Expr {
    const chain: (Attribute | Call | Subscript)[] = [];
    let base: Expr = e;
    while (base.kind === 'Attribute' || base.kind === 'Call' || base.kind === 'Subscript') {
      chain.push(base);
      base = base.kind === 'Call' ? base.func : base.value;
    }
    const levels = chain.length - 1;
    this.#enter(levels);
    let folded = this.#expr(base);
    for (const node of chain.reverse()) folded = this.#primaryWith(node, folded);
    this.#depth -= levels;
    return folded;
  }

  #primaryWith(node: Attribute | Call | Subscript, operand: Expr): Expr {
    if (node.kind === 'Call') {
      node.func = operand;
      this.#seq(node.args);
      for (const keyword of node.keywords) keyword.value = this.#expr(keyword.value);
      return node;
    }
    node.value = operand;
    if (node.kind === 'Attribute') return node;
    node.slice = this.#expr(node.slice);
    return this.#subscript(node);
  }

  /** v3.13.0 Python/ast_opt.c fold_binop */
  #foldBinOp(e: BinOp): Expr {
    if (e.left.kind !== 'Constant') return e;
    const left = constantOf(e.left);
    if (e.op === 'Mod' && e.right.kind === 'Tuple' && left.type === 'str') {
      return (this.#features.percentFormatToFString && formatToFString(e, left.value)) || e;
    }
    if (e.right.kind !== 'Constant') return e;
    const value = foldBinary(e.op, left, constantOf(e.right));
    return value === null ? e : makeConst(e, value, this.#foldsInTree, [e.left, e.right]);
  }

  /** v3.13.0 Python/ast_opt.c fold_unaryop */
  #unaryOp(e: UnaryOp): Expr {
    if (e.operand.kind === 'Constant') {
      const value = foldUnary(e.op, constantOf(e.operand));
      return value === null ? e : makeConst(e, value, this.#foldsInTree, [e.operand]);
    }
    if (!this.#foldsInTree) return e;
    if (e.op !== 'Not' || e.operand.kind !== 'Compare' || e.operand.ops.length !== 1) return e;
    const inverse = INVERSE[e.operand.ops[0]!];
    if (inverse === undefined) return e;
    e.operand.ops[0] = inverse;
    return e.operand;
  }

  #tuple(e: Tuple): Expr {
    const value = e.ctx === 'Load' ? constTuple(e.elts) : null;
    return value === null ? e : makeConst(e, value, this.#foldsInTree, e.elts);
  }

  #subscript(e: Subscript): Expr {
    if (this.#features.constantSlices && e.slice.kind === 'Slice') e.slice = constSlice(e.slice);
    if (e.ctx !== 'Load' || e.value.kind !== 'Constant' || e.slice.kind !== 'Constant') return e;
    const value = foldIndex(constantOf(e.value), constantOf(e.slice));
    return value === null ? e : makeConst(e, value, this.#foldsInTree, [e.value, e.slice]);
  }

  /** v3.13.0 Python/ast_opt.c fold_compare */
  #compare(e: Compare): Expr {
    e.left = this.#expr(e.left);
    this.#seq(e.comparators);
    const last = e.ops.length - 1;
    if (e.ops[last] === 'In' || e.ops[last] === 'NotIn') {
      e.comparators[last] = foldIter(e.comparators[last]!, this.#foldsInTree);
    }
    return e;
  }

  #comprehensions(generators: readonly Comprehension[]): void {
    for (const generator of generators) {
      generator.target = this.#expr(generator.target);
      generator.iter = foldIter(this.#expr(generator.iter), this.#foldsInTree);
      this.#seq(generator.ifs);
    }
  }

  #annotation<T extends Expr | null>(annotation: T): T | Expr {
    if (annotation === null || this.#stringAnnotations) return annotation;
    return this.#expr(annotation);
  }

  #arguments(args: Arguments): void {
    const all = [...args.posonlyargs, ...args.args, args.vararg, ...args.kwonlyargs, args.kwarg];
    for (const arg of all) {
      if (arg) arg.annotation = this.#annotation(arg.annotation);
    }
    this.#seq(args.kw_defaults);
    this.#seq(args.defaults);
  }

  #typeParams(params: readonly TypeParam[]): void {
    for (const param of params) {
      if (param.kind === 'TypeVar') param.bound = this.#optional(param.bound);
      param.default_value = this.#optional(param.default_value);
    }
  }

  /** v3.13.0 Python/ast_opt.c astfold_stmt */
  #stmt(s: Stmt): void {
    this.#enter(1);
    switch (s.kind) {
      case 'FunctionDef':
      case 'AsyncFunctionDef':
        this.#typeParams(s.type_params);
        this.#arguments(s.args);
        this.#body(s.body);
        this.#seq(s.decorator_list);
        s.returns = this.#annotation(s.returns);
        break;
      case 'ClassDef':
        this.#typeParams(s.type_params);
        this.#seq(s.bases);
        for (const keyword of s.keywords) keyword.value = this.#expr(keyword.value);
        this.#body(s.body);
        this.#seq(s.decorator_list);
        break;
      case 'Return':
        s.value = this.#optional(s.value);
        break;
      case 'Delete':
        this.#seq(s.targets);
        break;
      case 'Assign':
        this.#seq(s.targets);
        s.value = this.#expr(s.value);
        if (s.targets.length === 1) s.value = unpackedValue(s.targets[0]!, s.value);
        break;
      case 'AugAssign':
        this.#expr(s.target);
        s.value = this.#expr(s.value);
        break;
      case 'AnnAssign':
        this.#expr(s.target);
        s.annotation = this.#annotation(s.annotation);
        s.value = this.#optional(s.value);
        break;
      case 'TypeAlias':
        this.#typeParams(s.type_params);
        s.value = this.#expr(s.value);
        break;
      case 'Expr':
        s.value = this.#expr(s.value);
        break;
      case 'Raise':
        s.exc = this.#optional(s.exc);
        s.cause = this.#optional(s.cause);
        break;
      case 'Assert':
        s.test = this.#expr(s.test);
        s.msg = this.#optional(s.msg);
        break;
      default:
        this.#compound(s);
    }
    this.#depth--;
  }

  #compound(s: Stmt): void {
    switch (s.kind) {
      case 'For':
      case 'AsyncFor':
        s.target = this.#expr(s.target);
        s.iter = this.#expr(s.iter);
        this.#stmts(s.body);
        this.#stmts(s.orelse);
        if (s.kind === 'For') s.iter = foldIter(s.iter, this.#foldsInTree);
        break;
      case 'If':
        this.#ifChain(s);
        break;
      case 'While':
        s.test = this.#expr(s.test);
        this.#stmts(s.body);
        this.#stmts(s.orelse);
        break;
      case 'With':
      case 'AsyncWith':
        for (const item of s.items) {
          item.context_expr = this.#expr(item.context_expr);
          item.optional_vars = this.#optional(item.optional_vars);
        }
        this.#stmts(s.body);
        break;
      case 'Try':
      case 'TryStar':
        this.#stmts(s.body);
        for (const handler of s.handlers) {
          handler.type = this.#optional(handler.type);
          this.#stmts(handler.body);
        }
        this.#stmts(s.orelse);
        this.#stmts(s.finalbody);
        break;
      case 'Match':
        s.subject = this.#expr(s.subject);
        for (const matchCase of s.cases) {
          this.#pattern(matchCase.pattern);
          matchCase.guard = this.#optional(matchCase.guard);
          this.#stmts(matchCase.body);
        }
        break;
    }
  }

  #ifChain(first: If): void {
    let levels = 0;
    for (let s: If | null = first; s !== null; s = elifOf(s)) {
      s.test = this.#expr(s.test);
      this.#stmts(s.body);
      if (elifOf(s) === null) this.#stmts(s.orelse);
      else levels++;
      this.#enter(1);
    }
    this.#depth -= levels + 1;
  }

  /** Only `-1` and `1+2j` are there to be folded. v3.13.0 Python/ast_opt.c astfold_pattern */
  #pattern(p: Pattern): void {
    this.#enter(1);
    switch (p.kind) {
      case 'MatchValue':
        p.value = this.#expr(p.value);
        break;
      case 'MatchSequence':
      case 'MatchOr':
        this.#patterns(p.patterns);
        break;
      case 'MatchMapping':
        this.#seq(p.keys);
        this.#patterns(p.patterns);
        break;
      case 'MatchClass':
        p.cls = this.#expr(p.cls);
        this.#patterns(p.patterns);
        this.#patterns(p.kwd_patterns);
        break;
      case 'MatchAs':
        if (p.pattern) this.#pattern(p.pattern);
        break;
    }
    this.#depth--;
  }

  #patterns(patterns: readonly Pattern[]): void {
    for (const pattern of patterns) this.#pattern(pattern);
  }
}

/** Folds the constants of a whole tree. v3.13.0 Python/ast_opt.c _PyAST_Optimize */
export function foldConstants(mod: Mod, features: CompileFeatures, futureFlags: number): void {
  new Folder(features, futureFlags).mod(mod);
}
