/** How often something may be done by one address or one learner: so many times in a span, then no more till its end. */
export interface Limit {
  /** Of all limits, a name for this one. */
  readonly name: string;
  readonly times: number;
  /** Milliseconds. */
  readonly span: number;
}

export interface Limiter {
  /** Counts one more. @returns whether it is still within the limit */
  take(key: string): Promise<boolean>;
  /** Whether it has been done too often; asking does not count. */
  isOver(key: string): Promise<boolean>;
}

/** Keys that are remembered at once: a flood of addresses must not fill the memory. */
const MOST_KEYS = 10_000;

/** Counts in this process: where a room has one alone. */
export class OwnLimiter implements Limiter {
  readonly #limit: Limit;
  readonly #clock: () => number;
  #spans = new Map<string, { count: number; until: number }>();

  constructor(limit: Limit, clock: () => number = Date.now) {
    this.#limit = limit;
    this.#clock = clock;
  }

  async isOver(key: string): Promise<boolean> {
    const found = this.#spans.get(key);
    return !!found && found.until > this.#clock() && found.count >= this.#limit.times;
  }

  async take(key: string): Promise<boolean> {
    const time = this.#clock();
    const found = this.#spans.get(key);
    if (found && found.until > time) {
      found.count += 1;
      return found.count <= this.#limit.times;
    }
    if (this.#spans.size >= MOST_KEYS) this.#forget(time);
    this.#spans.set(key, { count: 1, until: time + this.#limit.span });
    return true;
  }

  #forget(time: number): void {
    for (const [key, { until }] of this.#spans) if (until <= time) this.#spans.delete(key);
    // All of them fresh: that is a flood, and forgetting the oldest is the lesser harm.
    for (const key of this.#spans.keys()) {
      if (this.#spans.size < MOST_KEYS) break;
      this.#spans.delete(key);
    }
  }
}
