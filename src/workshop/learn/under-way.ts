/** The workshop that this browser is in: the course's pages show a way back to it. */
import { load, save } from '../../state/storage.ts';

const KEY = 'workshop-now';
const HALF_A_DAY = 12 * 3_600_000;

interface UnderWay {
  /** Path and fragment of the learners' page. */
  readonly address: string;
  /** Words of the link: the page that shows it has no catalogue. */
  readonly label: string;
}

export function keepUnderWay(way: UnderWay, now: number): void {
  save(KEY, JSON.stringify({ ...way, until: now + HALF_A_DAY }));
}

/** Null when there is none, or it is over. */
export function underWay(now: number): UnderWay | null {
  try {
    const { address, label, until } = JSON.parse(load(KEY) ?? '{}');
    const isOurs = new URL(address, location.href).origin === location.origin;
    const isWorkshop = /\/workshop\/learn\/#/.test(address);
    if (!isOurs || !isWorkshop || typeof label !== 'string' || !(until > now)) return null;
    return { address, label: label.slice(0, 60) };
  } catch {
    return null;
  }
}
