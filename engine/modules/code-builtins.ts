/** compile(), eval() and exec(). v3.13.0 Python/bltinmodule.c */
import type { Addr } from '../base/brand.ts';
import { UnsupportedFeature } from '../base/errors.ts';
import { noKeywords, parseArgs, type Params } from '../objects/args.ts';
import { dictGetStr, dictSetItem } from '../objects/dict.ts';
import { byteArrayData, byteArrayLength } from '../objects/bytearray.ts';
import { bytesData, bytesLength, isBytes } from '../objects/bytes.ts';
import { errFetch, errOccurred, raise } from '../objects/errors.ts';
import { functionNew } from '../objects/function.ts';
import * as L from '../objects/layouts.ts';
import { listNew } from '../objects/list.ts';
import { asSsize, slotOf, str, typeNameOf } from '../objects/object.ts';
import { decref, newRef, setOwned } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { isStr, strToJs } from '../objects/strings.ts';
import { decodeText } from '../objects/str-codec.ts';
import { isSubtype } from '../objects/type-object.ts';
import { tupleItem, tupleSize } from '../objects/tuple.ts';
import { currentFrame } from '../vm/frames.ts';
import { localsOf } from '../vm/frame-object.ts';

const COMPILE: Params = {
  names: ['source', 'filename', 'mode', 'flags', 'dont_inherit', 'optimize', '_feature_version'],
  required: 3,
  positional: 6,
};

const MODES = ['exec', 'eval', 'single'] as const;

/** Of the flags: v3.13.0 PyCF_ONLY_AST */
const ONLY_AST = 0x400;

export function compileBuiltin(
  rt: Runtime,
  _self: Addr,
  argv: Addr,
  nargs: number,
  kwnames: Addr,
): Addr {
  const given = new Int32Array(7);
  if (!parseArgs(rt, 'compile', COMPILE, given, argv, nargs, kwnames)) return 0;
  const [source, filename, modeObject] = given;
  if (!isStr(rt, filename!) || !isStr(rt, modeObject!)) {
    const wrong = isStr(rt, filename!) ? modeObject! : filename!;
    return raise(
      rt,
      rt.exc.TypeError,
      `compile() argument must be str, not ${typeNameOf(rt, wrong)}`,
    );
  }
  const mode = strToJs(rt, modeObject!);
  const known = MODES.find((m) => m === mode);
  if (known === undefined) {
    return raise(rt, rt.exc.ValueError, "compile() mode must be 'exec', 'eval' or 'single'");
  }
  const flags = given[3] === 0 ? 0 : asSsize(rt, given[3]!, rt.exc.OverflowError);
  if (flags === -1 && errOccurred(rt)) return 0;
  if (flags & ONLY_AST) throw new UnsupportedFeature('compile() to a tree: ast.parse() makes one');
  return compileObject(rt, source!, strToJs(rt, filename!), known, 'compile', 0);
}

/** Code of a string, whose constants `arena` (0: none) holds; code objects pass through; new. */
function compileObject(
  rt: Runtime,
  source: Addr,
  filename: string,
  mode: 'exec' | 'eval' | 'single',
  who: string,
  arena: Addr,
): Addr {
  if (rt.typeOf(source) === rt.types.code) return newRef(rt, source);
  const text = sourceText(rt, source, who);
  if (text === null) return 0;
  if (text.includes('\0')) {
    const type = rt.exc[rt.profile.texts.nullBytesAre];
    return raise(rt, type, 'source code string cannot contain null bytes');
  }
  const shown = mode === 'eval' ? text.replace(/^[ \t]+/, '') : text;
  return rt.vm.compile(rt, shown, filename, mode, arena, false);
}

