import { type Program, runToEnd } from '../../../engine/index.ts';
import type { Prediction } from '../../exercise/schema.ts';

/** What the program prints, which must be one of the options: nobody types right answers by hand. */
export function answerTo({ id, options }: Prediction, program: Program): string {
  const { output } = runToEnd(program);
  const printed = output
    .map((piece) => piece.text)
    .join('')
    .trimEnd();
  if (!options.some(({ answer }) => answer === printed))
    throw new Error(`prediction ${id}: the program prints ${printed}, and no option says so`);
  return printed;
}
