/**
 * How deep the stack gets in expressions of releases up to 3.10; see block-stack-depth.ts.
 */
import type {
  Arguments,
  Call,
  Comprehension,
  Dict,
  DictComp,
  Expr,
  GeneratorExp,
  Keyword,
  ListComp,
  SetComp,
} from '../syntax/ast.ts';
import { constantOf, isTrue } from './const-value.ts';
import type { BlockStacks } from './block-stack-rules.ts';
import { DEF_FREE_CLASS, FREE, scopeOf } from './symtable-entry.ts';
import type { SymbolTable } from './symtable.ts';

export type AnyComprehension = ListComp | SetComp | DictComp | GeneratorExp;

/** Values that a handler counts for an exception. */
export const EXCEPTION = 6;

/** v3.10.13 STACK_USE_GUIDELINE */
const MOST_ON_STACK = 30;

export class ExpressionDepth {
  deepest = 0;
  protected readonly table: SymbolTable;
  protected readonly rules: BlockStacks;

  constructor(table: SymbolTable, rules: BlockStacks) {
    this.table = table;
    this.rules = rules;
  }

  at(depth: number): void {
    if (depth > this.deepest) this.deepest = depth;
  }

  /** What a condition always is, where the compiler looks. */
  protected constant(test: Expr): boolean | null {
    return test.kind === 'Constant' ? isTrue(constantOf(test)) : null;
  }

  /** Stores what is on top; the stack has `d` values with it. */
  store(target: Expr, d: number): void {
    switch (target.kind) {
      case 'Attribute':
        return this.expr(target.value, d);
      case 'Subscript':
        this.expr(target.value, d);
        return this.expr(target.slice, d + 1);
      case 'Starred':
        return this.store(target.value, d);
      case 'Tuple':
      case 'List': {
        const n = target.elts.length;
        this.at(d - 1 + n);
        for (const [i, elt] of target.elts.entries()) this.store(elt, d - 1 + n - i);
      }
    }
  }

  // ---- functions ------------------------------------------------------------------------------------

  /** @returns how deep the stack is with what there is of them */
  protected defaults(args: Arguments, d: number): number {
    let base = d;
    if (args.defaults.length > 0) this.row(args.defaults, base++);
    const given = args.kw_defaults.filter((value) => value !== null);
    if (given.length > 0) {
      for (const [i, value] of given.entries()) this.expr(value, base + i);
      this.at(base + given.length + 1);
      base++;
    }
    return base;
  }

  /** Values that become a tuple. */
  private row(values: readonly Expr[], d: number): void {
    if (this.rules.foldsTuples && values.every(({ kind }) => kind === 'Constant')) this.at(d + 1);
    else for (const [i, value] of values.entries()) this.expr(value, d + i);
  }

  /** Makes a function of a block. compiler_make_closure */
  protected closure(node: object, d: number): void {
    const { symbols } = this.table.lookup(node);
    let free = 0;
    for (const flags of symbols.values()) {
      if (scopeOf(flags) === FREE || flags & DEF_FREE_CLASS) free++;
    }
    this.at(d + Math.max(free, free > 0 ? 3 : 2));
  }

  // ---- comprehensions ------------------------------------------------------------------------------

  protected generators(e: AnyComprehension, index: number, d: number): void {
    const generator = e.generators[index]!;
    const inside = index === 0 ? d + 1 : this.iterable(generator, d);
    const isAsync = generator.is_async === 1;
    if (isAsync) this.at(inside + EXCEPTION);
    if (inside > d) this.at(inside + (isAsync ? 2 : 1));
    this.store(generator.target, inside + 1);
    for (const test of generator.ifs) this.expr(test, inside);
    if (index + 1 < e.generators.length) this.generators(e, index + 1, inside);
    else if (e.kind === 'DictComp') {
      this.expr(e.key, inside);
      if (e.value !== null) this.expr(e.value, inside + 1);
    } else this.expr(e.elt, inside);
  }

  /** What an inner `for` goes through; one element in brackets is no loop. */
  private iterable({ iter }: Comprehension, d: number): number {
    const single = iter.kind === 'List' || iter.kind === 'Tuple' ? iter.elts : [];
    const [only] = single;
    if (this.rules.singleElements && single.length === 1 && only!.kind !== 'Starred') {
      this.expr(only!, d);
      return d;
    }
    this.expr(iter, d);
    return d + 1;
  }

