import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { MemoryMapOptions, MemoryMapScene } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import type { LensForm } from '../../../state/settings.ts';
import { MemoryMap } from './MemoryMap.tsx';
import { OVERVIEW, type Zoom, optionsOf } from './zoom.ts';

interface Props {
  readonly t: Translate;
  readonly form: LensForm;
  readonly selected: number | null;
  /** Changes with every step and every run; what is shown is then asked for anew. */
  readonly moment: unknown;
  /** Asks for the map of the step that is shown. */
  readonly ask: (options: MemoryMapOptions) => Promise<MemoryMapScene>;
}

interface Shown {
  readonly scene: MemoryMapScene;
  readonly zoom: Zoom;
  readonly last: Zoom;
  readonly moved: boolean;
}

/** The Memory map, alive: what is open stays open from step to step. */
export function MemoryLens({ t, form, selected, moment, ask }: Props) {
  const shown = useSignal<Shown | null>(null);
  const asked = useRef(0);
  const show = async (zoom: Zoom, moved: boolean) => {
    asked.current += 1;
    const mine = asked.current;
    const scene = await ask(optionsOf(zoom));
    // A newer question has been asked since: its answer is the one to show.
    if (mine !== asked.current) return;
    shown.value = { scene, zoom, last: shown.value?.zoom ?? OVERVIEW, moved };
  };
  useEffect(() => {
    void show(shown.value?.zoom ?? OVERVIEW, false);
  }, [moment]);
  if (!shown.value) return <p class="lens-note">{t('memory.loading')}</p>;
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
      onZoom={(to) => void show(to, true)}
    />
  );
}
