// PyMemLab itself, from the bundle that the command line and the site use.

import { pathToFileURL } from 'node:url';
import { engineBundle } from '../lib/paths.mjs';
import { timed } from '../lib/timed.mjs';

const LIMITS = { steps: 500_000_000, instructions: 2_000_000_000 };

let engine;
let runner;
let profile;
export const info = { version: '' };

/** Loads the bundle and boots a machine, as Pyodide boots its interpreter when it is loaded. */
export async function load() {
  engine = await import(pathToFileURL(engineBundle).href);
  profile = engine.defaultProfile;
  info.version = `profile ${profile}`;
  runner = new engine.ScriptRunner({ filename: 'main.py', profile, mode: 'script' }, LIMITS);
  runner.runToEnd({ source: 'import sys' });
}

function textOf({ ending, output }) {
  if (ending.kind !== 'exit') throw new Error(JSON.stringify(ending));
  return output.map((piece) => piece.text).join('');
}

export const run = (source) => timed(() => ({ stdout: textOf(runner.runToEnd({ source })) }));

/**
 * The first pass of a timeline: every line counted, checkpoints on, any step can be visited then. Its
 * machine is booted when it is made.
 */
export function observe(source) {
  const program = { source, filename: 'main.py', profile, mode: 'script' };
  const timeline = new engine.Timeline(program, LIMITS, () => performance.now());
  return timed(() => {
    timeline.advance();
    const { steps, output, ending } = timeline.summary();
    return { stdout: textOf({ ending, output }), steps };
  });
}