  private comprehension(e: AnyComprehension, d: number): void {
    this.closure(e, d);
    const [first] = e.generators;
    this.expr(first!.iter, d + 1);
    if (e.kind !== 'GeneratorExp' && this.table.lookup(e).coroutine) this.at(d + 2);
  }

  // ---- expressions: `d` values before, one more after ----------------------------------------------

  expr(e: Expr, d: number): void {
    this.at(d + 1);
    switch (e.kind) {
      case 'BoolOp':
        for (const value of e.values) this.expr(value, d);
        return;
      case 'NamedExpr':
        this.expr(e.value, d);
        return this.at(d + 2);
      case 'BinOp':
        this.expr(e.left, d);
        return this.expr(e.right, d + 1);
      case 'UnaryOp':
        return this.expr(e.operand, d);
      case 'Lambda':
        return this.closure(e, this.defaults(e.args, d));
      case 'IfExp': {
        const known = this.rules.foldsTuples ? this.constant(e.test) : null;
        this.expr(e.test, d);
        if (known !== false) this.expr(e.body, d);
        if (known !== true) this.expr(e.orelse, d);
        return;
      }
      case 'Dict':
        return this.dict(e, d);
      case 'Set':
      case 'List':
      case 'Tuple':
        return this.display(e.elts, d, 0, e.kind === 'Tuple');
      case 'ListComp':
      case 'SetComp':
      case 'DictComp':
      case 'GeneratorExp':
        return this.comprehension(e, d);
      case 'Await':
      case 'YieldFrom':
        this.expr(e.value, d);
        return this.at(d + 2);
      case 'Yield':
        if (e.value !== null) this.expr(e.value, d);
        return;
      case 'Compare':
        this.expr(e.left, d);
        for (const value of e.comparators) this.expr(value, d + 1);
        if (e.comparators.length > 1) this.at(d + 3);
        return;
      case 'Call':
        return this.call(e, d);
      case 'FormattedValue':
        this.expr(e.value, d);
        if (e.format_spec !== null) this.expr(e.format_spec, d + 1);
        return;
      case 'JoinedStr':
        for (const [i, value] of e.values.entries()) this.expr(value, d + i);
        return;
      case 'Attribute':
        return this.expr(e.value, d);
      case 'Subscript':
        this.expr(e.value, d);
        return this.expr(e.slice, d + 1);
      case 'Starred':
        return this.expr(e.value, d);
      case 'Slice':
        this.at(d + 2);
        if (e.lower !== null) this.expr(e.lower, d);
        if (e.upper !== null) this.expr(e.upper, d + 1);
        if (e.step !== null) this.expr(e.step, d + 2);
    }
  }

  /** A list, set or tuple of its elements. starunpack_helper */
  private display(elts: readonly Expr[], d: number, pushed: number, isTuple: boolean): void {
    if (!this.rules.growsLists) return this.parts(elts, d, pushed);
    if (elts.length > 2 && elts.every(({ kind }) => kind === 'Constant')) {
      return this.at(d + (isTuple ? 1 : 2));
    }
    let built = this.rules.littleStack && elts.length + pushed > MOST_ON_STACK;
    if (built) this.at(d + 1);
    for (const [i, elt] of elts.entries()) {
      if (elt.kind === 'Starred' && !built) {
        built = true;
        this.at(d + 1);
      }
      const value = elt.kind === 'Starred' ? elt.value : elt;
      this.expr(value, built ? d + 1 : d + pushed + i);
    }
  }

  /** Where what is starred stays on the stack until all is there; what stands before it is a tuple. */
  private parts(elts: readonly Expr[], d: number, pushed: number): void {
    let parts = 0;
    let seen = pushed;
    for (const elt of elts) {
      if (elt.kind === 'Starred') {
        if (seen > 0) parts++;
        seen = 0;
        this.expr(elt.value, d + parts++);
      } else this.expr(elt, d + parts + seen++);
    }
  }

