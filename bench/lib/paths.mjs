// Where things lie, and the packages of the other engines.
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const bench = resolve(dirname(fileURLToPath(import.meta.url)), '..');
export const root = dirname(bench);
/** The other engines are installed here, out of the project's own packages. */
export const installed = join(root, '.cache', 'bench');
export const engineBundle = join(root, 'build', 'engine.mjs');

export const packageFile = (name, file) => join(installed, 'node_modules', name, file);
export const readPackage = (name, file) => readFileSync(packageFile(name, file), 'utf8');
export const packageVersion = (name) => JSON.parse(readPackage(name, 'package.json')).version;
