// The stages of `npm test`. A stage resolves to { passed, failed, note?, details? }.
import { readFileSync, rmSync } from 'node:fs';
import { build } from './build.mjs';
import { run } from './command.mjs';
import { tail } from './explain.mjs';
import { freePort } from './free-port.mjs';
import { isBuilt } from './freshness.mjs';
import { inRoot } from './paths.mjs';
import { readPlaywright, readVitest } from './reports.mjs';
import { script, tool } from './tools.mjs';

const minutes = (count) => count * 60_000;
const plain = { FORCE_COLOR: '0', NO_COLOR: '1' };

/** A check that is one command: it passes or fails as one. */
const check = (command) => async () => {
  const { status, output } = await run(...command, { env: plain, limit: minutes(5) });
  if (status !== 0) return { passed: 0, failed: 1, details: tail(output, 80) };
  return { passed: 1, failed: 0, note: lastLine(output) };
};

function lastLine(output) {
  const line = output.trim().split('\n').at(-1)?.trim() ?? '';
  return /^[\w\d]/.test(line) ? line.slice(0, 100) : '';
}

/** A test runner that leaves a JSON report; one that crashes without a report counts as a failure. */
async function counted(command, file, read, env, limit) {
  rmSync(file, { force: true });
  const { status, output } = await run(...command, { env: { ...plain, ...env }, limit });
  let result;
  try {
    result = read(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 1, details: tail(output) };
  }
  if (status === 0 || result.failed > 0) return result;
  // All tests passed and yet the runner is not content: an error outside any test.
  return { ...result, failed: 1, details: tail(output) };
}

async function unit() {
  await run(...script('scripts/setup-postgres.mjs'), { limit: minutes(4) });
  const file = inRoot('test-results', 'unit.json');
  const command = tool('vitest', 'run', '--reporter=json', `--outputFile=${file}`);
  return counted(command, file, readVitest, {}, minutes(40));
}

async function buildStage() {
  const problem = await build();
  return problem ? { passed: 0, failed: 1, details: problem } : { passed: 1, failed: 0 };
}

async function e2e() {
  if (!isBuilt()) {
    const problem = await build();
    if (problem) return { passed: 0, failed: 1, details: 'Not run: the site could not be built.' };
  }
  const browser = await run(...script('scripts/setup-browser.mjs'), { limit: minutes(8) });
  if (browser.status !== 0) return { passed: 0, failed: 1, details: tail(browser.output) };
  const file = inRoot('test-results', 'e2e.json');
  const env = { E2E_REPORT: file, PORT: String(await freePort()) };
  return counted(tool('playwright', 'test', '--retries=1'), file, readPlaywright, env, minutes(25));
}

export const stages = {
  lock: check(script('scripts/check-lock.mjs')),
  format: check(tool('prettier', '--check', '.')),
  lint: check(tool('biome', 'lint', '--max-diagnostics=100', '.')),
  'types: site': check(tool('astro', 'check')),
  'types: engine': check(tool('tsc', '--noEmit', '-p', 'engine')),
  'types: rest': check(tool('tsc', '--noEmit', '-p', 'tsconfig.node.json')),
  imports: check(script('tools/check-imports.mjs')),
  unit,
  build: buildStage,
  e2e,
};
