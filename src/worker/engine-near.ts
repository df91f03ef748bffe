/** A reader who comes near Run gets the engine at once, beside the code of the playground. */
import { makeEarly } from './early-worker.ts';

const wake = ['pointerover', 'pointerdown', 'focusin'] as const;

const near = ({ target }: Event) => {
  if (!(target instanceof Element) || !target.closest('.pg-controls')) return;
  for (const type of wake) removeEventListener(type, near, true);
  makeEarly();
};

// In a frame the engine is perhaps another frame's.
if (window.parent === window) {
  for (const type of wake) addEventListener(type, near, { capture: true, passive: true });
}
