/** A frame that an instructor's page leads from step to step. */
import { isLens } from '../../components/playground/lenses.ts';
import type { PlaygroundModel } from '../../components/playground/model.ts';

interface Place {
  readonly step: number;
  readonly lens: string;
}

let playground: PlaygroundModel | null = null;
/** Where to go as soon as the playground is there. */
let goal: Place | null = null;

export function lead(place: Place): void {
  goal = place;
  if (playground) follow(playground);
}

/** Takes a playground that has come alive to where the page wants it. */
export function follow(model: PlaygroundModel): void {
  playground = model;
  if (!goal) return;
  const { step, lens } = goal;
  goal = null;
  if (isLens(lens)) model.lens.value = lens;
  model.seek(step);
}
