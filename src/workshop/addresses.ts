/** Where the pages of a workshop are. `site`: the path of the site in a language, with its slashes. */
import { type Course, exerciseOf } from './course.ts';
import { forLearners, type Plan, type Work } from './plan.ts';
import { fragmentOf } from './plan-link.ts';

export const planner = (site: string, plan: Plan) => `${site}workshop/${fragmentOf(plan)}`;
export const presenter = (site: string, plan: Plan) =>
  `${site}workshop/present/${fragmentOf(plan)}`;
export const learner = (site: string, plan: Plan) =>
  `${site}workshop/learn/${fragmentOf(forLearners(plan))}`;
export const handout = (site: string, plan: Plan) =>
  `${site}workshop/handout/${fragmentOf(forLearners(plan))}`;
export const notesSheet = (site: string, plan: Plan) => `${site}workshop/notes/${fragmentOf(plan)}`;

/** The chapter, or the exercise in its chapter. */
export function placeOf(site: string, work: Work, course: Course): string {
  if (work.kind === 'chapter') return `${site}chapters/${work.id}/`;
  const slug = exerciseOf(course, work.id)?.chapter.slug ?? '';
  return `${site}chapters/${slug}/#${work.id}`;
}
