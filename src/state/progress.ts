/** Which exercises and predictions a reader has done, by their ids; never sent anywhere. */
import { signal } from '@preact/signals';
import { load, save } from './storage.ts';

const KEY = 'progress';

function read(): ReadonlySet<string> {
  try {
    const ids: unknown = JSON.parse(load(KEY) ?? '[]');
    return new Set(Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []);
  } catch {
    return new Set();
  }
}

export const done = signal<ReadonlySet<string>>(read());

export function markDone(id: string): void {
  // Read anew: another tab may have added to it.
  const ids = new Set([...read(), id]);
  save(KEY, JSON.stringify([...ids].sort()));
  done.value = ids;
}
