/** print(). v3.13.0 Python/bltinmodule.c builtin_print_impl */
import type { Addr } from '../base/brand.ts';
import { parseArgs, type Params } from '../objects/args.ts';
import { dictGetStr } from '../objects/dict.ts';
import { errClear, errFetch, errRestore, raise } from '../objects/errors.ts';
import { callMethod, callMethodOneArg, isTrue, str, typeNameOf } from '../objects/object.ts';
import { decref, incref, newRef } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { isStr, newStr, strToJs } from '../objects/strings.ts';
import { textFileDescriptor } from './text-file.ts';

const PARAMS: Params = { names: ['sep', 'end', 'file', 'flush'], required: 0, positional: 0 };

export function print(rt: Runtime, _self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  const given = new Int32Array(4);
  if (!parseArgs(rt, 'print', PARAMS, given, argv + 8 * nargs, 0, kwnames)) return 0;
  const file = given[2] && given[2] !== rt.none ? given[2] : sysFile(rt, rt.ids.stdout);
  if (file === 0) return raise(rt, rt.exc.RuntimeError, 'lost sys.stdout');
  if (file === rt.none) return newRef(rt, rt.none);
  const sep = separator(rt, 'sep', given[0]!);
  const end = sep === null ? null : separator(rt, 'end', given[1]!);
  if (sep === null || end === null) return 0;
  for (let i = 0; i < nargs; i++) {
    if (i > 0 && !writeText(rt, file, sep === 0 ? ' ' : strToJs(rt, sep))) return 0;
    if (!writeObject(rt, file, rt.arg(argv, i))) return 0;
  }
  if (!writeText(rt, file, end === 0 ? '\n' : strToJs(rt, end))) return 0;
  return flushIfAsked(rt, file, given[3]!) ? newRef(rt, rt.none) : 0;
}

/** An attribute of sys; borrowed, 0 when it was deleted. */
export function sysFile(rt: Runtime, name: Addr): Addr {
  return dictGetStr(rt, rt.statePtr(STATE.sysdict), name);
}

/** @returns 0 for the default, null with TypeError */
function separator(rt: Runtime, name: string, p: Addr): Addr | null {
  if (p === 0 || p === rt.none) return 0;
  if (isStr(rt, p)) return p;
  raise(rt, rt.exc.TypeError, `${name} must be None or a string, not ${typeNameOf(rt, p)}`);
  return null;
}

/** Writes text to any file. @returns false with an exception */
export function writeText(rt: Runtime, file: Addr, text: string): boolean {
  const descriptor = textFileDescriptor(rt, file);
  if (descriptor > 0) {
    rt.hooks.write(descriptor as 1 | 2, text);
    return true;
  }
  const object = newStr(rt, text);
  if (object === 0) return false;
  const ok = callWrite(rt, file, object);
  decref(rt, object);
  return ok;
}

/**
 * Writes text to what the program has put at `sys.stderr`; what goes wrong with that is forgotten.
 * v3.13.0 Python/sysmodule.c PySys_WriteStderr
 */
export function writeStderr(rt: Runtime, text: string): void {
  const file = sysFile(rt, rt.ids.stderr);
  if (file === 0 || file === rt.none) return;
  const raised = errFetch(rt);
  incref(rt, file);
  if (!writeText(rt, file, text)) errClear(rt);
  decref(rt, file);
  if (raised !== 0) errRestore(rt, raised);
}

/** Writes str(p): for a text file of ours without asking its method. */
function writeObject(rt: Runtime, file: Addr, p: Addr): boolean {
  const text = str(rt, p);
  if (text === 0) return false;
  const descriptor = textFileDescriptor(rt, file);
  let ok = true;
  if (descriptor > 0) rt.hooks.write(descriptor as 1 | 2, strToJs(rt, text));
  else ok = callWrite(rt, file, text);
  decref(rt, text);
  return ok;
}

function callWrite(rt: Runtime, file: Addr, text: Addr): boolean {
  const result = callMethodOneArg(rt, file, rt.ids.write, text);
  if (result === 0) return false;
  decref(rt, result);
  return true;
}

function flushIfAsked(rt: Runtime, file: Addr, flush: Addr): boolean {
  if (flush === 0) return true;
  const truth = isTrue(rt, flush);
  if (truth <= 0) return truth === 0;
  const result = callMethod(rt, file, rt.ids.flush);
  if (result === 0) return false;
  decref(rt, result);
  return true;
}
