/** compile(), eval() and exec(). v3.13.0 Python/bltinmodule.c */
import type { Addr } from '../base/brand.ts';
import { parseArgs, type Params } from '../objects/args.ts';
import { dictGetStr, dictSetItem } from '../objects/dict.ts';
import { raise } from '../objects/errors.ts';
import { functionNew } from '../objects/function.ts';
import * as L from '../objects/layouts.ts';
import { slotOf, typeNameOf } from '../objects/object.ts';
import { decref, newRef } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { isStr, strToJs } from '../objects/strings.ts';
import { currentFrame } from '../vm/frames.ts';
import { frameLocals } from '../vm/frame-object.ts';

const COMPILE: Params = {
  names: ['source', 'filename', 'mode', 'flags', 'dont_inherit', 'optimize', '_feature_version'],
  required: 3,
  positional: 6,
};

const MODES = ['exec', 'eval', 'single'] as const;

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
  return compileObject(rt, source!, strToJs(rt, filename!), known, 'compile');
}

/** Code of a string; code objects pass through; new. */
function compileObject(
  rt: Runtime,
  source: Addr,
  filename: string,
  mode: 'exec' | 'eval' | 'single',
  who: string,
): Addr {
  if (rt.typeOf(source) === rt.types.code) return newRef(rt, source);
  if (!isStr(rt, source)) {
    return raise(rt, rt.exc.TypeError, `${who}() arg 1 must be a string, bytes or code object`);
  }
  const text = strToJs(rt, source);
  if (text.includes('\0')) {
    return raise(rt, rt.exc.SyntaxError, 'source code string cannot contain null bytes');
  }
  return rt.vm.compile(rt, mode === 'eval' ? text.replace(/^[ \t]+/, '') : text, filename, mode);
}

const RUN: Params = {
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
  if (!parseArgs(rt, who, RUN, given, argv, nargs, kwnames)) return 0;
  const source = given[0]!;
  const globals = given[1] && given[1] !== rt.none ? given[1] : 0;
  if (globals !== 0 && rt.typeOf(globals) !== rt.types.dict) {
    return raise(
      rt,
      rt.exc.TypeError,
      who === 'exec'
        ? `exec() globals must be a dict, not ${typeNameOf(rt, globals)}`
        : 'globals must be a dict',
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
  const code = compileObject(rt, source, '<string>', who, who);
  if (code === 0) return 0;
  const result = runIn(rt, code, globals, locals);
  decref(rt, code);
  return result;
}

/** Runs code in the namespaces given, or in those of the caller. */
function runIn(rt: Runtime, code: Addr, globals: Addr, locals: Addr): Addr {
  const caller = currentFrame(rt);
  const scope = globals !== 0 ? globals : rt.ptr(caller + L.F_GLOBALS);
  if (dictGetStr(rt, scope, rt.ids.__builtins__) === 0) {
    const builtins = rt.statePtr(STATE.builtins);
    if (dictSetItem(rt, scope, rt.ids.__builtins__, builtins) < 0) return 0;
  }
  const namespace =
    locals !== 0
      ? newRef(rt, locals)
      : globals !== 0
        ? newRef(rt, globals)
        : frameLocals(rt, caller);
  if (namespace === 0) return 0;
  const func = functionNew(rt, code, scope);
  const result = func === 0 ? 0 : rt.vm.runIn(rt, func, namespace);
  if (func !== 0) decref(rt, func);
  decref(rt, namespace);
  return result;
}
