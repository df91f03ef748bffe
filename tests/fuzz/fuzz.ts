/** Runs made-up programs with the checker on: whatever they do, the machine must stay sound. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ProfileId, Program, RunSummary } from '../../engine/index.ts';
import { generate, generateTyped } from './grammar.ts';
import { mutate } from './mutate.ts';
import { Chance } from './random.ts';
import { shrink } from './shrink.ts';
import { fromSource, type Node, toSource } from './tree.ts';

/** Small limits: a program that runs on is stopped, one that fills the memory meets MemoryError. */
const LIMITS = { steps: 20_000, output: 200_000, check: true };
const MEMORY = [24, 24, 24, 10].map((mebibytes) => mebibytes * 1024 * 1024);
/** A program has 80,000 backward jumps and calls: more seconds than this are spent in one of ours. */
const LONGEST_SECONDS = 20;

export type RunToEnd = (program: Program, options: object) => RunSummary;

/** A program that broke the machine. */
export interface Find {
  readonly seed: number;
  readonly message: string;
  readonly source: string;
}

const casesFolder = fileURLToPath(new URL('../conformance/cases', import.meta.url));
let cases: readonly (readonly Node[])[] | undefined;

function conformanceCases(): readonly (readonly Node[])[] {
  cases ??= readdirSync(casesFolder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.py'))
    .sort()
    .map((name) => fromSource(readFileSync(`${casesFolder}/${name}`, 'utf8')));
  return cases;
}

/** Program number `seed`: of wild words, of words that fit, or mutated from the cases, in turn. */
export function programOf(seed: number): readonly Node[] {
  const chance = new Chance(seed);
  if (seed % 4 === 0) return mutate(chance.pick(conformanceCases()), chance);
  return seed % 4 === 1 ? generate(seed) : generateTyped(seed);
}

/** What is wrong with the machine after the program; '' when nothing is. */
export function run(runToEnd: RunToEnd, nodes: readonly Node[], seed: number, profile: ProfileId) {
  const began = process.cpuUsage().user;
  const program: Program = {
    source: toSource(nodes),
    filename: 'made.py',
    profile,
    mode: 'script',
  };
  const memory = MEMORY[seed % MEMORY.length]!;
  const { ending } = runToEnd(program, { ...LIMITS, memory });
  if (ending.kind === 'fault') return ending.message;
  const seconds = (process.cpuUsage().user - began) / 1e6;
  return seconds > LONGEST_SECONDS ? `it took ${seconds.toFixed(1)} s` : '';
}

/** Runs one program; a find, made small, when it breaks the machine. */
export function tryProgram(runToEnd: RunToEnd, seed: number, profile: ProfileId): Find | null {
  const nodes = programOf(seed);
  const message = run(runToEnd, nodes, seed, profile);
  if (message === '') return null;
  const kind = kindOf(message);
  const slow = message.startsWith('it took');
  const small = slow
    ? nodes
    : shrink(nodes, (smaller) => kindOf(run(runToEnd, smaller, seed, profile)) === kind);
  return { seed, message, source: toSource(small) };
}

/** Messages without addresses and numbers: while it shrinks a program goes on failing in the same way. */
function kindOf(message: string): string {
  return message
    .split('\n')[0]!
    .replace(/0x[0-9a-f]+|\d+/g, '#')
    .slice(0, 60);
}
