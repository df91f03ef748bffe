/** Answers the checks on allocator state. */
import type { Addr } from '../base/brand.ts';
import { toAddress } from '../memory/index.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type {
  AllocatorCheck,
  BlockCheck,
  CompareCheck,
  CompareFact,
  MemoryCheck,
  Place,
  Wanted,
} from './allocator-api.ts';
import type { CheckOutcome, Moment } from './api.ts';
import { type Allocators, BlockPlace } from './block-facts.ts';
import { memoryFact } from './memory-facts.ts';
import { NO_MOMENT, stepForCheck } from './moment.ts';
import { addressOfPlace } from './place.ts';

const NO_PLACE = 'no such name';

export function checkAllocator(check: AllocatorCheck, timeline: Timeline): CheckOutcome {
  const step = stepForCheck(check.at, timeline);
  const outcome = (found: number | string | null, passed: boolean): CheckOutcome =>
    step === null || found === null
      ? { passed: false, found: step === null ? NO_MOMENT : NO_PLACE, step }
      : { passed, found: String(found), step };
  switch (check.kind) {
    case 'block': {
      const found = blockFound(check, timeline);
      return outcome(found, found !== null && isWanted(found, check));
    }
    case 'memory': {
      const found = memoryFound(check, timeline);
      return outcome(found, found !== null && isWanted(found, check));
    }
    case 'compare':
      return compared(check, timeline, outcome);
  }
}

/** A word has no order: it is wanted only if it is the word. */
export function isWanted<T>(found: T, { equals, atLeast, atMost }: Wanted<T>): boolean {
  if (equals !== undefined && found !== equals) return false;
  if (atLeast === undefined && atMost === undefined) return true;
  if (typeof found !== 'number') return false;
  return found >= (atLeast ?? found) && found <= (atMost ?? found);
}

/** Looks at the machine as it stood at a moment; null where the program never came there. */
function lookAt<T>(at: Moment, timeline: Timeline, look: (allocators: Allocators) => T): T | null {
  const step = stepForCheck(at, timeline);
  if (step === null) return null;
  timeline.seek(step);
  const { domains, heap } = timeline.run.machine;
  return look({ pymalloc: domains.pymalloc, heap });
}

function blockFound({ of, fact, at }: BlockCheck, timeline: Timeline): number | string | null {
  return placed(of, at, timeline)?.place.fact(fact) ?? null;
}

function memoryFound(check: MemoryCheck, timeline: Timeline): number | null {
  const tell = (at: Moment) =>
    lookAt(at, timeline, (allocators) => memoryFact(allocators, check.fact, check.blockBytes));
  const now = tell(check.at);
  if (now === null || check.since === undefined) return now;
  const before = tell(check.since);
  return before === null ? null : now - before;
}

/** An address as it was at a moment, with where it lay; null where there is none. */
function placed(
  of: Place,
  at: Moment,
  timeline: Timeline,
): { readonly p: Addr; readonly place: BlockPlace } | null {
  return lookAt(at, timeline, (allocators) => {
    const p = addressOfPlace(timeline.run.machine.rt, of);
    return p === 0 ? null : { p, place: new BlockPlace(allocators, p) };
  });
}

function compared(
  check: CompareCheck,
  timeline: Timeline,
  outcome: (found: string | null, passed: boolean) => CheckOutcome,
): CheckOutcome {
  const one = placed(check.of, check.at, timeline);
  const other = placed(check.to, check.toAt ?? check.at, timeline);
  if (one === null || other === null) return outcome(null, false);
  const [p, q] = [keyOf(one, check.fact), keyOf(other, check.fact)];
  if (p === 0 || q === 0) return outcome('none', false);
  const found = p === q ? 'same' : p < q ? 'below' : 'above';
  const right = check.is === 'different' ? p !== q : check.is === found;
  const near = check.distance === undefined || Math.abs(p - q) === check.distance;
  return outcome(p === q ? 'same' : `${Math.abs(p - q)} bytes ${found}`, right && near);
}

/** The number by which two places are compared. */
function keyOf({ p, place }: { p: Addr; place: BlockPlace }, fact: CompareFact): number {
  switch (fact) {
    case 'address':
      return toAddress(p);
    case 'block':
      return toAddress(place.block);
    case 'pool':
      return toAddress(place.poolAddress);
    case 'arena':
      return toAddress(place.arenaAddress);
  }
}
