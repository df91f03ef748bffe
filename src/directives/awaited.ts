import { textKey } from '../state/texts.ts';
import { load } from '../state/storage.ts';

/** Whether a playground holds what its page does not show: a text kept, or the program of a link. */
export function isAwaited(element: HTMLElement): boolean {
  const id = element.querySelector<HTMLElement>('[data-playground]')?.dataset['playground'];
  if (!id) return false;
  const opened = new URLSearchParams(location.hash.slice(1)).get('play');
  return opened === id || load(textKey(id)) !== null;
}
