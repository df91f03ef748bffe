/**
 * How many slots of evaluation stack the instructions of releases up to 3.10 need: co_stacksize.
 *
 * Our instructions are those of later releases, whose `try` and `with` are no blocks and whose calls
 * push a NULL. What their compilers count follows from the tree alone: for each node, how deep the
 * stack is when its instructions begin, and how much deeper they go. Handlers count six values for an
 * exception, whether they find as many or not. Code that cannot be reached does not count.
 *
 * v3.8.18, v3.9.18, v3.10.13 Python/compile.c stackdepth, PyCompile_OpcodeStackEffectWithJump
 */
import type {
  AsyncFor,
  AsyncFunctionDef,
  AsyncWith,
  AugAssign,
  ClassDef,
  Expr,
  For,
  FunctionDef,
  Lambda,
  Mod,
  Stmt,
  Try,
  While,
  With,
  WithItem,
} from '../syntax/ast.ts';
import { blockStackRules } from './block-stack-rules.ts';
import { type AnyComprehension, EXCEPTION, ExpressionDepth } from './expression-stack-depth.ts';
import type { CompileFeatures } from './features.ts';
import { PatternDepth } from './pattern-stack-depth.ts';
import type { SymbolTableEntry } from './symtable-entry.ts';
import type { SymbolTable } from './symtable.ts';

type Function = FunctionDef | AsyncFunctionDef | Lambda;

/** A block that `return`, `break` and `continue` unwind on their way. */
interface Block {
  readonly kind: 'loop' | 'with' | 'async with' | 'finally' | 'handler';
  /** How deep the stack is in it. */
  readonly inside: number;
  readonly body: readonly Stmt[];
}

/** co_stacksize of each block of a program. */
export function stackDepths(
  table: SymbolTable,
  features: CompileFeatures,
  annotationsAreText: boolean,
): ReadonlyMap<SymbolTableEntry, number> {
  const depths = new Map<SymbolTableEntry, number>();
  for (const [node, entry] of table.all) {
    if (entry.type === 'annotation') continue;
    const depth = new StackDepth(table, entry, features, annotationsAreText);
    depths.set(entry, depth.of(node as Mod | Function | ClassDef | AnyComprehension));
  }
  return depths;
}

class StackDepth extends ExpressionDepth {
  private readonly entry: SymbolTableEntry;
  private readonly annotationsAreText: boolean;
  private blocks: Block[] = [];

  constructor(
    table: SymbolTable,
    entry: SymbolTableEntry,
    features: CompileFeatures,
    annotationsAreText: boolean,
  ) {
    super(table, blockStackRules[features.blockStacks!]);
    this.entry = entry;
    this.annotationsAreText = annotationsAreText;
  }

  of(node: Mod | Function | ClassDef | AnyComprehension): number {
    const { generator, coroutine } = this.entry;
    if (this.rules.generatorsBeginWithValue && (generator || coroutine)) this.at(1);
    switch (node.kind) {
      case 'Expression':
        this.expr(node.body, 0);
        break;
      case 'Lambda':
        this.expr(node.body, 0);
        break;
      case 'ListComp':
      case 'SetComp':
      case 'DictComp':
        this.at(1);
        this.generators(node, 0, 1);
        break;
      case 'GeneratorExp':
        this.at(1);
        this.generators(node, 0, 0);
        break;
      case 'ClassDef':
        this.at(this.entry.needsClassClosure ? 2 : 1);
        this.stmts(node.body, 0);
        break;
      default:
        if (this.stmts(node.body, 0)) this.at(1);
    }
    return this.deepest;
  }

  // ---- statements: whether what follows can be reached ---------------------------------------------

  private stmts(body: readonly Stmt[], d: number): boolean {
    return body.every((s) => this.stmt(s, d));
  }

  private stmt(s: Stmt, d: number): boolean {
    switch (s.kind) {
      case 'Expr':
        if (s.value.kind !== 'Constant') this.expr(s.value, d);
        return true;
      case 'Assign':
        this.expr(s.value, d);
        for (const [i, target] of s.targets.entries()) {
          const last = i === s.targets.length - 1;
          if (!last) this.at(d + 2);
          this.store(target, last ? d + 1 : d + 2);
        }
        return true;
      case 'AugAssign':
        this.augAssign(s, d);
        return true;
      case 'AnnAssign':
        if (s.value !== null) {
          this.expr(s.value, d);
          this.store(s.target, d + 1);
        }
        this.annotated(s.target, s.annotation, s.simple === 1, s.value !== null, d);
        return true;
      case 'If':
        return this.branch(s.test, s.body, s.orelse, d);
      case 'While':
        return this.whileLoop(s, d);
      case 'For':
      case 'AsyncFor':
        return this.forLoop(s, d);
      case 'With':
      case 'AsyncWith':
        return this.withItems(s, s.items, d);
      case 'Try':
        return this.tryStmt(s, d);
      case 'Match':
        this.expr(s.subject, d);
        return new PatternDepth(this).cases(s, d + 1, (body) => this.stmts(body, d));
      case 'Return':
        this.returns(s.value, d);
        return false;
      case 'Break':
      case 'Continue':
        this.unwind(d, false, true);
        return false;
      case 'Raise':
        if (s.exc !== null) this.expr(s.exc, d);
        if (s.cause !== null) this.expr(s.cause, d + 1);
        return false;
      case 'FunctionDef':
      case 'AsyncFunctionDef':
        this.functionDef(s, d);
        return true;
      case 'ClassDef':
        this.classDef(s, d);
        return true;
      case 'Assert':
        this.expr(s.test, d);
        this.at(d + 1);
        if (s.msg !== null) this.expr(s.msg, d + 1);
        return true;
      case 'Delete':
        for (const target of s.targets) this.remove(target, d);
        return true;
      case 'Import':
      case 'ImportFrom':
        this.at(d + 2);
        return true;
      default:
        return true;
    }
  }

