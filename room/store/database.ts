/** What the store asks of a database: the statements are the same for both, with `$1` for a value. */
import type { Limit, Limiter } from '../limits.ts';

export type Value = string | number;
export type Row = Readonly<Record<string, unknown>>;

export interface Queries {
  run(statement: string, ...values: Value[]): Promise<readonly Row[]>;
}

export interface Database extends Queries {
  /** All of it or nothing; on disk when the promise is fulfilled. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** Within a transaction: whoever listens is told `text` once it is committed. */
  notify(queries: Queries, text: string): Promise<void>;
  /** Locks out other processes until the transaction ends. */
  lock(queries: Queries): Promise<void>;
  onNotice(listener: (text: string) => void): () => void;
  /** Leaves no deleted text behind in the file. */
  scrub(): Promise<void>;
  /** Counts what may not be done too often, by all processes that share the database. */
  limiter(limit: Limit): Limiter;
  close(): Promise<void>;
}
