// Where are the programs of a PostgreSQL that a test can start?
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const DEBIAN = '/usr/lib/postgresql';

/** The folder of `initdb` and `postgres`, the newest release's; undefined when there is none. */
export function findPostgres() {
  if (!existsSync(DEBIAN)) return undefined;
  const versions = readdirSync(DEBIAN).sort((one, other) => Number(one) - Number(other));
  const folders = versions.map((version) => join(DEBIAN, version, 'bin'));
  return folders.findLast((folder) => existsSync(join(folder, 'initdb')));
}
