// Skulpt: Python to JavaScript. Without its limits, which would look at the clock at every call.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { installed, packageVersion } from '../lib/paths.mjs';
import { timed } from '../lib/timed.mjs';

let Sk;
let out = '';
export const info = { version: packageVersion('skulpt') };

export async function load() {
  Sk = createRequire(join(installed, 'package.json'))('skulpt');
  Sk.configure({
    output: (text) => {
      out += text;
    },
    read: (file) => {
      const text = Sk.builtinFiles?.files[file];
      if (text === undefined) throw new Error(`File not found: '${file}'`);
      return text;
    },
    __future__: Sk.python3,
    execLimit: null,
    yieldLimit: null,
  });
}

export const run = (source) =>
  timed(async () => {
    const main = () => Sk.importMainWithBody('<stdin>', false, source, true);
    await Sk.misceval.asyncToPromise(main).catch((error) => {
      throw new Error(String(error));
    });
    return { stdout: out };
  });
