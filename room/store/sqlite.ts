/** SQLite in one file, by Node's own module: the room on a laptop. One process, so its notices stay within it. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { OwnLimiter } from '../limits.ts';
import type { Database, Queries, Row, Value } from './database.ts';
import { TABLES } from './tables.ts';

interface Job {
  readonly work: () => Promise<unknown>;
  readonly done: (result: unknown) => void;
  readonly failed: (error: unknown) => void;
}

/** Of one commit: a disk takes as long for many as for one, and the first must not wait for too many. */
const MOST_TOGETHER = 100;

/**
 * One connection: jobs run one after the other, those that wait together are committed together, and nobody hears of a
 * result before it is on disk. A job that fails takes back what it did, and only that.
 */
function committer(db: DatabaseSync, committed: () => void) {
  let waiting: Job[] = [];
  let isRunning = false;

  async function one({ work, failed, done }: Job): Promise<() => void> {
    db.exec('savepoint job');
    try {
      const result = await work();
      db.exec('release job');
      return () => done(result);
    } catch (error) {
      db.exec('rollback to job; release job');
      return () => failed(error);
    }
  }

  async function together(jobs: readonly Job[]): Promise<void> {
    try {
      // Immediate: a writer that began as a reader could not go on beside another process.
      db.exec('begin immediate');
      const endings: (() => void)[] = [];
      for (const job of jobs) endings.push(await one(job));
      db.exec('commit');
      for (const end of endings) end();
      committed();
    } catch (error) {
      if (db.isTransaction) db.exec('rollback');
      for (const { failed } of jobs) failed(error);
    }
  }

  async function run(): Promise<void> {
    isRunning = true;
    while (waiting.length > 0) {
      const jobs = waiting.slice(0, MOST_TOGETHER);
      waiting = waiting.slice(MOST_TOGETHER);
      await together(jobs);
    }
    isRunning = false;
  }

  return <T>(work: () => Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ work, done: (result) => resolve(result as T), failed: reject });
      // In a moment: what else has come by then is committed with it.
      if (!isRunning) setImmediate(() => !isRunning && void run());
    });
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
  const listeners = new Set<(text: string) => void>();
  const statements = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  let pending = new Set<string>();
  const commit = committer(db, () => {
    const told = pending;
    pending = new Set();
    for (const text of told) for (const listener of listeners) listener(text);
  });

  const all = (statement: string, values: readonly Value[]): readonly Row[] => {
    const prepared = statements.get(statement) ?? db.prepare(statement);
    statements.set(statement, prepared);
    return prepared.all(named(values)) as Row[];
  };
  const queries: Queries = { run: async (statement, ...values) => all(statement, values) };

  return {
    run: (statement, ...values) => commit(async () => all(statement, values)),
    transaction: (work) => commit(() => work(queries)),
    notify: async (_queries, text) => {
      pending.add(text);
    },
    lock: async () => {},
    onNotice: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    // Neither can be done within a transaction; both are done at once.
    scrub: async () => {
      while (db.isTransaction) await new Promise((resolve) => setImmediate(resolve));
      db.exec('vacuum');
      db.exec('pragma wal_checkpoint(truncate)');
    },
    limiter: (limit) => new OwnLimiter(limit),
    close: async () => {
      await commit(async () => {});
      db.close();
    },
  };
}
