/** Wakes the streams of a room when something changed. */
import type { Change, Store } from './store/store.ts';

type What = Change['what'];

export interface Bell {
  /** Fulfilled at the next change since the last call, or after a while. */
  next(milliseconds: number): Promise<void>;
  close(): void;
}

export class Hub {
  readonly #bells = new Map<string, Set<() => void>>();
  readonly #stop: () => void;
  #isClosed = false;

  constructor(store: Store) {
    this.#stop = store.onChange(({ room, what }) => {
      for (const [name, bells] of this.#bells)
        // No room named: any may have changed.
        if (name === `${what} ${room}` || (room === '' && name.startsWith(what)))
          for (const ring of bells) ring();
    });
  }

  listen(room: string, what: What): Bell {
    const name = `${what} ${room}`;
    let rung = false;
    let wake = () => {};
    const ring = () => {
      rung = true;
      wake();
    };
    const bells = this.#bells.get(name) ?? new Set();
    this.#bells.set(name, bells.add(ring));
    return {
      next: async (milliseconds) => {
        if (!rung)
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, milliseconds);
            wake = () => {
              clearTimeout(timer);
              resolve();
            };
          });
        rung = false;
      },
      close: () => {
        bells.delete(ring);
        if (bells.size === 0) this.#bells.delete(name);
        wake();
      },
    };
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  close(): void {
    this.#isClosed = true;
    this.#stop();
    for (const bells of this.#bells.values()) for (const ring of [...bells]) ring();
  }
}
