// PyMemLab itself, from the bundle that the command line and the site use.

import { pathToFileURL } from 'node:url';
import { engineBundle } from '../lib/paths.mjs';
import { timed } from '../lib/timed.mjs';

let engine;
export const info = { version: 'profile 3.13' };

export async function load() {
  engine = await import(pathToFileURL(engineBundle).href);
}

const LIMITS = { steps: 500_000_000 };
const program = (source) => ({ source, filename: 'main.py', profile: '3.13', mode: 'script' });

function textOf({ ending, output }) {
  if (ending.kind !== 'exit') throw new Error(JSON.stringify(ending));
  return output.map((piece) => piece.text).join('');
}

export const run = (source) =>
  timed(() => ({ stdout: textOf(engine.runToEnd(program(source), LIMITS)) }));

/** The first pass of a timeline: every line counted, checkpoints on, any step can be visited then. */
export const observe = (source) =>
  timed(() => {
    const timeline = new engine.Timeline(program(source), LIMITS, () => performance.now());
    timeline.advance();
    const { steps, output, ending } = timeline.summary();
    return { stdout: textOf({ ending, output }), steps };
  });
