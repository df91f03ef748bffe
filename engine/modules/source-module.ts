/**
 * Modules from source files that the host finds: beside a script, in a folder that was named.
 * v3.13.0 Lib/importlib/_bootstrap_external.py PathFinder.find_spec, SourceLoader
 */
import type { Addr } from '../base/brand.ts';
import { listItem, listSize } from '../objects/list.ts';
import type { Runtime } from '../objects/runtime.ts';
import { isStr, strToJs } from '../objects/strings.ts';
import { makePythonModule } from './python-module.ts';

/** A module's source, as the host found it. */
export interface SourceFile {
  readonly source: string;
  readonly filename: string;
  /** The folder of the modules below it; null when it is no package. */
  readonly folder: string | null;
}

/** How the host finds source files. The machine asks it for what it does not have itself. */
export interface ModuleFinder {
  /** `sys.path` at the start of the program. */
  readonly path: readonly string[];
  /** The file of module `name` (its last part) in the first of these folders that has it. */
  find(name: string, folders: readonly string[]): SourceFile | null;
}

/** The module of that name in a folder of `path`; new, 0 without an exception when there is none. */
export function makeSourceModule(
  rt: Runtime,
  finder: ModuleFinder,
  name: string,
  path: Addr,
): Addr {
  const file = finder.find(name.slice(name.lastIndexOf('.') + 1), stringsOf(rt, path));
  if (file === null) return 0;
  const { source, filename, folder } = file;
  const below = folder === null ? null : [folder];
  return makePythonModule(rt, name, { source, filename, isFile: true, path: below });
}

function stringsOf(rt: Runtime, list: Addr): string[] {
  const strings: string[] = [];
  if (list === 0 || rt.typeOf(list) !== rt.types.list) return strings;
  for (let i = 0; i < listSize(rt, list); i++) {
    const item = listItem(rt, list, i);
    if (isStr(rt, item)) strings.push(strToJs(rt, item));
  }
  return strings;
}
