/**
 * Two runs of one program side by side: what two releases, or two limits, make of it.
 *
 * Steps are aligned by line and occurrence: the third time that line 4 runs here is the third time that it
 * runs there. What is compared is what a reader can see: output, names and what they lead to, counts,
 * sizes, and between which steps objects lived.
 */
import { frameNames } from '../lenses/names.ts';
import { describe } from '../lenses/describe.ts';
import { shownRefcount } from '../lenses/objects.ts';
import { objectSize } from '../lenses/size.ts';
import type { Runtime } from '../objects/runtime.ts';
import { typeName } from '../objects/type-object.ts';
import type { Timeline } from './timeline.ts';

/** The same moment in both runs; null where one of them does not come to it. */
export interface AlignedStep {
  /** 0 for the end. */
  readonly line: number;
  /** Counts how often the line has run, from 1. */
  readonly occurrence: number;
  readonly a: number | null;
  readonly b: number | null;
}

export type DifferenceKind =
  /** Only one of the runs comes to this step. */
  | 'step'
  /** What was written before the step. */
  | 'output'
  /** A name is bound in one run only. */
  | 'name'
  | 'type'
  | 'text'
  | 'refcount'
  | 'size';

/** A difference at an aligned step: what the name leads to, seen from both runs. */
export interface RunDifference {
  readonly kind: DifferenceKind;
  readonly at: AlignedStep;
  /** `a`, or `f: x` for a local of f; '' for kinds that are about no name. */
  readonly name: string;
  /** As texts, so that counts, sizes and outputs are told alike; '' where there is none. */
  readonly a: string;
  readonly b: string;
}

/** A name's object lives longer in one run. */
export interface LifetimeDifference {
  readonly name: string;
  readonly type: string;
  /** Aligned steps, as places in `steps`, at which the name is bound, first and last. */
  readonly a: readonly [from: number, to: number] | null;
  readonly b: readonly [from: number, to: number] | null;
}

export interface RunComparison {
  readonly steps: readonly AlignedStep[];
  /** The first of each kind for each name, in order of steps. */
  readonly differences: readonly RunDifference[];
  readonly lifetimes: readonly LifetimeDifference[];
  /** Aligned steps behind MAX_COMPARED_STEPS: their states were not compared, their output was. */
  readonly more: number;
}

/** Steps of each run whose states are compared. */
export const MAX_COMPARED_STEPS = 2000;

/** What a name leads to. */
interface Named {
  readonly type: string;
  readonly text: string;
  readonly refcount: string;
  readonly size: string;
}

type State = ReadonlyMap<string, Named>;

/** Compares two runs that have ended. */
export function compareRuns(a: Timeline, b: Timeline): RunComparison {
  const steps = align(a, b);
  const compared = steps.slice(0, MAX_COMPARED_STEPS);
  const statesOfA = states(
    a,
    compared.flatMap((step) => step.a ?? []),
  );
  const statesOfB = states(
    b,
    compared.flatMap((step) => step.b ?? []),
  );
  const differsAt = outputDiffers(a, b);
  const seen = new Set<string>();
  const differences: RunDifference[] = [];
  const add = (difference: RunDifference) => {
    const key = `${difference.kind} ${difference.name}`;
    if (seen.has(key)) return;
    seen.add(key);
    differences.push(difference);
  };
  for (const at of steps) {
    if (at.a === null || at.b === null) {
      add({ kind: 'step', at, name: '', a: shown(at.a), b: shown(at.b) });
      continue;
    }
    if (differsAt(at.a, at.b)) {
      const output = { a: outputBefore(a, at.a), b: outputBefore(b, at.b) };
      add({ kind: 'output', at, name: '', ...output });
    }
    const one = statesOfA.get(at.a);
    const other = statesOfB.get(at.b);
    if (one !== undefined && other !== undefined) compareStates(at, one, other, add);
  }
  return {
    steps,
    differences,
    lifetimes: lifetimes(compared, statesOfA, statesOfB),
    more: steps.length - compared.length,
  };
}

const shown = (step: number | null) => (step === null ? '' : String(step));

// ---- alignment -----------------------------------------------------------------------------------

/** The moments of a in order, and those that only b comes to before the next that both come to. */
function align(a: Timeline, b: Timeline): AlignedStep[] {
  const inA = occurrences(a);
  const inB = occurrences(b);
  const onlyB = [...inB].filter(([key]) => !inA.has(key)).map(([, moment]) => moment);
  const aligned: AlignedStep[] = [];
  let next = 0;
  const takeBefore = (step: number) => {
    for (; next < onlyB.length && onlyB[next]!.step < step; next++) {
      const { line, occurrence, step: other } = onlyB[next]!;
      aligned.push({ line, occurrence, a: null, b: other });
    }
  };
  for (const [key, { line, occurrence, step }] of inA) {
    const other = inB.get(key)?.step ?? null;
    if (other !== null) takeBefore(other);
    aligned.push({ line, occurrence, a: step, b: other });
  }
  takeBefore(Infinity);
  return aligned;
}

