/**
 * The page's first worker can be made before the code is there that speaks with it: it fetches, reads and
 * boots the engine while the page fetches the playground.
 */
let early: Worker | undefined;
let isTaken = false;

const makeWorker = () =>
  new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' });

/** Makes the first worker, unless there is one. */
export function makeEarly(): void {
  if (early || isTaken) return;
  const worker = makeWorker();
  early = worker;
  // Nobody listens yet: whoever takes a worker gets another one.
  worker.onerror = () => {
    if (early === worker) early = undefined;
  };
}

/** The early worker, or else a new one. */
export function takeWorker(): Worker {
  const worker = early ?? makeWorker();
  early = undefined;
  isTaken = true;
  return worker;
}
