// Installs the packages when they are missing or not the ones the lock names.
import { readFileSync, rmSync } from 'node:fs';
import { delimiter } from 'node:path';
import { run } from './command.mjs';
import { explainFailure, tail } from './explain.mjs';
import { inRoot } from './paths.mjs';

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return undefined;
  }
}

/**
 * Compares the lock with npm's own record of what it put into node_modules. Versions, not dates:
 * switching branches touches files without changing what is needed.
 */
export function isInstalled() {
  const wanted = readPackages(inRoot('package-lock.json'));
  const present = readPackages(inRoot('node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = present[path];
    return found ? found.version === entry.version : Boolean(entry.optional);
  });
}

/** npm must not run on the Node inside node_modules, which it is about to delete. */
function pathWithoutOwnBin() {
  const parts = (process.env.PATH ?? '').split(delimiter);
  return parts.filter((part) => part !== inRoot('node_modules', '.bin')).join(delimiter);
}

/** A half-written Node in .bin would be the first that npm finds next time, and crash. */
function forget() {
  for (const file of ['.package-lock.json', '.bin/node'])
    rmSync(inRoot('node_modules', file), { force: true });
}

/** Returns undefined when all is well, else a sentence. */
export async function install() {
  if (isInstalled()) return undefined;
  console.log('Installing the packages (once; about 700 MB on disk, half a minute or more) …');
  // npm's own waits between tries add up to more than a minute without a network.
  const waits = ['--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=8000'];
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=warn', ...waits];
  const windows = process.platform === 'win32';
  const { status, output } = await run(windows ? 'npm.cmd' : 'npm', args, {
    env: { PATH: pathWithoutOwnBin() },
    shell: windows,
  });
  // On a full disk npm warns of each file that it could not write, and may still report success.
  const incomplete = /\bENOSPC\b/.test(output);
  if (status === 0 && !incomplete) return undefined;
  forget();
  const errors = output.split('\n').filter((line) => !/^npm warn/i.test(line));
  const sentence = explainFailure('install the packages', incomplete ? 'ENOSPC' : output);
  return sentence ?? `Could not install the packages. npm said:\n${tail(errors.join('\n'))}`;
}
