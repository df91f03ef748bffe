import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

/**
 * The answer to the newest question of a lens; the one before stays until it comes.
 * @param key changes when the question does
 */
export function useScene<Scene>(
  ask: () => Promise<Scene>,
  moment: unknown,
  key = '',
): Signal<Scene | null> {
  const scene = useSignal<Scene | null>(null);
  const newest = useRef(0);
  useEffect(() => {
    newest.current += 1;
    const mine = newest.current;
    void ask().then((answer) => {
      if (mine === newest.current) scene.value = answer;
    });
  }, [moment, key]);
  return scene;
}
