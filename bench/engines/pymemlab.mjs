// PyMemLab itself, from the bundle that the command line and the site use.

import { pathToFileURL } from 'node:url';
import { engineBundle } from '../lib/paths.mjs';
import { timed } from '../lib/timed.mjs';

const LIMITS = { steps: 500_000_000, instructions: 2_000_000_000 };

let engine;
let profile;
export const info = { version: '' };

export async function load() {
  engine = await import(pathToFileURL(engineBundle).href);
  profile = engine.defaultProfile;
  info.version = `profile ${profile}`;
}

function textOf({ ending, output }) {
  if (ending.kind !== 'exit') throw new Error(JSON.stringify(ending));
  return output.map((piece) => piece.text).join('');
}

/** On a machine that is booted, as Pyodide's interpreter is once it is loaded. */
export function run(source) {
  const runner = new engine.ScriptRunner({ filename: 'main.py', profile, mode: 'script' }, LIMITS);
  runner.runToEnd({ source: 'import sys' });
  return timed(() => ({ stdout: textOf(runner.runToEnd({ source })) }));
}

/** A timeline, its machine booted, whose first pass is to come. */
function timelineOf(source) {
  const program = { source, filename: 'main.py', profile, mode: 'script' };
  return new engine.Timeline(program, LIMITS, () => performance.now());
}

/**
 * The first pass of a timeline: every line counted, checkpoints on, any step can be visited then. One of
 * a line goes before it, as before `run`.
 */
export function observe(source) {
  timelineOf('import sys').advance();
  const timeline = timelineOf(source);
  return timed(() => {
    timeline.advance();
    const { steps, output, ending } = timeline.summary();
    return { stdout: textOf({ ending, output }), steps };
  });
}
