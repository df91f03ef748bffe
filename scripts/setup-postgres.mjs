// Makes sure, where it can, that the tests of the room have a PostgreSQL: what is there, else Debian's package.
// Without one these tests are skipped, and say so.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findPostgres } from './find-postgres.mjs';

/** A registry that cannot be reached must not hold up the tests. */
const QUICK = ['-qq', '-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=10'];

function apt(...args) {
  const stdio = ['ignore', process.stderr, process.stderr];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', [...QUICK, ...args], { stdio, env, timeout: 100_000 });
}

const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
if (!findPostgres() && mayInstall && !process.env.TEST_DATABASE_URL)
  try {
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'postgresql');
  } catch {
    // Said below.
  }
console.log(findPostgres() ?? 'No PostgreSQL: the tests of the room on it will be skipped.');
