/** The lines by which a playground of the course, as the reader has it now, is put into another page. */
import type { PlaygroundFacts } from '../components/playground/still.ts';
import type { Embeddable } from './catalogue.ts';
import { attributesOf, elementTag, loaderTag, ownTag } from './builder/snippet.ts';
import type { EmbedSettings } from './settings.ts';

/** What of it the reader chose. */
export interface Chosen {
  readonly text: string;
  readonly profile: string;
  readonly mode: 'script' | 'repl';
  readonly lens: string;
}

const EXERCISE = /^exercise-/;

/** Under which name a playground of the course is embedded. */
export function embeddableOf({ id, file }: PlaygroundFacts): Embeddable {
  return EXERCISE.test(id)
    ? { kind: 'exercise', name: id.replace(EXERCISE, ''), title: file }
    : { kind: 'program', name: file.replace(/\.py$/, ''), title: file };
}

function settingsOf(facts: PlaygroundFacts, chosen: Chosen): EmbedSettings {
  const isExercise = EXERCISE.test(facts.id);
  // A chapter opens a program with a lens of its choice; embedded, it begins with the first.
  const lens = (isExercise && facts.lens) || 'objects';
  return {
    ...(chosen.profile === facts.profile ? {} : { version: chosen.profile }),
    ...(chosen.mode === 'script' ? {} : { mode: chosen.mode }),
    ...(chosen.lens === lens ? {} : { lens: chosen.lens }),
  };
}

/** @param site address of the site's root, with a slash at its end */
export function embedCode(site: string, facts: PlaygroundFacts, chosen: Chosen): string {
  const what = embeddableOf(facts);
  const settings = settingsOf(facts, chosen);
  const isOwn = what.kind === 'program' && chosen.text !== facts.source && !facts.setup;
  const element = isOwn
    ? ownTag(attributesOf(settings), chosen.text)
    : elementTag(what, settings, what.kind === 'exercise' ? facts.source : chosen.text);
  return `${loaderTag(site)}\n${element}\n`;
}
