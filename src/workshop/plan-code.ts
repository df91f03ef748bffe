/**
 * A learners' plan as a few letters that can be typed off a wall: `T1-4KQ0-8Z3M-5`. A link says the same and more, but
 * nobody types one.
 *
 * Bits: 10 of the plan's mark, 6 for how many parts, one that is 1 when they stand in the order of the course. Then for
 * each part its place in the course: in that order as its distance from the part before, in Rice code with two bits of
 * remainder; else in 7 bits. Zeros up to a multiple of five; the checksum. Whoever reads a code has the course, and the
 * mark tells whether it is the same.
 */
import {
  BitReader,
  BitWriter,
  type CodeFault,
  inFours,
  readCode,
  withChecksum,
} from '../state/letters.ts';
import { type Course, chapterOf, orderOf } from './course.ts';
import { LIMITS, markOf, type Plan, type Work, workOf } from './plan.ts';

const BEGINNING = 'T1';
const REMAINDER = 2;
const PLACE = 7;
/** In characters: a code of the longest plan has fewer, spaces and dashes included. */
const LONGEST = 200;

/** Why a text is no plan of this course; the catalogues hold a sentence for each. */
export type PlanCodeFault = CodeFault | 'otherEdition';

export type ReadPlanCode =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly fault: PlanCodeFault };

/** What learners do, in its order; neither times nor the title. */
export function encodePlan(plan: Plan, course: Course): string {
  const order = orderOf(course);
  const places = workOf(plan).map(({ id }) => order.indexOf(id));
  const isInOrder = places.every((place, index) => place > (places[index - 1] ?? -1));
  const writer = new BitWriter();
  writer.write(markOf(plan), 10);
  writer.write(places.length, 6);
  writer.write(isInOrder ? 1 : 0, 1);
  let last = -1;
  for (const place of places) {
    if (isInOrder) {
      writer.unary((place - last - 1) >>> REMAINDER);
      writer.write(place - last - 1, REMAINDER);
    } else writer.write(place, PLACE);
    last = place;
  }
  return `${BEGINNING}-${inFours(withChecksum(writer.letters()))}`;
}

function readPlace(reader: BitReader, isInOrder: boolean, last: number): number | null {
  if (!isInOrder) return reader.read(PLACE);
  const high = reader.unary();
  const low = reader.read(REMAINDER);
  return high === null || low === null ? null : last + 1 + (high << REMAINDER) + low;
}

/** The ids of the parts; null where there are none such. */
function idsIn(reader: BitReader, order: readonly string[]): readonly string[] | null {
  const count = reader.read(6);
  const isInOrder = reader.read(1) === 1;
  if (!count || count > LIMITS.parts) return null;
  const ids = new Set<string>();
  let last = -1;
  for (let index = 0; index < count; index += 1) {
    const place = readPlace(reader, isInOrder, last);
    const id = place === null ? undefined : order[place];
    if (place === null || id === undefined) return null;
    ids.add(id);
    last = place;
  }
  return ids.size === count ? [...ids] : null;
}

const fault = (kind: PlanCodeFault): ReadPlanCode => ({ ok: false, fault: kind });

/** Reads what a person typed. */
export function decodePlan(text: string, course: Course): ReadPlanCode {
  const code = readCode(text, BEGINNING, LONGEST);
  if (!code.ok) return fault(code.fault);
  const reader = new BitReader(code.values);
  const mark = reader.read(10);
  const ids = idsIn(reader, orderOf(course));
  if (!ids) return fault('otherEdition');
  const kindOf = (id: string): Work['kind'] => (chapterOf(course, id) ? 'chapter' : 'exercise');
  const parts = ids.map((id): Work => ({ kind: kindOf(id), id }));
  const plan = { title: '', duration: 0, start: '', parts };
  return mark === markOf(plan) ? { ok: true, plan } : fault('otherEdition');
}