/** A line of the first two that names an encoding. PEP 263 */
const CODING = /^(?:[ \t\f]*(?:#.*)?\r?\n)?[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;

/** The text of source given as str, bytes or bytearray; null with an exception. _Py_SourceAsString */
function sourceText(rt: Runtime, source: Addr, who: string): string | null {
  if (isStr(rt, source)) return strToJs(rt, source);
  const isByteArray = rt.typeOf(source) === rt.types.bytearray;
  if (!isBytes(rt, source) && !isByteArray) {
    raise(rt, rt.exc.TypeError, `${who}() arg 1 must be a string, bytes or code object`);
    return null;
  }
  const [start, n] = isByteArray
    ? [byteArrayData(rt, source), byteArrayLength(rt, source)]
    : [bytesData(rt, source), bytesLength(rt, source)];
  const bom = rt.u8[start] === 0xef && rt.u8[start + 1] === 0xbb && rt.u8[start + 2] === 0xbf;
  const head = String.fromCharCode(...rt.u8.subarray(start, start + Math.min(n, 500)));
  const coding = CODING.exec(bom ? head.slice(3) : head)?.[1] ?? 'utf-8';
  const skipped = bom ? 3 : 0;
  const text = decodeText(rt, start + skipped, n - skipped, coding, 'strict');
  if (text === 0) return refuseSource(rt, coding);
  const js = strToJs(rt, text);
  decref(rt, text);
  return js;
}

/** What cannot be decoded is no valid source. */
function refuseSource(rt: Runtime, coding: string): null {
  const exception = errFetch(rt);
  const unknown = isSubtype(rt, rt.typeOf(exception), rt.exc.LookupError);
  const why = str(rt, exception);
  const text = why === 0 ? '' : strToJs(rt, why);
  if (why !== 0) decref(rt, why);
  decref(rt, exception);
  const message = unknown ? `encoding problem: ${coding}` : `(unicode error) ${text}`;
  raise(rt, rt.exc.SyntaxError, message);
  return null;
}

const EVAL: Params = { names: ['source', 'globals', 'locals'], required: 1, positional: 3 };

const EXEC: Params = {
  names: ['source', 'globals', 'locals', 'closure'],
  required: 1,
  positional: 3,
};

export function evaluate(rt: Runtime, _self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  return run(rt, 'eval', argv, nargs, kwnames);
}

export function execute(rt: Runtime, _self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  const result = run(rt, 'exec', argv, nargs, kwnames);
  if (result === 0) return 0;
  decref(rt, result);
  return newRef(rt, rt.none);
}

function run(rt: Runtime, who: 'eval' | 'exec', argv: Addr, nargs: number, kwnames: Addr): Addr {
  const given = new Int32Array(4);
  const none = rt.profile.errorWords.noSource[who];
  if (nargs === 0 && kwnames === 0 && none !== null) return raise(rt, rt.exc.TypeError, none);
  if (none !== null && !mayHaveKeywords(rt, who, kwnames)) return 0;
  if (!parseArgs(rt, who, who === 'exec' ? EXEC : EVAL, given, argv, nargs, kwnames)) return 0;
  const source = given[0]!;
  const globals = given[1] && given[1] !== rt.none ? given[1] : 0;
  const takesFrozen = rt.profile.newerTypes;
  if (globals !== 0 && !isGlobals(rt, globals)) {
    return raise(
      rt,
      rt.exc.TypeError,
      who === 'exec'
        ? `exec() globals must be ${takesFrozen ? 'a dict or a frozendict' : 'a dict'}, not ${typeNameOf(rt, globals)}`
        : evalGlobals(rt, globals),
    );
  }
  const locals = given[2] && given[2] !== rt.none ? given[2] : 0;
  if (locals !== 0 && slotOf(rt, locals, L.MP_SUBSCRIPT) === 0) {
    return raise(
      rt,
      rt.exc.TypeError,
      who === 'exec'
        ? `locals must be a mapping or None, not ${typeNameOf(rt, locals)}`
        : 'locals must be a mapping',
    );
  }
  const closure = given[3] && given[3] !== rt.none ? given[3] : 0;
  const isText = rt.typeOf(source) !== rt.types.code;
  const arena = isText && rt.profile.arenaHoldsConstants ? listNew(rt, 0) : 0;
  const code = compileObject(rt, source, '<string>', who, who, arena);
  const result =
    code !== 0 && takesClosure(rt, who, source, code, closure)
      ? runIn(rt, code, globals, locals, closure)
      : 0;
  if (code !== 0) decref(rt, code);
  if (arena !== 0) decref(rt, arena);
  return result;
}

/** v3.15.0 Python/bltinmodule.c builtin_eval_impl: a frozendict serves too. */
function isGlobals(rt: Runtime, p: Addr): boolean {
  const type = rt.typeOf(p);
  return type === rt.types.dict || type === rt.types.frozendict;
}

/** What eval() says of globals that are none. */
function evalGlobals(rt: Runtime, globals: Addr): string {
  const or = rt.profile.newerTypes ? ' or a frozendict' : '';
  const isMapping = slotOf(rt, globals, L.MP_SUBSCRIPT) !== 0;
  return isMapping
    ? `globals must be a real dict${or}; try eval(expr, {}, mapping)`
    : `globals must be a dict${or}`;
}

/** Up to 3.12 only exec() has keywords, and `closure` since it takes one. */
function mayHaveKeywords(rt: Runtime, who: 'eval' | 'exec', kwnames: Addr): boolean {
  if (who === 'exec' && rt.profile.execTakesClosure) return true;
  return noKeywords(rt, who, kwnames);
}

/** Whether the closure (0: none) fits the code's free variables; else TypeError. v3.13.0 builtin_exec_impl */
function takesClosure(
  rt: Runtime,
  who: 'eval' | 'exec',
  source: Addr,
  code: Addr,
  closure: Addr,
): boolean {
  const refuse = (message: string): false => {
    raise(rt, rt.exc.TypeError, message);
    return false;
  };
  if (rt.typeOf(source) !== rt.types.code) {
    return closure === 0 || refuse('closure can only be used when source is a code object');
  }
  const free = rt.i32[(code + L.CO_NFREEVARS) >> 2]!;
  if (free === 0) return closure === 0 || refuse('cannot use a closure with this code object');
  if (who === 'eval' || !rt.profile.execTakesClosure) {
    return refuse(`code object passed to ${who}() may not contain free variables`);
  }
  return (
    isRowOfCells(rt, closure, free) ||
    refuse(`code object requires a closure of exactly length ${free}`)
  );
}

function isRowOfCells(rt: Runtime, closure: Addr, n: number): boolean {
  if (closure === 0 || rt.typeOf(closure) !== rt.types.tuple) return false;
  if (tupleSize(rt, closure) !== n) return false;
  for (let i = 0; i < n; i++) {
    if (rt.typeOf(tupleItem(rt, closure, i)) !== rt.types.cell) return false;
  }
  return true;
}

/** Runs code in the namespaces given, or in those of the caller. */
function runIn(rt: Runtime, code: Addr, globals: Addr, locals: Addr, closure: Addr): Addr {
  const caller = currentFrame(rt);
  const scope = globals !== 0 ? globals : rt.ptr(caller + L.F_GLOBALS);
  if (dictGetStr(rt, scope, rt.ids.__builtins__) === 0) {
    const builtins = rt.statePtr(STATE.builtins);
    if (rt.typeOf(scope) === rt.types.frozendict) {
      return raise(rt, rt.exc.TypeError, 'cannot assign __builtins__ to frozendict globals');
    }
    if (dictSetItem(rt, scope, rt.ids.__builtins__, builtins) < 0) return 0;
  }
  const namespace =
    locals !== 0 ? newRef(rt, locals) : globals !== 0 ? newRef(rt, globals) : localsOf(rt, caller);
  if (namespace === 0) return 0;
  const func = functionNew(rt, code, scope);
  if (func !== 0 && closure !== 0) setOwned(rt, func + L.FUNC_CLOSURE, newRef(rt, closure));
  const result = func === 0 ? 0 : rt.vm.runIn(rt, func, namespace);
  if (func !== 0) decref(rt, func);
  decref(rt, namespace);
  return result;
}
