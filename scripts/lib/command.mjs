// Runs a program and keeps what it said.
import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { root } from './paths.mjs';

/**
 * Resolves to the exit status and the output; never rejects. With `show`, the output also goes to
 * the terminal as it comes. With `limit` (ms), a program that hangs is ended.
 */
export function run(program, args, { env = {}, show = false, limit = 0, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let timer;
    const take = (stream, target) => {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        output += text;
        if (show) target.write(text);
      });
    };
    take(child.stdout, process.stdout);
    take(child.stderr, process.stderr);
    if (limit > 0) {
      timer = setTimeout(() => {
        output += `\nended after ${limit / 60_000} minutes without finishing`;
        child.kill('SIGKILL');
      }, limit);
    }
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ status: 1, output: `${output}${error.message}\n` });
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const said = stripVTControlCharacters(output);
      resolve({ status: code ?? 1, output: signal ? `${said}\n(${signal})` : said });
    });
  });
}
