/** A PostgreSQL of its own for a test run, where the machine has one: TEST_DATABASE_URL, or Debian's package. */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { findPostgres } from '../../scripts/find-postgres.mjs';
import { freePort } from '../../scripts/lib/free-port.mjs';

export interface TestPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

/** PostgreSQL does not run as root: then the account that its package made, or nobody. */
function account(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody'])
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // The next one.
    }
  return {};
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/**
 * Undefined where there is none.
 * @param isDurable waits for the disk as one in use does: what is measured needs it, what is tested does not
 */
export async function startPostgres(isDurable = false): Promise<TestPostgres | undefined> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return { url: given, stop: async () => {} };
  const bin = findPostgres();
  if (!bin) return undefined;
  const who = account();
  const folder = mkdtempSync(join(tmpdir(), 'pymemlab-pg-'));
  if (who.uid !== undefined) chownSync(folder, who.uid, who.gid ?? who.uid);
  const data = join(folder, 'data');
  const options = ['--auth=trust', '--no-sync', '--username=room', '--encoding=UTF8'];
  execFileSync(join(bin, 'initdb'), ['-D', data, ...options], {
    ...who,
    stdio: 'ignore',
    cwd: '/',
  });
  const port = await freePort();
  const settings = ['-D', data, '-p', String(port), '-k', folder, '-h', '127.0.0.1'];
  if (!isDurable) settings.push('-F');
  const server = spawn(join(bin, 'postgres'), settings, { ...who, stdio: 'ignore', cwd: '/' });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const url = `postgres://room@127.0.0.1:${port}/postgres`;
  let tries = 100;
  while (!(await answers(url))) {
    tries -= 1;
    if (tries === 0) throw new Error('PostgreSQL was started and does not answer');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return {
    url,
    stop: async () => {
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
