/**
 * The compiler's front door: a tree in, a code object out.
 *
 *   tree --fold--> tree --symtable--> scopes --codegen--> instructions with labels
 *        --flowgraph--> basic blocks --assemble--> CodeUnit
 *
 * v3.13.0 Python/compile.c _PyAST_Compile
 */

import type { Expression, Interactive, Mod, Module } from '../syntax/ast.ts';
import { CO_FUTURE_ANNOTATIONS, type CodeUnit } from './code-unit.ts';
import { endDeferredAnnotations } from './codegen-annotations.ts';
import { beginAnnotations, visitBody } from './codegen-class.ts';
import { visitExpr } from './codegen-expr.ts';
import { visitStmts } from './codegen-stmt.ts';
import { type CompileWarning, Compiler } from './compiler.ts';
import { PyRecursionError } from './errors.ts';
import type { CompileFeatures } from './features.ts';
import { foldConstants } from './fold.ts';
import { futureFromAst } from './future.ts';
import { blockStackDepths } from './late-parts.ts';
import { SymbolTable } from './symtable.ts';

export interface CompileOptions {
  readonly filename: string;
  /** The text the tree came from: errors quote it. */
  readonly source: string;
  readonly features: CompileFeatures;
}

export interface CompiledUnit {
  readonly code: CodeUnit;
  readonly warnings: readonly CompileWarning[];
}

/** v3.13.0 Python/compile.c compiler_codegen */
function codegen(c: Compiler, mod: Mod): void {
  const start = { lineno: 1, end_lineno: 1, col_offset: 0, end_col_offset: 0 };
  switch (mod.kind) {
    case 'Module':
      visitBody(c, start, mod.body);
      break;
    case 'Interactive':
      beginAnnotations(c, start, mod.body);
      c.interactive = true;
      visitStmts(c, mod.body);
      endDeferredAnnotations(c, start);
      break;
    case 'Expression':
      visitExpr(c, mod.body);
      break;
  }
}

function compileTree(tree: Mod, options: CompileOptions): CompiledUnit {
  const { source, features } = options;
  const future = futureFromAst(tree, source, features.futureErrorsAtName);
  foldConstants(tree, features, future.flags);
  const table = new SymbolTable(tree, source, features, future.flags);
  const c = new Compiler(table, future, options);
  if (features.blockStacks !== null) {
    const asText = (future.flags & CO_FUTURE_ANNOTATIONS) !== 0;
    c.statedDepths = blockStackDepths.code.stackDepths(table, features, asText);
  }
  c.enterScope('<module>', 'module', table.top, 1);
  codegen(c, tree);
  const code = c.optimizeAndAssemble(tree.kind !== 'Expression');
  return { code, warnings: c.warnings };
}

/**
 * Compiles a program. Its tree is folded in place.
 *
 * @throws PySyntaxError what only the compiler sees ('return' outside function)
 * @throws PyRecursionError when the program is nested too deeply
 */
export function compile(
  tree: Module | Expression | Interactive,
  options: CompileOptions,
): CompiledUnit {
  try {
    return compileTree(tree, options);
  } catch (error) {
    // NOT CPYTHON: JavaScript's stack may end before CPython's limit of levels is reached.
    if (error instanceof RangeError) throw new PyRecursionError();
    throw error;
  }
}
