// Whether costs stay in proportion: to the lines that run, the objects that are tracked, the memory that is filled.
import { pathToFileURL } from 'node:url';
import { engineBundle } from '../lib/paths.mjs';
import { median } from '../lib/stats.mjs';
import { timed } from '../lib/timed.mjs';
import { source as busy } from './seek.mjs';

const MOST = { steps: 500_000_000, instructions: 2_000_000_000 };

async function loaded() {
  const engine = await import(pathToFileURL(engineBundle).href);
  const surroundings = { filename: 'main.py', profile: engine.defaultProfile, mode: 'script' };
  return { engine, surroundings };
}

/** What an exit of 0 printed. */
function printed({ ending, output }) {
  if (ending.kind !== 'exit' || ending.code !== 0) throw new Error(JSON.stringify(ending));
  return output.map(({ text }) => text).join('');
}

/**
 * The first pass over runs of so many lines, the program of the visits.
 * @returns for each: steps, microseconds of CPU a step, and bytes a step that its copies take
 */
export async function stepGrowth(sizes, reps) {
  const { engine, surroundings } = await loaded();
  const pass = async (lines) => {
    const program = { ...surroundings, source: busy(lines) };
    const timeline = new engine.Timeline(program, MOST, () => performance.now());
    const booted = timeline.checkpointBytes;
    const { cpuMs } = await timed(() => ({ ended: timeline.advance() }));
    return { steps: timeline.steps, bytes: timeline.checkpointBytes - booted, cpuMs };
  };
  // so that V8 has compiled what runs
  for (let i = 0; i < 3; i++) await pass(100_000);
  const rows = [];
  for (const lines of sizes) {
    const runs = [];
    for (let i = 0; i < Math.max(reps, 30_000 / lines); i++) runs.push(await pass(lines));
    const { steps, bytes } = runs[0];
    rows.push({
      steps,
      us: (1000 * median(runs.map(({ cpuMs }) => cpuMs))) / steps,
      bytes: bytes / steps,
    });
  }
  return rows;
}

/** One collection of the oldest generation while so many lists are alive: nanoseconds a list. */
export async function collectionGrowth(sizes, reps) {
  const { engine, surroundings } = await loaded();
  const runner = new engine.ScriptRunner(surroundings, { ...MOST, memory: 256 * 2 ** 20 });
  const source = (objects, times) => `
import gc
gc.disable()
kept = [[i] for i in range(${objects})]
for _ in range(${times}):
    gc.collect()
`;
  const cost = async (objects, times) => {
    const { cpuMs } = await timed(() => ({
      stdout: printed(runner.runToEnd({ source: source(objects, times) })),
    }));
    return cpuMs;
  };
  await cost(sizes[0], 100);
  const rows = [];
  for (const objects of sizes) {
    const times = Math.max(5, Math.round(1_000_000 / objects));
    const runs = [];
    for (let i = 0; i < reps; i++)
      runs.push((await cost(objects, times)) - (await cost(objects, 0)));
    rows.push({ objects, ns: (1e6 * median(runs)) / times / objects });
  }
  return rows;
}

/** Fills a machine of 64 MiB until there is no more, and empties it again: how many blocks each time. */
export async function filled(rounds) {
  const { engine, surroundings } = await loaded();
  const source = `
def fill():
    rows = []
    try:
        while True:
            rows.append(bytes(300))
    except MemoryError:
        n = len(rows)
    return n

print(*[fill() for _ in range(${rounds})])
`;
  const runner = new engine.ScriptRunner(surroundings, { ...MOST, memory: 64 * 2 ** 20 });
  return printed(runner.runToEnd({ source })).trim().split(' ').map(Number);
}

/** Lists within lists, so deep, made and let go: ms of CPU. */
export async function deep(depth) {
  const { engine, surroundings } = await loaded();
  const source = `
row = None
for _ in range(${depth}):
    row = [row]
del row
print('gone')
`;
  const limits = { ...MOST, memory: 256 * 2 ** 20 };
  const runner = new engine.ScriptRunner(surroundings, limits);
  const { cpuMs } = await timed(() => ({ stdout: printed(runner.runToEnd({ source })) }));
  return cpuMs;
}
