// Native CPython, for reference: `python3`, or CPYTHON=/path/to/python. Timed inside the interpreter.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bench } from '../lib/paths.mjs';

const python = process.env.CPYTHON ?? 'python3';
export const info = { version: '?' };

export async function load() {
  const code = 'import sys; print(sys.version.split()[0])';
  const { status, stdout } = spawnSync(python, ['-c', code], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`there is no ${python}`);
  info.version = stdout.trim();
}

const RUN = `
import sys, time
src = sys.stdin.read()
cpu = time.process_time()
t = time.perf_counter()
exec(compile(src, 'main.py', 'exec'), {'__name__': '__main__'})
sys.stdout.flush()
t = time.perf_counter() - t
sys.stderr.write('@@{"ms": %r, "cpuMs": %r}' % (t * 1000, (time.process_time() - cpu) * 1000))
`;

const OBSERVE = `
import sys, json, time
sys.path.insert(0, sys.argv[1])
import tracer
src = sys.stdin.read()
cpu = time.process_time()
t = time.perf_counter()
r = tracer.observe(src, 'full')
r['ms'] = (time.perf_counter() - t) * 1000
r['cpuMs'] = (time.process_time() - cpu) * 1000
sys.stdout.flush()
sys.stderr.write('@@' + json.dumps({'ms': r['ms'], 'cpuMs': r['cpuMs'], 'steps': r['steps']}))
`;

function ask(args, input) {
  const { status, stdout, stderr } = spawnSync(python, args, {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const at = stderr.lastIndexOf('@@');
  if (status !== 0 || at < 0) throw new Error(stderr.slice(-500));
  return { stdout, ...JSON.parse(stderr.slice(at + 2)) };
}

export const run = (source) => ask(['-c', RUN], source);
export const observe = (source) => ask(['-c', OBSERVE, join(bench, 'tracer')], source);
