/** The lenses of a playground, in the order of their tabs. */
import type { LensName } from '../../../engine/index.ts';

export const LENSES = [
  'objects',
  'holders',
  'refcounts',
  'memory',
  'layers',
  'caches',
  'collector',
  'events',
  'questions',
] as const satisfies readonly ('objects' | LensName)[];

/** What a step is looked at through. */
export type LensChoice = (typeof LENSES)[number];

/** Those that ask the engine for a scene of their own, and load when they are first chosen. */
export type LaterLensName = Exclude<LensChoice, 'objects'>;

export const isLens = (name: string): name is LensChoice =>
  (LENSES as readonly string[]).includes(name);

/** What is open in a lens, as numbers that it alone reads: kept from step to step, and in links. */
export type Zoom = readonly number[];

export const CLOSED: Zoom = [];
