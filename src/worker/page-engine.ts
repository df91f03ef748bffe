import { EngineClient } from './client.ts';
import { takeWorker } from './early-worker.ts';
import { FrameEngine } from './frame-engine.ts';

const whenIdle = (task: () => void) =>
  'requestIdleCallback' in globalThis ? requestIdleCallback(task) : setTimeout(task, 200);

const makePool = () => new EngineClient(takeWorker, whenIdle);

/** What a playground asks of its engine. */
export type Engine = Pick<EngineClient, 'warm' | 'start'>;

const isFramed = typeof window !== 'undefined' && window.parent !== window;

/** The engine of this page. Nothing loads before it is first asked. */
export const engine: Engine = isFramed ? new FrameEngine(makePool) : makePool();
