import { defaultProfile, runToEnd } from '../../../engine/whole.ts';
import type { Prediction } from '../../exercise/schema.ts';
import { programSource } from '../playground/programs.ts';

/** What comes to the page when a reader has something to ask. */
export interface PredictionBody {
  readonly answer: string;
  /** One for each option, in their order. */
  readonly whys: readonly string[];
}

/** What the program prints, which must be one of the options: nobody types right answers by hand. */
export function answerTo({ id, program, options }: Prediction): string {
  const source = programSource(program, 'en');
  const filename = `${program}.py`;
  const { output } = runToEnd({ source, filename, profile: defaultProfile, mode: 'script' });
  const printed = output
    .map((piece) => piece.text)
    .join('')
    .trimEnd();
  if (!options.some(({ answer }) => answer === printed))
    throw new Error(`prediction ${id}: the program prints ${printed}, and no option says so`);
  return printed;
}
