/**
 * A learner's standing as a few letters, to paste, to say aloud or to draw as a QR code:
 * `W1-K7Q3-FAB2-C9XR-4`. Its first three letters behind `W1` are the learner's sign.
 *
 * Bits: 15 of the sign, 10 of the plan's mark, 6 of the place, 2 of the note, one for each exercise
 * of the plan, in its order; zeros up to a multiple of five; the checksum. Whoever reads a code must
 * have the plan, and so it can be short.
 */
import {
  BitReader,
  BitWriter,
  type CodeFault,
  inFours,
  readCode,
  readLetters,
  withChecksum,
} from '../state/letters.ts';
import { exercisesOf, markOf, type Plan, workOf } from './plan.ts';
import { NOTES, type Standing } from './standing.ts';

const BEGINNING = 'W1';
const SIGN_LETTERS = 3;
/** In characters: a code of the longest plan has fewer, spaces and dashes included. */
const LONGEST = 80;
/** Characters of a text that are looked at. */
const MOST_TEXT = 20_000;

/** Why a text is not a code of this workshop; the catalogues hold a sentence for each. */
export type StandingFault = CodeFault | 'otherPlan';

export type ReadStanding =
  | { readonly ok: true; readonly standing: Standing }
  | { readonly ok: false; readonly fault: StandingFault };

/** A sign drawn by lot; `chance` gives numbers from 0 up to 1. */
export function drawSign(chance: () => number): string {
  const writer = new BitWriter();
  writer.write(Math.floor(chance() * 2 ** 15), 15);
  return withChecksum(writer.letters()).slice(0, SIGN_LETTERS);
}

function signBits(sign: string): readonly number[] {
  const found = readLetters(`${sign}0000`);
  if (!found || sign.length !== SIGN_LETTERS) throw new RangeError(`not a sign: ${sign}`);
  return found.values;
}

export function encodeStanding({ sign, at, note, passed }: Standing, plan: Plan): string {
  const writer = new BitWriter();
  for (const letter of signBits(sign)) writer.write(letter, 5);
  writer.write(markOf(plan), 10);
  writer.write(at, 6);
  writer.write(NOTES.indexOf(note), 2);
  for (const id of exercisesOf(plan)) writer.write(passed.includes(id) ? 1 : 0, 1);
  return `${BEGINNING}-${inFours(withChecksum(writer.letters()))}`;
}

const fault = (kind: StandingFault): ReadStanding => ({ ok: false, fault: kind });

/** Reads what a person pasted or a camera saw. */
export function decodeStanding(text: string, plan: Plan): ReadStanding {
  const code = readCode(text, BEGINNING, LONGEST);
  if (!code.ok) return fault(code.fault);
  const reader = new BitReader(code.values);
  reader.read(15);
  const mark = reader.read(10);
  const at = reader.read(6);
  const note = NOTES[reader.read(2) ?? NOTES.length];
  const ids = exercisesOf(plan);
  const bits = ids.map(() => reader.read(1));
  if (mark !== markOf(plan)) return fault('otherPlan');
  if (at === null || note === undefined || bits.includes(null) || at > workOf(plan).length)
    return fault('damaged');
  const sign = code.letters.slice(0, SIGN_LETTERS);
  const passed = ids.filter((_id, index) => bits[index] === 1);
  return { ok: true, standing: { sign, at, note, passed } };
}

/** Letters without spaces between: what a chat has among other words. */
const COMPACT = /\bW[0-9IL]-?(?:[0-9A-Z]{1,4}-?)+/gi;

/** All standings in a text copied out of a chat or typed, one or more a line; `faults` of the others. */
export function standingsIn(
  text: string,
  plan: Plan,
): { readonly standings: readonly Standing[]; readonly faults: readonly StandingFault[] } {
  const standings: Standing[] = [];
  const faults: StandingFault[] = [];
  const lines = text.slice(0, MOST_TEXT).split(/[\n,;]+/);
  for (const line of lines.filter((one) => one.trim() !== '')) {
    const compact = (line.match(COMPACT) ?? []).map((code) => decodeStanding(code, plan));
    const read = compact.filter(({ ok }) => ok);
    // Said aloud and typed, a code may have spaces.
    const all = read.length > 0 ? read : [decodeStanding(line, plan), ...compact];
    const sound = all.filter((one) => one.ok);
    for (const { standing } of sound) standings.push(standing);
    const [first] = all.filter((one) => !one.ok && one.fault !== 'notACode');
    if (sound.length === 0) faults.push(first && !first.ok ? first.fault : 'notACode');
  }
  return { standings, faults };
}
