// Writes expected.json: what a real CPython 3.14.2 prints for each program here.
// usage: node record.mjs [FOLDER OF PYODIDE]
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { interpreter } from '../../../content/pyodide.mjs';

const here = import.meta.dirname;
const run = await interpreter(process.argv[2]);
const expected = {};
for (const name of readdirSync(here).filter((name) => name.endsWith('.py')))
  expected[name] = await run(readFileSync(join(here, name), 'utf8'));
writeFileSync(join(here, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
