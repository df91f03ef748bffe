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

/** Runs in one go whose CPU time the shell adds up, in steps of 10 ms at worst. */
const AT_ONCE = 10;
const LOOP = `for i in ${'. '.repeat(AT_ONCE)}; do "$0" "$@" > /dev/null || exit; done; times`;

/** CPU time of a process, user and system, its threads included, in ms; NaN where there is no shell. */
function cpuOf(args) {
  const { status, stdout } = spawnSync('sh', ['-c', LOOP, process.execPath, ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) return Number.NaN;
  const [ofChildren] = stdout.trim().split('\n').slice(-1);
  const seconds = [...ofChildren.matchAll(/(\d+)m([\d.]+)s/g)].map(([, m, s]) => 60 * m + +s);
  return (seconds.reduce((sum, x) => sum + x, 0) * 1000) / AT_ONCE;
}

/** Medians of each, ms: {ms, cpuMs}. */
export function startup(runs) {
  const folder = mkdtempSync(join(tmpdir(), 'pymemlab-bench-'));
  const file = join(folder, 'hello.py');
  writeFileSync(file, 'print("hello")\n');
  const commands = {
    bare: ['-e', 'console.log("hello")'],
    hello: [join(root, 'cli', 'pymemlab.mjs'), 'run', file],
  };
  const found = { bare: { ms: [], cpuMs: [] }, hello: { ms: [], cpuMs: [] } };
  try {
    // the first leaves an image of memory, the second V8's code
    for (let i = 0; i < 2; i++) once(commands.hello);
    for (let i = 0; i < runs; i++) {
      for (const [name, args] of Object.entries(commands)) {
        found[name].ms.push(once(args));
        if (i % 2 === 0) found[name].cpuMs.push(cpuOf(args));
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const medians = ({ ms, cpuMs }) => ({ ms: median(ms), cpuMs: median(cpuMs) });
  return { bare: medians(found.bare), hello: medians(found.hello) };
}
