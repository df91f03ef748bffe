/**
 * The state of a compilation, and the ways to add an instruction.
 *
 * v3.13.0 Python/compile.c struct compiler, struct compiler_unit
 */

import type { AnnAssign, Constant, Expr, ExprContext, Location } from '../syntax/ast.ts';
import { makeCodeUnit } from './assemble.ts';
import {
  CO_ASYNC_GENERATOR,
  CO_COROUTINE,
  CO_GENERATOR,
  CO_METHOD,
  CO_NESTED,
  CO_NEWLOCALS,
  CO_OPTIMIZED,
  CO_VARARGS,
  CO_VARKEYWORDS,
  type CodeUnit,
  type ConstValue,
} from './code-unit.ts';
import { ConstCache, constantOf, NONE, partsOf } from './const-value.ts';
import { syntaxError, syntaxErrorNowhere } from './errors.ts';
import type { CompileFeatures } from './features.ts';
import { optimizeCodeUnit } from './flowgraph.ts';
import type { FrameBlock } from './frame-blocks.ts';
import type { FutureFeatures } from './future.ts';
import { InstructionSequence, type Label, NO_LOCATION } from './instruction-sequence.ts';
import {
  DELETE_DEREF,
  DELETE_FAST,
  DELETE_GLOBAL,
  DELETE_NAME,
  LOAD_ATTR,
  LOAD_CONST,
  LOAD_DEREF,
  LOAD_FAST,
  LOAD_FROM_DICT_OR_DEREF,
  LOAD_FROM_DICT_OR_GLOBALS,
  LOAD_GLOBAL,
  LOAD_LOCALS,
  LOAD_NAME,
  RESUME,
  RETURN_VALUE,
  STORE_DEREF,
  STORE_FAST,
  STORE_GLOBAL,
  STORE_NAME,
} from './opcodes.ts';
import {
  CELL,
  CLASS_CELLS,
  DEF_COMP_CELL,
  DEF_FREE_CLASS,
  FREE,
  GLOBAL_EXPLICIT,
  GLOBAL_IMPLICIT,
  LOCAL,
  type SymbolTableEntry,
  mangle,
  maybeMangle,
  scopeOf,
} from './symtable-entry.ts';
import type { SymbolTable } from './symtable.ts';

/** A SyntaxWarning; what is shown of it depends on the warnings filter. */
export interface CompileWarning {
  readonly category: 'SyntaxWarning';
  readonly msg: string;
  readonly lineno: number;
}

export type ScopeType =
  | 'module'
  | 'class'
  | 'function'
  | 'async function'
  | 'lambda'
  | 'comprehension'
  | 'type parameters'
  | 'annotations';

/** Numbers for names, in the order they are first asked for. */
type Numbering = Map<string, number>;

/** v3.13.0 Python/compile.c dict_add_o */
function numberOf(numbering: Numbering, name: string): number {
  let number = numbering.get(name);
  if (number === undefined) {
    number = numbering.size;
    numbering.set(name, number);
  }
  return number;
}

/** Names of a scope or with a flag, sorted. v3.13.0 Python/compile.c dictbytype */
function namesByType(entry: SymbolTableEntry, scope: number, flag: number): string[] {
  const names: string[] = [];
  for (const [name, symbol] of entry.symbols) {
    if (scopeOf(symbol) === scope || symbol & flag) names.push(name);
  }
  return names.sort();
}

function generatorFlag(entry: SymbolTableEntry): number {
  if (entry.coroutine) return entry.generator ? CO_ASYNC_GENERATOR : CO_COROUTINE;
  return entry.generator ? CO_GENERATOR : 0;
}

/** Scopes that are no part of the names of what stands in them. */
function isScopeOfTypes(unit: CompilerUnit): boolean {
  return unit.scopeType === 'type parameters' || unit.scopeType === 'annotations';
}

/** Numbers from here on stand for constants that get their own at the end. */
const LATE = 0x100_0000;

