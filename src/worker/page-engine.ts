import { EngineClient } from './client.ts';

const whenIdle = (task: () => void) =>
  'requestIdleCallback' in globalThis ? requestIdleCallback(task) : setTimeout(task, 200);

/** The engine of this page. Nothing loads before it is first asked. */
export const engine = new EngineClient(
  () =>
    new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' }),
  whenIdle,
);
