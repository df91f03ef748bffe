/** Answers the checks of an exercise by visiting the run. */
import type { Addr } from '../base/brand.ts';
import { frameNames } from '../lenses/names.ts';
import { visibleObjects } from '../lenses/objects.ts';
import { trackedObjects } from '../lenses/unreachable.ts';
import { TP_FLAGS, TPFLAGS_HEAPTYPE } from '../objects/layouts.ts';
import { refcnt } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { typeName } from '../objects/type-object.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { checkAllocator } from './allocator.ts';
import type { Check, CheckOutcome, Moment } from './api.ts';
import { checkCollector } from './collector.ts';
import { NO_MOMENT, stepForCheck } from './moment.ts';
import { addressOf } from './place.ts';

/** One outcome for each check, in order. The run must have ended. */
export function checkProgram(
  checks: readonly Check[],
  timeline: Timeline,
): readonly CheckOutcome[] {
  return checks.map((check) => checkOne(check, timeline));
}

function checkOne(check: Check, timeline: Timeline): CheckOutcome {
  switch (check.kind) {
    case 'stdout':
      return checkStdout(check.equals, timeline);
    case 'source': {
      const has = withoutComments(timeline.program.source).includes(check.contains);
      return { passed: has === check.wanted, found: String(has), step: null };
    }
    case 'refcount':
      return atMoment(check.at, timeline, (rt) => {
        const found = refcountOf(rt, check.name);
        return { passed: found === check.equals, found: String(found ?? 'no such name') };
      });
    case 'alive':
      return atMoment(check.at, timeline, (rt) => {
        const found = countAlive(rt, check.type);
        return { passed: found === check.equals, found: String(found) };
      });
    case 'name':
      return atMoment(check.at, timeline, (rt) => {
        const found = addressOf(rt, check.name) !== 0;
        return { passed: found === check.exists, found: String(found) };
      });
    case 'block':
    case 'memory':
    case 'compare':
      return checkAllocator(check, timeline);
    case 'collections':
    case 'collected':
    case 'generation':
    case 'unreachable':
    case 'freed':
      return checkCollector(check, timeline);
  }
}

/** Comments may say what they like. */
function withoutComments(source: string): string {
  return source.replace(/#[^\n]*/g, '');
}

function checkStdout(wanted: string, timeline: Timeline): CheckOutcome {
  const pieces = timeline.summary().output.filter((piece) => piece.stream === 'stdout');
  const found = pieces.map((piece) => piece.text).join('');
  if (found.trimEnd() === wanted.trimEnd()) return { passed: true, found, step: null };
  return { passed: false, found, step: firstDifference(pieces, wanted) };
}

/** The step that wrote the first character that is not as wanted. */
function firstDifference(
  pieces: readonly { readonly step: number; readonly text: string }[],
  wanted: string,
): number | null {
  let at = 0;
  for (const { step, text } of pieces) {
    if (wanted.slice(at, at + text.length) !== text) return step;
    at += text.length;
  }
  return pieces[pieces.length - 1]?.step ?? null;
}

type Asked = { readonly passed: boolean; readonly found: string };

function atMoment(at: Moment, timeline: Timeline, ask: (rt: Runtime) => Asked): CheckOutcome {
  const step = stepForCheck(at, timeline);
  if (step === null) return { passed: false, found: NO_MOMENT, step: null };
  timeline.seek(step);
  return { ...ask(timeline.run.machine.rt), step };
}

function refcountOf(rt: Runtime, name: string): number | null {
  const p = addressOf(rt, name);
  return p === 0 ? null : refcnt(rt, p);
}

/**
 * Objects of a type that are alive, lost ones too. Of a class, all that the collector knows besides; of a
 * built-in type, of which the machine has objects of its own, those that the names lead to.
 */
function countAlive(rt: Runtime, type: string): number {
  const isOf = (p: Addr) => typeName(rt, rt.typeOf(p)) === type;
  const isOfClass = (p: Addr) =>
    (rt.i32[(rt.typeOf(p) + TP_FLAGS) >> 2]! & TPFLAGS_HEAPTYPE) !== 0 && isOf(p);
  const visible = [...visibleObjects(rt, frameNames(rt)).arrows.keys()];
  return new Set([...visible.filter(isOf), ...trackedObjects(rt).filter(isOfClass)]).size;
}
