/** Where the lens is open in a page, before the reader goes anywhere. */
import type { CollectorScene } from '../../../../engine/index.ts';

/** The moment at which a function of the collector has ended, during the last line. */
export interface PhaseOpening {
  /** `subtract_refs`: a name of CPython's; its first time counts. */
  readonly phase: string;
}

/** What the lens keeps open: the step and the moment within it; null where no such moment is. */
export function zoomOfPhase(
  { phase }: PhaseOpening,
  { step, moments }: CollectorScene,
): readonly number[] | null {
  const index = moments.findIndex((moment) => moment.kind === 'phase' && moment.phase === phase);
  return index < 0 ? null : [step, index];
}
