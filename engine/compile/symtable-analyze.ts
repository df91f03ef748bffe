/**
 * The second pass over the names of a program: which scope each one has in each block.
 *
 * A block hands the names bound around it (`bound`) down to its children, and they hand the names
 * they need (`free`) up; where a name is both bound here and free below, it becomes a cell.
 *
 * v3.13.0 Python/symtable.c symtable_analyze
 */

import type { CompileFeatures } from './features.ts';
import { syntaxError } from './errors.ts';
import {
  CELL,
  CLASS_CELLS,
  DEF_BOUND,
  DEF_COMP_CELL,
  DEF_FREE_CLASS,
  DEF_GLOBAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  FREE,
  GLOBAL_EXPLICIT,
  GLOBAL_IMPLICIT,
  LOCAL,
  SCOPE_OFFSET,
  type SymbolTableEntry,
  flagsOf,
  scopeOf,
} from './symtable-entry.ts';

type Names = Set<string>;

/** What a block sees of those around it. */
interface Surroundings {
  /** Names bound in functions around; null in a module, where there are none. */
  readonly bound: Names | null;
  readonly global: Names;
  readonly typeParams: Names;
  /** The class whose names a type parameter scope sees. */
  readonly classEntry: SymbolTableEntry | null;
}

class Analyzer {
  readonly #source: string;
  readonly #features: CompileFeatures;

  constructor(source: string, features: CompileFeatures) {
    this.#source = source;
    this.#features = features;
  }

  #fail(entry: SymbolTableEntry, name: string, msg: string): never {
    const directive = entry.directives.find((d) => d.name === name);
    throw syntaxError(this.#source, directive?.location ?? entry.location, msg);
  }

  /** v3.13.0 Python/symtable.c analyze_block; adds to `free` what the block needs from outside */
  block(entry: SymbolTableEntry, around: Surroundings, free: Names): void {
    const scopes = new Map<string, number>();
    const local: Names = new Set();
    const inner = { bound: new Set<string>(), global: new Set<string>(), free: new Set<string>() };
    const inlinedCells: Names = new Set();
    // Names of a class are not seen in its methods: what they see is taken before they are added.
    if (entry.type === 'class') passDown(around, inner);
    for (const [name, flags] of entry.symbols) {
      this.#name(entry, name, flags, scopes, around, local, free);
    }
    if (entry.type === 'class') {
      for (const name of CLASS_CELLS) inner.bound.add(name);
    } else {
      if (entry.isFunctionLike) for (const name of local) inner.bound.add(name);
      passDown(around, inner);
    }
    for (const child of entry.children) {
      this.#child(entry, child, around, inner, scopes, inlinedCells);
    }
    entry.children = entry.children.flatMap((c) => (c.comprehensionInlined ? c.children : [c]));
    if (entry.isFunctionLike) analyzeCells(scopes, inner.free, inlinedCells);
    else if (entry.type === 'class') dropClassFree(entry, inner.free);
    updateSymbols(entry, scopes, around.bound, inner.free, inlinedCells);
    for (const name of inner.free) free.add(name);
  }

  /** v3.13.0 Python/symtable.c analyze_child_block */
  #child(
    entry: SymbolTableEntry,
    child: SymbolTableEntry,
    around: Surroundings,
    inner: { bound: Names; global: Names; free: Names },
    scopes: Map<string, number>,
    inlinedCells: Names,
  ): void {
    const classEntry = entry.type === 'class' ? entry : around.classEntry;
    const childFree = new Set(inner.free);
    const surroundings = {
      bound: new Set(inner.bound),
      global: new Set(inner.global),
      typeParams: new Set(around.typeParams),
      classEntry: child.canSeeClassScope ? classEntry : null,
    };
    this.block(child, surroundings, childFree);
    const inlined =
      this.#features.inlinedComprehensions &&
      child.comprehension !== null &&
      !child.generator &&
      !entry.canSeeClassScope;
    if (inlined) {
      inlineComprehension(entry, child, scopes, childFree, inlinedCells);
      child.comprehensionInlined = true;
    }
    for (const name of childFree) inner.free.add(name);
    if (child.hasFree || child.childHasFree) entry.childHasFree = true;
  }

  /** v3.13.0 Python/symtable.c analyze_name */
  #name(
    entry: SymbolTableEntry,
    name: string,
    flags: number,
    scopes: Map<string, number>,
    around: Surroundings,
    local: Names,
    free: Names,
  ): void {
    if (flags & DEF_GLOBAL) {
      if (flags & DEF_NONLOCAL) this.#fail(entry, name, `name '${name}' is nonlocal and global`);
      scopes.set(name, GLOBAL_EXPLICIT);
      around.global.add(name);
      around.bound?.delete(name);
    } else if (flags & DEF_NONLOCAL) {
      this.#checkNonlocal(entry, name, around);
      scopes.set(name, FREE);
      entry.hasFree = true;
      free.add(name);
    } else if (flags & DEF_BOUND) {
      scopes.set(name, LOCAL);
      local.add(name);
      around.global.delete(name);
      if (flags & DEF_TYPE_PARAM) around.typeParams.add(name);
      else around.typeParams.delete(name);
    } else {
      scopes.set(name, usedNameScope(entry, name, around));
      if (scopes.get(name) === FREE) {
        entry.hasFree = true;
        free.add(name);
      }
    }
  }

  #checkNonlocal(entry: SymbolTableEntry, name: string, around: Surroundings): void {
    if (around.bound === null) {
      this.#fail(entry, name, 'nonlocal declaration not allowed at module level');
    }
    if (!around.bound.has(name)) {
      this.#fail(entry, name, `no binding for nonlocal '${name}' found`);
    }
    if (around.typeParams.has(name)) {
      this.#fail(entry, name, `nonlocal binding not allowed for type parameter '${name}'`);
    }
  }
}

