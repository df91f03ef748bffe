import type { ClientDirective } from 'astro';
import { isAwaited } from './awaited.ts';

const wake = ['pointerdown', 'focusin', 'keydown'] as const;
const pressable = 'button, [role="button"], [role="tab"]';

/**
 * Loads an island on its first pointer press, focus or key, or when the pointer comes to its
 * controls. A click that arrives before the island is alive is held and given again afterwards: the
 * first press of Run must run. An island that has something of the reader's to show is loaded at once.
 */
const interact: ClientDirective = (load, _options, element) => {
  let held: HTMLElement | undefined;

  const hold = (event: Event) => {
    const target = (event.target as Element).closest<HTMLElement>(pressable);
    if (!target) return;
    event.preventDefault();
    event.stopPropagation();
    held = target;
  };

  const near = (event: Event) => {
    if ((event.target as Element).closest('.pg-controls')) void start();
  };

  const wait = () => {
    for (const type of wake) element.addEventListener(type, start, { passive: true });
    element.addEventListener('pointerover', near, { passive: true });
  };

  const start = async () => {
    for (const type of wake) element.removeEventListener(type, start);
    element.removeEventListener('pointerover', near);
    try {
      const hydrate = await load();
      await hydrate();
    } catch (error) {
      wait(); // the network may be back at the next touch
      throw error;
    }
    element.removeEventListener('click', hold, true);
    if (held?.isConnected) held.click();
  };

  element.addEventListener('click', hold, true);
  wait();
  if (isAwaited(element)) void start();
};

export default interact;
