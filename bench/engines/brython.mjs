// Brython: Python to JavaScript. A script for browsers: what it asks of one is put in place first.
import vm from 'node:vm';
import { packageVersion, readPackage } from '../lib/paths.mjs';
import { timed } from '../lib/timed.mjs';

let brython;
export const info = { version: packageVersion('brython') };

export async function load() {
  const host = 'http://localhost';
  Object.assign(globalThis, {
    self: globalThis,
    window: globalThis,
    addEventListener() {},
    location: {
      href: `${host}/`,
      origin: host,
      pathname: '/',
      host: 'localhost',
      protocol: 'http:',
    },
    document: {
      dispatchEvent() {},
      addEventListener() {},
      querySelectorAll: () => [],
      currentScript: { src: `${host}/brython.js` },
    },
    module: { exports: {} },
  });
  globalThis.__BRYTHON__ = globalThis.$B = {};
  for (const file of ['brython.js', 'brython_stdlib.js']) {
    vm.runInThisContext(readPackage('brython', file), { filename: file });
  }
  brython = globalThis.__BRYTHON__;
}

export const run = (source) =>
  timed(() => {
    let stdout = '';
    let complaint;
    const { log, error } = console;
    console.log = (...texts) => {
      stdout += texts.join(' ');
    };
    console.error = (...texts) => {
      complaint = texts.join(' ');
    };
    try {
      brython.runPythonSource(source, 'bench_main');
    } finally {
      Object.assign(console, { log, error });
    }
    if (complaint !== undefined) throw new Error(complaint);
    return { stdout };
  });
