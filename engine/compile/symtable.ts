/**
 * The first pass over the names of a program: what each block does with them.
 *
 * v3.13.0 Python/symtable.c
 */

import type {
  Alias,
  AnnAssign,
  Arg,
  Arguments,
  AsyncFunctionDef,
  Attribute,
  Await,
  BinOp,
  Call,
  ClassDef,
  Comprehension,
  Expr,
  FunctionDef,
  Global,
  If,
  Lambda,
  Location,
  Mod,
  NamedExpr,
  Name,
  Nonlocal,
  Pattern,
  Stmt,
  Subscript,
  TypeAlias,
  TypeParam,
  Yield,
  YieldFrom,
} from '../syntax/ast.ts';
import type { CompileFeatures } from './features.ts';
import { elifOf } from './fold.ts';
import { analyzeSymbols } from './symtable-analyze.ts';
import { SymbolAnnotations } from './symtable-annotations.ts';
import {
  type ComprehensionKind,
  DEF_ANNOT,
  DEF_COMP_ITER,
  DEF_GLOBAL,
  DEF_IMPORT,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  type SymbolTableEntry,
  USE,
} from './symtable-entry.ts';
import { lazyImportError } from './late-parts.ts';

const COMPREHENSION_NAMES = {
  ListComp: 'listcomp',
  SetComp: 'setcomp',
  DictComp: 'dictcomp',
  GeneratorExp: 'genexpr',
} as const;

const YIELD_INSIDE = {
  ListComp: "'yield' inside list comprehension",
  SetComp: "'yield' inside set comprehension",
  DictComp: "'yield' inside dict comprehension",
  GeneratorExp: "'yield' inside generator expression",
} as const;

const NAMED_EXPR_IN_COMPREHENSION = {
  class: 'a class body',
  'type parameters': 'within the definition of a generic',
  'type alias': 'a type alias',
  'type variable': 'a TypeVar bound',
} as const;

/** The symbol tables of one program. v3.13.0 Python/symtable.c struct symtable */
export class SymbolTable extends SymbolAnnotations {
  readonly #features: CompileFeatures;
  /** Blocks of type parameter defaults, which share their node with the bound's block. */
  private readonly defaultBlocks = new Map<object, SymbolTableEntry>();

  constructor(mod: Mod, source: string, features: CompileFeatures, futureFlags: number) {
    super(mod, source, features, futureFlags);
    this.#features = features;
    if (mod.kind === 'Expression') this.#expr(mod.body);
    else this.#stmts(mod.body);
    analyzeSymbols(this.top, source, features);
  }

  /** v3.13.0 Python/symtable.c _PySymtable_Lookup */
  lookup(node: object): SymbolTableEntry {
    return this.blocks.get(node)!;
  }

  /** Every block with the node it is of. */
  get all(): ReadonlyMap<object, SymbolTableEntry> {
    return this.blocks;
  }

  lookupDefault(param: TypeParam): SymbolTableEntry {
    return this.defaultBlocks.get(param)!;
  }

  // ---- statements -------------------------------------------------------------------------------

