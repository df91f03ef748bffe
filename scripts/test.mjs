// `npm test`: every check there is. Installs what is missing, runs all stages in order, each in
// spite of the failures before it, and ends with one line that counts everything.
// For developers: `npm test -- --only unit,e2e`.
import './lib/refuse-old-node.mjs';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bootstrap, stop } from './lib/bootstrap.mjs';
import { inRoot } from './lib/paths.mjs';

await bootstrap(fileURLToPath(import.meta.url), (sentence) => {
  console.error(sentence);
  console.log('0 passed, 1 failed');
  process.exit(1);
});
const { stages } = await import('./lib/stages.mjs');

function chosen() {
  try {
    const { values } = parseArgs({ options: { only: { type: 'string' } } });
    return values.only?.split(',').map((name) => name.trim());
  } catch (error) {
    return stop(`${error.message.split('.')[0]}. The one option is --only <stages>.`);
  }
}

/** `types` stands for all three of its stages. */
const matches = (name, only) =>
  !only || only.some((word) => name === word || name.startsWith(`${word}:`));

async function runStage(name, stage) {
  const start = performance.now();
  let outcome;
  try {
    outcome = await stage();
  } catch (error) {
    outcome = { passed: 0, failed: 1, details: error.stack ?? String(error) };
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6);
  const mark = outcome.failed > 0 ? '✗' : '✓';
  const note = outcome.failed > 0 ? `${outcome.failed} failed` : (outcome.note ?? '');
  console.log(`${mark} ${name.padEnd(14)} ${seconds} s  ${note}`.trimEnd());
  if (outcome.details) console.log(`\n${outcome.details.replace(/^/gm, '    ')}\n`);
  return outcome;
}

const only = chosen();
const selected = Object.entries(stages).filter(([name]) => matches(name, only));
if (selected.length === 0) stop(`No such stage. There are: ${Object.keys(stages).join(', ')}.`);
mkdirSync(inRoot('test-results'), { recursive: true });
let passed = 0;
let failed = 0;
for (const [name, stage] of selected) {
  const outcome = await runStage(name, stage);
  passed += outcome.passed;
  failed += outcome.failed;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
