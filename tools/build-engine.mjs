// Bundles the engine and the command line for Node: build/engine.mjs, build/pymemlab.js and its rest,
// build/check.mjs. One file loads faster than a hundred, and numbers that are constants in one module
// become literals in the `switch` of another, which is what lets V8 compile it to a jump table.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { esmAsFunctions } from './esm-as-functions.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

export const bundles = [
  { entry: 'engine/whole.ts', out: 'build/engine.mjs' },
  // what a plain run needs, and with it all that the two share; the rest comes when it is needed
  { entry: 'cli/first.ts', rest: 'cli/main.ts', out: 'build/pymemlab.js' },
  { entry: 'cli/check.ts', out: 'build/check.mjs' },
];

const common = {
  absWorkingDir: root,
  bundle: true,
  write: false,
  metafile: true,
  platform: 'node',
  format: 'esm',
  // Of the commands only `check` needs packages; it runs beside node_modules.
  packages: 'external',
  target: 'es2024',
  minifySyntax: true,
  keepNames: false,
  // a byte a character: V8 reads it as it is
  charset: 'ascii',
  legalComments: 'none',
  logLevel: 'silent',
};

/** Written beside and renamed: a second process never reads half a file. */
function put(out, contents) {
  const target = join(root, out);
  mkdirSync(dirname(target), { recursive: true });
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}`);
  writeFileSync(beside, contents);
  renameSync(beside, target);
}

async function bundle(esbuild, { entry, out }) {
  const { outputFiles, metafile } = await esbuild.build({
    ...common,
    entryPoints: [entry],
    outfile: out,
  });
  putSources(out, metafile);
  put(out, outputFiles[0].contents);
}

/** The list by which the command tells whether a bundle is current. */
function putSources(out, { inputs }) {
  put(`${out}.sources`, Object.keys(inputs).join('\n'));
}

/**
 * A command of which a plain run reads the first part alone, as scripts for cli/pymemlab.mjs: beside
 * them a list of the sources, and what processes left to each other of an older bundle goes.
 */
async function bundleInParts(esbuild, { entry, rest, out }) {
  const { outputFiles, metafile } = await esbuild.build({
    ...common,
    entryPoints: [entry, rest],
    outdir: dirname(out),
    splitting: true,
    minifyIdentifiers: true,
    minifyWhitespace: true,
  });
  const last = `${basename(rest, '.ts')}.js`;
  const modules = outputFiles.map(({ path, text }) => ({ name: basename(path), text }));
  const isLast = ({ name }) => name === last;
  const scriptOf = (part) => esmAsFunctions(esbuild, part);
  put(out.replace(/\.js$/, '-rest.js'), await scriptOf(modules.filter(isLast)));
  for (const left of ['booted', 'compiled']) {
    rmSync(join(root, dirname(out), left), { recursive: true, force: true });
  }
  putSources(out, metafile);
  put(out, await scriptOf(modules.filter((one) => !isLast(one))));
}

/** Builds what has an entry file; returns the files written. Rejects with esbuild's messages. */
export async function buildEngine(which = bundles) {
  const esbuild = await import('esbuild');
  const present = which.filter(({ entry }) => existsSync(join(root, entry)));
  for (const one of present) await (one.rest ? bundleInParts : bundle)(esbuild, one);
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