/** What is being compiled into one code object. */
export class CompilerUnit {
  readonly entry: SymbolTableEntry;
  /** Annotations of a module or class that are to be evaluated on demand. */
  readonly deferredAnnotations = new Set<AnnAssign>();
  readonly scopeType: ScopeType;
  readonly name: string;
  readonly firstlineno: number;
  qualname: string;
  /** The class whose name private names get. */
  privateName: string | null;
  /** Of a class: attributes its methods set on self. */
  readonly staticAttributes = new Set<string>();
  seq = new InstructionSequence();
  readonly frameBlocks: FrameBlock[] = [];
  /** How many inlined comprehensions are being compiled. */
  inInlinedComprehension = 0;
  consts = new Map<string, ConstValue>();
  constIndexes: Numbering = new Map();
  /** Constants folded on instructions, in the order of the code. */
  readonly late: ConstValue[] = [];
  readonly names: Numbering = new Map();
  readonly varnames: Numbering = new Map();
  readonly cellvars: Numbering = new Map();
  /** Free variables are numbered after the cells. */
  readonly freevars: Numbering = new Map();
  readonly fastHidden = new Map<string, boolean>();
  argcount = 0;
  posonlyargcount = 0;
  kwonlyargcount = 0;

  constructor(
    name: string,
    scopeType: ScopeType,
    entry: SymbolTableEntry,
    firstlineno: number,
    privateName: string | null,
  ) {
    this.name = name;
    this.qualname = name;
    this.scopeType = scopeType;
    this.entry = entry;
    this.firstlineno = firstlineno;
    this.privateName = privateName;
    for (const param of entry.varnames) numberOf(this.varnames, param);
    for (const cell of namesByType(entry, CELL, DEF_COMP_CELL)) numberOf(this.cellvars, cell);
    if (entry.needsClassClosure) numberOf(this.cellvars, '__class__');
    if (entry.needsClassDict) numberOf(this.cellvars, '__classdict__');
    if (entry.hasConditionalAnnotations) {
      numberOf(this.cellvars, '__conditional_annotations__');
    }
    for (const free of namesByType(entry, FREE, DEF_FREE_CLASS)) {
      this.freevars.set(free, this.cellvars.size + this.freevars.size);
    }
  }
}

type NameKind = 'fast' | 'global' | 'deref' | 'name';

const NAME_OPCODES: Readonly<Record<NameKind, Readonly<Record<ExprContext, number>>>> = {
  fast: { Load: LOAD_FAST, Store: STORE_FAST, Del: DELETE_FAST },
  global: { Load: LOAD_GLOBAL, Store: STORE_GLOBAL, Del: DELETE_GLOBAL },
  deref: { Load: LOAD_DEREF, Store: STORE_DEREF, Del: DELETE_DEREF },
  name: { Load: LOAD_NAME, Store: STORE_NAME, Del: DELETE_NAME },
};

export class Compiler {
  readonly table: SymbolTable;
  readonly features: CompileFeatures;
  readonly future: FutureFeatures;
  readonly filename: string;
  readonly source: string;
  readonly warnings: CompileWarning[] = [];
  /** co_stacksize by block, where it is not what our instructions need. */
  statedDepths: ReadonlyMap<SymbolTableEntry, number> | null = null;
  /** Expression statements of the module show their value. */
  interactive = false;
  readonly #cache = new ConstCache();
  /** Units around the current one, outermost first. */
  readonly #stack: CompilerUnit[] = [];
  #unit: CompilerUnit | null = null;

  constructor(
    table: SymbolTable,
    future: FutureFeatures,
    options: { filename: string; source: string; features: CompileFeatures },
  ) {
    this.table = table;
    this.future = future;
    this.features = options.features;
    this.filename = options.filename;
    this.source = options.source;
  }

  /** The unit being compiled. */
  get unit(): CompilerUnit {
    return this.#unit!;
  }

