import { pressable } from './pressable.ts';

/**
 * Stands in the head of every page that has such islands. A press on an island whose directive (`interact.ts`) has not come
 * yet is kept on the island: the directive's script is a file, and readers are quicker than networks.
 */
export interface EarlyPress extends HTMLElement {
  /** What was pressed last; null once the directive watches the island itself. */
  pressed?: HTMLElement | null;
}

document.addEventListener(
  'click',
  (event) => {
    const target = (event.target as Element).closest<HTMLElement>(pressable);
    const island = target?.closest<EarlyPress>('astro-island[client="interact"]');
    if (!island || island.pressed === null) return;
    event.preventDefault();
    island.pressed = target;
  },
  true,
);
