// Bundles the engine and the command line for Node: build/engine.mjs, build/pymemlab.mjs, build/check.mjs.
// One file loads faster than a hundred, and numbers that are constants in one module become
// literals in the `switch` of another, which is what lets V8 compile it to a jump table.
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

export const bundles = [
  { entry: 'engine/whole.ts', out: 'build/engine.mjs' },
  { entry: 'cli/main.ts', out: 'build/pymemlab.mjs', minify: true },
  { entry: 'cli/check.ts', out: 'build/check.mjs' },
];

/** @param minify where loading takes longer than running; others stay readable in a profile */
async function bundle(esbuild, { entry, out, minify = false }) {
  const result = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: out,
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    // Of the commands only `check` needs packages; it runs beside node_modules.
    packages: 'external',
    target: 'es2024',
    minifySyntax: true,
    minifyIdentifiers: minify,
    minifyWhitespace: minify,
    keepNames: false,
    // a byte a character: V8 reads it as it is
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const target = join(root, out);
  mkdirSync(dirname(target), { recursive: true });
  // Written beside and renamed: a second process never reads half a file.
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}`);
  writeFileSync(beside, result.outputFiles[0].contents);
  renameSync(beside, target);
}

/** Builds what has an entry file; returns the files written. Rejects with esbuild's messages. */
export async function buildEngine(which = bundles) {
  const esbuild = await import('esbuild');
  const present = which.filter(({ entry }) => existsSync(join(root, entry)));
  for (const one of present) await bundle(esbuild, one);
  return present.map(({ out }) => out);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const written = await buildEngine();
    console.log(written.length > 0 ? `wrote ${written.join(', ')}` : 'nothing to bundle yet');
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