interface Moment {
  readonly line: number;
  readonly occurrence: number;
  readonly step: number;
}

function occurrences(timeline: Timeline): ReadonlyMap<string, Moment> {
  const counts = new Map<number, number>();
  const moments = new Map<string, Moment>();
  for (let step = 1; step <= timeline.steps + 1; step++) {
    const line = timeline.lineOf(step);
    const occurrence = (counts.get(line) ?? 0) + 1;
    counts.set(line, occurrence);
    moments.set(`${line}:${occurrence}`, { line, occurrence, step });
  }
  return moments;
}

// ---- states --------------------------------------------------------------------------------------

function states(timeline: Timeline, steps: readonly number[]): ReadonlyMap<number, State> {
  const wanted = new Set(steps);
  const found = new Map<number, State>();
  const { rt } = timeline.run.machine;
  timeline.observe(1, Math.max(1, ...steps), (step) => {
    if (wanted.has(step)) found.set(step, namesOf(rt));
    return false;
  });
  return found;
}

function namesOf(rt: Runtime): State {
  const names = new Map<string, Named>();
  for (const frame of frameNames(rt)) {
    for (const { label, to } of frame.names) {
      const name = frame.kind === 'module' ? label : `${frame.title}: ${label}`;
      const count = shownRefcount(rt, to);
      names.set(name, {
        type: typeName(rt, rt.typeOf(to)),
        text: describe(rt, to),
        refcount: count === null ? 'immortal' : String(count),
        size: String(objectSize(rt, to)),
      });
    }
  }
  return names;
}

const FIELDS = ['type', 'text', 'refcount', 'size'] as const;

function compareStates(
  at: AlignedStep,
  one: State,
  other: State,
  add: (difference: RunDifference) => void,
): void {
  for (const name of new Set([...one.keys(), ...other.keys()])) {
    const a = one.get(name);
    const b = other.get(name);
    if (a === undefined || b === undefined) {
      add({ kind: 'name', at, name, a: a?.text ?? '', b: b?.text ?? '' });
      continue;
    }
    for (const kind of FIELDS)
      if (a[kind] !== b[kind]) add({ kind, at, name, a: a[kind], b: b[kind] });
  }
}

// ---- output --------------------------------------------------------------------------------------

const outputBefore = (timeline: Timeline, step: number) => {
  return timeline
    .outputAt(step)
    .map(({ text }) => text)
    .join('');
};

/** Whether the runs had written different texts before a step of each. */
function outputDiffers(a: Timeline, b: Timeline): (one: number, other: number) => boolean {
  const inA = outputBefore(a, a.steps + 1);
  const inB = outputBefore(b, b.steps + 1);
  let same = 0;
  while (same < inA.length && inA[same] === inB[same]) same++;
  const lengthA = lengthsBefore(a);
  const lengthB = lengthsBefore(b);
  return (one, other) => {
    const length = lengthA(one);
    return length !== lengthB(other) || length > same;
  };
}

/** How much was written before a step; steps are asked for in order. */
function lengthsBefore(timeline: Timeline): (step: number) => number {
  const pieces = timeline.outputAt(timeline.steps + 1);
  let next = 0;
  let length = 0;
  return (step) => {
    const all = step > timeline.steps;
    while (next < pieces.length && (all || pieces[next]!.step < step))
      length += pieces[next++]!.text.length;
    return length;
  };
}

// ---- lifetimes -----------------------------------------------------------------------------------

function lifetimes(
  steps: readonly AlignedStep[],
  inA: ReadonlyMap<number, State>,
  inB: ReadonlyMap<number, State>,
): LifetimeDifference[] {
  const a = spans(steps.map((step) => (step.a === null ? undefined : inA.get(step.a))));
  const b = spans(steps.map((step) => (step.b === null ? undefined : inB.get(step.b))));
  const different: LifetimeDifference[] = [];
  for (const name of new Set([...a.keys(), ...b.keys()])) {
    const one = a.get(name) ?? null;
    const other = b.get(name) ?? null;
    const alike = one?.span[0] === other?.span[0] && one?.span[1] === other?.span[1];
    if (alike) continue;
    const type = (one ?? other)!.type;
    different.push({ name, type, a: one?.span ?? null, b: other?.span ?? null });
  }
  return different;
}

/** For each name the first and the last place at which it is bound. */
function spans(
  found: readonly (State | undefined)[],
): ReadonlyMap<string, { readonly span: readonly [number, number]; readonly type: string }> {
  const names = new Map<string, { span: [number, number]; type: string }>();
  found.forEach((state, place) => {
    for (const [name, { type }] of state ?? []) {
      const known = names.get(name);
      if (known === undefined) names.set(name, { span: [place, place], type });
      else known.span[1] = place;
    }
  });
  return names;
}
