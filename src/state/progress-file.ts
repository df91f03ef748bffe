/** Progress as a file: JSON that says what it is. Fetched when somebody saves or opens one. */
import * as z from 'zod/mini';
import type { ProgressKey } from './progress-key.ts';
import { isProgressKey } from './progress-store.ts';

const FORMAT = 'pymemlab-progress';
const VERSION = 1;
/** In characters: far more than all keys of a course. */
export const LONGEST_FILE = 100_000;
const MOST_KEYS = 1000;

const header = z.object({ format: z.literal(FORMAT), version: z.int() });
const file = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  done: z.array(z.custom<ProgressKey>(isProgressKey)).check(z.maxLength(MOST_KEYS)),
});

export type FileFault = 'tooLong' | 'notAFile' | 'otherVersion' | 'badEntry';

export type ReadFile =
  | { readonly ok: true; readonly keys: readonly ProgressKey[] }
  | { readonly ok: false; readonly fault: FileFault };

export const progressFile = (keys: Iterable<ProgressKey>): string =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, done: [...keys].sort() }, null, 2)}\n`;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function readProgressFile(text: string): ReadFile {
  if (text.length > LONGEST_FILE) return { ok: false, fault: 'tooLong' };
  const data = parsed(text);
  const head = header.safeParse(data);
  if (!head.success) return { ok: false, fault: 'notAFile' };
  if (head.data.version !== VERSION) return { ok: false, fault: 'otherVersion' };
  const found = file.safeParse(data);
  return found.success ? { ok: true, keys: found.data.done } : { ok: false, fault: 'badEntry' };
}
