/** The numbers in the course's prose, for the build: `./numbers.ts` tells what each function does. */
import structural from '../content/measured/structural.json';
import { type Measured, numbersFrom, type Recorded } from './numbers.ts';

const files = import.meta.glob<Measured>('../content/measured/[0-9]*.json', {
  import: 'default',
  eager: true,
});

const recordings = import.meta.glob<Recorded>('../../tests/content/recorded/**/*.json', {
  import: 'default',
  eager: true,
});

export const {
  measured,
  numberOf,
  fact,
  least,
  most,
  room,
  gib,
  requests,
  block,
  printed,
  withNumbers,
} = numbersFrom(Object.values(files), Object.values(recordings), structural);

/** The last size class. */
export const last = numberOf('classes') - 1;
