/** The store that the settings name: `DATABASE_URL` is a PostgreSQL, else it is a file. */
import { SqlStore } from './store/sql-store.ts';
import { openSqlite } from './store/sqlite.ts';
import type { Store } from './store/store.ts';

export async function openStore(url: string | undefined, file: string): Promise<Store> {
  if (!url) return new SqlStore(openSqlite(file));
  const { openPostgres } = await import('./store/postgres.ts');
  return new SqlStore(await openPostgres(url));
}
