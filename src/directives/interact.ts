import type { ClientDirective } from 'astro';
import { isAwaited } from './awaited.ts';
import type { EarlyPress } from './early-press.ts';
import { pressable } from './pressable.ts';

const wake = ['pointerdown', 'focusin', 'keydown'] as const;
const tabKeys = ['ArrowLeft', 'ArrowRight', 'Home', 'End'];

/**
 * Loads an island on its first pointer press, focus or key, or when the pointer comes to its
 * controls. A click that arrives before the island is alive is held and given again afterwards, and
 * so are the keys that lead from tab to tab: the first press of Run must run. An island that has
 * something of the reader's to show is loaded at once, and so is one with `client:interact="at once"`,
 * and one that was pressed or has had the focus since before this script came.
 */
const interact: ClientDirective = (load, options, element: EarlyPress) => {
  let held = element.pressed ?? undefined;
  element.pressed = null;
  let heldKeys: string[] = [];

  /** A reader who types before the island is alive types into the program, not into nothing. */
  const fillEditor = () => {
    const area = element.querySelector('textarea');
    if (area?.value === '') area.value = element.querySelector('.code-still')?.textContent ?? '';
  };

  const hold = (event: Event) => {
    const target = (event.target as Element).closest<HTMLElement>(pressable);
    if (!target) return;
    event.preventDefault();
    event.stopPropagation();
    held = target;
    heldKeys = [];
  };

  const holdKey = (event: KeyboardEvent) => {
    if (!tabKeys.includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(event.target as Element).matches('[role="tab"]')) return;
    event.preventDefault();
    heldKeys.push(event.key);
  };

  const giveBack = () => {
    element.removeEventListener('click', hold, true);
    element.removeEventListener('keydown', holdKey, true);
    if (held?.isConnected) held.click();
    // Each goes to where the one before it has led.
    for (const key of heldKeys) {
      const at = document.activeElement;
      if (!element.contains(at)) return;
      at?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    }
  };

  const near = (event: Event) => {
    if ((event.target as Element).closest('.pg-controls')) void start();
  };

  const meant = () => {
    const isInUse = held !== undefined || element.contains(document.activeElement);
    if (isInUse || options.value === 'at once' || isAwaited(element)) void start();
  };

  const wait = () => {
    for (const type of wake) element.addEventListener(type, start, { passive: true });
    element.addEventListener('pointerover', near, { passive: true });
    addEventListener('hashchange', meant);
  };

  const start = async () => {
    fillEditor();
    for (const type of wake) element.removeEventListener(type, start);
    element.removeEventListener('pointerover', near);
    removeEventListener('hashchange', meant);
    try {
      const hydrate = await load();
      await hydrate();
    } catch (error) {
      wait(); // the network may be back at the next touch
      throw error;
    }
    giveBack();
  };

  element.addEventListener('click', hold, true);
  element.addEventListener('keydown', holdKey, true);
  wait();
  meant();
};

export default interact;
