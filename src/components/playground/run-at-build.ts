/** Runs a program on the engine while the site is built: what a page shows, a machine has done. */
import {
  type Ending,
  type LensName,
  type Lenses,
  type OutputPiece,
  type Program,
  type StepView,
  Timeline,
} from '../../../engine/whole.ts';
import { layOut } from '../lenses/objects/layout.ts';
import { lineCount } from './lines.ts';
import type { Still } from './still.ts';

/** Steps whose pictures are measured, so that the page can keep room for the tallest: all of a short run. */
const SHORT = 80;
const MEASURED = 24;
/** A picture taller than this scrolls in its place. */
const TALLEST = 480;

export interface BuiltRun {
  readonly filename: string;
  readonly still: Still;
  /** The last step. */
  readonly view: StepView;
  readonly output: readonly OutputPiece[];
  readonly ending: Ending;
  /** The last step as another lens shows it. */
  lens<Name extends LensName>(name: Name, options: Lenses[Name]['options']): Lenses[Name]['scene'];
}

/** Of steps spread over the whole run. */
function tallest(timeline: Timeline): number {
  const last = timeline.steps + 1;
  const stride = last <= SHORT ? 1 : last / MEASURED;
  let height = 0;
  let before: ReturnType<typeof layOut>['places'] = [];
  for (let at = 1; at <= last; at += stride) {
    const layout = layOut(timeline.view(Math.round(at)).scene, before);
    before = layout.places;
    height = Math.max(height, layout.height);
  }
  return Math.min(TALLEST, Math.ceil(height));
}

function ended(program: Program): Timeline {
  const timeline = new Timeline(program);
  timeline.advance(() => false);
  return timeline;
}

function run(program: Program): BuiltRun {
  const timeline = ended(program);
  const { steps, output, ending } = timeline.summary();
  if (ending.kind === 'fault' || ending.kind === 'unsupported')
    throw new Error(`${program.filename}: ${ending.message}`);
  const lines = lineCount(output.map(({ text }) => text).join(''));
  const still = { steps, pictureHeight: tallest(timeline), lines };
  const view = timeline.view(steps + 1);
  // A machine is large: what was asked is kept, the machine only while there is room.
  const kept = new WeakRef(timeline);
  const scenes = new Map<string, unknown>();
  return {
    filename: program.filename,
    still,
    view,
    output,
    ending,
    lens(name, options) {
      const question = JSON.stringify([name, options]);
      if (!scenes.has(question)) {
        const machine = kept.deref() ?? ended(program);
        scenes.set(question, machine.lens(name, steps + 1, options));
      }
      return scenes.get(question) as Lenses[typeof name]['scene'];
    },
  };
}

const runs = new Map<string, BuiltRun>();

/** Each program once, in however many pages and languages it stands. */
export function runAtBuild(program: Program): BuiltRun {
  const key = JSON.stringify(program);
  let found = runs.get(key);
  if (!found) {
    found = run(program);
    runs.set(key, found);
  }
  return found;
}
