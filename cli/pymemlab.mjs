#!/usr/bin/env node
// The `pymemlab` command. Finds a Node that can run it and a current bundle, then hands over to
// cli/first.ts, or cli/check.ts. Plain JavaScript, because it must start on any Node from 20 on.
//
// A run of a small program is mostly the start. So what is seldom needed is imported where it is, and
// modules of Node are asked for by `getBuiltinModule`: to import one reads all of its exports, and some
// load further modules.

const args = process.argv.slice(2);
const part = args[0] === 'check' ? 'check' : 'main';

function stop(sentence) {
  console.error(`pymemlab: ${sentence}`);
  process.exit(1);
}

/** Ends this process with what another one came to, under a Node that will do. */
async function runElsewhere() {
  const { become, findNode } = await import('../scripts/lib/project-node.mjs');
  const { explainOldNode } = await import('../scripts/lib/explain.mjs');
  const node = findNode();
  if (!node) stop(explainOldNode(process.versions.node, `${process.platform} ${process.arch}`));
  process.exit(await become(node, process.argv[1], args));
}

// from 23 on every Node will do
if (Number.parseInt(process.versions.node, 10) < 23) {
  await import('../scripts/lib/refuse-old-node.mjs');
  const { isNewEnough } = await import('../scripts/lib/node-version.mjs');
  if (!isNewEnough(process.versions.node)) await runElsewhere();
}

const { existsSync, readFileSync, statSync } = process.getBuiltinModule('fs');
const root = `${import.meta.dirname}/../`;
const out = part === 'check' ? 'build/check.mjs' : 'build/pymemlab.js';
const bundle = root + out;
const entry = `${import.meta.dirname}/${part}.ts`;

const timeOf = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs;

/** Whether the bundle is younger than every source that went into it. */
function isCurrent() {
  const made = timeOf(bundle);
  if (made === undefined) return false;
  if (!existsSync(entry)) return true; // a copy without sources
  const list = `${bundle}.sources`;
  if (!existsSync(list)) return false;
  const sources = readFileSync(list, 'latin1').split('\n');
  return sources.every((source) => timeOf(root + source) < made);
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

const file = await findMain();
if (file.endsWith('.js')) {
  const { runBundle } = await import('./run-bundle.mjs');
  await runBundle(file, args);
} else {
  const { pathToFileURL } = await import('node:url');
  const { main } = await import(pathToFileURL(file).href);
  if (typeof main === 'function') process.exitCode = await main(args);
}