function passDown(around: Surroundings, inner: { bound: Names; global: Names }): void {
  for (const name of around.global) inner.global.add(name);
  if (around.bound !== null) for (const name of around.bound) inner.bound.add(name);
}

/** The scope of a name that is used but not bound here. */
function usedNameScope(entry: SymbolTableEntry, name: string, around: Surroundings): number {
  if (around.classEntry !== null) {
    const classFlags = around.classEntry.symbol(name);
    if (classFlags & DEF_GLOBAL) return GLOBAL_EXPLICIT;
    if (classFlags & DEF_BOUND && !(classFlags & DEF_NONLOCAL)) return GLOBAL_IMPLICIT;
  }
  if (around.bound?.has(name)) return FREE;
  if (!around.global.has(name) && entry.nested) entry.hasFree = true;
  return GLOBAL_IMPLICIT;
}

/**
 * The names of a comprehension become names of the block it runs in.
 * v3.13.0 Python/symtable.c inline_comprehension
 */
function inlineComprehension(
  entry: SymbolTableEntry,
  comp: SymbolTableEntry,
  scopes: Map<string, number>,
  compFree: Names,
  inlinedCells: Names,
): void {
  let removeDunderClass = false;
  for (const [name, symbol] of comp.symbols) {
    const flags = flagsOf(symbol);
    if (flags & DEF_PARAM) continue; // the iterator
    let scope = scopeOf(symbol);
    if (scope === CELL || flags & DEF_COMP_CELL) inlinedCells.add(name);
    if (scope === FREE && entry.type === 'class' && name === '__class__') {
      scope = GLOBAL_IMPLICIT;
      compFree.delete(name);
      removeDunderClass = true;
    }
    const existing = entry.symbols.get(name);
    if (existing === undefined) {
      entry.symbols.set(name, flags);
      scopes.set(name, scope);
    } else if (existing & DEF_BOUND && entry.type !== 'class' && !isFreeInAnyChild(comp, name)) {
      compFree.delete(name);
    }
  }
  comp.hasFree = compFree.size > 0;
  if (removeDunderClass) comp.symbols.delete('__class__');
}

function isFreeInAnyChild(entry: SymbolTableEntry, name: string): boolean {
  return entry.children.some((child) => child.scope(name) === FREE);
}

/** v3.13.0 Python/symtable.c analyze_cells */
function analyzeCells(scopes: Map<string, number>, free: Names, inlinedCells: Names): void {
  for (const [name, scope] of scopes) {
    if (scope !== LOCAL || !(free.has(name) || inlinedCells.has(name))) continue;
    scopes.set(name, CELL);
    free.delete(name);
  }
}

/** v3.13.0 Python/symtable.c drop_class_free */
function dropClassFree(entry: SymbolTableEntry, free: Names): void {
  if (free.delete('__class__')) entry.needsClassClosure = true;
  if (free.delete('__classdict__')) entry.needsClassDict = true;
  free.delete('__conditional_annotations__');
}

/** v3.13.0 Python/symtable.c update_symbols */
function updateSymbols(
  entry: SymbolTableEntry,
  scopes: Map<string, number>,
  bound: Names | null,
  free: Names,
  inlinedCells: Names,
): void {
  const { symbols } = entry;
  for (const [name, flags] of symbols) {
    const cell = inlinedCells.has(name) ? DEF_COMP_CELL : 0;
    symbols.set(name, flags | cell | (scopes.get(name)! << SCOPE_OFFSET));
  }
  for (const name of free) {
    const known = symbols.get(name);
    if (known !== undefined) {
      // A method's free variable may have the name of a variable of its class.
      if (entry.type === 'class' || entry.canSeeClassScope) {
        symbols.set(name, known | DEF_FREE_CLASS);
      }
    } else if (bound === null || bound.has(name)) {
      symbols.set(name, FREE << SCOPE_OFFSET);
    }
  }
}

/** Gives every name of every block its scope. v3.13.0 Python/symtable.c symtable_analyze */
export function analyzeSymbols(
  top: SymbolTableEntry,
  source: string,
  features: CompileFeatures,
): void {
  const around = { bound: null, global: new Set<string>(), typeParams: new Set<string>() };
  new Analyzer(source, features).block(top, { ...around, classEntry: null }, new Set());
}
