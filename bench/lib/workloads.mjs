// The programs. A line `N = 27  # observed: 15` gives the size of a plain run and that of an observed one.
// NAME.expected and NAME.observed.expected hold what CPython prints.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bench } from './paths.mjs';

const folder = join(bench, 'workloads');

export const names = () =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.py'))
    .map((file) => file.slice(0, -3))
    .sort();

export function source(name, mode) {
  const text = readFileSync(join(folder, `${name}.py`), 'utf8');
  return mode === 'observed' ? text.replace(/^(\w+ = ).*?(\s+# observed: )(\S+)$/gm, '$1$3') : text;
}

export const expected = (name, mode) =>
  readFileSync(join(folder, `${name}${mode === 'observed' ? '.observed' : ''}.expected`), 'utf8');
