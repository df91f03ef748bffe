// Records what CPython 3.14.2, which had the incremental collector, prints for the programs about it, and its
// thresholds. usage: node record-incremental.mjs [FOLDER OF PYODIDE]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { interpreter, RELEASE } from './pyodide.mjs';

const PROGRAMS = ['src/content/programs/generations-slices.py'];
const THRESHOLDS = 'import gc; print(*gc.get_threshold())';

const root = join(import.meta.dirname, '../..');
const run = await interpreter(process.argv[2]);

function write(file, content) {
  const path = join(root, file);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `${JSON.stringify({ release: RELEASE, ...content }, null, 2)}\n`);
}

const programs = {};
for (const name of PROGRAMS) {
  const stdout = await run(readFileSync(join(root, name), 'utf8'));
  programs[name] = { stdout, stderr: '', code: 0 };
}
write('tests/content/recorded/incremental/3.14.2.json', { programs });

const thresholds = (await run(THRESHOLDS)).trim().split(' ').map(Number);
const facts = Object.fromEntries(thresholds.map((value, index) => [`threshold.${index}`, value]));
const date = new Date().toISOString().slice(0, 10);
write('src/content/measured/3.14.2.json', { date, facts });
