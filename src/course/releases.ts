import type { Release } from '../components/playground/still.ts';

/**
 * The releases that a reader may choose, oldest first. A release belongs here when every program of
 * the course prints under it what real CPython printed: tests/content/programs.test.ts. Written out,
 * for the profiles themselves would weigh on every page; tests/site/releases.test.ts compares them.
 */
export const releases: readonly Release[] = [
  { id: '3.8', release: '3.8.18' },
  { id: '3.9', release: '3.9.18' },
  { id: '3.10', release: '3.10.13' },
  { id: '3.11', release: '3.11.7' },
  { id: '3.12', release: '3.12.1' },
  { id: '3.13', release: '3.13.0' },
  { id: '3.14', release: '3.14.10' },
  { id: '3.15', release: '3.15.2' },
];

/** What had the incremental collector. Only a program that is about it begins there. */
const beside: Release = { id: '3.14.2', release: '3.14.2' };

/** What a playground that begins under `profile` lets its reader choose. */
export const choicesFrom = (profile: Release['id']): readonly Release[] =>
  profile === beside.id
    ? releases.flatMap((one) => (one.id === '3.14' ? [beside, one] : [one]))
    : releases;

export const offered: readonly Release['id'][] = releases.map(({ id }) => id);
