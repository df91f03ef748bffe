// Makes sure the browser tests have a Chromium. Tries in order: what is there, Playwright's own
// download, the distribution's package (root on a Debian machine), and the build inside the npm
// package @sparticuz/chromium (Linux x64, no root). Prints the path.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findBrowser, unpacked } from './find-browser.mjs';
import { inRoot } from './lib/paths.mjs';

function attempt(command, args, env = {}) {
  console.error(`+ ${command} ${args.join(' ')}`);
  try {
    const stdio = ['ignore', process.stderr, process.stderr];
    execFileSync(command, args, { stdio, timeout: 240_000, env: { ...process.env, ...env } });
    return true;
  } catch {
    return false;
  }
}

const download = () => {
  const cli = inRoot('node_modules/@playwright/test/cli.js');
  return attempt(process.execPath, [cli, 'install', 'chromium-headless-shell']);
};

const apt = () =>
  process.getuid?.() === 0 &&
  existsSync('/usr/bin/apt-get') &&
  attempt('apt-get', ['update', '-qq']) &&
  attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
    DEBIAN_FRONTEND: 'noninteractive',
  });

async function fromRegistry() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return;
  const dir = inRoot('.cache', 'browser');
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'package.json'), '{ "private": true }\n');
  const args = ['install', '--prefix', dir, '--no-save', '@sparticuz/chromium@153.0.0'];
  if (!attempt('npm', args)) return;
  process.env.TMPDIR = dir; // the package unpacks into the temporary directory
  const home = join(dir, 'node_modules/@sparticuz/chromium');
  const { inflate } = await import(pathToFileURL(join(home, 'build/index.js')).href);
  for (const file of ['chromium.br', 'al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br'])
    await inflate(join(home, 'bin', file));
  writeFileSync(
    unpacked,
    `#!/bin/sh\nexport LD_LIBRARY_PATH="${dir}/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"\n` +
      `[ -d /etc/fonts ] || export FONTCONFIG_PATH="${dir}/fonts"\nexec "${dir}/chromium" "$@"\n`,
  );
  chmodSync(unpacked, 0o755);
}

const only = process.argv[2]; // one way alone, to try it: download, apt or registry
let path = only ? undefined : await findBrowser();
for (const [name, way] of Object.entries({ download, apt, registry: fromRegistry })) {
  if (path) break;
  if (only && only !== name) continue;
  await way();
  path = await findBrowser();
}
if (!path) {
  console.error(
    'No Chromium was found or could be fetched. Install one, or name it in CHROMIUM_PATH.',
  );
  process.exit(1);
}
console.log(path);
