/** Where keys write or choose. A slider has arrows for that: a clicker goes past it. */
const FIELDS = 'input:not([type="range"]), textarea, select, [contenteditable]';

/**
 * What a key means to a presentation: 1 forward, -1 back, 0 nothing. A clicker sends PageDown and
 * PageUp, and those are heard wherever the focus is, but for fields; arrows only on the stage.
 */
export function moveOf(
  { key, ctrlKey, metaKey, altKey, target }: KeyboardEvent,
  onStage: boolean,
): -1 | 0 | 1 {
  if (ctrlKey || metaKey || altKey) return 0;
  const field = (target as Element | null)?.closest?.(FIELDS);
  if (field) return 0;
  if (key === 'PageDown' || (onStage && key === 'ArrowRight')) return 1;
  if (key === 'PageUp' || (onStage && key === 'ArrowLeft')) return -1;
  return 0;
}
