// MicroPython (PyScript's build): a bytecode interpreter in WebAssembly, without reference counts.
import { pathToFileURL } from 'node:url';
import { packageFile, packageVersion } from '../lib/paths.mjs';
import { timed } from '../lib/timed.mjs';

const PACKAGE = '@micropython/micropython-webassembly-pyscript';
let mp;
let out = '';
export const info = { version: packageVersion(PACKAGE) };

export async function load() {
  const { argv } = process;
  process.argv = [argv[0]]; // its command line starts itself when argv[1] looks like its own path
  const url = pathToFileURL(packageFile(PACKAGE, 'micropython.mjs')).href;
  const { loadMicroPython } = await import(url);
  process.argv = argv;
  const stdout = (line) => {
    out += `${line}\n`;
  };
  mp = await loadMicroPython({ stdout });
}

export const run = (source) =>
  timed(() => {
    mp.runPython(source);
    return { stdout: out };
  });
