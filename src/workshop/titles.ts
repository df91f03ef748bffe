import { type Course, chapterOf, exerciseOf } from './course.ts';
import type { Part } from './plan.ts';
import type { Say } from './words.ts';

/** What a part is called, as the course has it. */
export function titleOf(part: Part, course: Course, say: Say): string {
  if (part.kind === 'break') return say('part.break');
  if (part.kind === 'chapter') return chapterOf(course, part.id)?.title ?? part.id;
  return exerciseOf(course, part.id)?.exercise.title ?? part.id;
}

/** 'Chapter 5', 'Exercise', ''. */
export function kindOf(part: Part, course: Course, say: Say): string {
  if (part.kind === 'break') return '';
  if (part.kind === 'exercise') return say('part.exercise');
  return say('part.chapter', { label: chapterOf(course, part.id)?.label ?? '' });
}
