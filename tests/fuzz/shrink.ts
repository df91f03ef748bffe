/** Makes a program that fails smaller, as long as it fails. */
import { count, leaf, type Node, replaceAt } from './tree.ts';

/** Runs that a shrink may take. */
const MOST_RUNS = 600;

/** What stands for a node: nothing, its body alone, itself without a body. */
const SMALLER: readonly ((node: Node) => readonly Node[])[] = [
  () => [],
  (node) => node.body,
  (node) => (node.body.length > 0 ? [{ line: node.line, body: [leaf('pass')] }] : [leaf('pass')]),
];

export function shrink(program: readonly Node[], fails: (program: readonly Node[]) => boolean) {
  let best = program;
  let runs = 0;
  for (let changed = true; changed && runs < MOST_RUNS;) {
    changed = false;
    for (let at = count(best) - 1; at >= 0 && runs < MOST_RUNS; at--) {
      for (const smaller of SMALLER) {
        const candidate = replaceAt(best, at, smaller);
        if (JSON.stringify(candidate) === JSON.stringify(best)) continue;
        runs++;
        if (count(candidate) <= count(best) && fails(candidate)) {
          changed ||= count(candidate) < count(best);
          best = candidate;
          break;
        }
      }
    }
  }
  return best;
}