  get isOutermost(): boolean {
    return this.#stack.length === 0;
  }

  // ---- scopes -----------------------------------------------------------------------------------

  /** v3.13.0 Python/compile.c compiler_enter_scope */
  enterScope(name: string, type: ScopeType, entry: SymbolTableEntry, lineno: number): void {
    const outer = this.#unit;
    if (outer !== null) this.#stack.push(outer);
    const unit = new CompilerUnit(name, type, entry, lineno, outer?.privateName ?? null);
    this.#unit = unit;
    const start = { lineno, end_lineno: lineno, col_offset: 0, end_col_offset: 0 };
    // The module starts before its first line.
    if (type === 'module') start.lineno = 0;
    else unit.qualname = this.#qualname(unit);
    this.addopI(start, RESUME, 0);
  }

  exitScope(): void {
    this.#unit = this.#stack.pop() ?? null;
  }

  /** v3.13.0 Python/compile.c compiler_set_qualname */
  #qualname(unit: CompilerUnit): string {
    let depth = this.#stack.length - 1;
    while (isScopeOfTypes(this.#stack[depth]!)) depth--;
    const parent = this.#stack[depth]!;
    if (parent.scopeType === 'module' || this.#isGlobalIn(parent, unit)) return unit.name;
    const inFunction = ['function', 'async function', 'lambda'].includes(parent.scopeType);
    return `${parent.qualname}${inFunction ? '.<locals>' : ''}.${unit.name}`;
  }

  #isGlobalIn(parent: CompilerUnit, unit: CompilerUnit): boolean {
    if (!['function', 'async function', 'class'].includes(unit.scopeType)) return false;
    const mangled = mangle(parent.privateName, unit.name);
    return parent.entry.scope(mangled) === GLOBAL_EXPLICIT;
  }

  /** `self.x = ...` in a method: x is an attribute of its class's instances. */
  addStaticAttribute(name: string): void {
    const unit = this.#stack.findLast((outer) => outer.scopeType === 'class');
    unit?.staticAttributes.add(name);
  }

  // ---- instructions -----------------------------------------------------------------------------

  newLabel(): Label {
    return this.unit.seq.newLabel();
  }

  useLabel(label: Label): void {
    this.unit.seq.useLabel(label);
  }

  addop(loc: Location, opcode: number): void {
    this.unit.seq.addop(opcode, 0, loc);
  }

  addopI(loc: Location, opcode: number, oparg: number): void {
    this.unit.seq.addop(opcode, oparg, loc);
  }

  addopJump(loc: Location, opcode: number, label: Label): void {
    this.unit.seq.addop(opcode, label, loc);
  }

  /** v3.13.0 Python/compile.c compiler_add_const */
  addConst(value: ConstValue): number {
    const { consts, constIndexes } = this.unit;
    const key = this.#cache.key(value);
    if (!consts.has(key)) consts.set(key, this.#cache.merge(value, key));
    return numberOf(constIndexes, key);
  }

  loadConst(loc: Location, value: ConstValue): void {
    this.addopI(loc, LOAD_CONST, this.addConst(value));
  }

  /** A constant of the tree. */
  loadConstant(e: Constant): void {
    const parts = partsOf(e);
    if (parts === null) this.loadConst(e, constantOf(e));
    else this.loadFolded(e, constantOf(e), parts);
  }

  /** One that is folded on instructions: the parts have been numbered by then, it comes behind all. */
  loadFolded(loc: Location, value: ConstValue, parts: readonly Expr[]): void {
    this.#addParts(parts);
    this.addopI(loc, LOAD_CONST, LATE + this.unit.late.push(value) - 1);
  }

  #addParts(parts: readonly Expr[]): void {
    for (const part of parts) {
      const inner = partsOf(part);
      if (inner !== null) this.#addParts(inner);
      else if (part.kind === 'Constant') this.addConst(constantOf(part));
    }
  }

  /** All constants of the unit; those folded on instructions get their numbers now. */
  #allConsts(): ConstValue[] {
    const { consts, late, seq } = this.unit;
    const all = [...consts.values()];
    for (const instr of seq.instrs) {
      if (instr.opcode !== LOAD_CONST || instr.oparg < LATE) continue;
      const merged = this.#cache.merge(late[instr.oparg - LATE]!);
      const known = all.indexOf(merged);
      instr.oparg = known >= 0 ? known : all.push(merged) - 1;
    }
    return all;
  }

