// Runs something in a fresh process.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bench } from './paths.mjs';

/**
 * Calls an export of a file of bench/ in a fresh process.
 * Resolves to `{ ok, info, value }` or `{ ok: false, error }`; never rejects.
 */
export function fresh(file, call, args, seconds = 120) {
  const module = pathToFileURL(join(bench, file)).href;
  const child = join(bench, 'lib', 'child.mjs');
  const request = JSON.stringify({ module, call, args });
  return new Promise((resolve) => {
    const process_ = spawn(process.execPath, ['--no-warnings', child, request], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    process_.stdout.on('data', (data) => {
      out += data;
    });
    process_.stderr.on('data', (data) => {
      err += data;
    });
    const timer = setTimeout(() => process_.kill('SIGKILL'), seconds * 1000);
    process_.on('close', () => {
      clearTimeout(timer);
      const at = out.lastIndexOf('\n@@');
      const error = err.trim().slice(-400) || `no answer in ${seconds} s`;
      resolve(at < 0 ? { ok: false, error } : JSON.parse(out.slice(at + 3)));
    });
  });
}

/** The same where there is nothing to compare with: what the call returns. Throws when it failed. */
export async function ask(file, call, args) {
  const { ok, error, value } = await fresh(file, call, args);
  if (!ok) throw new Error(error);
  return value;
}
