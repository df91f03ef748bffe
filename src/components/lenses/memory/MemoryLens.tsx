import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { MemoryMapScene } from '../../../../engine/index.ts';
import type { LensProps } from '../lens-props.ts';
import { MemoryMap } from './MemoryMap.tsx';
import { OVERVIEW, type Zoom, fromNumbers, optionsOf, toNumbers } from './zoom.ts';

interface Shown {
  readonly scene: MemoryMapScene;
  readonly zoom: Zoom;
  readonly last: Zoom;
  readonly moved: boolean;
}

/** The Memory map, alive: what is open stays open from step to step. */
export function MemoryLens(props: LensProps<'memory'>) {
  const { t, form, selected, moment, ask, zoom: numbers, onZoom, still } = props;
  const shown = useSignal<Shown | null>(null);
  const asked = useRef(0);
  const moves = useRef(false);
  const show = async (zoom: Zoom, moved: boolean) => {
    asked.current += 1;
    const mine = asked.current;
    const scene = await ask(optionsOf(zoom));
    // A newer question has been asked since: its answer is the one to show.
    if (mine !== asked.current) return;
    shown.value = { scene, zoom, last: shown.value?.zoom ?? OVERVIEW, moved };
  };
  // At once: left over from the step before, it would take the note that something was pressed for its own.
  useLayoutEffect(() => {
    void show(fromNumbers(numbers), moves.current);
    moves.current = false;
  }, [moment, numbers.join()]);
  if (!shown.value) return still ?? <p class="lens-note">{t('memory.loading')}</p>;
  const { scene, zoom, last, moved } = shown.value;
  return (
    <MemoryMap
      t={t}
      scene={scene}
      zoom={zoom}
      last={last}
      form={form}
      selected={selected}
      focus={moved}
      onZoom={(to) => {
        moves.current = true;
        onZoom(toNumbers(to));
      }}
    />
  );
}
