/** Where a page's own content waits for whoever shows it: either may come first. */
import type { OwnContent } from '../messages.ts';

let show: ((content: OwnContent) => void) | null = null;
let early: OwnContent | null = null;

export function open(content: OwnContent): void {
  if (show) show(content);
  else early = content;
}

/** @param shower is given what the page opens */
export function onOpen(shower: (content: OwnContent) => void): void {
  show = shower;
  if (early) shower(early);
  early = null;
}
