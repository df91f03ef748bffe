/** Three workshops that are ready to be given. Their minutes are the course's own. */
import type { Part, Plan, Work } from './plan.ts';

const chapter = (id: string): Work => ({ kind: 'chapter', id });
const exercise = (id: string): Work => ({ kind: 'exercise', id });
const pause: Part = { kind: 'break', minutes: 10 };

const plan = (duration: number, parts: readonly Part[]): Plan => ({
  title: '',
  duration,
  start: '',
  parts,
});

const counting = [
  chapter('00-start-here'),
  exercise('two-boxes'),
  chapter('01-objects-and-names'),
  exercise('own-rows'),
  chapter('02-reference-counts'),
  exercise('let-go'),
];

const collecting = [
  chapter('08-cycles'),
  exercise('island-of-two'),
  chapter('09-the-collector'),
  exercise('hold-the-island'),
];

export const readyPlans = [
  {
    id: 'short',
    plan: plan(45, [
      chapter('00-start-here'),
      exercise('two-boxes'),
      chapter('02-reference-counts'),
      exercise('let-go'),
      chapter('08-cycles'),
      exercise('island-of-two'),
    ]),
  },
  { id: 'middle', plan: plan(90, [...counting, pause, ...collecting]) },
  {
    id: 'long',
    plan: plan(180, [
      ...counting,
      pause,
      chapter('04-blocks-and-size-classes'),
      exercise('fill-a-block'),
      chapter('05-pools'),
      exercise('full-to-used'),
      chapter('06-arenas'),
      exercise('give-arenas-back'),
      pause,
      ...collecting,
      chapter('11-the-gc-module'),
      exercise('find-the-holder'),
      chapter('12-living-with-it'),
    ]),
  },
] as const;
