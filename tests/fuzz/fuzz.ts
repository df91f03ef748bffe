/** Runs made-up programs with the checker on: whatever they do, the machine must stay sound. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ProfileId, Program, RunSummary } from '../../engine/index.ts';
import type { ScriptRunner } from '../../engine/whole.ts';
import { CALL_GROUPS, callsStart } from './calls.ts';
import { generate, generateCalls, generateTyped, TYPED_START, WILD_START } from './grammar.ts';
import { mutate } from './mutate.ts';
import { Chance } from './random.ts';
import { refuseRequest } from './refuse.ts';
import { shrink } from './shrink.ts';
import { fromSource, type Node, toSource } from './tree.ts';

/** Small limits: a program that runs on is stopped, one that fills the memory meets MemoryError. */
const LIMITS = { steps: 20_000, output: 200_000, check: true };
const MEMORY = [24, 24, 24, 12].map((mebibytes) => mebibytes * 1024 * 1024);
const FILE = 'made.py';
/** What runs before a mutated case: its imports find their modules. */
const MODULES = 'import weakref\ndel weakref\n';
/** A program has 80,000 backward jumps and calls: more seconds than this are spent in one of ours. */
const LONGEST_SECONDS = 20;

/** What of the engine is needed: from its sources, or from a bundle. */
export type Engine = Pick<typeof import('../../engine/whole.ts'), 'runToEnd' | 'ScriptRunner'>;

/** A program that broke the machine. */
export interface Find {
  readonly seed: number;
  readonly message: string;
  readonly source: string;
}

/** A program; `before` has run when it begins. */
export interface Made {
  readonly before: string;
  readonly nodes: readonly Node[];
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

/**
 * Program number `seed`: mutated from the cases, of wild words, of words that fit, of calls of whatever
 * there is, in turn. One in sixteen does by itself what has run before the others.
 */
export function programOf(seed: number): Made {
  const made = madeOf(seed, new Chance(seed));
  if (Math.floor(seed / KINDS) % 16 > 0) return made;
  return { before: '', nodes: [...fromSource(made.before), ...made.nodes] };
}

const KINDS = 6;

function madeOf(seed: number, chance: Chance): Made {
  switch (seed % KINDS) {
    case 0:
      return { before: MODULES, nodes: mutate(chance.pick(conformanceCases()), chance) };
    case 1:
      return { before: WILD_START, nodes: generate(seed) };
    case 2:
    case 3:
      return {
        before: `${TYPED_START}${callsStart(chance.below(CALL_GROUPS))}`,
        nodes: generateCalls(seed),
      };
    default:
      return { before: TYPED_START, nodes: generateTyped(seed) };
  }
}

/** Runs made-up programs of one release, each on a machine as it is after boot. */
export class Fuzzer {
  private readonly engine: Engine;
  private readonly profile: ProfileId;
  private readonly runners = new Map<string, ScriptRunner>();

  constructor(engine: Engine, profile: ProfileId) {
    this.engine = engine;
    this.profile = profile;
  }

  /** Runs one program; a find, made small, when it breaks the machine. */
  tryProgram(seed: number): Find | null {
    const made = programOf(seed);
    const message = this.run(made, seed);
    if (message === '') return null;
    const source = made.before + toSource(made.nodes);
    if (message.startsWith('it took')) return { seed, message, source };
    return { seed, message, source: this.small(made, seed, kindOf(message)) };
  }

  /** The program made small: on machines of its own if it breaks them too. */
  private small({ before, nodes }: Made, seed: number, kind: string): string {
    const all = [...fromSource(before), ...nodes];
    const alone = (some: readonly Node[]) => kindOf(this.runAlone(some, seed)) === kind;
    if (alone(all)) return toSource(shrink(all, alone));
    const after = (some: readonly Node[]) =>
      kindOf(this.run({ before, nodes: some }, seed)) === kind;
    return `# breaks the machine after others only\n${before}${toSource(shrink(nodes, after))}`;
  }

  /** What is wrong with the machine after the program; '' when nothing is. */
  private run({ before, nodes }: Made, seed: number): string {
    const runner = this.runner(memoryOf(seed), before);
    const run = () => runner.runToEnd({ source: toSource(nodes) });
    const nth = refusedRequest(seed);
    if (nth === 0) return wrongAfter(run, this.profile);
    if (runner.machine === null) runner.runToEnd({ source: 'pass' });
    const serveAgain = refuseRequest(runner.machine!, nth);
    const wrong = wrongAfter(run, this.profile);
    serveAgain();
    return wrong === '' ? '' : `${wrong} (request ${nth} refused)`;
  }

  private runAlone(nodes: readonly Node[], seed: number): string {
    const { profile } = this;
    const program: Program = { source: toSource(nodes), filename: FILE, profile, mode: 'script' };
    const options = { ...LIMITS, memory: memoryOf(seed) };
    return wrongAfter(() => this.engine.runToEnd(program, options), profile);
  }

  private runner(memory: number, before: string): ScriptRunner {
    const key = `${memory} ${before}`;
    const known = this.runners.get(key);
    if (known !== undefined) return known;
    const { ScriptRunner } = this.engine;
    const base = { profile: this.profile, filename: FILE, mode: 'script' } as const;
    const runner = new ScriptRunner(base, { ...LIMITS, memory }, before);
    this.runners.set(key, runner);
    return runner;
  }
}

/** One program in eight is refused one request for memory: its number, else 0. */
function refusedRequest(seed: number): number {
  return Math.floor(seed / KINDS) % 8 === 3 ? 100 + ((seed * 7919) % 4000) : 0;
}

function memoryOf(seed: number): number {
  return MEMORY[Math.floor(seed / (16 * KINDS)) % MEMORY.length]!;
}

/**
 * What 3.13 leaks itself: a dict of attributes that holds itself. It is not tracked, for the object puts
 * values into it behind its back: `o.me = o.__dict__; gc.is_tracked(o.__dict__)` is False there alone.
 */
const LEAKS_OF_3_13 = /bytes in use that nobody owns: dict at 0x[0-9a-f]+ with ob_refcnt 1\b/;

function wrongAfter(run: () => RunSummary, profile: ProfileId): string {
  const began = process.cpuUsage().user;
  const { ending } = run();
  if (ending.kind === 'fault') {
    return profile === '3.13' && LEAKS_OF_3_13.test(ending.message) ? '' : ending.message;
  }
  const seconds = (process.cpuUsage().user - began) / 1e6;
  return seconds > LONGEST_SECONDS ? `it took ${seconds.toFixed(1)} s` : '';
}

/** Messages without addresses and numbers: while it shrinks a program goes on failing in the same way. */
function kindOf(message: string): string {
  return message
    .split('\n')[0]!
    .replace(/0x[0-9a-f]+|\d+/g, '#')
    .slice(0, 60);
}
