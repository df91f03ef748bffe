/** From source text to a code object in memory; a SyntaxError becomes a Python exception. */
import type { Addr } from '../base/brand.ts';
import { compile, compileFeatures } from '../compile/index.ts';
import { callObject } from '../objects/call.ts';
import { currentException, errFetch, errMatches, raiseObject } from '../objects/errors.ts';
import { syntaxErrorDetails, syntaxErrorMetadata } from '../objects/exceptions-syntax.ts';
import { newInt } from '../objects/int.ts';
import { decref, newRef, setOwned, xdecref } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import type { ProfileId } from '../profiles/index.ts';
import { newStr } from '../objects/strings.ts';
import { tuplePack } from '../objects/tuple.ts';
import { isSubtype } from '../objects/type-object.ts';
import {
  type Mod,
  parse,
  PySyntaxError,
  type StatementPlace,
  syntaxFeatures,
  UnsupportedSyntax,
} from '../syntax/index.ts';
import { UnsupportedFeature } from '../base/errors.ts';
import { ConstantPool, makeCode } from './code-object.ts';
import { giveSourceWarning } from './late-parts.ts';

export type CompileMode = 'exec' | 'eval' | 'single';

/**
 * Compiles `source`; new, 0 with SyntaxError set.
 * @param fromFile the source is that of a script
 * @param codeFile the file of the code, where the parser's errors name another
 * @throws UnsupportedFeature for valid Python that the machine does not run
 */
export function compileSource(
  rt: Runtime,
  source: string,
  filename: string,
  mode: CompileMode,
  fromFile = false,
  codeFile = filename,
): Addr {
  try {
    const unit = compiledUnit(rt.profile.id, source, filename, codeFile, mode, fromFile);
    for (const warning of unit.warnings) if (!warned(rt, warning, source)) return 0;
    const pool = new ConstantPool(rt);
    const code = makeCode(rt, unit.code, pool);
    pool.release();
    return code;
  } catch (error) {
    refuse(rt, error, source, filename, fromFile);
    return 0;
  }
}

/** The tree of `source`, null with SyntaxError set. @throws as compileSource */
export function parseSource(
  rt: Runtime,
  source: string,
  filename: string,
  mode: CompileMode,
): Mod | null {
  try {
    return parse(source, { filename, mode, features: syntaxFeatures[rt.profile.id] });
  } catch (error) {
    refuse(rt, error, source, filename, false);
    return null;
  }
}

/** What the parser or the compiler threw becomes a SyntaxError, if it is one. */
function refuse(
  rt: Runtime,
  error: unknown,
  source: string,
  filename: string,
  fromFile: boolean,
): void {
  if (error instanceof PySyntaxError) {
    raiseSyntaxError(rt, shownError(error, fromFile), error.filename ?? filename);
    if (error.statement !== null) addMetadata(rt, error.statement, fromFile ? null : source);
    return;
  }
  if (error instanceof UnsupportedSyntax) {
    throw new UnsupportedFeature(error.feature, error.lineno, error.offset);
  }
  throw error;
}

/** The compiler, unlike the parser, has no text: it looks for the line in the file, if there is one. */
function shownError(error: PySyntaxError, fromFile: boolean): SyntaxErrorFacts {
  if (!error.isCompilers || fromFile) return error;
  const { msg, pyType, lineno, offset, end_lineno, end_offset } = error;
  return { msg, pyType, lineno, offset, end_lineno, end_offset, text: null };
}

interface SourceWarning {
  readonly category: 'SyntaxWarning' | 'DeprecationWarning';
  readonly msg: string;
  readonly lineno: number;
  readonly filename: string;
}

interface Unit {
  readonly code: ReturnType<typeof compile>['code'];
  /** Of the parser, then of the compiler. */
  readonly warnings: readonly SourceWarning[];
}

/** What a warning says of the future, an error does not. v3.14.0 warn_invalid_escape_sequence */
const NOT_YET = 'Such sequences will not work in the future. ';

