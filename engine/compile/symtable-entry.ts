/**
 * What is known of the names of one block: a module, class, function, or one of the small scopes
 * that type parameters have.
 *
 * v3.13.0 Include/internal/pycore_symtable.h
 */

import type { Location } from '../syntax/ast.ts';

// How a name occurs in its block.
export const DEF_GLOBAL = 1;
export const DEF_LOCAL = 2;
export const DEF_PARAM = 4;
export const DEF_NONLOCAL = 8;
export const USE = 16;
export const DEF_FREE_CLASS = 64;
export const DEF_IMPORT = 128;
export const DEF_ANNOT = 256;
export const DEF_COMP_ITER = 512;
export const DEF_TYPE_PARAM = 1024;
/** A cell of a comprehension that was inlined here. */
export const DEF_COMP_CELL = 2048;
export const DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT;

/** The scope of a name stands above its flags, from this bit on. */
export const SCOPE_OFFSET = 12;
const SCOPE_MASK = 15;

export const LOCAL = 1;
export const GLOBAL_EXPLICIT = 2;
export const GLOBAL_IMPLICIT = 3;
export const FREE = 4;
export const CELL = 5;

export function scopeOf(symbol: number): number {
  return (symbol >> SCOPE_OFFSET) & SCOPE_MASK;
}

export function flagsOf(symbol: number): number {
  return symbol & ((1 << SCOPE_OFFSET) - 1);
}

/** What a class has cells of for its methods and annotations. */
export const CLASS_CELLS = ['__class__', '__classdict__', '__conditional_annotations__'];

export type BlockType =
  | 'function'
  | 'class'
  | 'module'
  /** What is evaluated on demand (PEP 649), or will be a string: then names in it bind nothing. */
  | 'annotation'
  | 'type alias'
  | 'type parameters'
  | 'type variable';

export type ComprehensionKind = 'ListComp' | 'SetComp' | 'DictComp' | 'GeneratorExp';

/** v3.13.0 Include/internal/pycore_symtable.h PySTEntryObject */
export class SymbolTableEntry {
  readonly name: string;
  readonly type: BlockType;
  readonly location: Location;
  /** The block stands in a function, at any depth. */
  readonly nested: boolean;
  /** Flags and scope of each name, in the order of first appearance. */
  readonly symbols = new Map<string, number>();
  /** Parameters, in the order of their slots. */
  readonly varnames: string[] = [];
  children: SymbolTableEntry[] = [];
  /** Where names were declared global or nonlocal. */
  readonly directives: { readonly name: string; readonly location: Location }[] = [];
  /** Around a generic class: the only names that are mangled. */
  mangledNames: Set<string> | null = null;
  /** What a type variable's block is part of, for messages. */
  scopeInfo = '';
  hasFree = false;
  childHasFree = false;
  generator = false;
  /** It is `async def`, or awaits in a comprehension. */
  coroutine = false;
  comprehension: ComprehensionKind | null = null;
  varargs = false;
  varkeywords = false;
  needsClassClosure = false;
  /** A function that stands in a class. */
  isMethod = false;
  needsClassDict = false;
  comprehensionInlined = false;
  /** A comprehension's target is being visited. */
  comprehensionTarget = false;
  /** How many comprehension iterables are being visited. */
  comprehensionIterables = 0;
  canSeeClassScope = false;
  /** Of a module or class: the block of all its annotations, where they are evaluated on demand. */
  annotationBlock: SymbolTableEntry | null = null;
  /** What is annotated here is never evaluated: names mean nothing. */
  unevaluated = false;
  /** Which annotations were come by is noted in a set, since not all need be. */
  hasConditionalAnnotations = false;
  /** How many `try` statements are being visited. */
  tries = 0;
  /** How many statements are being visited whose bodies may not run. */
  conditionalBlocks = 0;

  constructor(name: string, type: BlockType, location: Location, nested: boolean) {
    this.name = name;
    this.type = type;
    this.location = location;
    this.nested = nested;
  }

  /** v3.13.0 Python/symtable.c _PyST_IsFunctionLike */
  get isFunctionLike(): boolean {
    return this.type !== 'module' && this.type !== 'class';
  }

  /** v3.13.0 Python/symtable.c _PyST_GetSymbol */
  symbol(name: string): number {
    return this.symbols.get(name) ?? 0;
  }

  /** v3.13.0 Python/symtable.c _PyST_GetScope */
  scope(name: string): number {
    return scopeOf(this.symbol(name));
  }
}

/** `__name` in class `C` is `_C__name`. v3.13.0 Python/symtable.c _Py_Mangle */
export function mangle(privateName: string | null, name: string): string {
  if (privateName === null || !name.startsWith('__')) return name;
  if (name.endsWith('__') || name.includes('.')) return name;
  const className = privateName.replace(/^_+/, '');
  return className === '' ? name : `_${className}${name}`;
}

/** v3.13.0 Python/symtable.c _Py_MaybeMangle */
export function maybeMangle(
  privateName: string | null,
  entry: SymbolTableEntry,
  name: string,
): string {
  if (entry.mangledNames !== null && !entry.mangledNames.has(name)) return name;
  return mangle(privateName, name);
}
