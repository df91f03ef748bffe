// Installs the other engines, on first use and when their lock has changed.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bench, installed } from './paths.mjs';

const lock = 'package-lock.json';

function isInstalled() {
  const done = join(installed, 'node_modules', '.package-lock.json');
  const copy = join(installed, lock);
  if (!existsSync(done) || !existsSync(copy)) return false;
  return readFileSync(copy, 'utf8') === readFileSync(join(bench, lock), 'utf8');
}

/** Throws a sentence when it does not work out. */
export function install() {
  if (isInstalled()) return;
  mkdirSync(installed, { recursive: true });
  copyFileSync(join(bench, 'package.json'), join(installed, 'package.json'));
  const windows = process.platform === 'win32';
  const npm = windows ? 'npm.cmd' : 'npm';
  copyFileSync(join(bench, lock), join(installed, lock));
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync(npm, args, { cwd: installed, stdio: 'inherit', shell: windows });
  if (status !== 0) throw new Error('The engines to compare with could not be installed.');
}
