// Pyodide: CPython compiled to WebAssembly.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bench, packageFile, packageVersion } from '../lib/paths.mjs';
import { timed } from '../lib/timed.mjs';

let py;
let out = '';
export const info = { version: packageVersion('pyodide') };

export async function load() {
  const url = pathToFileURL(packageFile('pyodide', 'pyodide.mjs')).href;
  const { loadPyodide } = await import(url);
  py = await loadPyodide({});
  const decoder = new TextDecoder();
  const write = (bytes) => {
    out += decoder.decode(bytes, { stream: true });
    return bytes.length;
  };
  py.setStdout({ write, isatty: false });
  info.version += ` (CPython ${py.runPython('import sys; sys.version.split()[0]')})`;
}

const EXEC = "exec(compile(bench_src, 'main.py', 'exec'), {'__name__': '__main__'})";
const FLUSH = 'import sys\nsys.stdout.flush()';

export function run(source) {
  py.globals.set('bench_src', source);
  return timed(() => {
    py.runPython(`${EXEC}\n${FLUSH}`);
    return { stdout: out };
  });
}

/** sys.settrace: at each line names, ids, counts, types and short reprs, see tracer/tracer.py. */
export function observe(source) {
  py.globals.set('bench_src', source);
  py.globals.set('bench_tracer', readFileSync(join(bench, 'tracer', 'tracer.py'), 'utf8'));
  py.runPython("ns = {'__name__': 'tracer'}\nexec(compile(bench_tracer, 'tracer.py', 'exec'), ns)");
  return timed(() => {
    const steps = py.runPython(`r = ns['observe'](bench_src, 'full')\n${FLUSH}\nr['steps']`);
    return { stdout: out, steps };
  });
}
