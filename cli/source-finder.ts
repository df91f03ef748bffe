/** Python files on the disk for programs to import: beside the script, and in folders that are named. */
import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { ModuleFinder, SourceFile } from '../engine/index.ts';
import { readProgram } from './read-program.ts';

/** Looks in the script's folder first, as CPython does, then in `folders`. */
export function sourceFinder(script: string, folders: readonly string[] = []): ModuleFinder {
  return { path: [dirname(script), ...folders].map((folder) => resolve(folder)), find };
}

function find(name: string, folders: readonly string[]): SourceFile | null {
  for (const folder of folders) {
    const package_ = join(folder, name);
    const init = join(package_, '__init__.py');
    if (isFile(init)) return { source: readProgram(init), filename: init, folder: package_ };
    const file = join(folder, `${name}.py`);
    if (isFile(file)) return { source: readProgram(file), filename: file, folder: null };
  }
  return null;
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
