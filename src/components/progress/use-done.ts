import { useEffect, useState } from 'preact/hooks';
import type { ProgressKey } from '../../state/progress-key.ts';
import { done } from '../../state/progress.ts';

const NOTHING: ReadonlySet<ProgressKey> = new Set();

/** What the reader has done; nothing until the island is alive, as the page was built. */
export function useDone(): ReadonlySet<ProgressKey> {
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  return alive ? done.value : NOTHING;
}
