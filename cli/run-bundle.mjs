// Runs build/pymemlab.js: a script whose modules are functions (tools/esm-as-functions.mjs), with what V8
// made of them in an earlier process, beside it. Node's own cache for modules takes in all of a bundle,
// as it was before anything ran; this one has the functions that a small program comes to.
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';

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

/** Resolves to the exit status. */
export async function runBundle(file, args) {
  const first = load(file);
  const modules = { ...first.modules };
  const made = new Map();
  const require = (name) => {
    if (modules[name] === undefined) return process.getBuiltinModule(name);
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
  const bundle = { file, rest: bringRest, fromImage: false };
  const status = await require('./first.js').main(args, bundle);
  // a run that booted, or none at all, is not what later ones do
  if (bundle.fromImage) first.keep();
  rest?.keep();
  return status;
}
