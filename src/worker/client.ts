/**
 * The page's one way to the engine: a worker that all playgrounds of the page share, and a warm
 * spare that takes over at once when the first has to be ended.
 */
import type { Limits, Program } from '../../engine/index.ts';
import type { Reply, Request } from './protocol.ts';
import { EngineRun, type RunEvents, type Wire } from './run.ts';

/** The parts of a Worker that are used; tests have their own. */
export interface EngineWorker {
  postMessage(request: Request): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Reply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

export class EngineClient implements Wire {
  readonly #make: () => EngineWorker;
  readonly #whenIdle: (task: () => void) => void;
  readonly #runs = new Map<number, WeakRef<EngineRun>>();
  #worker: EngineWorker | undefined;
  #spare: EngineWorker | undefined;
  #lastNumber = 0;

  constructor(make: () => EngineWorker, whenIdle: (task: () => void) => void) {
    this.#make = make;
    this.#whenIdle = whenIdle;
  }

  /** Loads the engine before it is needed: the pointer is near Run. */
  warm(): void {
    this.#worker ??= this.#listen(this.#make());
  }

  start(program: Program, limits: Partial<Limits>, events: RunEvents): EngineRun {
    return new EngineRun(this, program, limits, events);
  }

  nextNumber(run: EngineRun): number {
    this.#lastNumber += 1;
    this.#runs.set(this.#lastNumber, new WeakRef(run));
    return this.#lastNumber;
  }

  send(request: Request): void {
    this.warm();
    this.#worker?.postMessage(request);
    if (request.type === 'forget') this.#runs.delete(request.run);
  }

  abandonWorker(): void {
    this.#replace();
    for (const run of this.#liveRuns()) run.orphaned();
  }

  #listen(worker: EngineWorker): EngineWorker {
    worker.onmessage = ({ data }) => {
      if (worker !== this.#worker) return;
      if (data.type === 'ended') this.#whenIdle(() => this.#prepareSpare());
      this.#runs.get(data.run)?.deref()?.hear(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      this.#crashed(worker, event.message);
    };
    worker.onmessageerror = () => this.#crashed(worker, 'a message could not be read');
    return worker;
  }

  #prepareSpare(): void {
    this.#spare ??= this.#listen(this.#make());
  }

  #replace(): void {
    this.#worker?.terminate();
    this.#worker = this.#spare;
    this.#spare = undefined;
    this.warm();
    this.#whenIdle(() => this.#prepareSpare());
  }

  #crashed(worker: EngineWorker, message: string): void {
    if (worker === this.#spare) {
      this.#spare = undefined;
      return;
    }
    if (worker !== this.#worker) return;
    const runs = this.#liveRuns();
    this.#runs.clear();
    this.#replace();
    // Which run broke the worker is not known. Those at work are told; the others may ask again.
    for (const run of runs) {
      if (run.running) run.fail(message || 'the worker stopped');
      else run.orphaned();
    }
  }

  #liveRuns(): EngineRun[] {
    const runs = [...this.#runs.values()].map((ref) => ref.deref());
    return [...new Set(runs)].filter((run) => run !== undefined);
  }
}