  #stmts(stmts: readonly Stmt[]): void {
    for (const stmt of stmts) this.#stmt(stmt);
  }

  #exprs(exprs: readonly (Expr | null)[]): void {
    for (const e of exprs) if (e !== null) this.#expr(e);
  }

  /** v3.13.0 Python/symtable.c symtable_visit_stmt */
  #stmt(s: Stmt): void {
    switch (s.kind) {
      case 'FunctionDef':
      case 'AsyncFunctionDef':
        return this.#functionDef(s);
      case 'ClassDef':
        return this.#classDef(s);
      case 'TypeAlias':
        return this.#typeAlias(s);
      case 'Return':
        return this.#exprs([s.value]);
      case 'Delete':
        return this.#exprs(s.targets);
      case 'Assign':
        this.#exprs(s.targets);
        return this.#expr(s.value);
      case 'AnnAssign':
        return this.#annAssign(s);
      case 'AugAssign':
        this.#expr(s.target);
        return this.#expr(s.value);
      case 'Raise':
        return this.#exprs([s.exc, s.cause]);
      case 'Assert':
        return this.#exprs([s.test, s.msg]);
      case 'Import':
      case 'ImportFrom':
        if (s.is_lazy === true) this.failIf(s, lazyImportError(s, this.current));
        for (const alias of s.names) this.#alias(alias);
        return;
      case 'Global':
      case 'Nonlocal':
        return this.#declaration(s);
      case 'Expr':
        return this.#expr(s.value);
      case 'Pass':
      case 'Break':
      case 'Continue':
        return;
      default:
        return this.conditionally(() => this.#compound(s));
    }
  }

  #compound(s: Stmt): void {
    switch (s.kind) {
      case 'For':
      case 'AsyncFor':
        this.#expr(s.target);
        this.#expr(s.iter);
        this.#stmts(s.body);
        return this.#stmts(s.orelse);
      case 'If':
        for (let branch: If | null = s; branch !== null; branch = elifOf(branch)) {
          this.#expr(branch.test);
          this.#stmts(branch.body);
          if (elifOf(branch) === null) this.#stmts(branch.orelse);
        }
        return;
      case 'While':
        this.#expr(s.test);
        this.#stmts(s.body);
        return this.#stmts(s.orelse);
      case 'With':
      case 'AsyncWith':
        for (const item of s.items) this.#exprs([item.context_expr, item.optional_vars]);
        return this.#stmts(s.body);
      case 'Try':
      case 'TryStar':
        this.current.tries++;
        this.#stmts(s.body);
        for (const handler of s.handlers) {
          this.#exprs([handler.type]);
          if (handler.name !== null) this.addDef(handler.name, DEF_LOCAL, handler);
          this.#stmts(handler.body);
        }
        this.#stmts(s.orelse);
        this.#stmts(s.finalbody);
        this.current.tries--;
        return;
      case 'Match':
        this.#expr(s.subject);
        for (const matchCase of s.cases) {
          this.#pattern(matchCase.pattern);
          this.#exprs([matchCase.guard]);
          this.#stmts(matchCase.body);
        }
    }
  }

  #functionDef(s: FunctionDef | AsyncFunctionDef): void {
    this.addDef(s.name, DEF_LOCAL, s);
    this.#exprs(s.args.defaults);
    this.#exprs(s.args.kw_defaults);
    this.#exprs(s.decorator_list);
    const generic = s.type_params.length > 0;
    if (generic) {
      this.#enterTypeParams(s);
      // Always: CPython looks whether there is a sequence of defaults, not whether it is empty.
      this.addDef('.defaults', DEF_PARAM, s);
      if (s.args.kw_defaults.some((e) => e !== null)) this.addDef('.kwdefaults', DEF_PARAM, s);
      this.#typeParams(s.type_params);
    }
    this.annotations(s);
    this.enter(s.name, 'function', s, s);
    this.current.coroutine = s.kind === 'AsyncFunctionDef';
    this.#arguments(s.args);
    this.#stmts(s.body);
    this.exit();
    if (generic) this.exit();
  }

  #classDef(s: ClassDef): void {
    this.addDef(s.name, DEF_LOCAL, s);
    this.#exprs(s.decorator_list);
    const outerPrivate = this.private;
    const generic = s.type_params.length > 0;
    if (generic) {
      this.#enterTypeParams(s);
      this.addDef('.type_params', DEF_LOCAL | USE, s);
      this.addDef('.generic_base', DEF_LOCAL | USE, s);
      this.private = s.name;
      this.current.mangledNames = new Set();
      this.#typeParams(s.type_params);
    }
    this.#exprs(s.bases);
    for (const keyword of s.keywords) this.#expr(keyword.value);
    this.enter(s.name, 'class', s, s);
    this.private = s.name;
    if (generic) {
      this.addDef('__type_params__', DEF_LOCAL, s);
      this.addDef('.type_params', USE, s);
    }
    this.#stmts(s.body);
    this.exit();
    if (generic) this.exit();
    this.private = outerPrivate;
  }

  #typeAlias(s: TypeAlias): void {
    this.#expr(s.name);
    const inClass = this.current.type === 'class';
    const generic = s.type_params.length > 0;
    if (generic) {
      this.#enterTypeParams({ name: s.name.id, type_params: s.type_params, ...locationOf(s) });
      this.#typeParams(s.type_params);
    }
    this.enter(s.name.id, 'type alias', s, s);
    this.takesFormat(s);
    this.current.canSeeClassScope = inClass;
    if (inClass) this.addDef('__classdict__', USE, s.value);
    this.#expr(s.value);
    this.exit();
    if (generic) this.exit();
  }

  /** v3.13.0 Python/symtable.c symtable_enter_type_param_block */
  #enterTypeParams(s: { name: string; type_params: TypeParam[] } & Location): void {
    const inClass = this.current.type === 'class';
    this.enter(s.name, 'type parameters', s.type_params, s);
    if (!inClass) return;
    this.current.canSeeClassScope = true;
    this.addDef('__classdict__', USE, s);
  }

  #typeParams(params: readonly TypeParam[]): void {
    for (const param of params) {
      this.addDef(param.name, DEF_TYPE_PARAM | DEF_LOCAL, param);
      if (param.kind === 'TypeVar') {
        const info = param.bound?.kind === 'Tuple' ? 'a TypeVar constraint' : 'a TypeVar bound';
        this.#typeVariable(param, param.bound, info, this.blocks);
        this.#typeVariable(param, param.default_value, 'a TypeVar default', this.defaultBlocks);
      } else {
        const info = `a ${param.kind} default`;
        this.#typeVariable(param, param.default_value, info, this.defaultBlocks);
      }
    }
  }

  /** v3.13.0 Python/symtable.c symtable_visit_type_param_bound_or_default */
  #typeVariable(
    param: TypeParam,
    e: Expr | null,
    info: string,
    blocks: Map<object, SymbolTableEntry>,
  ): void {
    if (e === null) return;
    const inClass = this.current.canSeeClassScope;
    this.enter(param.name, 'type variable', param, e, blocks);
    this.takesFormat(e);
    this.current.canSeeClassScope = inClass;
    if (inClass) this.addDef('__classdict__', USE, e);
    this.current.scopeInfo = info;
    this.#expr(e);
    this.exit();
  }

  #annAssign(s: AnnAssign): void {
    if (s.target.kind === 'Name') {
      const name = s.target.id;
      const known = this.lookupSymbol(this.current, name);
      const declared = known & (DEF_GLOBAL | DEF_NONLOCAL);
      if (declared && this.current !== this.top && s.simple) {
        const kind = known & DEF_GLOBAL ? 'global' : 'nonlocal';
        this.fail(s, `annotated name '${name}' can't be ${kind}`);
      }
      if (s.simple) this.addDef(name, DEF_ANNOT | DEF_LOCAL, s.target);
      if (s.value !== null) this.addDef(name, DEF_LOCAL, s.target);
    } else {
      this.#expr(s.target);
    }
    this.annotation(s);
    this.#exprs([s.value]);
  }

  #declaration(s: Global | Nonlocal): void {
    const [kind, flag] =
      s.kind === 'Global'
        ? (['global', DEF_GLOBAL] as const)
        : (['nonlocal', DEF_NONLOCAL] as const);
    for (const name of s.names) {
      const known = this.lookupSymbol(this.current, name);
      if (known & DEF_PARAM) this.fail(s, `name '${name}' is parameter and ${kind}`);
      if (known & USE) this.fail(s, `name '${name}' is used prior to ${kind} declaration`);
      if (known & DEF_ANNOT) this.fail(s, `annotated name '${name}' can't be ${kind}`);
      if (known & DEF_LOCAL) {
        this.fail(s, `name '${name}' is assigned to before ${kind} declaration`);
      }
      this.addDef(name, flag, s);
      this.recordDirective(name, s);
    }
  }

  /** v3.13.0 Python/symtable.c symtable_visit_alias */
  #alias(alias: Alias): void {
    const name = alias.asname ?? alias.name;
    if (name !== '*') {
      this.addDef(name.split('.', 1)[0]!, DEF_IMPORT, alias);
    } else if (this.current.type !== 'module') {
      this.fail(this.placeInBlock(alias), 'import * only allowed at module level');
    }
  }

  // ---- functions --------------------------------------------------------------------------------

  /** v3.13.0 Python/symtable.c symtable_visit_arguments */
  #arguments(a: Arguments): void {
    const params = (args: readonly (Arg | null)[]): void => {
      for (const arg of args) if (arg !== null) this.addDef(arg.arg, DEF_PARAM, arg);
    };
    params(a.posonlyargs);
    params(a.args);
    params(a.kwonlyargs);
    params([a.vararg, a.kwarg]);
    this.current.varargs = a.vararg !== null;
    this.current.varkeywords = a.kwarg !== null;
  }

  #lambda(e: Lambda): void {
    this.#exprs(e.args.defaults);
    this.#exprs(e.args.kw_defaults);
    this.enter('lambda', 'function', e, e);
    this.#arguments(e.args);
    this.#expr(e.body);
    this.exit();
  }

  // ---- expressions ------------------------------------------------------------------------------

  protected override visitExpr(e: Expr): void {
    this.#expr(e);
  }

  /** v3.13.0 Python/symtable.c symtable_visit_expr */
  #expr(e: Expr): void {
    switch (e.kind) {
      case 'Name':
        return this.#name(e);
      case 'Constant':
        return;
      case 'Starred':
        return this.#expr(e.value);
      case 'Attribute':
      case 'Call':
      case 'Subscript':
        return this.#primary(e);
      case 'BinOp':
        return this.#binOp(e);
      case 'Compare':
        this.#expr(e.left);
        return this.#exprs(e.comparators);
      case 'BoolOp':
      case 'JoinedStr':
      case 'TemplateStr':
        return this.#exprs(e.values);
      case 'UnaryOp':
        return this.#expr(e.operand);
      case 'List':
      case 'Tuple':
      case 'Set':
        return this.#exprs(e.elts);
      case 'Dict':
        this.#exprs(e.keys);
        return this.#exprs(e.values);
      case 'Slice':
        return this.#exprs([e.lower, e.upper, e.step]);
      case 'IfExp':
        return this.#exprs([e.test, e.body, e.orelse]);
      case 'FormattedValue':
      case 'Interpolation':
        return this.#exprs([e.value, e.format_spec]);
      case 'Lambda':
        return this.#lambda(e);
      case 'ListComp':
      case 'SetComp':
      case 'GeneratorExp':
        return this.#comprehension(e, e.kind, e.generators, e.elt, null);
      case 'DictComp':
        return this.#comprehension(e, e.kind, e.generators, e.key, e.value);
      case 'NamedExpr':
        return this.#namedExpr(e);
      case 'Await':
        return this.#await(e);
      case 'Yield':
      case 'YieldFrom':
        return this.#yield(e);
    }
  }

  /** Long chains are walked without recursion, from the inside. */
  #primary(e: Attribute | Call | Subscript): void {
    const chain: (Call | Subscript)[] = [];
    let base: Expr = e;
    while (base.kind === 'Attribute' || base.kind === 'Call' || base.kind === 'Subscript') {
      if (base.kind !== 'Attribute') chain.push(base);
      base = base.kind === 'Call' ? base.func : base.value;
    }
    this.#expr(base);
    for (const node of chain.reverse()) {
      if (node.kind === 'Subscript') {
        this.#expr(node.slice);
      } else {
        this.#exprs(node.args);
        for (const keyword of node.keywords) this.#expr(keyword.value);
      }
    }
  }

  /** Long sums are walked without recursion. */
  #binOp(e: BinOp): void {
    const rights: Expr[] = [];
    let left: Expr = e;
    for (; left.kind === 'BinOp'; left = left.left) rights.push(left.right);
    this.#expr(left);
    for (const right of rights.reverse()) this.#expr(right);
  }

  #name(e: Name): void {
    if (this.current.unevaluated) return;
    this.addDef(e.id, e.ctx === 'Load' ? USE : DEF_LOCAL, e);
    // super() without arguments finds its class in the cell __class__.
    if (e.id === 'super' && e.ctx === 'Load' && this.current.isFunctionLike) {
      this.addDef('__class__', USE, e);
    }
  }

  #await(e: Await): void {
    this.#notInAnnotation('await expression', e);
    this.#expr(e.value);
    this.current.coroutine = true;
  }

  #yield(e: Yield | YieldFrom): void {
    this.#notInAnnotation('yield expression', e);
    if (e.value !== null) this.#expr(e.value);
    this.current.generator = true;
    const { comprehension } = this.current;
    if (comprehension !== null) this.fail(this.placeInBlock(e), YIELD_INSIDE[comprehension]);
  }

  /** v3.13.0 Python/symtable.c symtable_raise_if_annotation_block */
  #notInAnnotation(what: string, e: Expr): void {
    const { type, scopeInfo } = this.current;
    if (type === 'annotation') {
      const quoted = this.#features.annotationWords === 'quoted';
      const cannot = quoted ? `'${what}' can not` : `${what} cannot`;
      this.fail(e, `${cannot} be used within an annotation`);
    }
    if (type === 'type variable') this.fail(e, `${what} cannot be used within ${scopeInfo}`);
    if (type === 'type alias') this.fail(e, `${what} cannot be used within a type alias`);
    if (type === 'type parameters') {
      this.fail(e, `${what} cannot be used within the definition of a generic`);
    }
  }

  /** v3.13.0 Python/symtable.c symtable_handle_namedexpr */
  #namedExpr(e: NamedExpr): void {
    this.#notInAnnotation('named expression', e);
    if (this.current.comprehensionIterables > 0) {
      this.failAtName(
        e,
        'assignment expression cannot be used in a comprehension iterable expression',
      );
    }
    if (this.current.comprehension !== null) this.#extendNamedExprScope(e.target);
    this.#expr(e.value);
    this.#expr(e.target);
  }

  /**
   * In a comprehension `:=` binds its name in the function or module around it.
   * v3.13.0 Python/symtable.c symtable_extend_namedexpr_scope
   */
  #extendNamedExprScope(target: Name): void {
    for (const entry of this.stack.toReversed()) {
      if (entry.comprehension !== null) {
        const known = this.lookupSymbol(entry, target.id);
        if (known & DEF_COMP_ITER && known & DEF_LOCAL) {
          const variable = `comprehension iteration variable '${target.id}'`;
          this.failAtName(target, `assignment expression cannot rebind ${variable}`);
        }
      } else if (entry.type === 'function' || entry.type === 'module') {
        return this.#bindNamedExpr(entry, target);
      } else if (entry.type !== 'annotation') {
        const where = NAMED_EXPR_IN_COMPREHENSION[entry.type];
        const used = entry.type === 'type parameters' ? where : `in ${where}`;
        this.failAtName(
          target,
          `assignment expression within a comprehension cannot be used ${used}`,
        );
      }
    }
  }

  #bindNamedExpr(entry: SymbolTableEntry, target: Name): void {
    const global =
      entry.type === 'module' || (this.lookupSymbol(entry, target.id) & DEF_GLOBAL) !== 0;
    this.addDef(target.id, global ? DEF_GLOBAL : DEF_NONLOCAL, target);
    this.recordDirective(target.id, target);
    this.addDefIn(entry, target.id, entry.type === 'module' ? DEF_GLOBAL : DEF_LOCAL, target);
  }

  /** v3.13.0 Python/symtable.c symtable_handle_comprehension */
  #comprehension(
    e: Expr,
    kind: ComprehensionKind,
    generators: readonly Comprehension[],
    elt: Expr,
    value: Expr | null,
  ): void {
    const outermost = generators[0]!;
    this.#iterable(outermost.iter);
    this.enter(COMPREHENSION_NAMES[kind], 'function', e, e);
    this.current.comprehension = kind;
    if (outermost.is_async) this.current.coroutine = true;
    this.addDef('.0', DEF_PARAM, e);
    this.#target(outermost.target);
    this.#exprs(outermost.ifs);
    for (const generator of generators.slice(1)) {
      this.#target(generator.target);
      this.#iterable(generator.iter);
      this.#exprs(generator.ifs);
      if (generator.is_async) this.current.coroutine = true;
    }
    if (value !== null) this.#expr(value);
    this.#expr(elt);
    this.current.generator = kind === 'GeneratorExp';
    const isAsync = this.current.coroutine && kind !== 'GeneratorExp';
    this.exit();
    if (isAsync && this.#features.nestedAsyncComprehensions) this.current.coroutine = true;
  }

  #target(target: Expr): void {
    this.current.comprehensionTarget = true;
    this.#expr(target);
    this.current.comprehensionTarget = false;
  }

  #iterable(iter: Expr): void {
    this.current.comprehensionIterables++;
    this.#expr(iter);
    this.current.comprehensionIterables--;
  }

  // ---- patterns ---------------------------------------------------------------------------------

  #patterns(patterns: readonly Pattern[]): void {
    for (const pattern of patterns) this.#pattern(pattern);
  }

  /** v3.13.0 Python/symtable.c symtable_visit_pattern */
  #pattern(p: Pattern): void {
    switch (p.kind) {
      case 'MatchValue':
        return this.#expr(p.value);
      case 'MatchSingleton':
        return;
      case 'MatchSequence':
      case 'MatchOr':
        return this.#patterns(p.patterns);
      case 'MatchStar':
        if (p.name !== null) this.addDef(p.name, DEF_LOCAL, p);
        return;
      case 'MatchMapping':
        this.#exprs(p.keys);
        this.#patterns(p.patterns);
        if (p.rest !== null) this.addDef(p.rest, DEF_LOCAL, p);
        return;
      case 'MatchClass':
        this.#expr(p.cls);
        this.#patterns(p.patterns);
        return this.#patterns(p.kwd_patterns);
      case 'MatchAs':
        if (p.pattern !== null) this.#pattern(p.pattern);
        if (p.name !== null) this.addDef(p.name, DEF_LOCAL, p);
    }
  }
}

function locationOf(node: Location): Location {
  const { lineno, col_offset, end_lineno, end_col_offset } = node;
  return { lineno, col_offset, end_lineno, end_col_offset };
}
