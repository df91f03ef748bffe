/** Where a lens is open in the page, before the reader goes anywhere. */
import { type PhaseOpening, zoomOfPhase } from '../lenses/collector/opening.ts';
import { type Opening, toNumbers, zoomOfOpening } from '../lenses/memory/zoom.ts';
import { CLOSED, type LensChoice, type Zoom } from './lenses.ts';
import type { BuiltRun } from './run-at-build.ts';

/** Lenses that have a picture without a script. */
const STILL: readonly LensChoice[] = ['objects', 'memory', 'layers', 'caches', 'collector'];

/** What an author's words lead to; an error where they lead nowhere. */
export function zoomAtBuild(
  run: BuiltRun,
  lens: LensChoice,
  open: Opening | PhaseOpening | undefined,
): Zoom {
  const { filename, view } = run;
  if (!STILL.includes(lens)) throw new Error(`${filename}: the lens ${lens} has no still picture`);
  if (!open) return CLOSED;
  if ('phase' in open) {
    const scene = run.lens('collector', { moment: null });
    const moment = zoomOfPhase(open, scene);
    if (!moment) throw new Error(`${filename}: ${open.phase} does not run in the last line`);
    return moment;
  }
  const place = zoomOfOpening(open, view.scene, run.lens('memory', {}));
  if (!place)
    throw new Error(`${filename}: no object of a pool has the name ${open.of} at the end`);
  return toNumbers(place);
}
