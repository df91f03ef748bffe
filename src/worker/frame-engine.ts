/**
 * The engine of a page that stands in a frame. Ten embeds in one blog post are ten frames of ours, and
 * one pool of workers serves them all: the first frame that needs one makes it, the others find it.
 * Frames of one origin may touch each other, though the page around them, of another, may not.
 */
import type { Limits, Program } from '../../engine/index.ts';
import type { EngineClient } from './client.ts';
import type { Request } from './protocol.ts';
import { EngineRun, type RunEvents, type Wire } from './run.ts';

/** Under this name a frame offers its pool to the others. */
const OFFERED = 'pymemlabEngine';

type Offering = Window & { [OFFERED]?: EngineClient | undefined };

/** A pool that another frame of ours in this page has, and that frame. */
function poolOfSibling(): { readonly client: EngineClient; readonly frame: Window } | null {
  const { parent } = window;
  for (let index = 0; index < parent.length; index += 1) {
    const frame = parent[index] as Offering | undefined;
    try {
      if (frame && frame !== window && frame[OFFERED]) return { client: frame[OFFERED], frame };
    } catch {
      // a frame of somebody else: it may not be touched
    }
  }
  return null;
}

export class FrameEngine implements Wire {
  readonly #own: () => EngineClient;
  #client: EngineClient | null = null;
  /** Runs that are to be told when the frame that served them goes. */
  readonly #runs = new Set<WeakRef<EngineRun>>();

  /** @param own makes this frame's own pool, when no other frame has one */
  constructor(own: () => EngineClient) {
    this.#own = own;
  }

  warm(): void {
    this.#pool().warm();
  }

  start(program: Program, limits: Partial<Limits>, events: RunEvents): EngineRun {
    const run = new EngineRun(this, program, limits, events);
    this.#runs.add(new WeakRef(run));
    return run;
  }

  nextNumber(run: EngineRun): number {
    return this.#pool().nextNumber(run);
  }

  send(request: Request): void {
    this.#pool().send(request);
  }

  abandonWorker(): void {
    this.#pool().abandonWorker();
  }

  #pool(): EngineClient {
    if (this.#client) return this.#client;
    const sibling = poolOfSibling();
    if (sibling) sibling.frame.addEventListener('pagehide', () => this.#lost(), { once: true });
    this.#client = sibling?.client ?? this.#own();
    if (!sibling) (window as Offering)[OFFERED] = this.#client;
    return this.#client;
  }

  /** The frame that had the pool is taken out of the page: its workers end with it. */
  #lost(): void {
    this.#client = null;
    for (const ref of this.#runs) {
      const run = ref.deref();
      if (run) run.orphaned();
      else this.#runs.delete(ref);
    }
  }
}
