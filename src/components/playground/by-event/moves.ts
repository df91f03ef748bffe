/** Going by event: from one to the next, across the lines. */
import type { PlaygroundModel } from '../model.ts';

/** A step, and an event on the way to it; null: the step itself. */
export interface Moment {
  readonly step: number;
  readonly event: number | null;
}

/** Behind every event there is: the engine answers with the last one. */
const LAST = 1e9;

export const MOVES = ['first', 'back', 'forward', 'last'] as const;
export type Move = (typeof MOVES)[number];

/**
 * Where a move leads.
 * @param count events on the way to the step
 */
export function target(move: Move, { step, event }: Moment, count: number): Moment {
  const at = event ?? count;
  switch (move) {
    case 'first':
      return { step: step - 1, event: null };
    case 'back':
      return at > 0 ? { step, event: at - 1 } : { step: step - 1, event: null };
    case 'forward':
      if (event === null) return { step: step + 1, event: 0 };
      return { step, event: event + 1 < count ? event + 1 : null };
    case 'last':
      return event === null ? { step: step + 1, event: null } : { step, event: null };
  }
}

/** How many events lie on the way to the step that is asked for; while that is not known, as many as may be. */
export function countAt(model: PlaygroundModel): number {
  const view = model.view.value;
  return view?.moment && view.scene.step === model.step.value ? view.moment.count : LAST;
}