  private branch(test: Expr, body: readonly Stmt[], orelse: readonly Stmt[], d: number): boolean {
    const known = this.constant(test);
    if (known === true) return this.stmts(body, d);
    if (known === false) return this.stmts(orelse, d);
    this.expr(test, d);
    const one = this.stmts(body, d);
    const other = this.stmts(orelse, d);
    return one || other;
  }

  private whileLoop(s: While, d: number): boolean {
    const known = this.constant(s.test);
    if (known === null) this.expr(s.test, d);
    if (known !== false)
      this.inside({ kind: 'loop', inside: d, body: [] }, () => this.stmts(s.body, d));
    if (known === true) return breaks(s.body);
    return this.stmts(s.orelse, d) || breaks(s.body);
  }

  private forLoop(s: For | AsyncFor, d: number): boolean {
    this.expr(s.iter, d);
    if (s.kind === 'AsyncFor') this.at(d + 1 + EXCEPTION);
    this.at(d + (s.kind === 'AsyncFor' ? 3 : 2));
    this.store(s.target, d + 2);
    this.inside({ kind: 'loop', inside: d + 1, body: [] }, () => this.stmts(s.body, d + 1));
    return this.stmts(s.orelse, d) || breaks(s.body);
  }

  private inside<T>(block: Block, visit: () => T): T {
    this.blocks.push(block);
    const result = visit();
    this.blocks.pop();
    return result;
  }

  private withItems(s: With | AsyncWith, items: readonly WithItem[], d: number): boolean {
    const [item, ...others] = items;
    if (item === undefined) return this.stmts(s.body, d);
    const isAsync = s.kind === 'AsyncWith';
    this.expr(item.context_expr, d);
    this.at(d + (isAsync ? 3 : 2));
    if (item.optional_vars !== null) this.store(item.optional_vars, d + 2);
    const kind = isAsync ? 'async with' : 'with';
    this.inside({ kind, inside: d + 1, body: [] }, () => this.withItems(s, others, d + 1));
    // whether __exit__ swallows an exception is not known
    const deepest = this.rules.finallyIsCalled ? 9 : 8;
    this.at(d + (isAsync ? deepest + 1 : deepest));
    return true;
  }

  private tryStmt(s: Try, d: number): boolean {
    if (s.finalbody.length === 0) return this.tryExcept(s, d);
    // a finally block that is left by a jump has a place for the value of a return below it
    const base = this.rules.finallyIsCalled && leaves(s.finalbody) ? d + 1 : d;
    const block: Block = { kind: 'finally', inside: base, body: s.finalbody };
    const falls = this.inside(block, () => {
      return s.handlers.length > 0 ? this.tryExcept(s, base) : this.stmts(s.body, base);
    });
    const ends = this.inside({ kind: 'handler', inside: base + EXCEPTION, body: [] }, () => {
      this.at(base + EXCEPTION);
      return this.stmts(s.finalbody, base + EXCEPTION);
    });
    if (falls && !this.rules.finallyIsCalled) this.stmts(s.finalbody, d);
    return falls && ends;
  }

  private tryExcept(s: Try, d: number): boolean {
    const handler: Block = { kind: 'handler', inside: d, body: [] };
    let falls = this.inside(handler, () => this.stmts(s.body, d)) && this.stmts(s.orelse, d);
    this.at(d + EXCEPTION);
    for (const { type, name, body } of s.handlers) {
      if (type !== null) {
        this.at(d + EXCEPTION + 1);
        this.expr(type, d + EXCEPTION + 1);
      }
      const ends = this.inside({ kind: 'handler', inside: d + 3, body: [] }, () => {
        return this.stmts(body, d + 3);
      });
      // the name is None at the end
      if (name !== null) this.at(d + 3 + EXCEPTION + 1);
      falls = ends || falls;
    }
    return falls;
  }

  private returns(value: Expr | null, d: number): void {
    const keeps = value !== null && value.kind !== 'Constant';
    if (keeps) this.expr(value, d);
    this.unwind(d, keeps, false);
    this.at(1);
  }

