// Records what CPython 3.14.2, which had the incremental collector, prints for the programs about it, and its
// thresholds. It is Pyodide's, which is for WebAssembly; 64-bit builds of that release are not to be had any more.
// npm ci --prefix .cache/bench brings it (bench/README.md). usage: node record-incremental.mjs [FOLDER OF PYODIDE]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const PROGRAMS = ['src/content/programs/generations-slices.py'];
const THRESHOLDS = 'import gc; print(*gc.get_threshold())';

const root = join(import.meta.dirname, '../..');
const folder = resolve(process.argv[2] ?? join(root, '.cache/bench/node_modules/pyodide'));
const { loadPyodide } = await import(pathToFileURL(join(folder, 'pyodide.mjs')).href);
const RUN = "exec(compile(source, 'main.py', 'exec'), {'__name__': '__main__'})\n";
const FLUSH = 'import sys; sys.stdout.flush(); sys.version.split()[0]';

async function run(source) {
  let stdout = '';
  const py = await loadPyodide({});
  const write = (bytes) => {
    stdout += new TextDecoder().decode(bytes);
    return bytes.length;
  };
  py.setStdout({ write });
  py.globals.set('source', source);
  const release = py.runPython(RUN + FLUSH);
  if (release !== '3.14.2') throw new Error(`recorded with 3.14.2, not with ${release}`);
  return { stdout, stderr: '', code: 0 };
}

function write(file, content) {
  const path = join(root, file);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `${JSON.stringify({ release: '3.14.2', ...content }, null, 2)}\n`);
}

const programs = {};
for (const name of PROGRAMS) programs[name] = await run(readFileSync(join(root, name), 'utf8'));
write('tests/content/recorded/incremental/3.14.2.json', { programs });

const thresholds = (await run(THRESHOLDS)).stdout.trim().split(' ').map(Number);
const facts = Object.fromEntries(thresholds.map((value, index) => [`threshold.${index}`, value]));
const date = new Date().toISOString().slice(0, 10);
write('src/content/measured/3.14.2.json', { date, facts });
