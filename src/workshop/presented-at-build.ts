/** Puts together, while the site is built, what the presenter's pages fetch. */
import type { APIRoute } from 'astro';
import { defaultProfile, Timeline } from '../../engine/whole.ts';
import { isLens, type LensChoice } from '../components/playground/lenses.ts';
import { programSource } from '../components/playground/programs.ts';
import { encode, fragment } from '../components/playground/share.ts';
import type { Language } from '../course/chapters.ts';
import { exerciseFile } from '../exercise/files.ts';
import { exercisesIn } from '../exercise/in-language.ts';
import type { Notes } from './notes.ts';
import { notes } from './notes-at-build.ts';
import type { Presented, PresentedChapter, PresentedExercise, PresentedShow } from './presented.ts';
import { stepBefore } from './steps.ts';

const texts = import.meta.glob<string>('../content/docs/chapters/*.mdx', {
  query: '?raw',
  import: 'default',
  eager: true,
});

interface Placed {
  readonly program: string;
  readonly lens: LensChoice;
}

/** The program and the lens of a playground, as the chapter's text has them. */
function placed(slug: string, id: string): Placed {
  const text = texts[`../content/docs/chapters/${slug}.mdx`] ?? '';
  const tag = new RegExp(`<Playground\\b[^>]*?\\bid="${id}"[^>]*>`).exec(text)?.[0] ?? '';
  const program = /\bprogram="([^"]+)"/.exec(tag)?.[1];
  if (!program) throw new Error(`${slug} has no playground ${id}, which its notes show`);
  const lens = /\blens="([a-z]+)"/.exec(tag)?.[1] ?? '';
  return { program, lens: isLens(lens) ? lens : 'objects' };
}

async function show(
  slug: string,
  { playground, stops }: Notes['shows'][number],
  language: Language,
): Promise<PresentedShow> {
  const { program, lens: usual } = placed(slug, playground);
  const source = programSource(program, language);
  const timeline = new Timeline({
    source,
    filename: `${program}.py`,
    profile: defaultProfile,
    mode: 'script',
  });
  timeline.advance(() => false);
  const found = stops.map(async ({ at, lens = usual, [language]: say }) => {
    const step = stepBefore(timeline, source, at);
    const place = { step, lens, selected: null, zoom: [] };
    const payload = await encode({ text: source, mode: 'script', ...place });
    return { step, lens, say, fragment: fragment(playground, payload ?? '') };
  });
  return { program, stops: await Promise.all(found) };
}

async function chapter(slug: string, own: Notes, language: Language): Promise<PresentedChapter> {
  const shows = await Promise.all(own.shows.map((one) => show(slug, one, language)));
  return { ...own[language], shows };
}

async function put(language: Language): Promise<Presented> {
  const chapters: Record<string, PresentedChapter> = {};
  for (const [slug, own] of notes) chapters[slug] = await chapter(slug, own, language);
  const exercises: Record<string, PresentedExercise> = {};
  for (const { id, concept, why, hints } of await exercisesIn(language)) {
    const solution = exerciseFile(id, 'solution.py', language);
    exercises[id] = { concept, why, hints, solution };
  }
  return { chapters, exercises };
}

const kept = new Map<Language, Promise<Presented>>();

/** Put together once a language: every stop asks for a run. */
export function presentedIn(language: Language): Promise<Presented> {
  const found = kept.get(language) ?? put(language);
  kept.set(language, found);
  return found;
}

export const presentedEndpoint =
  (language: Language): APIRoute =>
  async () =>
    Response.json(await presentedIn(language));
