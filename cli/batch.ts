/**
 * `pymemlab batch`: reads lines `{"file": …, "version": …}` on stdin and answers each with one line
 * `{"stdout", "stderr", "exit"}`, each program on a fresh machine, in order. A program that goes wrong
 * never ends the batch.
 */
import { createInterface } from 'node:readline';
import { isProfileId, profiles } from '../engine/index.ts';
import { fail } from './fail.ts';
import { memoryChoice } from './memory-choice.ts';
import { FAULT_STATUS, type ProgramResult, runProgram } from './program.ts';
import { readProgram } from './read-program.ts';
import { sourceFinder } from './source-finder.ts';

interface Request {
  readonly file: string;
  readonly version: string;
  readonly mode?: 'script' | 'repl';
  /** PYTHONMALLOC. */
  readonly malloc?: string;
}

/** @returns the exit status */
export async function batch(args: readonly string[]): Promise<number> {
  const check = args.includes('--check');
  const unknown = args.find((arg) => arg !== '--check');
  if (unknown !== undefined) return fail(`batch takes no ${unknown}`);
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    process.stdout.write(`${JSON.stringify(answer(line, check))}\n`);
  }
  return 0;
}

function answer(line: string, check: boolean): ProgramResult {
  let request: Request;
  try {
    request = JSON.parse(line) as Request;
  } catch {
    return refused('the line is not JSON');
  }
  const { file, version, mode = 'script', malloc } = request;
  if (typeof file !== 'string' || typeof version !== 'string') {
    return refused('the line needs "file" and "version"');
  }
  if (!isProfileId(version)) {
    const there = Object.keys(profiles).join(', ');
    return refused(`Python ${version} is not a release of this machine. It has: ${there}`);
  }
  const memory = memoryChoice(new Map(malloc === undefined ? [] : [['--malloc', malloc]]), version);
  if (typeof memory === 'number') return { stdout: '', stderr: '', exit: memory };
  try {
    const finder = sourceFinder(file);
    const source = readProgram(file);
    return runProgram({ source, filename: file, profile: version, mode, finder, ...memory }, check);
  } catch (error) {
    return { ...refused((error as Error).message), exit: FAULT_STATUS };
  }
}

function refused(why: string): ProgramResult {
  return { stdout: '', stderr: `pymemlab: ${why}\n`, exit: 2 };
}
