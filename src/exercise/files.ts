import type { Language } from '../course/chapters.ts';
import { withComments } from '../course/comments.ts';

/** The programs of the exercises, for the build; the page gets the starter with its text. */
const files = import.meta.glob<string>('../content/exercises/*/{starter,solution}.py', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export function exerciseFile(
  id: string,
  name: 'starter.py' | 'solution.py',
  language: Language,
): string {
  const text = files[`../content/exercises/${id}/${name}`];
  if (text === undefined) throw new Error(`src/content/exercises/${id}/${name} is not there`);
  return withComments(text, language);
}
