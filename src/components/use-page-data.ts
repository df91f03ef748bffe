import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { siteBase } from '../site-base.ts';

async function fetchData<Data>(path: string): Promise<Data> {
  const response = await fetch(siteBase() + path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

export interface PageData<Data> {
  readonly data: Signal<Data | null>;
  /** The data, asked for anew when it could not be had before. */
  readonly get: () => Promise<Data>;
}

/**
 * Data that an island fetches when it is first touched, so that the page is lighter without it.
 * @param known the data where it is at hand: nothing is fetched
 */
export function usePageData<Data>(path: string, known?: Data): PageData<Data> {
  const data = useSignal<Data | null>(known ?? null);
  const pending = useRef<Promise<Data> | null>(known ? Promise.resolve(known) : null);
  const get = () => {
    pending.current ??= fetchData<Data>(path).then(
      (found) => {
        data.value = found;
        return found;
      },
      (error: unknown) => {
        pending.current = null;
        throw error;
      },
    );
    return pending.current;
  };
  useEffect(() => {
    get().catch(() => {}); // told when it is needed
  }, [path]);
  return { data, get };
}
