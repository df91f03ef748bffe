/** The playgrounds that have come alive in this page, for whoever tells others of them. */
import type { PlaygroundModel } from './model.ts';

type Watcher = (model: PlaygroundModel) => void;

const alive = new Set<PlaygroundModel>();
let watcher: Watcher = () => {};

/** Told of each playground, those that are there already too. */
export function watchPlaygrounds(watch: Watcher): void {
  watcher = watch;
  for (const model of alive) watch(model);
}

/** The playground of that id, when it has come alive. */
export const playgroundOf = (id: string): PlaygroundModel | undefined =>
  [...alive].find(({ facts }) => facts.id === id);

/** @returns how to say that it is gone */
export function arrived(model: PlaygroundModel): () => void {
  alive.add(model);
  watcher(model);
  return () => alive.delete(model);
}
