/** What there is to read, to predict and to pass, chapter by chapter, taken from the chapters' texts. */
import { PAGES, TASKS } from '../construct/report.ts';
import { taskOf } from '../construct/task-files.ts';
import { exercisesIn } from '../exercise/in-language.ts';
import { wordsUnder } from '../i18n/words-under.ts';
import { type ProgressKey, progressKey } from '../state/progress-key.ts';
import { chapters, type Language } from './chapters.ts';

export interface Idea {
  /** The exercise that shows it. */
  readonly id: string;
  readonly title: string;
  readonly concept: string;
  /** From the root of the reader's language. */
  readonly href: string;
}

export interface ChapterContents {
  /** What its ideas are shown by. */
  readonly shownBy: 'exercise' | 'build';
  readonly slug: string;
  readonly label: string;
  readonly title: string;
  readonly predictions: readonly string[];
  readonly ideas: readonly Idea[];
}

const texts = import.meta.glob<string>('../content/docs/chapters/*.mdx', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The ids of a component's uses, in the order of the text. */
function idsOf(component: string, slug: string): readonly string[] {
  const text = texts[`../content/docs/chapters/${slug}.mdx`] ?? '';
  const uses = text.matchAll(new RegExp(`<${component}\\b[^>]*?\\bid="([^"]+)"`, 'g'));
  return [...uses].map(([, id]) => id ?? '');
}

export async function contentsIn(language: Language): Promise<readonly ChapterContents[]> {
  const exercises = new Map((await exercisesIn(language)).map((one) => [one.id, one]));
  return chapters.map(({ slug, label, title }) => ({
    shownBy: 'exercise',
    slug,
    label,
    title: title[language],
    predictions: idsOf('Predict', slug),
    ideas: idsOf('Exercise', slug).map((id) => {
      const exercise = exercises.get(id);
      if (!exercise) throw new Error(`${slug} has an exercise ${id} that is not there`);
      const { title, concept } = exercise;
      return { id, title, concept, href: `chapters/${slug}/#${id}` };
    }),
  }));
}

/** The last part: no chapter, but ideas as well. */
export function partToBuild(language: Language): ChapterContents {
  const ideas = TASKS.map((id) => {
    const { title, concept } = taskOf(id);
    const href = `build/${PAGES[id]}/#${id}`;
    return { id, title: title[language], concept: concept[language], href };
  });
  const title = wordsUnder(language, 'progress.build')['progress.build'] ?? '';
  return { shownBy: 'build', slug: 'build', label: '', title, predictions: [], ideas };
}

export const keysOf = (contents: ChapterContents): readonly ProgressKey[] => {
  const { shownBy, slug, predictions, ideas } = contents;
  return [
    ...(shownBy === 'exercise' ? [progressKey('chapter', slug)] : []),
    ...predictions.map((id) => progressKey('prediction', id)),
    ...ideas.map(({ id }) => progressKey(shownBy, id)),
  ];
};
