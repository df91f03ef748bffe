/** The module _traceback: what the machine's own printer of tracebacks makes, for traceback.py. */
import { isKnownByName } from '../../vm/prompt-file.ts';
import type { Addr } from '../../base/brand.ts';
import { checkPositional } from '../../objects/args.ts';
import { badArgument } from '../../objects/clinic.ts';
import { errOccurred, isExceptionInstance } from '../../objects/errors.ts';
import { builtinModule } from '../../objects/module.ts';
import { asSsize } from '../../objects/object.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { isStr, newStr, strToJs } from '../../objects/strings.ts';
import { fast, oneArg } from '../../objects/type-spec.ts';

/** The whole text of an exception, as it is printed when nobody catches it. */
function text(rt: Runtime, _self: Addr, exception: Addr): Addr {
  if (!isExceptionInstance(rt, exception)) {
    return badArgument(rt, 'text', 'argument', 'an exception', exception);
  }
  return newStr(rt, rt.vm.exceptionText(rt, exception));
}

/**
 * `line(filename, number, by_name)`: a line of a source text, '' when it is not known, or, of a prompt,
 * not known by its name alone.
 */
function line(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'line', nargs, 2, 3)) return 0;
  const name = rt.arg(argv, 0);
  if (!isStr(rt, name)) return badArgument(rt, 'line', 'argument 1', 'str', name);
  const number = asSsize(rt, rt.arg(argv, 1), rt.exc.OverflowError);
  if (number === -1 && errOccurred(rt)) return 0;
  const file = strToJs(rt, name);
  const isKnown = nargs === 2 || isKnownByName(rt, file);
  return newStr(rt, isKnown ? rt.vm.sourceLine(file, number) : '');
}

export function createTracebackModule(rt: Runtime): Addr {
  return builtinModule(rt, '_traceback', { text: oneArg(text), line: fast(line) });
}
