// How long questions over a whole run take: each in a fresh order of runs, CPU time and wall time.
import { pathToFileURL } from 'node:url';
import { engineBundle } from '../lib/paths.mjs';
import { median } from '../lib/stats.mjs';
import { timed } from '../lib/timed.mjs';
import { source } from './seek.mjs';

/** Questions about the object that stays (`kept`), one that comes and goes, and all of them. */
const QUESTIONS = {
  'every change of a count': (timeline, { middle, kept }) =>
    timeline.lens('refcounts', middle, { object: kept, from: 1, to: timeline.steps + 1 }),
  'who holds an object': (timeline, { middle, kept }) =>
    timeline.lens('holders', middle, { object: kept }),
  'the lives of an address': (timeline, { address }) => timeline.queries.livesAt(address),
  'who allocated it, who freed it': (timeline, { middle }) =>
    timeline.queries.lifeOf(middle, { name: 'node' }),
  'first step at which an expression holds': (timeline) =>
    timeline.queries.firstStep('i == 1000000000'),
};

/** @returns by question: `{ cpuMs, ms }`, medians over `reps` */
export async function queryTimes(lines, reps) {
  const { Timeline } = await import(pathToFileURL(engineBundle).href);
  const program = { source: source(lines), filename: 'main.py', profile: '3.13', mode: 'script' };
  const timeline = new Timeline(program, {}, () => performance.now());
  timeline.advance();
  const middle = 3 + Math.floor(timeline.steps / 2);
  const { objects, frames } = timeline.view(middle).scene;
  const kept = frames.flatMap(({ names }) => names).find(({ label }) => label === 'kept').to;
  const node = frames.flatMap(({ names }) => names).find(({ label }) => label === 'node')?.to;
  const { address } = objects.find(({ number }) => number === (node ?? kept));
  const facts = { middle, kept, address: Number(address) };
  const found = {};
  for (const [question, ask] of Object.entries(QUESTIONS)) {
    const times = [];
    for (let rep = 0; rep <= reps; rep++)
      times.push(await timed(() => ({ answer: ask(timeline, facts) !== undefined })));
    // the first one compiles
    const rest = times.slice(1);
    found[question] = {
      cpuMs: median(rest.map((t) => t.cpuMs)),
      ms: median(rest.map((t) => t.ms)),
    };
  }
  return { steps: timeline.steps, found };
}
