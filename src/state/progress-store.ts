/** What a reader has done, in the browser's storage: a list of keys. Never sent anywhere. */
import type { ProgressKey } from './progress-key.ts';
import { load, PREFIX, save } from './storage.ts';

const KEY = 'progress';
/** The name of the entry, as events of the storage give it. */
export const PROGRESS_ENTRY = PREFIX + KEY;

/** The form of a key, which is all that is known of one from another edition of the course. */
export const KEY_FORM = /^(exercise|prediction|chapter|build)\/[a-z0-9]+(-[a-z0-9]+)*$/;
/** In characters. */
export const LONGEST_KEY = 80;

export const isProgressKey = (value: unknown): value is ProgressKey =>
  typeof value === 'string' && value.length <= LONGEST_KEY && KEY_FORM.test(value);

export function storedKeys(): ReadonlySet<ProgressKey> {
  try {
    const keys: unknown = JSON.parse(load(KEY) ?? '[]');
    return new Set(Array.isArray(keys) ? keys.filter(isProgressKey) : []);
  } catch {
    return new Set();
  }
}

export function storeKeys(keys: ReadonlySet<ProgressKey>): void {
  save(KEY, keys.size > 0 ? JSON.stringify([...keys].sort()) : null);
}

/** @returns all that is stored now; read anew, for another tab may have added to it */
export function addKeys(added: Iterable<ProgressKey>): ReadonlySet<ProgressKey> {
  const before = storedKeys();
  const keys = new Set([...before, ...added]);
  if (keys.size > before.size) storeKeys(keys);
  return keys;
}
