import type { ComponentChildren } from 'preact';
import type { LensName, Lenses, StepView } from '../../../engine/index.ts';
import type { Translate } from '../../i18n/words.ts';
import type { LensForm } from '../../state/settings.ts';

/** What every lens that asks the engine for its own scene is given. */
export interface LensProps<Name extends LensName> {
  readonly t: Translate;
  readonly form: LensForm;
  /** The chosen object, which all lenses share. */
  readonly selected: number | null;
  readonly onSelect: (number: number) => void;
  /** Changes with every step and every run; what is shown is then asked for anew. */
  readonly moment: StepView;
  /** Asks for the scene of the step that is shown. */
  readonly ask: (options: Lenses[Name]['options']) => Promise<Lenses[Name]['scene']>;
  /** Goes to another step. */
  readonly onStep: (step: number) => void;
  /** Goes to an event on the way to the step that is shown. */
  readonly onEvent: (event: number) => void;
  /** What is open in the lens, as numbers that it alone reads; kept in links. */
  readonly zoom: readonly number[];
  readonly onZoom: (zoom: readonly number[]) => void;
  /** What stands there until the first scene comes: the picture made with the page, when it is of this lens. */
  readonly still?: ComponentChildren;
}
