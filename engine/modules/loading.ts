/** Fetches library modules when a program needs them. */
import { EngineFault, ModuleUnavailable } from '../base/errors.ts';
import { type ChunkName, chunkOf, chunksNamedIn, withNeeded } from './catalogue.ts';
import { LOADERS } from './chunk-loaders.ts';
import { addChunk } from './library.ts';

const there = new Set<ChunkName>();

/** Whether `loadModulesNamedIn` has nothing to fetch for this program. */
export function hasModulesNamedIn(source: string): boolean {
  return missingOf(chunksNamedIn(source)).length === 0;
}

/**
 * Fetches the modules that a program names in its imports, with those that these import.
 * @throws ModuleUnavailable when one cannot be fetched
 */
export function loadModulesNamedIn(source: string): Promise<void> {
  return loadChunks(chunksNamedIn(source));
}

/**
 * Fetches a module that an import came to, with those that it imports.
 * @throws ModuleUnavailable when it cannot be fetched
 */
export async function loadModule(name: string): Promise<void> {
  const chunk = chunkOf(name);
  if (chunk === undefined) throw new EngineFault(`no chunk has the module ${name}`);
  if (there.has(chunk)) throw new EngineFault(`its chunk has not brought the module ${name}`);
  await loadChunks(withNeeded([chunk]));
}

/** Fetches every module. */
export function loadAllModules(): Promise<void> {
  return loadChunks(new Set(Object.keys(LOADERS) as ChunkName[]));
}

function missingOf(names: ReadonlySet<ChunkName>): ChunkName[] {
  return [...names].filter((name) => !there.has(name));
}

async function loadChunks(names: ReadonlySet<ChunkName>): Promise<void> {
  await Promise.all(missingOf(names).map(loadChunk));
}

async function loadChunk(name: ChunkName): Promise<void> {
  try {
    addChunk((await LOADERS[name]()).chunk);
  } catch (error) {
    throw new ModuleUnavailable(name, error);
  }
  there.add(name);
}
