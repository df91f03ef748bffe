/** What a learner is told of a check, with what it found in the learner's language. */
import type { Translate, WordKey } from '../i18n/words.ts';
import type { ExerciseCheck } from './schema.ts';

/** The engine's words for what it found, by what was looked at. Numbers and what is printed stay. */
const WORDS: Readonly<Record<string, Readonly<Record<string, WordKey>>>> = {
  pool: {
    full: 'memory.full',
    used: 'memory.used',
    empty: 'memory.empty',
    untouched: 'memory.untouched',
    none: 'found.nothing',
  },
  block: {
    used: 'found.inUse',
    free: 'found.free',
    untouched: 'memory.untouched',
    none: 'found.nothing',
  },
  layer: { static: 'found.static', none: 'found.nothing' },
};

/** What is told where a check found nothing to look at: its own words would make no sentence. */
const NOTHING: Readonly<Record<string, WordKey>> = {
  'no such name': 'found.noName',
  'the line was never reached': 'found.noMoment',
};

/** `message` with `{{found}}` replaced, for the reader of `t`. */
export function filled(t: Translate, message: string, check: ExerciseCheck, found: string): string {
  if (!message.includes('{{found}}')) return message;
  const nothing = NOTHING[found];
  if (nothing) return t(nothing);
  const word = 'fact' in check ? WORDS[check.fact]?.[found] : undefined;
  return message.replaceAll('{{found}}', word ? t(word) : found);
}
