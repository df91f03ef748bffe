/** The instructor's notes on all chapters, checked while the site is built. */
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { withNumbers } from '../course/measured.ts';
import { type Notes, notesSchema } from './notes.ts';

const files = import.meta.glob<string>('../content/workshop/notes/*.yml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const slugOf = (path: string) => path.slice(path.lastIndexOf('/') + 1, -'.yml'.length);

function read(path: string, text: string): readonly [string, Notes] {
  const found = notesSchema.safeParse(parse(withNumbers(text, path)));
  if (!found.success) throw new Error(`${path}: ${z.prettifyError(found.error)}`);
  return [slugOf(path), found.data];
}

/** By chapter slug. */
export const notes: ReadonlyMap<string, Notes> = new Map(
  Object.entries(files).map(([path, text]) => read(path, text)),
);
