/** Fetches code of the engine when a program needs it. */
import { CodeUnavailable, EngineFault } from '../base/errors.ts';
import { CHUNKS, type ChunkName } from '../modules/catalogue.ts';
import type { Program } from '../timeline/api.ts';
import { codeHintedIn, withParts } from './hints.ts';
import { type CodeName, LOADERS } from './loaders.ts';

const there = new Set<CodeName>();

/** What a program plainly needs, as far as it is not there yet. */
export function missingCode(program: Program): readonly CodeName[] {
  return [...codeHintedIn(program)].filter((name) => !there.has(name));
}

/** @throws CodeUnavailable when something cannot be fetched */
export async function loadCode(names: Iterable<CodeName>): Promise<void> {
  await Promise.all([...names].map(fetchCode));
}

/**
 * Begins to fetch what shows a run, while it runs. Nobody waits for it here: should it not come, the
 * first view asks for it again, and tells.
 */
export function fetchViewsAhead(): void {
  loadCode(['views']).catch(() => {});
}

/**
 * Fetches what a run came to, with what that needs itself.
 * @param name of CodeNotLoaded
 * @throws CodeUnavailable when something cannot be fetched
 */
export async function loadCodeNamed(name: string): Promise<void> {
  if (!isCodeName(name) || there.has(name)) throw new EngineFault(`nothing brings ${name}`);
  await loadCode(isChunkName(name) ? withParts([name]) : [name]);
}

function isCodeName(name: string): name is CodeName {
  return Object.hasOwn(LOADERS, name);
}

function isChunkName(name: CodeName): name is ChunkName {
  return Object.hasOwn(CHUNKS, name);
}

async function fetchCode(name: CodeName): Promise<void> {
  if (there.has(name)) return;
  try {
    await LOADERS[name]();
  } catch (error) {
    throw new CodeUnavailable(name, error);
  }
  there.add(name);
}
