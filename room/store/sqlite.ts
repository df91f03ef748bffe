/** SQLite in one file, by Node's own module: the room on a laptop. One process, so its notices stay within it. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { Database, Queries, Row, Value } from './database.ts';
import { TABLES } from './tables.ts';

/** Statements in their order, one transaction after the other: there is one connection. */
function oneByOne() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => {});
    return next;
  };
}

const named = (values: readonly Value[]): Record<string, SQLInputValue> =>
  Object.fromEntries(values.map((value, index) => [`$${index + 1}`, value]));

/** @param file a path, or ':memory:' */
export function openSqlite(file: string): Database {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const db = new DatabaseSync(file, { timeout: 5000 });
  db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on');
  db.exec('pragma secure_delete = on');
  for (const table of TABLES) db.exec(table);
  const queue = oneByOne();
  const listeners = new Set<(text: string) => void>();
  const statements = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  let pending: string[] = [];

  const all = (statement: string, values: readonly Value[]): readonly Row[] => {
    const prepared = statements.get(statement) ?? db.prepare(statement);
    statements.set(statement, prepared);
    return prepared.all(named(values)) as Row[];
  };
  const queries: Queries = { run: async (statement, ...values) => all(statement, values) };

  async function transaction<T>(work: (within: Queries) => Promise<T>): Promise<T> {
    pending = [];
    // Immediate: a writer that began as a reader could not go on beside another process.
    db.exec('begin immediate');
    let result: T;
    try {
      result = await work(queries);
      db.exec('commit');
    } catch (error) {
      db.exec('rollback');
      throw error;
    }
    for (const text of pending) for (const listener of listeners) listener(text);
    return result;
  }

  return {
    run: (statement, ...values) => queue(async () => all(statement, values)),
    transaction: (work) => queue(() => transaction(work)),
    notify: async (_queries, text) => {
      pending.push(text);
    },
    lock: async () => {},
    onNotice: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    scrub: () =>
      queue(async () => {
        db.exec('vacuum');
        db.exec('pragma wal_checkpoint(truncate)');
      }),
    close: () => queue(async () => db.close()),
  };
}
