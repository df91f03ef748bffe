#!/usr/bin/env node
// The `pymemlab` command. Finds a Node that can run it and a current bundle, then hands over to
// cli/main.ts, or cli/check.ts. Plain JavaScript, because it must start on any Node from 20 on.
import '../scripts/lib/refuse-old-node.mjs';
import { existsSync, readdirSync, statSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isNewEnough } from '../scripts/lib/node-version.mjs';
import { inRoot } from '../scripts/lib/paths.mjs';

// What is seldom needed is imported where it is: a run of a small program is mostly the start.

const part = process.argv[2] === 'check' ? 'check' : 'main';
const out = `build/${part === 'main' ? 'pymemlab' : part}.mjs`;
const bundle = inRoot(out);
const entry = inRoot('cli', `${part}.ts`);

function stop(sentence) {
  console.error(`pymemlab: ${sentence}`);
  process.exit(1);
}

function newestIn(folder) {
  if (!existsSync(folder)) return 0;
  let newest = 0;
  for (const item of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${item.name}`;
    newest = Math.max(newest, item.isDirectory() ? newestIn(path) : statSync(path).mtimeMs);
  }
  return newest;
}

function isCurrent() {
  if (!existsSync(bundle)) return false;
  if (!existsSync(entry)) return true; // a copy without sources
  const folders = ['engine', 'cli', ...(part === 'check' ? ['src/exercise', 'src/course'] : [])];
  const sources = folders.map((folder) => newestIn(inRoot(folder)));
  return statSync(bundle).mtimeMs > Math.max(...sources);
}

/** The file to run: the bundle, made now if it is old, else the source itself. */
async function findMain() {
  if (isCurrent()) return bundle;
  if (!existsSync(entry)) stop(`cli/${part}.ts is missing from this copy of the project.`);
  try {
    const { buildEngine, bundles } = await import('../tools/build-engine.mjs');
    await buildEngine(bundles.filter((one) => one.out === out));
    return bundle;
  } catch (error) {
    // Without esbuild, or where nothing can be written, Node runs the TypeScript as it is.
    if (error.code === 'ERR_MODULE_NOT_FOUND' || ['EACCES', 'EROFS'].includes(error.code))
      return entry;
    const { explainFailure } = await import('../scripts/lib/explain.mjs');
    return stop(explainFailure('bundle the engine', error.message) ?? error.message);
  }
}

/** Ends this process with what another one came to, under a Node that will do. */
async function runElsewhere() {
  const { become, findNode } = await import('../scripts/lib/project-node.mjs');
  const { explainOldNode } = await import('../scripts/lib/explain.mjs');
  const node = findNode();
  if (!node) stop(explainOldNode(process.versions.node, `${process.platform} ${process.arch}`));
  process.exit(await become(node, fileURLToPath(import.meta.url), process.argv.slice(2)));
}

if (!isNewEnough(process.versions.node)) await runElsewhere();

// What V8 made of the bundle is kept beside it: most of a short run would be compiling.
module.enableCompileCache(inRoot('build', 'compiled'));
const { main } = await import(pathToFileURL(await findMain()).href);
if (typeof main === 'function') process.exitCode = await main(process.argv.slice(2));
