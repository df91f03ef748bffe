/** What the Questions lens is asked, and what it answers: of a whole run, not of a step alone. */
import type { ObjectChoice } from '../lenses/object-ref.ts';
import { ExpressionError } from './expression-error.ts';
import type { AddressLife, ObjectLife, Queries } from './queries.ts';

export interface QuestionsOptions extends ObjectChoice {
  /** A Python expression: the first step from `from` on at which it holds is looked for. */
  readonly holds?: string;
  /** The first step of the run, unless told otherwise. */
  readonly from?: number;
}

/** Where an expression holds first; or why it cannot be asked. */
export type Holds =
  | { readonly kind: 'step'; readonly step: number }
  | { readonly kind: 'never' }
  | { readonly kind: 'unreadable'; readonly message: string };

export interface QuestionsScene {
  readonly step: number;
  /** How the object came and went; null when none is meant, or it never stood anywhere. */
  readonly life: ObjectLife | null;
  /** All objects that stood at its address, in order. */
  readonly lives: readonly AddressLife[];
  /** Null when nothing was asked. */
  readonly holds: Holds | null;
}

export function answer(queries: Queries, step: number, options: QuestionsOptions): QuestionsScene {
  const isAbout = options.object !== undefined || options.name !== undefined;
  const life = isAbout ? queries.lifeOf(queries.stepOf(step, options), options) : null;
  const lives = life === null ? [] : queries.livesAt(Number(life.object.address));
  return { step, life, lives, holds: holdsFrom(queries, options) };
}

function holdsFrom(queries: Queries, { holds, from }: QuestionsOptions): Holds | null {
  if (holds === undefined || holds.trim() === '') return null;
  try {
    const step = queries.firstStep(holds.trim(), from);
    return step === null ? { kind: 'never' } : { kind: 'step', step };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return { kind: 'unreadable', message: error.message };
  }
}
