/** The recorded cases, and what makes an answer right. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Expected {
  readonly stdout: string;
  readonly exit: number;
  readonly stderr_last?: string;
}

export interface Answer {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
}

export interface Case {
  /** `area/name` */
  readonly id: string;
  readonly file: string;
  readonly version: string;
  readonly expected: Expected;
}

const root = fileURLToPath(new URL('cases', import.meta.url));

/** Every case that has an answer for the release. */
export function casesFor(version: string): readonly Case[] {
  const cases: Case[] = [];
  for (const area of readdirSync(root).sort()) {
    for (const name of readdirSync(join(root, area)).sort()) {
      if (!name.endsWith('.py')) continue;
      const file = join(root, area, name);
      const answers = file.replace(/\.py$/, '.expected.json');
      if (!existsSync(answers)) continue;
      const expected = (JSON.parse(readFileSync(answers, 'utf8')) as Record<string, Expected>)[version];
      const id = `${area}/${name.slice(0, -3)}`;
      if (expected !== undefined) cases.push({ id, file, version, expected });
    }
  }
  return cases;
}

/** The last line that is not empty, up to the first full stop or question mark. */
function lastLine(stderr: string): string {
  const lines = stderr.split('\n').map((line) => line.trimEnd());
  return (lines.filter((line) => line !== '').pop() ?? '').split(/[.?]/)[0] ?? '';
}

/** What is wrong with an answer; null when nothing is. */
export function judge(expected: Expected, answer: Answer): string | null {
  if (answer.stdout !== expected.stdout) return `stdout: ${firstDifference(expected, answer)}`;
  if (answer.exit !== expected.exit) {
    return `exit status ${answer.exit} instead of ${expected.exit}: ${answer.stderr.trimEnd()}`;
  }
  if (expected.stderr_last !== undefined && lastLine(answer.stderr) !== expected.stderr_last) {
    return `stderr ends '${lastLine(answer.stderr)}' instead of '${expected.stderr_last}'`;
  }
  return null;
}

function firstDifference(expected: Expected, answer: Answer): string {
  const wanted = expected.stdout.split('\n');
  const found = answer.stdout.split('\n');
  let i = 0;
  while (i < wanted.length && i < found.length && wanted[i] === found[i]) i++;
  const stderr = answer.stderr.trim().split('\n').pop() ?? '';
  return `line ${i + 1}: expected ${JSON.stringify(wanted[i] ?? '<end>')}, got ${JSON.stringify(found[i] ?? '<end>')} ${stderr}`;
}
