/**
 * Library modules whose code is there: what the chunks that were loaded so far have brought.
 *
 * Code, no state of a machine: it is the same for every machine, and once there it stays.
 */
import type { Addr } from '../base/brand.ts';
import { declareOwned, type Owned } from '../collector/owned.ts';
import type { Runtime } from '../objects/runtime.ts';

/** Makes a module; new, 0 with an exception. */
export type MakeModule = (rt: Runtime) => Addr;

/** Library modules that are loaded together. */
export interface LibraryChunk {
  /** Modules written in Python: their texts by name. */
  readonly python?: Readonly<Record<string, string>>;
  /** Modules written here, by name. */
  readonly native?: Readonly<Record<string, MakeModule>>;
  /** By type: what its objects own beside other objects, for the checker of the machine. */
  readonly owned?: Readonly<Record<string, Owned>>;
}

const texts = new Map<string, string>();
const makers = new Map<string, MakeModule>();

/** Takes in a chunk; a second time changes nothing. */
export function addChunk({ python = {}, native = {}, owned = {} }: LibraryChunk): void {
  for (const [name, text] of Object.entries(python)) texts.set(name, text);
  for (const [name, make] of Object.entries(native)) makers.set(name, make);
  for (const [type, what] of Object.entries(owned)) declareOwned(type, what);
}

/** The text of a module written in Python, if it is there. */
export function textOf(name: string): string | undefined {
  return texts.get(name);
}

/** What makes a module written here, if it is there. */
export function makerOf(name: string): MakeModule | undefined {
  return makers.get(name);
}
