// From the start of a process to its end: `pymemlab run` of one print, and Node with nothing to do.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { median } from '../lib/stats.mjs';

function once(args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - start;
}

export function startup(runs) {
  const folder = mkdtempSync(join(tmpdir(), 'pymemlab-bench-'));
  const file = join(folder, 'hello.py');
  writeFileSync(file, 'print("hello")\n');
  const command = ['run', file];
  const bare = [];
  const hello = [];
  try {
    for (let i = 0; i < runs; i++) {
      bare.push(once(['-e', 'console.log("hello")']));
      hello.push(once([join(root, 'cli', 'pymemlab.mjs'), ...command]));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return { bare: median(bare), hello: median(hello) };
}
