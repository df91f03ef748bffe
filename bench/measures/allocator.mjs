// The allocators alone: pairs of malloc and free a second, and the same requests put to the real
// pymalloc, driven from C.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bench, root } from '../lib/paths.mjs';

// The engine's door does not show its allocators, so they are bundled by themselves.
const ENTRY = `
export { CHeap, Memory } from './engine/memory/index.ts';
export { setupAllocators } from './engine/pymalloc/index.ts';
export { profiles } from './engine/profiles/index.ts';
export { requestKinds, requests } from './tests/pymalloc-traces/record/requests.ts';
`;

const python = process.env.CPYTHON ?? 'python3';
const REQUESTS = 100_000;
/** Requests in a measured run: a second or so for the slower of the two. */
const MEASURED = 10_000_000;
const VERBS = 'arf';

async function bundle() {
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'es2024',
    minifySyntax: true,
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}

function allocator({ CHeap, Memory, profiles, setupAllocators }) {
  const memory = new Memory({ bytes: 256 << 20 });
  return setupAllocators(memory, new CHeap(memory), profiles['3.13'].pymalloc).obj;
}

// ---- pairs -----------------------------------------------------------------------------------------

/** A pair at a time, of one size: the allocator's quickest way. */
function oneByOne(obj, pairs) {
  obj.malloc(32); // stays, so that the pool is never empty
  for (let i = 0; i < pairs; i++) obj.free(obj.malloc(32));
}

/** Many blocks of 32 sizes, freed in another order than they were asked for. */
function mixed(obj, pairs) {
  const blocks = new Int32Array(4096);
  for (let i = 0; i < pairs; i++) {
    const at = (i * 1597) & 4095;
    if (blocks[at] !== 0) obj.free(blocks[at]);
    blocks[at] = obj.malloc(16 + 16 * ((i * 7) & 31));
  }
}

function perSecond(obj, work, pairs) {
  work(obj, pairs >> 2);
  const start = performance.now();
  work(obj, pairs);
  return (pairs / (performance.now() - start)) * 1000;
}

export async function pairsPerSecond() {
  const obj = allocator(await bundle());
  return { oneByOne: perSecond(obj, oneByOne, 2e7), mixed: perSecond(obj, mixed, 1e7) };
}

// ---- beside C --------------------------------------------------------------------------------------

/** A thousand blocks of small sizes live; each request frees one or asks for one. */
function steady() {
  const lines = [];
  for (let i = 0; i < REQUESTS / 2; i++) {
    lines.push(`a ${i} ${16 + ((i * 37) % 200)}`);
    if (i >= 1000) lines.push(`f ${i - 1000}`);
  }
  return lines;
}

/** Rows of three numbers: what to do, which block, how many bytes. All that is left is freed at the end. */
function rowsOf(lines) {
  const live = new Set();
  const rows = lines.flatMap((line) => {
    const [verb, id, bytes = 0] = line.split(' ');
    if (verb === 'f') live.delete(id);
    else live.add(id);
    return [VERBS.indexOf(verb), Number(id), Number(bytes)];
  });
  for (const id of live) rows.push(VERBS.indexOf('f'), Number(id), 0);
  return Int32Array.from(rows);
}

function answer(obj, rows, blocks) {
  for (let i = 0; i < rows.length; i += 3) {
    const id = rows[i + 1];
    if (rows[i] === 0) blocks[id] = obj.malloc(rows[i + 2]);
    else if (rows[i] === 1) blocks[id] = obj.realloc(blocks[id], rows[i + 2]);
    else obj.free(blocks[id]);
  }
}

/** Seconds of CPU that the engine's allocator takes. */
function ours(obj, rows, rounds) {
  const blocks = new Int32Array(rows.length / 3);
  for (let i = 0; i < 5; i++) answer(obj, rows, blocks);
  const start = process.cpuUsage().user;
  for (let i = 0; i < rounds; i++) answer(obj, rows, blocks);
  return (process.cpuUsage().user - start) / 1e6;
}

const MEASURE = `
import ctypes, sys
library = ctypes.PyDLL(sys.argv[1])
library.measure.restype = ctypes.c_double
library.measure(sys.argv[2].encode(), 5)
print(library.measure(sys.argv[2].encode(), int(sys.argv[3])))
`;

/** Seconds of CPU that CPython's takes; NaN without a CPython, or a C compiler, on Linux. */
function theirs(library, rows, rounds, folder) {
  const file = join(folder, 'rows');
  writeFileSync(file, rows);
  const env = { ...process.env, LD_PRELOAD: library, PYTHONMALLOC: 'malloc' };
  const args = ['-c', MEASURE, library, file, String(rounds)];
  const { status, stdout } = spawnSync(python, args, { env, encoding: 'utf8' });
  return status === 0 ? Number(stdout) : Number.NaN;
}

function compile(folder) {
  const library = join(folder, 'allocator.so');
  const source = join(bench, 'measures', 'allocator.c');
  spawnSync('cc', ['-O2', '-shared', '-fPIC', '-o', library, source]);
  return library;
}

/** Requests a second of CPU of both, by kind of sequence. */
export async function besideC() {
  const modules = await bundle();
  const folder = mkdtempSync(join(tmpdir(), 'pymemlab-bench-'));
  try {
    const library = compile(folder);
    const sequences = [
      ['steady', steady()],
      ...modules.requestKinds.map((kind) => [kind, modules.requests(kind, 1, REQUESTS)]),
    ];
    return sequences.map(([kind, lines]) => {
      const rows = rowsOf(lines);
      const rounds = Math.ceil(MEASURED / (rows.length / 3));
      const requests = (rounds * rows.length) / 3;
      const engine = requests / ours(allocator(modules), rows, rounds);
      const c = requests / theirs(library, rows, rounds, folder);
      return { kind, engine, c };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
