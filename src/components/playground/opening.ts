/** Where a lens is open in the page, before the reader goes anywhere. */
import { type Opening, toNumbers, zoomOfOpening } from '../lenses/memory/zoom.ts';
import { CLOSED, type LensChoice, type Zoom } from './lenses.ts';
import type { BuiltRun } from './run-at-build.ts';

/** Lenses that have a picture without a script. */
const STILL: readonly LensChoice[] = ['objects', 'memory', 'layers'];

/** What an author's words lead to; an error where they lead nowhere. */
export function zoomAtBuild(
  { timeline, view, still }: BuiltRun,
  lens: LensChoice,
  open: Opening | undefined,
): Zoom {
  const { filename } = timeline.program;
  if (!STILL.includes(lens)) throw new Error(`${filename}: the lens ${lens} has no still picture`);
  if (!open) return CLOSED;
  const place = zoomOfOpening(open, view.scene, timeline.lens('memory', still.steps + 1, {}));
  if (!place)
    throw new Error(`${filename}: no object of a pool has the name ${open.of} at the end`);
  return toNumbers(place);
}
