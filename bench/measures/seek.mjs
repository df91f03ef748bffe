// How long a visit to a step takes, on a run of so many lines.
import { pathToFileURL } from 'node:url';
import { engineBundle } from '../lib/paths.mjs';
import { quantile } from '../lib/stats.mjs';

/** A program that has something in memory, and runs about `lines` lines. */
export const source = (lines) => `
class Node:
    def __init__(self, value, next):
        self.value = value
        self.next = next

def work(n):
    kept = []
    table = {}
    for i in range(n):
        node = Node(i, kept[-1] if kept else None)
        kept.append(node)
        table[i % 500] = str(i)
        if len(kept) > 1000:
            kept.clear()
    return len(kept), len(table)

print(work(${Math.round(lines / 7)}))
`;

/**
 * Visits of steps all over the run, in a fixed order that looks like none; from each of them five steps
 * back and ten on, one by one.
 */
export async function seekTimes(lines, visits) {
  const { Timeline } = await import(pathToFileURL(engineBundle).href);
  const program = { source: source(lines), filename: 'main.py', profile: '3.13', mode: 'script' };
  const timeline = new Timeline(program, { steps: 2 * lines + 1000 }, () => performance.now());
  const start = performance.now();
  timeline.advance();
  const firstPass = performance.now() - start;
  const times = { seek: [], neighbour: [] };
  const visit = (kind, step) => {
    const cpu = process.threadCpuUsage();
    const t = performance.now();
    timeline.seek(step);
    const ms = performance.now() - t;
    times[kind].push({ ms, cpuMs: process.threadCpuUsage(cpu).user / 1000 });
  };
  let at = 1;
  for (let i = 0; i < visits; i++) {
    at = (at * 48271) % 2147483647;
    const step = 10 + (at % (timeline.steps - 20));
    visit('seek', step);
    for (let by = 1; by <= 5; by++) visit('neighbour', step - by);
    for (let by = -4; by <= 5; by++) visit('neighbour', step + by);
  }
  const both = (all) => ({ median: quantile(all, 0.5), p95: quantile(all, 0.95) });
  const summary = (all) => ({
    ms: both(all.map(({ ms }) => ms)),
    cpuMs: both(all.map(({ cpuMs }) => cpuMs)),
  });
  const { steps, checkpointBytes } = timeline;
  return {
    steps,
    firstPass,
    bytes: checkpointBytes,
    seek: summary(times.seek),
    neighbour: summary(times.neighbour),
  };
}
