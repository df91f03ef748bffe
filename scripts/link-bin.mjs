// Runs after `npm ci` (npm's `prepare`): puts the project's own command where npx looks first, so
// that `npx pymemlab` works in a clone without a round trip through npm's cache.
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, 'node_modules', '.bin');

function link() {
  mkdirSync(bin, { recursive: true });
  rmSync(join(bin, 'pymemlab'), { force: true });
  symlinkSync('../../cli/pymemlab.mjs', join(bin, 'pymemlab'));
}

// On Windows a link needs extra rights, and npx finds the command through package.json anyway.
if (process.platform !== 'win32' && existsSync(join(root, 'node_modules'))) {
  try {
    link();
  } catch (error) {
    // A convenience: no reason to fail an installation.
    console.warn(`npx pymemlab will be slower: ${error.message}`);
  }
}
