/** From source text to a code object in memory; a SyntaxError becomes a Python exception. */
import type { Addr } from '../base/brand.ts';
import { compile, compileFeatures } from '../compile/index.ts';
import { errFetch, errMatches } from '../objects/errors.ts';
import { decref } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import type { ProfileId } from '../profiles/index.ts';
import { type Mod, parse, PySyntaxError, syntaxFeatures } from '../syntax/index.ts';
import { ConstantPool, makeCode } from './code-object.ts';
import { giveSourceWarning } from './late-parts.ts';
import { raiseSyntaxError, refuse } from './late-parts.ts';

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
