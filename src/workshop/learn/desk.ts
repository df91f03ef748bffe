/** What a learner's browser keeps of a workshop: the sign, the place, and the coloured note. */
import { load, save } from '../../state/storage.ts';
import { NOTES, type Note, SIGN } from '../standing.ts';
import { drawSign } from '../standing-code.ts';

export interface Desk {
  readonly at: number;
  readonly note: Note;
}

const SIGN_KEY = 'workshop-sign';
const deskKey = (mark: number) => `workshop:${mark}`;

/** The same in every workshop of this browser; drawn by lot at the first. */
export function ownSign(): string {
  const kept = load(SIGN_KEY);
  if (kept && SIGN.test(kept)) return kept;
  const sign = drawSign(() => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32);
  save(SIGN_KEY, sign);
  return sign;
}

export const keepSign = (sign: string): void => save(SIGN_KEY, sign);

/** @param places how many parts the plan has: what was kept may be of another edition */
export function loadDesk(mark: number, places: number): Desk {
  try {
    const { at, note } = JSON.parse(load(deskKey(mark)) ?? '{}');
    const known = NOTES.find((one) => one === note) ?? 'none';
    return { at: Number.isInteger(at) && at >= 0 && at < places ? at : 0, note: known };
  } catch {
    return { at: 0, note: 'none' };
  }
}

export const saveDesk = (mark: number, desk: Desk): void =>
  save(deskKey(mark), JSON.stringify(desk));
