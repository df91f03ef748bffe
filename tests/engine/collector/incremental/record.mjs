// Writes expected.json: what a real CPython 3.14.2 prints for each program here. It is Pyodide's, which is
// for WebAssembly; 64-bit builds of that collector are not to be had any more. npm ci --prefix .cache/bench
// brings it (bench/README.md). usage: node record.mjs [FOLDER OF PYODIDE]
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const here = import.meta.dirname;
const folder = resolve(
  process.argv[2] ?? join(here, '../../../../.cache/bench/node_modules/pyodide'),
);
const { loadPyodide } = await import(pathToFileURL(join(folder, 'pyodide.mjs')).href);
const RUN = "exec(compile(source, 'main.py', 'exec'), {'__name__': '__main__'})\n";
const FLUSH = 'import sys; sys.stdout.flush(); sys.version.split()[0]';

const expected = {};
for (const name of readdirSync(here).filter((name) => name.endsWith('.py'))) {
  let text = '';
  const py = await loadPyodide({});
  const write = (bytes) => {
    text += new TextDecoder().decode(bytes);
    return bytes.length;
  };
  py.setStdout({ write });
  py.globals.set('source', readFileSync(join(here, name), 'utf8'));
  const version = py.runPython(RUN + FLUSH);
  if (version !== '3.14.2') throw new Error(`recorded with 3.14.2, not with ${version}`);
  expected[name] = text;
}
writeFileSync(join(here, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
