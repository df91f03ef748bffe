/**
 * The blocks of a program while their names are being collected.
 *
 * v3.13.0 Python/symtable.c symtable_enter_block, symtable_add_def
 */

import type { Location, Mod } from '../syntax/ast.ts';
import { syntaxError } from './errors.ts';
import type { CompileFeatures } from './features.ts';
import { NO_LOCATION } from './instruction-sequence.ts';
import {
  type BlockType,
  DEF_COMP_ITER,
  DEF_GLOBAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  SymbolTableEntry,
  maybeMangle,
} from './symtable-entry.ts';

export class SymbolBlocks {
  /** The module's block. */
  readonly top = new SymbolTableEntry('top', 'module', NO_LOCATION, false);
  protected readonly source: string;
  /** Blocks by the node they belong to. */
  protected readonly blocks = new Map<object, SymbolTableEntry>();
  protected readonly stack: SymbolTableEntry[] = [this.top];
  protected current = this.top;
  /** The class whose name private names get. */
  protected private: string | null = null;
  readonly #parameterWord: string;
  readonly #errorsAtBlock: boolean;

  constructor(mod: Mod, source: string, { parameterWord, errorsAtBlock }: CompileFeatures) {
    this.#errorsAtBlock = errorsAtBlock;
    this.source = source;
    this.#parameterWord = parameterWord;
    this.blocks.set(mod, this.top);
  }

  /** Says what is wrong; '' is nothing. */
  protected failIf(at: Location, msg: string): void {
    if (msg !== '') this.fail(at, msg);
  }

  protected fail(at: Location, msg: string): never {
    throw syntaxError(this.source, at, msg);
  }

  /** Where an error in the current block is told that stands at `at`. */
  protected placeInBlock(at: Location): Location {
    return this.#errorsAtBlock ? this.current.location : at;
  }

  /** Before 3.10 columns of `:=` were told from 0. v3.9.18 symtable_extend_namedexpr_scope */
  protected failAtName(at: Location, msg: string): never {
    this.fail(this.#errorsAtBlock ? { ...at, col_offset: at.col_offset - 1 } : at, msg);
  }

  /**
   * A block that is not `attached` is part of nothing: its names mean nothing outside.
   * v3.13.0 Python/symtable.c symtable_enter_block
   */
  protected enter(
    name: string,
    type: BlockType,
    node: object,
    at: Location,
    blocks = this.blocks,
    attached = true,
  ): void {
    const outer = this.current;
    const entry = new SymbolTableEntry(name, type, at, outer.nested || outer.isFunctionLike);
    blocks.set(node, entry);
    // No assignment expression may stand in a comprehension's iterable, however deep inside it.
    entry.comprehensionIterables = outer.comprehensionIterables;
    if (type !== 'class') entry.mangledNames = outer.mangledNames;
    if (attached) outer.children.push(entry);
    entry.isMethod = type === 'function' && outer.type === 'class';
    this.stack.push(entry);
    this.current = entry;
  }

  /** Goes on in a block. v3.14.0 Python/symtable.c symtable_enter_existing_block */
  protected reenter(entry: SymbolTableEntry): void {
    entry.comprehensionIterables = this.current.comprehensionIterables;
    this.stack.push(entry);
    this.current = entry;
  }

  protected exit(): void {
    this.stack.pop();
    this.current = this.stack.at(-1)!;
  }

  /** v3.13.0 Python/symtable.c symtable_add_def */
  protected addDef(name: string, flag: number, at: Location): void {
    if (flag & DEF_TYPE_PARAM) this.current.mangledNames?.add(name);
    this.addDefIn(this.current, name, flag, at);
  }

  /** v3.13.0 Python/symtable.c symtable_add_def_helper */
  protected addDefIn(entry: SymbolTableEntry, name: string, flag: number, at: Location): void {
    const mangled = maybeMangle(this.private, this.current, name);
    const known = entry.symbol(mangled);
    if (flag & known & DEF_PARAM) {
      this.fail(
        this.placeInBlock(at),
        `duplicate ${this.#parameterWord} '${name}' in function definition`,
      );
    }
    if (flag & known & DEF_TYPE_PARAM) this.fail(at, `duplicate type parameter '${name}'`);
    let symbol = known | flag;
    if (entry.comprehensionTarget) {
      if (symbol & (DEF_GLOBAL | DEF_NONLOCAL)) {
        const target = `assignment expression target '${name}'`;
        this.fail(this.placeInBlock(at), `comprehension inner loop cannot rebind ${target}`);
      }
      symbol |= DEF_COMP_ITER;
    }
    entry.symbols.set(mangled, symbol);
    if (flag & DEF_PARAM) {
      entry.varnames.push(mangled);
    } else if (flag & DEF_GLOBAL) {
      this.top.symbols.set(mangled, this.top.symbol(mangled) | flag);
    }
  }

  protected lookupSymbol(entry: SymbolTableEntry, name: string): number {
    return entry.symbol(maybeMangle(this.private, entry, name));
  }

  protected recordDirective(name: string, location: Location): void {
    const mangled = maybeMangle(this.private, this.current, name);
    this.current.directives.push({ name: mangled, location });
  }
}
