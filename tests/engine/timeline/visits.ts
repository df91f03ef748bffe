/**
 * The state at a step never depends on how one got there: what a run that goes straight through finds at
 * a step is found by random visits, forward and back, in every byte of the buffer that is in use.
 *
 *     node tests/engine/timeline/visits.ts [--python 3.13] [--every 1]
 *
 * goes over all recorded cases and says how many states were compared.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { SeededRandom } from '../../../engine/base/random.ts';
import { nativeDepth } from '../../../engine/objects/recursion.ts';
import { type ProfileId, Timeline } from '../../../engine/whole.ts';
import { type Case, casesFor } from '../../conformance/cases.ts';

/** Steps of a run that are looked at, and visits in random order. */
const STEPS = 8;
const VISITS = 14;

/** What was compared. */
export interface Compared {
  readonly visits: number;
  /** Of these, how many led to a step inside native code. */
  readonly native: number;
  /** Steps at which a visit found other bytes than the straight run. */
  readonly different: readonly number[];
}

function digest(timeline: Timeline): string {
  const { memory } = timeline.run.machine.rt;
  const hash = createHash('sha1');
  for (const [start, end] of memory.usedRanges()) {
    hash.update(`${start}-${end}:`).update(memory.u8.subarray(start, end));
  }
  return hash.digest('hex');
}

/** Steps spread over the run by chance, the first and the end among them. */
function someSteps(random: SeededRandom, steps: number): number[] {
  const chosen = new Set([1, steps + 1]);
  for (let i = 0; i < STEPS; i++) chosen.add(1 + random.below(steps + 1));
  return [...chosen].sort((one, other) => one - other);
}

/** Compares the states of one program. */
export function compareVisits({ file }: Case, profile: ProfileId): Compared {
  const source = readFileSync(file, 'utf8');
  const timeline = new Timeline({ source, filename: file, profile, mode: 'script' });
  timeline.advance();
  const { rt } = timeline.run.machine;
  const random = new SeededRandom(file.length);
  const steps = someSteps(random, timeline.steps);
  const straight = new Map<number, string>();
  const inNative = new Set<number>();
  timeline.observe(1, timeline.steps + 1, (step) => {
    if (!steps.includes(step)) return false;
    straight.set(step, digest(timeline));
    if (nativeDepth(rt) > 0) inNative.add(step);
    return false;
  });
  const different: number[] = [];
  let native = 0;
  for (let i = 0; i < VISITS; i++) {
    const step = steps[random.below(steps.length)]!;
    timeline.seek(step);
    if (inNative.has(step)) native++;
    if (digest(timeline) !== straight.get(step)) different.push(step);
  }
  return { visits: VISITS, native, different };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      python: { type: 'string', default: '3.13' },
      every: { type: 'string', default: '1' },
    },
  });
  const cases = casesFor(values.python).filter((_, i) => i % Number(values.every) === 0);
  let visits = 0;
  let native = 0;
  let bad = 0;
  for (const one of cases) {
    const compared = compareVisits(one, values.python as ProfileId);
    visits += compared.visits;
    native += compared.native;
    if (compared.different.length === 0) continue;
    bad++;
    console.log(`${one.id}: steps ${compared.different.join(', ')}`);
  }
  console.log(
    `${cases.length} programs, ${visits} visits, ${native} inside native code, ${bad} differ`,
  );
  process.exitCode = bad === 0 ? 0 : 1;
}
