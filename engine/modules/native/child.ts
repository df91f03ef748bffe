/**
 * Child interpreters, where the host can start them. NOT CPYTHON: there a program starts a process.
 * A host that gives `StartChild` (that of CPython's own tests does) adds `sys._run_python`.
 */
import type { Addr } from '../../base/brand.ts';
import { checkPositional } from '../../objects/args.ts';
import { cfunctionNew, methodDef } from '../../objects/cfunction.ts';
import { raise } from '../../objects/errors.ts';
import { newInt } from '../../objects/int.ts';
import { moduleAddSteal } from '../../objects/module.ts';
import { typeNameOf } from '../../objects/object.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { isStr, newStr, strToJs } from '../../objects/strings.ts';
import { tupleNew, tupleSetItem } from '../../objects/tuple.ts';
import { fast } from '../../objects/type-spec.ts';

/** What a child came to. */
export interface ChildResult {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program on a fresh machine of the same release, to its end.
 * @param files texts by path that the child finds besides those on the host
 */
export type StartChild = (
  source: string,
  filename: string,
  files: ReadonlyMap<string, string>,
) => ChildResult;

/**
 * Gives the module sys `_run_python(source, filename, *files) -> (exit, stdout, stderr)`, where files
 * are paths and texts in turn. Boot only.
 */
export function addRunPython(rt: Runtime, sys: Addr, start: StartChild): void {
  const run = (_rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr => {
    if (!checkPositional(rt, '_run_python', nargs, 2, nargs)) return 0;
    const texts: string[] = [];
    for (let i = 0; i < nargs; i++) {
      const p = rt.arg(argv, i);
      if (!isStr(rt, p)) {
        return raise(rt, rt.exc.TypeError, `a str is required, not '${typeNameOf(rt, p)}'`);
      }
      texts.push(strToJs(rt, p));
    }
    const files = new Map<string, string>();
    for (let i = 2; i < nargs; i += 2) files.set(texts[i]!, texts[i + 1] ?? '');
    const { exit, stdout, stderr } = start(texts[0]!, texts[1]!, files);
    const result = tupleNew(rt, 3);
    if (result === 0) return 0;
    tupleSetItem(rt, result, 0, newInt(rt, exit));
    tupleSetItem(rt, result, 1, newStr(rt, stdout));
    tupleSetItem(rt, result, 2, newStr(rt, stderr));
    return result;
  };
  const def = methodDef(rt, '_run_python', fast(run));
  moduleAddSteal(rt, sys, '_run_python', cfunctionNew(rt, def, sys, rt.ids.sys));
}
