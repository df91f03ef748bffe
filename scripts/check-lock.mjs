// Fails when package-lock.json lacks a package that another one names as an optional dependency:
// `npm ci` would then refuse the lock ("Missing: … from lock file"). `npm install` leaves such
// packages out without a word when a registry does not have the build for another platform.
import { readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));

/** Where Node would look for `name` when the package at `path` asks for it. */
function places(name, path) {
  const found = [`node_modules/${name}`];
  let prefix = '';
  for (const part of path === '' ? [] : path.split('/node_modules/')) {
    prefix = prefix ? `${prefix}/node_modules/${part}` : part;
    found.push(`${prefix}/node_modules/${name}`);
  }
  return found;
}

const problems = [];
for (const [path, entry] of Object.entries(packages)) {
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    if (!places(name, path).some((place) => packages[place]))
      problems.push(`${name}: not in the lock (wanted by ${path || 'this project'})`);
  }
}

for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
  for (const [name, range] of Object.entries(manifest[kind] ?? {})) {
    if (!/^\d+\.\d+\.\d+$/.test(range))
      problems.push(`${name}: "${range}" is not an exact version`);
    if (packages[''][kind]?.[name] !== range)
      problems.push(`${name}: package.json and the lock differ; run npm install`);
  }
}

if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
console.log(`${Object.keys(packages).length} packages in the lock, none missing, all pins exact`);
