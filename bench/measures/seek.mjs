// How long a visit to a step takes, on a run of so many lines.
import { pathToFileURL } from 'node:url';
import { engineBundle } from '../lib/paths.mjs';
import { quantile } from '../lib/stats.mjs';

/** A program that has something in memory, and runs about `lines` lines. */
const program = (lines) => `
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

/** Visits of steps all over the run, in a fixed order that looks like none. */
export async function seekTimes(lines, visits) {
  const { Timeline } = await import(pathToFileURL(engineBundle).href);
  const source = program(lines);
  const timeline = new Timeline(
    { source, filename: 'main.py', profile: '3.13', mode: 'script' },
    { steps: 2 * lines + 1000 },
  );
  const start = performance.now();
  timeline.advance();
  const firstPass = performance.now() - start;
  const times = [];
  let at = 1;
  for (let i = 0; i < visits; i++) {
    at = (at * 48271) % 2147483647;
    const step = 1 + (at % timeline.steps);
    const t = performance.now();
    timeline.seek(step);
    times.push(performance.now() - t);
  }
  const { steps } = timeline;
  return { steps, firstPass, median: quantile(times, 0.5), p95: quantile(times, 0.95) };
}
