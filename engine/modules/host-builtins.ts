/**
 * Built-in functions that reach for the world outside, of which there is little: no files, nothing to
 * read, no debugger. What they say is what CPython says in such a world.
 * v3.13.0 Python/bltinmodule.c, Modules/_io/_iomodule.c
 */
import type { Addr } from '../base/brand.ts';
import { checkPositional, type Params, parseArgs } from '../objects/args.ts';
import { isBytes } from '../objects/bytes.ts';
import { callNoArgs, callRow, vectorcall } from '../objects/call.ts';
import { dictGetStr } from '../objects/dict.ts';
import { raise, raiseException } from '../objects/errors.ts';
import { isInt, newInt } from '../objects/int.ts';
import * as O from '../objects/object.ts';
import { decref, newRef } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { internJs, isStr, newStr, strLength, strSubstring, strToJs } from '../objects/strings.ts';
import { fast, fastKeywords, type MethodSpec } from '../objects/type-spec.ts';
import { sysFile, writeText } from './print.ts';
import { textFileDescriptor } from './text-file.ts';

/** An attribute of sys by its name; borrowed, 0 when it is not there. */
function sysAttribute(rt: Runtime, name: string): Addr {
  const key = internJs(rt, name);
  const value = dictGetStr(rt, rt.statePtr(STATE.sysdict), key);
  decref(rt, key);
  return value;
}

/** v3.13.0 builtin_input: without a terminal, a line of sys.stdin, which is at its end from the start */
function input(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'input', nargs, 0, 1)) return 0;
  const stdin = sysAttribute(rt, 'stdin');
  const stdout = sysFile(rt, rt.ids.stdout);
  for (const [name, file] of [
    ['stdin', stdin],
    ['stdout', stdout],
  ] as const) {
    if (file !== 0 && file !== rt.none) continue;
    return raise(rt, rt.exc.RuntimeError, `input(): lost sys.${name}`);
  }
  if (nargs > 0) {
    const prompt = O.strText(rt, rt.arg(argv, 0));
    if (prompt === null || !writeText(rt, stdout, prompt)) return 0;
  }
  return textFileDescriptor(rt, stdin) === 0 ? endOfFile(rt) : lineOf(rt, stdin);
}

function endOfFile(rt: Runtime): Addr {
  return raise(rt, rt.exc.EOFError, 'EOF when reading a line');
}

/** The next line without its end. v3.13.0 Objects/fileobject.c PyFile_GetLine */
function lineOf(rt: Runtime, file: Addr): Addr {
  const name = internJs(rt, 'readline');
  const readline = O.getAttr(rt, file, name);
  decref(rt, name);
  const line = readline === 0 ? 0 : callNoArgs(rt, readline);
  if (readline !== 0) decref(rt, readline);
  if (line === 0) return 0;
  if (!isStr(rt, line)) {
    decref(rt, line);
    return raise(rt, rt.exc.TypeError, 'object.readline() returned non-string');
  }
  const n = strLength(rt, line);
  const result =
    n === 0
      ? endOfFile(rt)
      : strToJs(rt, line).endsWith('\n')
        ? strSubstring(rt, line, 0, n - 1)
        : newRef(rt, line);
  decref(rt, line);
  return result;
}

const OPEN: Params = {
  names: ['file', 'mode', 'buffering', 'encoding', 'errors', 'newline', 'closefd', 'opener'],
  required: 1,
  positional: 8,
};
const given = new Int32Array(8);

/** There are no files and none can be made. v3.13.0 _io_open_impl */
function open(rt: Runtime, _self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!parseArgs(rt, 'open', OPEN, given, argv, nargs, kwnames)) return 0;
  const [file, modeObject] = [given[0]!, given[1]!];
  if (modeObject !== 0 && !isStr(rt, modeObject)) {
    const got = O.typeNameOf(rt, modeObject);
    return raise(rt, rt.exc.TypeError, `open() argument 'mode' must be str, not ${got}`);
  }
  const mode = modeObject === 0 ? 'r' : strToJs(rt, modeObject);
  if (!/^(?!.*(.).*\1)[rwaxbt+]+$/.test(mode)) {
    return raise(rt, rt.exc.ValueError, `invalid mode: '${mode}'`);
  }
  if (isInt(rt, file)) return osError(rt, 9, 'Bad file descriptor', rt.none);
  if (!isStr(rt, file) && !isBytes(rt, file) && !isPath(rt, file)) {
    const text = `expected str, bytes or os.PathLike object, not ${O.typeNameOf(rt, file)}`;
    return raise(rt, rt.exc.TypeError, text);
  }
  if (mode.includes('r')) return osError(rt, 2, 'No such file or directory', file);
  return osError(rt, 30, 'Read-only file system', file);
}

function isPath(rt: Runtime, p: Addr): boolean {
  const name = internJs(rt, '__fspath__');
  const method = O.lookupSpecial(rt, p, name);
  decref(rt, name);
  if (method !== 0) decref(rt, method);
  return method !== 0;
}

function osError(rt: Runtime, errno: number, words: string, file: Addr): Addr {
  const [number, text] = [newInt(rt, errno), newStr(rt, words)];
  const exception = callRow(rt, rt.exc.OSError, [number, text, file]);
  decref(rt, number);
  decref(rt, text);
  return exception === 0 ? 0 : raiseException(rt, exception);
}

/** v3.13.0 builtin_breakpoint: there is no debugger, but a program may set a hook of its own */
function breakpoint(rt: Runtime, _s: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  const hook = sysAttribute(rt, 'breakpointhook');
  if (hook !== 0) return vectorcall(rt, hook, argv, nargs, kwnames);
  return raise(rt, rt.exc.RuntimeError, 'lost sys.breakpointhook');
}

export const hostBuiltins: Readonly<Record<string, MethodSpec>> = {
  breakpoint: fastKeywords(breakpoint),
  input: fast(input),
  open: fastKeywords(open),
};

export { helperSlots, printerSlots, quitterSlots } from './site-slots.ts';
