// Pairs of malloc and free, by the allocators alone.
import { build } from 'esbuild';
import { root } from '../lib/paths.mjs';

// The engine's door does not show its allocators, so they are bundled by themselves.
const ENTRY = `
export { CHeap, Memory } from './engine/memory/index.ts';
export { setupAllocators } from './engine/pymalloc/index.ts';
export { profiles } from './engine/profiles/index.ts';
`;

async function allocator() {
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
  const { CHeap, Memory, profiles, setupAllocators } = await import(
    `data:text/javascript;base64,${code}`
  );
  const memory = new Memory({ bytes: 64 << 20 });
  return setupAllocators(memory, new CHeap(memory), profiles['3.13'].pymalloc).obj;
}

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
  const obj = await allocator();
  return { oneByOne: perSecond(obj, oneByOne, 2e7), mixed: perSecond(obj, mixed, 1e7) };
}
