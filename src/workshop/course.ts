/** What of the course a workshop can be made of, as islands get it. */

export type Level = 'first' | 'second' | 'deep';

export interface CourseExercise {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly level: Level;
}

export interface CourseChapter {
  readonly slug: string;
  /** '5', 'A' */
  readonly label: string;
  readonly title: string;
  readonly shows: string;
  /** To show and tell it, without its exercises. */
  readonly minutes: number;
  readonly exercises: readonly CourseExercise[];
}

export type Course = readonly CourseChapter[];

/** Chapters and exercises by id, each chapter before its exercises. */
export const orderOf = (course: Course): readonly string[] =>
  course.flatMap(({ slug, exercises }) => [slug, ...exercises.map(({ id }) => id)]);

export const chapterOf = (course: Course, slug: string): CourseChapter | undefined =>
  course.find((chapter) => chapter.slug === slug);

export interface Found {
  readonly chapter: CourseChapter;
  readonly exercise: CourseExercise;
}

export function exerciseOf(course: Course, id: string): Found | undefined {
  for (const chapter of course) {
    const exercise = chapter.exercises.find((one) => one.id === id);
    if (exercise) return { chapter, exercise };
  }
  return undefined;
}

/** The number a chapter's file begins with: how links name it. */
export const chapterKey = (slug: string): string => slug.slice(0, slug.indexOf('-'));
