/** Runs a program on the engine while the site is built: what a page shows, a machine has done. */
import {
  type Ending,
  type OutputPiece,
  type Program,
  type StepView,
  Timeline,
  profiles,
} from '../../../engine/whole.ts';
import { offered } from '../../course/releases.ts';
import { layOut } from '../lenses/objects/layout.ts';
import { lineCount } from './lines.ts';
import type { Release, Still } from './still.ts';

/** Steps whose pictures are measured, so that the page can keep room for the tallest. */
const MEASURED = 300;
/** A picture taller than this scrolls in its place. */
const TALLEST = 480;

export interface BuiltRun {
  readonly still: Still;
  readonly timeline: Timeline;
  /** The last step. */
  readonly view: StepView;
  readonly output: readonly OutputPiece[];
  readonly ending: Ending;
}

function tallest(timeline: Timeline): number {
  const last = Math.min(timeline.steps + 1, MEASURED);
  let height = 0;
  let before: ReturnType<typeof layOut>['places'] = [];
  for (let step = 1; step <= last; step += 1) {
    const layout = layOut(timeline.view(step).scene, before);
    before = layout.places;
    height = Math.max(height, layout.height);
  }
  return Math.min(TALLEST, Math.ceil(height));
}

export function runAtBuild(program: Program): BuiltRun {
  const timeline = new Timeline(program);
  timeline.advance(() => false);
  const { steps, output, ending } = timeline.summary();
  if (ending.kind === 'fault' || ending.kind === 'unsupported')
    throw new Error(`${program.filename}: ${ending.message}`);
  const lines = lineCount(output.map(({ text }) => text).join(''));
  const still = { steps, pictureHeight: tallest(timeline), lines };
  return { still, timeline, view: timeline.view(steps + 1), output, ending };
}

export const releases: readonly Release[] = offered.map((id) => ({
  id,
  release: profiles[id].release,
}));
