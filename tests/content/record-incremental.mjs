// Records what CPython 3.14.2, which had the incremental collector, prints for the programs about it, and its
// thresholds and collections. usage: node record-incremental.mjs [FOLDER OF PYODIDE]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { interpreter, RELEASE } from './pyodide.mjs';

const PROGRAMS = ['src/content/programs/generations-slices.py'];
/** As tests/content/measure/ tells them: one name and one number a line. */
const FACTS = `
import gc
for index, threshold in enumerate(gc.get_threshold()):
    print('threshold.%d' % index, threshold)
gc.collect()
before = [generation['collections'] for generation in gc.get_stats()]
kept = []
for i in range(100000):
    kept.append([])
after = [generation['collections'] for generation in gc.get_stats()]
for name, old, new in zip(['young', 'middle', 'full'], before, after):
    print('hundred-thousand.' + name, new - old)
`;

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

const lines = (await run(FACTS)).trim().split('\n');
const facts = Object.fromEntries(
  lines.map((line) => line.split(' ')).map(([name, value]) => [name, Number(value)]),
);
const date = new Date().toISOString().slice(0, 10);
write('src/content/measured/3.14.2.json', { date, facts });
