import type { ProfileId } from '../../engine/index.ts';

/**
 * The releases that a reader may choose, oldest first. A release belongs here when every program of
 * the course prints under it what real CPython printed: tests/content/programs.test.ts.
 */
export const offered: readonly ProfileId[] = [
  '3.8',
  '3.9',
  '3.10',
  '3.11',
  '3.12',
  '3.13',
  '3.14',
  '3.15',
];
