import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** Code that comes as soon as it is wanted; null until it is there. */
export function useLater<Code>(wanted: boolean, load: () => Promise<Code>): Code | null {
  const found = useSignal<Code | null>(null);
  useEffect(() => {
    if (!wanted) return;
    void load().then(
      (code) => {
        found.value = code;
      },
      () => {},
    );
  }, [wanted]);
  return found.value;
}
