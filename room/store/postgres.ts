/** PostgreSQL, for several processes behind one address: notices go through the database. By `postgres` of Rasmus Porsager. */
import postgres from 'postgres';
import type { Database, Queries, Row } from './database.ts';
import { COUNTS_TABLE, SharedLimiter } from './shared-limiter.ts';
import { TABLES } from './tables.ts';

const CHANNEL = 'pymemlab_room';
/** Any number, as long as no other program on this database takes the same. */
const LOCK = 7_469_312;

const queriesOf = (sql: postgres.Sql | postgres.TransactionSql): Queries => ({
  run: async (statement, ...values) =>
    (await sql.unsafe(statement, values, { prepare: true })) as readonly Row[],
});

export async function openPostgres(url: string): Promise<Database> {
  const pool = () => postgres(url, { max: 8, onnotice: () => {}, connect_timeout: 10 });
  const sql = pool();
  // A pool of their own: single statements that come in between would break a transaction's beginning.
  const changes = pool();
  const queries = queriesOf(sql);
  const lock = async (within: Queries) => {
    await within.run('select pg_advisory_xact_lock($1)', LOCK);
  };
  const transaction = <T>(work: (within: Queries) => Promise<T>): Promise<T> =>
    changes.begin((within) => work(queriesOf(within))) as Promise<T>;
  const listeners = new Set<(text: string) => void>();
  try {
    // Two processes that start together would both find no tables.
    await transaction(async (within) => {
      await lock(within);
      for (const table of [...TABLES, COUNTS_TABLE]) await within.run(table);
    });
    const tell = (text: string) => {
      for (const listener of listeners) listener(text);
    };
    // What was told while the connection was lost is not told again: an empty notice says, look anew.
    await sql.listen(CHANNEL, tell, () => tell(''));
  } catch (error) {
    await Promise.all([sql.end({ timeout: 1 }), changes.end({ timeout: 1 })]);
    throw error;
  }
  return {
    ...queries,
    transaction,
    lock,
    notify: async (within, text) => {
      await within.run('select pg_notify($1, $2)', CHANNEL, text);
    },
    onNotice: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    scrub: async () => {},
    limiter: (limit) => new SharedLimiter(queries, limit),
    close: async () => {
      await Promise.all([sql.end({ timeout: 5 }), changes.end({ timeout: 5 })]);
    },
  };
}
