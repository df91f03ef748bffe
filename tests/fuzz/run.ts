/**
 * `npm run fuzz -- [--programs N] [--seed S] [--python V]`: made-up programs on the machine, numbers
 * S to S + N - 1. Each that breaks it is made small and printed; the exit status tells.
 */
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type * as Engine from '../../engine/whole.ts';
import { type Find, Fuzzer } from './fuzz.ts';

const MOST_FINDS = 40;

/** The engine as one file, made anew from the sources unless ENGINE names another. */
async function engine(): Promise<typeof Engine> {
  const other = process.env['ENGINE'];
  if (other === undefined) {
    const { buildEngine, bundles } = (await import('../../tools/build-engine.mjs')) as {
      buildEngine(which: unknown): Promise<unknown>;
      bundles: readonly { readonly out: string }[];
    };
    await buildEngine(bundles.filter(({ out }) => out === 'build/engine.mjs'));
  }
  const file = other ?? fileURLToPath(new URL('../../build/engine.mjs', import.meta.url));
  return import(pathToFileURL(file).href) as Promise<typeof Engine>;
}

function show({ seed, message, source }: Find): void {
  console.log(`---- program ${seed}: ${message.slice(0, 600)}\n${source}`);
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      programs: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      python: { type: 'string' },
    },
  });
  const whole = await engine();
  const { defaultProfile, isProfileId } = whole;
  const profile = values.python ?? defaultProfile;
  if (!isProfileId(profile)) {
    console.error(`there is no release ${profile}`);
    return 2;
  }
  const first = Number(values.seed);
  const programs = Number(values.programs);
  const fuzzer = new Fuzzer(whole, profile);
  let finds = 0;
  for (let seed = first; seed < first + programs && finds < MOST_FINDS; seed++) {
    const find = fuzzer.tryProgram(seed);
    if (find === null) continue;
    finds++;
    show(find);
  }
  console.log(`${programs} programs from ${first} on ${profile}: ${finds} broke the machine`);
  return finds > 0 ? 1 : 0;
}

process.exitCode = await main();
