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

/**
 * What V8 does beside a short run, in other threads, was a third of its CPU time. Each line says what paid
 * for it, of a hello's 80 ms; runs of 200 ms take a twentieth to a tenth less, longer ones as long as
 * before. Only of this V8 is it known that it has the flags.
 */
const FLAGS = [
  // the machine's 64 MiB make V8 mark its heap at once, unless they count as part of that: 9 ms
  '--external-memory-accounted-in-global-limit',
  // what runs a few hundred times is not compiled by Maglev yet: 6 ms
  '--invocation-count-for-maglev=4000',
  // nor the loops of the exit's collections, over two thousand objects: 5 ms
  '--invocation-count-for-maglev-osr=1500',
  '--invocation-count-for-osr=3000',
];

if (process.versions.v8.startsWith('13.6.')) {
  const { setFlagsFromString } = process.getBuiltinModule('v8');
  for (const flag of FLAGS) setFlagsFromString(flag);
}

const { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } =
  process.getBuiltinModule('fs');
const { basename, dirname, join } = process.getBuiltinModule('path');
const root = import.meta.dirname.slice(0, -'cli'.length);
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

// ---- the bundle ------------------------------------------------------------------------------------
//
// build/pymemlab.js is a script whose modules are functions (tools/esm-as-functions.mjs); beside it lies what
// V8 made of it in an earlier process. Node's own cache for modules has all of a bundle, as it was before
// anything ran; this one has the functions that a small program comes to.

/** The stamp of the script that a file of kept code begins with: its size and its time. */
const STAMP_BYTES = 16;

function stampOf(file) {
  const { size, mtimeMs } = statSync(file);
  return Buffer.from(Float64Array.of(size, mtimeMs).buffer);
}

function readKept(file, stamp) {
  try {
    const bytes = readFileSync(file);
    return bytes.subarray(0, STAMP_BYTES).equals(stamp) ? bytes.subarray(STAMP_BYTES) : undefined;
  } catch {
    return undefined;
  }
}

function load(file) {
  const stamp = stampOf(file);
  const kept = join(
    dirname(file),
    'compiled',
    `${basename(file)}-${process.version}-${process.arch}`,
  );
  const cachedData = readKept(kept, stamp);
  const { Script } = process.getBuiltinModule('vm');
  const script = new Script(readFileSync(file, 'latin1'), { filename: file, cachedData });
  const isKept = cachedData !== undefined && !script.cachedDataRejected;
  const keep = () => {
    if (!isKept) writeKept(kept, Buffer.concat([stamp, script.createCachedData()]));
  };
  return { modules: script.runInThisContext(), keep };
}

function writeKept(file, bytes) {
  // written beside and renamed: a second process never reads half a file
  const beside = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(beside, bytes);
    renameSync(beside, file);
  } catch {
    // where nothing can be written, each process compiles
  }
}

/** Runs a command, and ends the process with its status. */
async function runBundle(file) {
  const first = load(file);
  const modules = { ...first.modules };
  const made = new Map();
  const require = (name) => {
    if (modules[name] === undefined) {
      return (
        process.getBuiltinModule(name) ?? stop('its bundle was made anew meanwhile. Try again.')
      );
    }
    if (!made.has(name)) {
      const module = {};
      modules[name](module, require);
      made.set(name, module.exports());
    }
    return made.get(name);
  };
  let rest;
  const bringRest = () => {
    rest ??= load(file.replace(/\.js$/, '-rest.js'));
    Object.assign(modules, rest.modules);
    return require('./main.js');
  };
  const bundle = { file, rest: bringRest, fromImage: false, isWritten: false };
  const status = await require('./first.js').main(args, bundle);
  // a run that booted, or none at all, is not what later ones do
  if (bundle.fromImage) first.keep();
  rest?.keep();
  // to take the process apart in good order takes a tenth of a short run
  if (bundle.isWritten) process.exit(status);
  process.exitCode = status;
}

const file = await findMain();
if (file.endsWith('.js')) {
  // Node would show the line it was thrown in, which has a million characters
  await runBundle(file).catch((error) => stop(error.stack));
} else {
  const { pathToFileURL } = await import('node:url');
  const { main } = await import(pathToFileURL(file).href);
  if (typeof main === 'function') process.exitCode = await main(args);
}
