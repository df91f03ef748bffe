// Runs build/pymemlab.js: a script whose modules are functions (tools/esm-as-functions.mjs), with what V8
// made of them in an earlier process, beside it. Node's own cache for modules takes in all of a bundle,
// as it was before anything ran; this one has the functions that a small program comes to.

const { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } =
  process.getBuiltinModule('fs');
const { basename, dirname, join } = process.getBuiltinModule('path');
const { Script } = process.getBuiltinModule('vm');

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

/**
 * What V8 does beside a short run, in other threads, was a third of its CPU time. Each line says what paid
 * for it, of a hello's 70 to 80 ms; runs of a second take as long or less. Only of this V8 is it known that
 * it has the flags.
 */
const FLAGS = [
  // the machine's 64 MiB make V8 mark its heap at once, unless they count as part of that: 9 ms
  '--external-memory-accounted-in-global-limit',
  // small functions are compiled by Maglev ten times later: 6 ms (a run of 200 ms: 10)
  '--invocation-count-for-maglev=4000',
];

function setFlags() {
  if (!process.versions.v8.startsWith('13.6.')) return;
  const { setFlagsFromString } = process.getBuiltinModule('v8');
  for (const flag of FLAGS) setFlagsFromString(flag);
}

/** Runs a command, and ends the process with its status. */
export async function runBundle(file, args) {
  setFlags();
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
  const bundle = { file, rest: bringRest, fromImage: false, isWritten: false };
  const status = await require('./first.js').main(args, bundle);
  // a run that booted, or none at all, is not what later ones do
  if (bundle.fromImage) first.keep();
  rest?.keep();
  // to take the process apart in good order takes a tenth of a short run
  if (bundle.isWritten) process.exit(status);
  process.exitCode = status;
}
