// The site's tools need a newer Node than many machines have. On Linux the project brings its own
// as an optional package; this finds it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { isNewEnough } from './node-version.mjs';
import { inRoot } from './paths.mjs';

/** The running Node if it will do, else the project's own if it runs here, else undefined. */
export function findNode() {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const own = inRoot('node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  const runs = existsSync(own) && spawnSync(own, ['--version']).status === 0;
  return runs ? own : undefined;
}

/** Runs `script` under `node` in place of this process, as far as a terminal can tell. */
export function become(node, script, args) {
  return new Promise((resolve) => {
    const child = spawn(node, [script, ...args], { stdio: 'inherit' });
    // Ctrl+C reaches the child by itself; this process only has to outlive it.
    process.on('SIGINT', () => {});
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.on('close', (code, signal) => resolve(signal === 'SIGINT' ? 130 : (code ?? 1)));
  });
}
