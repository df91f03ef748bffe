// Builds the site into dist/.
import { run } from './command.mjs';
import { explainFailure, tail } from './explain.mjs';
import { fingerprint, isBuilt, markBuilt } from './freshness.mjs';
import { script, tool } from './tools.mjs';

async function step(command, show) {
  const { status, output } = await run(...command, { show, env: { FORCE_COLOR: '0' } });
  if (status === 0) return undefined;
  const sentence = explainFailure('build the site', output);
  return sentence ?? (show ? 'The build failed; see above.' : `The build failed:\n${tail(output)}`);
}

/** Returns undefined when dist/ is there and right, else what went wrong. */
export async function build({ show = false } = {}) {
  // Taken before: an edit made during the build then counts as not yet built.
  const print = fingerprint();
  const problem =
    (await step(script('tools/build-engine.mjs'), show)) ??
    (await step(tool('astro', 'build'), show));
  if (problem) return problem;
  try {
    markBuilt(print);
  } catch (error) {
    return explainFailure('build the site', String(error)) ?? String(error);
  }
  return undefined;
}

export async function buildIfNeeded(options) {
  return isBuilt() ? undefined : build(options);
}
