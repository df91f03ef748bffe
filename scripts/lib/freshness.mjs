// Knows whether dist/ was built from the files that are there now.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';

/** Everything that a page can be made from. */
const sources = [
  'src',
  'engine',
  'public',
  'tools/astro',
  'tools/offline',
  'conformance',
  'astro.config.mjs',
  'package-lock.json',
  'tsconfig.json',
];
const settings = ['SITE_URL', 'SITE_BASE'];
const stamp = inRoot('dist', '.stamp');

function* filesUnder(path) {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  const names = readdirSync(path).sort();
  for (const name of names) yield* filesUnder(join(path, name));
}

/** Contents, not dates: a checkout that changes nothing does not cost a build. */
export function fingerprint() {
  const hash = createHash('sha256');
  for (const name of settings) hash.update(`${name}=${process.env[name] ?? ''}\n`);
  for (const source of sources) {
    for (const file of filesUnder(inRoot(source))) {
      hash.update(`${file}\n`);
      hash.update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

/** The stamp lies in dist/, which a build empties first: an interrupted build leaves none. */
export function isBuilt() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

export function markBuilt(print) {
  writeFileSync(stamp, print);
}
