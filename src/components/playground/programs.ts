/** The chapters' programs, by their names in src/content/programs/. */
import { allocatorName, defaultProfile, type ProfileId } from '../../../engine/index.ts';
import type { Language } from '../../course/chapters.ts';
import { withComments } from '../../course/comments.ts';
import type { Setup } from './still.ts';

const files = import.meta.glob<string>('../../content/programs/*.py', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const environments = import.meta.glob<string>('../../content/programs/*.env', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** How a program is to be started, by the file `.env` beside it: its PYTHONMALLOC. */
export function setupOf(environment: string, file: string): Setup {
  const malloc = allocatorName(/^PYTHONMALLOC=(.*)$/m.exec(environment)?.[1] ?? '');
  if (malloc === null) throw new Error(`${file}: no such allocator`);
  return malloc === 'pymalloc' ? {} : { malloc };
}

export function programSetup(name: string): Setup {
  const environment = environments[`../../content/programs/${name}.env`] ?? '';
  return setupOf(environment, `src/content/programs/${name}.env`);
}

/** Programs about a release that others do not offer: it can be chosen there besides. */
const ABOUT: Readonly<Record<string, ProfileId>> = { 'generations-slices': '3.14.2' };

/** The release that a program begins under. */
export const programProfile = (name: string): ProfileId => ABOUT[name] ?? defaultProfile;

/** The program, with its comments in `language`. */
export function programSource(name: string, language: Language): string {
  const source = files[`../../content/programs/${name}.py`];
  if (source === undefined) throw new Error(`src/content/programs/${name}.py is not there`);
  return withComments(source, language);
}
