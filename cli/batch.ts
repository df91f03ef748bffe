/**
 * `pymemlab batch`: reads lines `{"file": …, "version": …}` on stdin and answers each with one line
 * `{"stdout", "stderr", "exit"}`, in order. Each program finds a machine as it is after boot. A program
 * that goes wrong never ends the batch.
 */
import { isProfileId, profiles } from '../engine/index.ts';
import { type Program, ScriptRunner } from '../engine/whole.ts';
import { fail } from './fail.ts';
import { type MemoryChoice, memoryChoice } from './memory-choice.ts';
import { FAULT_STATUS, type ProgramResult, resultOf } from './program.ts';
import { readProgram } from './read-program.ts';
import { sourceFinder } from './source-finder.ts';

interface Request {
  readonly file: string;
  readonly version: string;
  readonly mode?: 'script' | 'repl';
  /** PYTHONMALLOC. */
  readonly malloc?: string;
}

/** Machines that are kept, each with a memory of its own. */
const MOST_RUNNERS = 4;

/** A runner for each release and allocator; the one that was asked for longest ago goes. */
class Runners {
  private readonly check: boolean;
  private readonly known = new Map<string, ScriptRunner>();

  constructor(check: boolean) {
    this.check = check;
  }

  run(program: Program, memory: MemoryChoice): ProgramResult {
    const key = `${program.profile} ${memory.malloc}`;
    const runner = this.known.get(key) ?? this.made({ ...program, ...memory });
    this.known.delete(key);
    this.known.set(key, runner);
    return resultOf(runner.runToEnd(program));
  }

  private made(program: Program): ScriptRunner {
    for (const key of this.known.keys()) {
      if (this.known.size >= MOST_RUNNERS) this.known.delete(key);
    }
    return new ScriptRunner(program, { check: this.check });
  }
}

/** @returns the exit status */
export async function batch(args: readonly string[]): Promise<number> {
  const check = args.includes('--check');
  const unknown = args.find((arg) => arg !== '--check');
  if (unknown !== undefined) return fail(`batch takes no ${unknown}`);
  const runners = new Runners(check);
  // other commands start sooner without it
  const { createInterface } = await import('node:readline');
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    process.stdout.write(`${JSON.stringify(answer(line, runners))}\n`);
  }
  return 0;
}

function answer(line: string, runners: Runners): ProgramResult {
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
    return runners.run({ source, filename: file, profile: version, mode, finder }, memory);
  } catch (error) {
    return { ...refused((error as Error).message), exit: FAULT_STATUS };
  }
}

function refused(why: string): ProgramResult {
  return { stdout: '', stderr: `pymemlab: ${why}\n`, exit: 2 };
}
