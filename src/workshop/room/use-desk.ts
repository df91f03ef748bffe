import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Plan } from '../plan.ts';
import type { DeskPanel } from './DeskPanel.tsx';
import { presenterKey } from './from-link.ts';
import type { Desk } from './presenter.ts';

export interface OpenDesk {
  readonly desk: Desk;
  readonly Panel: typeof DeskPanel;
}

/** The presenter's desk in a room; null while there is none, and its code comes where a key is kept. */
export function useDesk(
  site: string,
  plan: Plan,
  isStage: boolean,
): ReadonlySignal<OpenDesk | null> {
  const open = useSignal<OpenDesk | null>(null);
  useEffect(() => {
    const key = presenterKey();
    let left = false;
    if (key)
      void Promise.all([import('./presenter.ts'), import('./DeskPanel.tsx')]).then(
        ([{ openDesk }, { DeskPanel }]) => {
          if (!left) open.value = { desk: openDesk(site, key, plan, isStage), Panel: DeskPanel };
        },
        () => {},
      );
    return () => {
      left = true;
      open.value?.desk.close();
      open.value = null;
    };
  }, [site, plan, isStage]);
  return open;
}
