/**
 * Takes the focus to where the reader has gone in the map. An answer comes a moment after the key: a
 * reader who is elsewhere by then stays there.
 */
export function takeFocus(element: HTMLElement | null): void {
  const active = document.activeElement;
  const lost = active === null || active === document.body;
  if (lost || element?.closest('.mem')?.contains(active)) element?.focus({ preventScroll: true });
}
