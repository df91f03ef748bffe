/** What there is to read, to predict and to pass, chapter by chapter, taken from the chapters' texts. */
import { exercisesIn } from '../exercise/in-language.ts';
import { type ProgressKey, progressKey } from '../state/progress-code.ts';
import { chapters, type Language } from './chapters.ts';

export interface Idea {
  /** The exercise that shows it. */
  readonly id: string;
  readonly title: string;
  readonly concept: string;
}

export interface ChapterContents {
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
    slug,
    label,
    title: title[language],
    predictions: idsOf('Predict', slug),
    ideas: idsOf('Exercise', slug).map((id) => {
      const exercise = exercises.get(id);
      if (!exercise) throw new Error(`${slug} has an exercise ${id} that is not there`);
      return { id, title: exercise.title, concept: exercise.concept };
    }),
  }));
}

export const keysOf = ({ slug, predictions, ideas }: ChapterContents): readonly ProgressKey[] => [
  progressKey('chapter', slug),
  ...predictions.map((id) => progressKey('prediction', id)),
  ...ideas.map(({ id }) => progressKey('exercise', id)),
];