/** Gives a warning; false with SyntaxError where the program wants an error. */
function warned(
  rt: Runtime,
  { category, msg, lineno, filename }: SourceWarning,
  source: string,
): boolean {
  const type = rt.exc[category];
  if (giveSourceWarning(rt, type, msg, filename, lineno) === 0) return true;
  if (!errMatches(rt, type)) return false;
  decref(rt, errFetch(rt));
  const text = source.split('\n')[lineno - 1] ?? null;
  const place = { lineno, offset: 1, end_lineno: null, end_offset: null, text };
  const error = msg.replace(NOT_YET, '');
  raiseSyntaxError(rt, { msg: error, pyType: 'SyntaxError', ...place }, filename);
  return false;
}

/**
 * Compiled modules that come with the machine, by release and name: pure data, the same for every
 * machine. May be dropped at any time.
 */
const frozenUnits = new Map<string, Unit>();

function compiledUnit(
  profile: ProfileId,
  source: string,
  filename: string,
  codeFile: string,
  mode: CompileMode,
  fromFile: boolean,
): Unit {
  const key = filename.startsWith('<frozen ') ? `${profile} ${filename}` : '';
  const known = key === '' ? undefined : frozenUnits.get(key);
  if (known !== undefined) return known;
  const tree = parse(source, { filename, mode, features: syntaxFeatures[profile], fromFile });
  const { code, warnings } = compiled(profile, tree, source, codeFile);
  const parsing = (tree.warnings ?? []).map((warning) => ({ ...warning, filename }));
  const compiling = warnings.map((warning) => ({ ...warning, filename: codeFile }));
  const unit = { code, warnings: [...parsing, ...compiling] };
  if (key !== '') frozenUnits.set(key, unit);
  return unit;
}

function compiled(
  profile: ProfileId,
  tree: ReturnType<typeof parse>,
  source: string,
  filename: string,
): ReturnType<typeof compile> {
  try {
    return compile(tree, { filename, source, features: compileFeatures[profile] });
  } catch (error) {
    if (error instanceof PySyntaxError) {
      error.filename = filename;
      error.isCompilers = true;
    }
    throw error;
  }
}

/** What the parser knows goes into the SyntaxError that is set. _PyPegen_set_syntax_error_metadata */
function addMetadata(rt: Runtime, place: StatementPlace, source: string | null): void {
  const at = syntaxErrorMetadata(rt);
  const exception = currentException(rt);
  if (at === 0 || exception === 0 || !isSubtype(rt, rt.typeOf(exception), rt.exc.SyntaxError))
    return;
  const parts = [
    newInt(rt, place.lineno),
    newInt(rt, place.col_offset),
    source === null ? newRef(rt, rt.none) : newStr(rt, source),
  ];
  const metadata = packSteal(rt, parts);
  if (metadata !== 0) setOwned(rt, exception + rt.layout.baseException + at, metadata);
}

type SyntaxErrorFacts = Pick<PySyntaxError, 'msg' | 'pyType' | 'lineno' | 'offset' | 'text'> & {
  readonly end_lineno: number | null;
  readonly end_offset: number | null;
};

/** A tuple of these, each stolen; 0 when one of them is 0, for want of memory. */
function packSteal(rt: Runtime, items: readonly Addr[]): Addr {
  const tuple = items.includes(0) ? 0 : tuplePack(rt, ...items);
  for (const p of items) xdecref(rt, p);
  return tuple;
}

/** SyntaxError(msg, (filename, lineno, offset, text, end_lineno, end_offset)) */
function raiseSyntaxError(rt: Runtime, error: SyntaxErrorFacts, filename: string): 0 {
  const int = (n: number | null) => (n === null ? newRef(rt, rt.none) : newInt(rt, n));
  const parts = [
    newStr(rt, filename),
    int(error.lineno),
    int(error.offset),
    error.text === null ? newRef(rt, rt.none) : newStr(rt, error.text),
    int(error.end_lineno),
    int(error.end_offset),
  ];
  const details = packSteal(rt, parts.slice(0, syntaxErrorDetails(rt)));
  for (const p of parts.slice(syntaxErrorDetails(rt))) xdecref(rt, p);
  const message = newStr(rt, error.msg);
  if (error.lineno < 0) xdecref(rt, details);
  const args = packSteal(rt, error.lineno < 0 ? [message] : [message, details]);
  if (args === 0) return 0;
  const exception = callObject(rt, rt.exc[error.pyType], args, 0);
  decref(rt, args);
  if (exception !== 0) {
    raiseObject(rt, rt.exc[error.pyType], exception);
    decref(rt, exception);
  }
  return 0;
}