  private dict({ keys, values }: Dict, d: number): void {
    const { growsLists, littleStack } = this.rules;
    let first = 0;
    let parts = 0;
    const close = (end: number) => {
      if (first === end) return;
      this.pairs(keys.slice(first, end), values.slice(first, end), d + parts);
      parts = growsLists ? 1 : parts + 1;
    };
    for (const [i, key] of keys.entries()) {
      if (key === null) {
        close(i);
        first = i + 1;
        if (growsLists) {
          this.at(d + 1);
          parts = 1;
          this.expr(values[i]!, d + 1);
        } else this.expr(values[i]!, d + parts++);
      } else if (littleStack && (i - first) * 2 > MOST_ON_STACK) {
        close(i + 1);
        first = i + 1;
      }
    }
    close(keys.length);
  }

  /** compiler_subdict */
  private pairs(keys: readonly (Expr | null)[], values: readonly Expr[], d: number): void {
    const isLong = this.rules.littleStack && 2 * keys.length > MOST_ON_STACK;
    const constant = !isLong && keys.length > 1 && keys.every((key) => key?.kind === 'Constant');
    for (const [i, value] of values.entries()) {
      const at = isLong ? d + 1 : d + 2 * i;
      if (!constant) this.expr(keys[i]!, at);
      this.expr(value, constant ? d + i : at + 1);
    }
    if (constant) this.at(d + values.length + 1);
  }

  // ---- calls ---------------------------------------------------------------------------------------

  private call(e: Call, d: number): void {
    const { func, args, keywords } = e;
    this.expr(func, d);
    const isMethod = func.kind === 'Attribute' && keywords.length === 0;
    if (isMethod && args.every(({ kind }) => kind !== 'Starred') && this.isShort(args, [])) {
      this.at(d + 2);
      for (const [i, arg] of args.entries()) this.expr(arg, d + 2 + i);
    } else this.callArguments(args, keywords, d + 1, 0);
  }

  private isShort(args: readonly Expr[], keywords: readonly Keyword[]): boolean {
    return !this.rules.littleStack || args.length + 2 * keywords.length <= MOST_ON_STACK;
  }

  /** @param d with the function. @param pushed arguments that are there. compiler_call_helper */
  protected callArguments(
    args: readonly Expr[],
    keywords: readonly Keyword[],
    d: number,
    pushed: number,
  ): void {
    const starred = args.some(({ kind }) => kind === 'Starred');
    if (starred || keywords.some(({ arg }) => arg === null) || !this.isShort(args, keywords)) {
      return this.unpackedArguments(args, keywords, d, pushed);
    }
    for (const [i, arg] of args.entries()) this.expr(arg, d + pushed + i);
    const first = d + pushed + args.length;
    for (const [i, { value }] of keywords.entries()) this.expr(value, first + i);
    if (keywords.length > 0) this.at(first + keywords.length + 1);
  }

  private unpackedArguments(
    args: readonly Expr[],
    keywords: readonly Keyword[],
    d: number,
    pushed: number,
  ): void {
    this.at(d + 1);
    const [only] = args;
    if (this.rules.growsLists && pushed === 0 && args.length === 1 && only!.kind === 'Starred') {
      this.expr(only, d);
    } else this.display(args, d, pushed, true);
    let parts = 0;
    let named: Expr[] = [];
    const close = () => {
      if (named.length === 0) return;
      this.named(named, d + 1 + parts);
      parts = this.rules.growsLists ? 1 : parts + 1;
      named = [];
    };
    for (const { arg, value } of keywords) {
      if (arg !== null) {
        named.push(value);
        continue;
      }
      close();
      if (this.rules.growsLists) {
        parts = 1;
        this.at(d + 2);
        this.expr(value, d + 2);
      } else this.expr(value, d + 1 + parts++);
    }
    close();
  }

  /** compiler_subkwargs */
  private named(values: readonly Expr[], d: number): void {
    if (values.length === 1) this.expr(values[0]!, d + 1);
    else if (this.rules.littleStack && 2 * values.length > MOST_ON_STACK) {
      for (const value of values) this.expr(value, d + 2);
    } else {
      for (const [i, value] of values.entries()) this.expr(value, d + i);
      this.at(d + values.length + 1);
    }
  }
}
