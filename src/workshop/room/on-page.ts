/** On the course's pages while their reader is in a room: what is passed is told, and the way back tells of new hand-outs. */
import { effect } from '@preact/signals';
import { done } from '../../state/progress.ts';
import { readHandouts } from './kept.ts';
import { handouts, joined, reportPassed, resume } from './learner.ts';

const EXERCISE = 'exercise/';

/** @param link the way back to the workshop */
export function tellRoom(link: HTMLElement): void {
  const label = link.textContent;
  resume();
  effect(() => {
    const passed = [...done.value].filter((key) => key.startsWith(EXERCISE));
    reportPassed(passed.map((key) => key.slice(EXERCISE.length)));
  });
  effect(() => {
    const read = readHandouts();
    const isNews = handouts.value.some(({ id }) => !read.has(id));
    const news = isNews ? joined.value?.news : undefined;
    link.textContent = news ? `${label} · ${news}` : label;
  });
}