  /** The number of a name, made private if it is. v3.13.0 compiler_addop_name */
  nameIndex(name: string, numbering = this.unit.names): number {
    return numberOf(numbering, this.mangled(name));
  }

  addopName(loc: Location, opcode: number, name: string, numbering = this.unit.names): void {
    this.addopI(loc, opcode, this.nameIndex(name, numbering));
  }

  /** LOAD_ATTR, in its form for a call of the method when `forCall`. */
  addopLoadAttr(loc: Location, name: string, forCall: boolean): void {
    this.addopI(loc, LOAD_ATTR, (this.nameIndex(name) << 1) | (forCall ? 1 : 0));
  }

  mangled(name: string): string {
    return maybeMangle(this.unit.privateName, this.unit.entry, name);
  }

  /** v3.13.0 Python/compile.c forbidden_name */
  checkForbiddenName(loc: Location, name: string, ctx: ExprContext): void {
    if (name !== '__debug__' || ctx === 'Load') return;
    this.error(loc, ctx === 'Store' ? 'cannot assign to __debug__' : 'cannot delete __debug__');
  }

  /** Loads, stores or deletes a name. v3.13.0 Python/compile.c compiler_nameop */
  nameop(loc: Location, name: string, ctx: ExprContext): void {
    this.checkForbiddenName(loc, name, ctx);
    const { unit } = this;
    const mangled = this.mangled(name);
    const scope = unit.entry.scope(mangled);
    const kind = this.#nameKind(mangled, scope);
    const opcode = ctx === 'Load' ? this.#loadOpcode(loc, kind, scope) : NAME_OPCODES[kind][ctx];
    if (kind === 'deref') {
      const cells = scope === FREE ? unit.freevars : unit.cellvars;
      this.addopI(loc, opcode, numberOf(cells, mangled));
    } else if (kind === 'fast') {
      this.addopI(loc, opcode, numberOf(unit.varnames, mangled));
    } else {
      const index = numberOf(unit.names, mangled);
      this.addopI(loc, opcode, opcode === LOAD_GLOBAL ? index << 1 : index);
    }
  }

