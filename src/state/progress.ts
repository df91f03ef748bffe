/** What the reader has read, predicted and passed, for islands: follows what other pages add. */
import { signal } from '@preact/signals';
import { type ProgressKey, type ProgressKind, progressKey } from './progress-key.ts';
import { addKeys, PROGRESS_ENTRY, storedKeys, storeKeys } from './progress-store.ts';

export const done = signal<ReadonlySet<ProgressKey>>(storedKeys());

if (!import.meta.env.SSR) {
  addEventListener('storage', ({ key }) => {
    // Null when everything was cleared.
    if (key === null || key === PROGRESS_ENTRY) done.value = storedKeys();
  });
  // The page may be one that the browser had put by.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) done.value = storedKeys();
  });
}

export function markDone(kind: ProgressKind, id: string): void {
  done.value = addKeys([progressKey(kind, id)]);
}

/** Adds what comes from elsewhere; nothing that is there is lost. @returns how many are new */
export function mergeProgress(keys: Iterable<ProgressKey>): number {
  const before = storedKeys().size;
  done.value = addKeys(keys);
  return done.value.size - before;
}

/** Forgets everything. @returns what there was, for `mergeProgress` to bring back */
export function resetProgress(): ReadonlySet<ProgressKey> {
  const before = storedKeys();
  storeKeys(new Set());
  done.value = new Set();
  return before;
}
