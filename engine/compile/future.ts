/**
 * `from __future__ import ...`: which features a file asks for.
 *
 * v3.13.0 Python/future.c
 */

import type { ImportFrom, Location, Mod, Stmt } from '../syntax/ast.ts';
import { CO_FUTURE_ANNOTATIONS, CO_FUTURE_BARRY_AS_BDFL } from './code-unit.ts';
import { syntaxError, syntaxErrorAtStart } from './errors.ts';
import { NO_LOCATION } from './instruction-sequence.ts';

export interface FutureFeatures {
  /** CO_FUTURE_* bits, as they stand in co_flags. */
  readonly flags: number;
  /** The last future statement: after it no other may come. */
  readonly location: Location;
}

/** Features that are mandatory by now: naming them changes nothing. */
const MANDATORY: ReadonlySet<string> = new Set([
  'nested_scopes',
  'generators',
  'division',
  'absolute_import',
  'with_statement',
  'print_function',
  'unicode_literals',
  'generator_stop',
]);

/** The statement is an expression that is a plain string. v3.13.0 Python/ast.c _PyAST_GetDocString */
export function isDocString(stmt: Stmt | undefined): boolean {
  return stmt?.kind === 'Expr' && stmt.value.kind === 'Constant' && stmt.value.value.type === 'str';
}

function checkFeatures(stmt: ImportFrom, source: string, atName: boolean): number {
  let flags = 0;
  for (const alias of stmt.names) {
    if (MANDATORY.has(alias.name)) continue;
    if (alias.name === 'annotations') flags |= CO_FUTURE_ANNOTATIONS;
    else if (alias.name === 'barry_as_FLUFL') flags |= CO_FUTURE_BARRY_AS_BDFL;
    else {
      const { name } = alias;
      const msg = name === 'braces' ? 'not a chance' : `future feature ${name} is not defined`;
      throw atName ? syntaxError(source, alias, msg) : syntaxErrorAtStart(source, stmt, msg);
    }
  }
  return flags;
}

/** v3.13.0 Python/future.c _PyFuture_FromAST */
export function futureFromAst(mod: Mod, source: string, atName: boolean): FutureFeatures {
  let [flags, location]: [number, Location] = [0, NO_LOCATION];
  if (mod.kind === 'Expression') return { flags, location };
  const body = isDocString(mod.body[0]) ? mod.body.slice(1) : mod.body;
  for (const stmt of body) {
    if (stmt.kind !== 'ImportFrom' || stmt.level !== 0 || stmt.module !== '__future__') break;
    flags |= checkFeatures(stmt, source, atName);
    location = stmt;
  }
  return { flags, location };
}
