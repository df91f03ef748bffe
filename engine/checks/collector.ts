/** Answers the checks on cycles and their collector. */
import type { Addr } from '../base/brand.ts';
import { gcListObjects } from '../collector/gc-list.ts';
import { GENERATIONS, STATS_SIZE } from '../collector/statistics.ts';
import { frameNames } from '../lenses/names.ts';
import { visibleObjects } from '../lenses/objects.ts';
import { trackedObjects, unreachableObjects } from '../lenses/unreachable.ts';
import { generationHead, PERMANENT_GENERATION } from '../objects/gc-object.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { typeName } from '../objects/type-object.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { isWanted } from './allocator.ts';
import type { CheckOutcome } from './api.ts';
import type {
  CollectedCheck,
  CollectionsCheck,
  CollectorCheck,
  FreedCheck,
} from './collector-api.ts';
import { NO_MOMENT, stepForCheck } from './moment.ts';
import { addressOf } from './place.ts';

const NO_NAME = 'no such name';

export function checkCollector(check: CollectorCheck, timeline: Timeline): CheckOutcome {
  const step = stepOf(check, timeline);
  if (step === null) return { passed: false, found: NO_MOMENT, step };
  const found = foundAt(check, step, timeline);
  if (found === null) return { passed: false, found: NO_NAME, step };
  return { passed: isWanted(found, check), found: String(found), step };
}

function stepOf(check: CollectorCheck, timeline: Timeline): number | null {
  return stepForCheck(check.kind === 'freed' ? { before: check.during } : check.at, timeline);
}

function foundAt(check: CollectorCheck, step: number, timeline: Timeline): number | null {
  const { rt } = timeline.run.machine;
  switch (check.kind) {
    case 'collections':
    case 'collected':
      return counted(check, timeline);
    case 'generation':
      timeline.seek(step);
      return generationOf(rt, addressOf(rt, check.name));
    case 'unreachable':
      timeline.seek(step);
      return [...unreachableObjects(rt)].filter((p) => isOf(rt, p, check.type)).length;
    case 'freed':
      return freedDuring(check, step, timeline);
  }
}

function isOf(rt: Runtime, p: Addr, type: string): boolean {
  return typeName(rt, rt.typeOf(p)) === type;
}

/** -1 for what is in no list, null for no object. */
function generationOf(rt: Runtime, p: Addr): number | null {
  if (p === 0) return null;
  for (let n = 0; n <= PERMANENT_GENERATION; n++) {
    if (gcListObjects(rt, generationHead(rt, n)).includes(p)) return n;
  }
  return -1;
}

// ---- counters ------------------------------------------------------------------------------------

function counted(check: CollectionsCheck | CollectedCheck, timeline: Timeline): number | null {
  const { at, since } = check;
  const to = stepForCheck(at, timeline);
  // what ran while the machine started is no part of the program
  const from = since === undefined ? 1 : stepForCheck(since, timeline);
  if (from === null || to === null) return null;
  return countedAt(check, to, timeline) - countedAt(check, from, timeline);
}

function countedAt(
  { kind, generation }: CollectionsCheck | CollectedCheck,
  step: number,
  timeline: Timeline,
): number {
  timeline.seek(step);
  const { rt } = timeline.run.machine;
  const offset = kind === 'collections' ? 0 : 8;
  let sum = 0;
  for (let n = 0; n < GENERATIONS; n++) {
    if (generation !== undefined && generation !== n) continue;
    sum += rt.size(rt.state + STATE.gcStats + n * STATS_SIZE + offset);
  }
  return sum;
}

// ---- who freed what ------------------------------------------------------------------------------

/** Objects of a type that have not been freed. */
function objectsOf(rt: Runtime, type: string): Set<Addr> {
  const seen = [...visibleObjects(rt, frameNames(rt)).arrows.keys(), ...trackedObjects(rt)];
  return new Set(seen.filter((p) => isOf(rt, p, type)));
}

/**
 * Calls within the line are steps of their own: `__del__`, say. So each step up to the next one at
 * the line's depth is run again, and the objects are looked at where a collection begins and ends.
 */
function freedDuring({ type, by }: FreedCheck, step: number, timeline: Timeline): number {
  const { machine } = timeline.run;
  const { rt } = machine;
  timeline.seek(step);
  const before = objectsOf(rt, type);
  const end = stepAfterLine(step, timeline);
  timeline.seek(end);
  const after = objectsOf(rt, type);
  const freed = [...before].filter((p) => !after.has(p));
  if (by === undefined) return freed.length;
  const collected = collectedBetween(type, step, end, timeline);
  return freed.filter((p) => collected.has(p) === (by === 'collector')).length;
}

/** The next step in the frame of a step, or around it; the end where there is none. */
function stepAfterLine(step: number, timeline: Timeline): number {
  const { rt } = timeline.run.machine;
  const depthAt = (at: number) => {
    timeline.seek(at);
    return frameNames(rt).length;
  };
  const depth = depthAt(step);
  const end = timeline.steps + 1;
  for (let at = step + 1; at < end; at++) if (depthAt(at) <= depth) return at;
  return end;
}

/** What was freed within collections between two steps. */
function collectedBetween(
  type: string,
  from: number,
  to: number,
  timeline: Timeline,
): ReadonlySet<Addr> {
  const { machine } = timeline.run;
  const { rt } = machine;
  const collected = new Set<Addr>();
  let standing = new Set<Addr>();
  timeline.replay(from, to, () => {
    rt.hooks.collection = ({ kind }) => {
      if (machine.steps < from) return;
      if (kind === 'start') standing = objectsOf(rt, type);
      if (kind !== 'stop') return;
      const left = new Set(trackedObjects(rt));
      for (const p of standing) if (!left.has(p)) collected.add(p);
    };
    return () => {
      rt.hooks.collection = null;
    };
  });
  return collected;
}