  /** What stands on the way out of blocks, up to the loop or all. compiler_unwind_fblock */
  private unwind(d: number, keeps: boolean, toLoop: boolean): void {
    const { blocks, rules } = this;
    const kept = keeps ? 1 : 0;
    for (let i = blocks.length - 1; i >= 0; i--) {
      const { kind, inside, body } = blocks[i]!;
      if (kind === 'loop' && toLoop) break;
      if (kind === 'with') this.at(inside + kept + (rules.finallyIsCalled ? 8 : 3));
      else if (kind === 'async with') this.at(inside + kept + (rules.finallyIsCalled ? 9 : 3));
      else if (kind === 'finally' && !rules.finallyIsCalled) {
        this.blocks = blocks.slice(0, i);
        this.stmts(body, inside + kept);
        this.blocks = blocks;
      }
    }
    this.at(d);
  }

  private augAssign({ target, value }: AugAssign, d: number): void {
    let used = 1;
    if (target.kind === 'Attribute') {
      this.expr(target.value, d);
      used = 2;
    } else if (target.kind === 'Subscript') {
      this.expr(target.value, d);
      this.expr(target.slice, d + 1);
      this.at(d + 4);
      used = 3;
    }
    this.at(d + used);
    this.expr(value, d + used);
  }

  /** The annotation of a variable. compiler_annassign */
  private annotated(
    target: Expr,
    annotation: Expr,
    simple: boolean,
    has: boolean,
    d: number,
  ): void {
    if (target.kind === 'Attribute' && !has) this.expr(target.value, d);
    if (target.kind === 'Subscript' && !has) {
      this.expr(target.value, d);
      this.expr(target.slice, d);
    }
    if (this.entry.isFunctionLike) return;
    this.annotation(annotation, d);
    if (simple) this.at(d + 3);
  }

  private annotation(annotation: Expr, d: number): void {
    if (this.annotationsAreText) this.at(d + 1);
    else this.expr(annotation, d);
  }

  private remove(target: Expr, d: number): void {
    if (target.kind === 'Tuple' || target.kind === 'List') {
      for (const elt of target.elts) this.remove(elt, d);
    } else this.store(target, d);
  }

  // ---- functions and classes -----------------------------------------------------------------------

  private functionDef(s: FunctionDef | AsyncFunctionDef, d: number): void {
    for (const [i, decorator] of s.decorator_list.entries()) this.expr(decorator, d + i);
    const base = this.defaults(s.args, d + s.decorator_list.length);
    this.closure(s, this.annotations(s, base));
  }

  private annotations({ args, returns }: FunctionDef | AsyncFunctionDef, d: number): number {
    const all = [...args.posonlyargs, ...args.args, args.vararg, ...args.kwonlyargs, args.kwarg];
    const given = [...all.map((arg) => arg?.annotation ?? null), returns].filter(
      (annotation) => annotation !== null,
    );
    const count = given.length;
    if (count === 0) return d;
    if (this.rules.annotationsArePairs) {
      const folded = this.annotationsAreText || given.every(({ kind }) => kind === 'Constant');
      if (folded) this.at(d + 2);
      else for (const [i, one] of given.entries()) this.annotation(one, d + 2 * i + 1);
    } else {
      for (const [i, one] of given.entries()) this.annotation(one, d + i);
      this.at(d + count + 1);
    }
    return d + 1;
  }

  private classDef(s: ClassDef, d: number): void {
    for (const [i, decorator] of s.decorator_list.entries()) this.expr(decorator, d + i);
    const base = d + s.decorator_list.length + 1;
    this.closure(s, base);
    this.at(base + 2);
    this.callArguments(s.bases, s.keywords, base, 2);
  }
}

/** Whether a loop's body has a `break` of its own. */
function breaks(body: readonly Stmt[]): boolean {
  return body.some((s) => s.kind === 'Break' || partsOf(s).some(breaks));
}

/** Whether a finally block may be left by `return`, or by `break` or `continue` of a loop around it. */
function leaves(body: readonly Stmt[], inLoop = false): boolean {
  return body.some((s) => {
    if (s.kind === 'Return') return true;
    if (s.kind === 'Break' || s.kind === 'Continue') return !inLoop;
    if (isLoop(s) && leaves(s.body, true)) return true;
    return partsOf(s).some((part) => leaves(part, inLoop));
  });
}

function isLoop(s: Stmt): s is For | AsyncFor | While {
  return s.kind === 'For' || s.kind === 'AsyncFor' || s.kind === 'While';
}

/** The bodies in a statement that belong to the same loop as itself. */
function partsOf(s: Stmt): readonly (readonly Stmt[])[] {
  switch (s.kind) {
    case 'If':
      return [s.body, s.orelse];
    case 'For':
    case 'AsyncFor':
    case 'While':
      return [s.orelse];
    case 'With':
    case 'AsyncWith':
      return [s.body];
    case 'Try':
      return [s.body, s.orelse, s.finalbody, ...s.handlers.map(({ body }) => body)];
    case 'Match':
      return s.cases.map(({ body }) => body);
    default:
      return [];
  }
}
