/** Counts in the database, for the processes that share it: a guesser gains nothing by asking another of them. */
import type { Limit, Limiter } from '../limits.ts';
import type { Queries } from './database.ts';

/** After so many counts of this process, what is over is thrown away. */
const SWEEP_AFTER = 5000;

/** Not logged: what a crash takes of it nobody misses, and a count need not wait for the disk. */
export const COUNTS_TABLE = `create unlogged table if not exists counts (
    name text not null,
    key text not null,
    count integer not null,
    until bigint not null,
    primary key (name, key)
  )`;

export class SharedLimiter implements Limiter {
  readonly #queries: Queries;
  readonly #limit: Limit;
  readonly #clock: () => number;
  #counted = 0;

  constructor(queries: Queries, limit: Limit, clock: () => number = Date.now) {
    this.#queries = queries;
    this.#limit = limit;
    this.#clock = clock;
  }

  async isOver(key: string): Promise<boolean> {
    const { name, times } = this.#limit;
    const rows = await this.#queries.run(
      'select 1 from counts where name = $1 and key = $2 and until > $3 and count >= $4',
      ...[name, key, this.#clock(), times],
    );
    return rows.length > 0;
  }

  async take(key: string): Promise<boolean> {
    const { name, times, span } = this.#limit;
    const time = this.#clock();
    const [row] = await this.#queries.run(
      `insert into counts (name, key, count, until) values ($1, $2, 1, $3)
       on conflict (name, key) do update set
         count = case when counts.until > $4 then counts.count + 1 else 1 end,
         until = case when counts.until > $4 then counts.until else excluded.until end
       returning count`,
      ...[name, key, time + span, time],
    );
    await this.#sweep(time);
    return Number(row?.['count']) <= times;
  }

  async #sweep(time: number): Promise<void> {
    this.#counted += 1;
    if (this.#counted < SWEEP_AFTER) return;
    this.#counted = 0;
    await this.#queries.run('delete from counts where until <= $1', time);
  }
}
