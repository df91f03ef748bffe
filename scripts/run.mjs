// One task, on a fresh machine as well: `node scripts/run.mjs <task> [arguments]`.
import './lib/refuse-old-node.mjs';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bootstrap, stop } from './lib/bootstrap.mjs';
import { root } from './lib/paths.mjs';

const [task, ...rest] = process.argv.slice(2);
await bootstrap(fileURLToPath(import.meta.url));

const { build, buildIfNeeded } = await import('./lib/build.mjs');
const { freePort } = await import('./lib/free-port.mjs');
const { script, tool } = await import('./lib/tools.mjs');

function hand([program, args], env = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    process.once('SIGINT', () => {});
    child.on('close', (code) => resolve(code ?? 1));
  });
}

async function each(...commands) {
  for (const command of commands) {
    const status = await hand(command);
    if (status !== 0) return status;
  }
  return 0;
}

async function orStop(problem) {
  const sentence = await problem;
  if (sentence) stop(sentence);
  return 0;
}

const tasks = {
  dev: () => hand(tool('astro', 'dev', '--ignore-lock', ...rest)),
  build: () => orStop(build({ show: true })),
  pack: async () => {
    // Links are made relative from a site that stands at the root.
    delete process.env.SITE_BASE;
    await orStop(buildIfNeeded({ show: true }));
    return hand(script('tools/pack/pack.ts', ...rest));
  },
  bench: () => hand(script('bench/run.mjs', ...rest)),
  unit: () => hand(tool('vitest', 'run', ...rest)),
  conformance: () => hand(script('tests/conformance/run.ts', ...rest)),
  differences: () => hand(script('tests/conformance/differences.ts', ...rest)),
  cpython: () => hand(script('tests/cpython/run.ts', ...rest)),
  fuzz: () =>
    rest[0] === 'allocator'
      ? hand(script('tests/engine/pymalloc/fuzz.ts', ...rest.slice(1)))
      : hand(script('tests/fuzz/run.ts', ...rest)),
  'new-exercise': () => hand(script('tools/scaffold/new-exercise.ts', ...rest)),
  'new-chapter': () => hand(script('tools/scaffold/new-chapter.ts', ...rest)),
  lint: () => hand(tool('biome', 'lint', ...(rest.length > 0 ? rest : ['.']))),
  format: () => hand(tool('prettier', '--write', ...(rest.length > 0 ? rest : ['.']))),
  'format-check': () => hand(tool('prettier', '--check', '.')),
  check: () =>
    each(
      tool('astro', 'check'),
      tool('tsc', '--noEmit', '-p', 'engine'),
      tool('tsc', '--noEmit', '-p', 'tsconfig.node.json'),
      script('tools/check-imports.mjs'),
    ),
  e2e: async () => {
    await orStop(buildIfNeeded());
    const port = process.env.PORT ?? String(await freePort());
    return hand(tool('playwright', 'test', ...rest), { PORT: port });
  },
};

if (!tasks[task]) stop(`Unknown task "${task}". There are: ${Object.keys(tasks).join(', ')}.`);
process.exitCode = await tasks[task]();
