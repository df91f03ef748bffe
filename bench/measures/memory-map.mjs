// How long it takes to tell what the Memory map draws, with many arenas in use.
import { pathToFileURL } from 'node:url';
import { engineBundle } from '../lib/paths.mjs';
import { median } from '../lib/stats.mjs';

/** Fills so many MiB of arenas with blocks of many sizes, and frees every third. */
const program = (bytes) => `
keep = []
room = ${bytes}
i = 0
while room > 0:
    size = 40 + i * 37 % 440
    keep.append(bytes(size))
    room -= size + 40
    i += 1
del keep[::3]
last = 1
last = 2
last = 3
`;

/** Milliseconds of CPU, medians: a look at a step that was not looked at before, and another at the same. */
export async function mapTimes(arenas, looks) {
  const { Timeline } = await import(pathToFileURL(engineBundle).href);
  const timeline = new Timeline(
    { source: program(arenas * 2 ** 20), filename: 'main.py', profile: '3.13', mode: 'script' },
    { memory: (arenas + 64) * 2 ** 20, steps: 10_000_000 },
  );
  timeline.advance();
  const end = timeline.steps + 1;
  const scene = timeline.lens('memory', end, {});
  const firstPool = scene.arenas[1].firstPool;
  const [fresh, again] = [[], []];
  const timed = (times, step, options) => {
    const start = process.cpuUsage().user;
    timeline.lens('memory', step, options);
    times.push((process.cpuUsage().user - start) / 1000);
  };
  for (let i = 0; i < looks; i++) {
    const step = end - (i % 3);
    timed(fresh, step, {});
    timed(again, step, {});
    timed([], step, { pool: firstPool });
  }
  return { arenas: scene.arenas.length, fresh: median(fresh), again: median(again) };
}