  #nameKind(mangled: string, scope: number): NameKind {
    const { entry, fastHidden } = this.unit;
    switch (scope) {
      case FREE:
      case CELL:
        return 'deref';
      case LOCAL:
        return entry.isFunctionLike || fastHidden.get(mangled) === true ? 'fast' : 'name';
      case GLOBAL_IMPLICIT:
        return entry.isFunctionLike ? 'global' : 'name';
      case GLOBAL_EXPLICIT:
        return 'global';
      default:
        return 'name';
    }
  }

  /** The opcode that loads a name; a mapping to look in first is pushed here. */
  #loadOpcode(loc: Location, kind: NameKind, scope: number): number {
    const { entry, inInlinedComprehension, freevars } = this.unit;
    const inClassBody = entry.type === 'class' && inInlinedComprehension === 0;
    if (kind === 'deref' && inClassBody) {
      this.addop(loc, LOAD_LOCALS);
      return LOAD_FROM_DICT_OR_DEREF;
    }
    const seesClass = kind === 'deref' || (kind === 'global' && scope === GLOBAL_IMPLICIT);
    if (seesClass && entry.canSeeClassScope) {
      this.addopI(loc, LOAD_DEREF, numberOf(freevars, '__classdict__'));
      return kind === 'deref' ? LOAD_FROM_DICT_OR_DEREF : LOAD_FROM_DICT_OR_GLOBALS;
    }
    if (kind === 'name' && entry.type === 'class' && !inClassBody) return LOAD_GLOBAL;
    return NAME_OPCODES[kind].Load;
  }

  /** Where a closure finds a name of an inner function. v3.13.0 Python/compile.c get_ref_type */
  refType(name: string): number {
    const { scopeType, entry } = this.unit;
    if (scopeType === 'class' && CLASS_CELLS.includes(name)) return CELL;
    return entry.scope(name);
  }

  /** Compiles what never runs, for the errors in it. v3.9.0 Python/compile.c c_do_not_emit_bytecode */
  withoutEmitting(visit: () => void): void {
    const { unit } = this;
    const { seq, consts, constIndexes } = unit;
    unit.seq = new InstructionSequence();
    unit.consts = new Map(consts);
    unit.constIndexes = new Map(constIndexes);
    visit();
    Object.assign(unit, { seq, consts, constIndexes });
  }

  // ---- the end ----------------------------------------------------------------------------------

  /** v3.13.0 Python/compile.c compute_code_flags */
  #codeFlags(): number {
    const { entry } = this.unit;
    const future = this.future.flags;
    if (!entry.isFunctionLike) return future;
    return (
      future |
      CO_NEWLOCALS |
      CO_OPTIMIZED |
      (entry.nested ? CO_NESTED : 0) |
      (entry.isMethod && this.features.marksMethods ? CO_METHOD : 0) |
      generatorFlag(entry) |
      (entry.varargs ? CO_VARARGS : 0) |
      (entry.varkeywords ? CO_VARKEYWORDS : 0)
    );
  }

  /** Whether control can fall off the end. Later releases do not look: they drop what is dead. */
  #needsReturn(): boolean {
    if (!this.features.trimConstsOnly) return true;
    const { instrs, labelMap } = this.unit.seq;
    return instrs.at(-1)!.opcode !== RETURN_VALUE || labelMap.includes(instrs.length);
  }

  /** v3.13.0 Python/compile.c optimize_and_assemble */
  optimizeAndAssemble(addNone: boolean): CodeUnit {
    if (this.#needsReturn()) {
      if (addNone) this.loadConst(NO_LOCATION, NONE);
      this.addop(NO_LOCATION, RETURN_VALUE);
    }
    const { unit, filename } = this;
    const { name, qualname, firstlineno, argcount, posonlyargcount, kwonlyargcount } = unit;
    const { names, varnames, cellvars, freevars, fastHidden } = unit;
    const layout = {
      flags: this.#codeFlags(),
      firstlineno,
      nparams: unit.entry.varnames.length,
      varnames,
      cellvars,
      freevars,
      borrow: this.features.borrowedLocals,
      trimConstsOnly: this.features.trimConstsOnly,
      smallIntLoads: this.features.smallIntLoads,
      commonConstants: this.features.commonConstants,
    };
    const graph = optimizeCodeUnit(unit.seq, this.#allConsts(), this.#cache, layout);
    const statedStacksize = this.statedDepths?.get(unit.entry) ?? null;
    const counts = { argcount, posonlyargcount, kwonlyargcount, statedStacksize };
    return makeCodeUnit(
      { ...layout, ...counts, name, qualname, filename, names, fastHidden },
      graph,
    );
  }

  /** v3.13.0 Python/compile.c compiler_error */
  error(loc: Location | null, msg: string): never {
    throw loc === null ? syntaxErrorNowhere(msg) : syntaxError(this.source, loc, msg);
  }

  /** v3.13.0 Python/compile.c compiler_warn; twice from a finally block, which is compiled twice */
  warn(loc: Location, msg: string): void {
    this.warnings.push({ category: 'SyntaxWarning', msg, lineno: loc.lineno });
  }
}
