// CPython 3.14.2, which had the incremental collector. It is Pyodide's, which is for WebAssembly; 64-bit builds of that
// release are not to be had any more. npm ci --prefix .cache/bench brings it (bench/README.md).
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const RUN = "exec(compile(source, 'main.py', 'exec'), {'__name__': '__main__'})\n";
const FLUSH = 'import sys; sys.stdout.flush(); sys.version.split()[0]';

/** The release of all that it runs: any other is refused. */
export const RELEASE = '3.14.2';

/**
 * @param {string} [folder] of Pyodide
 * @returns {Promise<(source: string) => Promise<string>>} runs a program in a new interpreter: what it printed
 */
export async function interpreter(folder) {
  const root = join(import.meta.dirname, '../..');
  const path = resolve(folder ?? join(root, '.cache/bench/node_modules/pyodide'));
  const { loadPyodide } = await import(pathToFileURL(join(path, 'pyodide.mjs')).href);
  return async (source) => {
    let stdout = '';
    const py = await loadPyodide({});
    const write = (bytes) => {
      stdout += new TextDecoder().decode(bytes);
      return bytes.length;
    };
    py.setStdout({ write });
    py.globals.set('source', source);
    const release = py.runPython(RUN + FLUSH);
    if (release !== RELEASE) throw new Error(`recorded with ${RELEASE}, not with ${release}`);
    return stdout;
  };
}
