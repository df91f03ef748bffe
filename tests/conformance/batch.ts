/** `pymemlab batch` as a child process: one question at a time, answers in order. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Answer } from './cases.ts';

const command = fileURLToPath(new URL('../../cli/pymemlab.mjs', import.meta.url));

export class Batch {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly waiting: ((answer: Answer) => void)[] = [];

  constructor(args: readonly string[] = []) {
    this.child = spawn(process.execPath, [command, 'batch', ...args]);
    createInterface({ input: this.child.stdout }).on('line', (line) => {
      this.waiting.shift()?.(JSON.parse(line) as Answer);
    });
    this.child.on('exit', () => {
      for (const resolve of this.waiting.splice(0)) {
        resolve({ stdout: '', stderr: 'the batch process ended', exit: -1 });
      }
    });
  }

  ask(file: string, version: string, mode?: 'script' | 'repl'): Promise<Answer> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.child.stdin.write(`${JSON.stringify({ file, version, mode })}\n`);
    });
  }

  close(): void {
    this.child.stdin.end();
  }
}
