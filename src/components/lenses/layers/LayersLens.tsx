import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { LayersScene } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import type { LensForm } from '../../../state/settings.ts';
import { Layers } from './Layers.tsx';

interface Props {
  readonly t: Translate;
  readonly form: LensForm;
  readonly selected: number | null;
  readonly onSelect: (number: number) => void;
  /** Changes with every step and every run; what is shown is then asked for anew. */
  readonly moment: unknown;
  /** Asks for the layers of the step that is shown. */
  readonly ask: (options: Readonly<Record<never, never>>) => Promise<LayersScene>;
}

/** The Layers lens, alive. */
export function LayersLens({ t, form, selected, onSelect, moment, ask }: Props) {
  const scene = useSignal<LayersScene | null>(null);
  const asked = useRef<unknown>(null);
  useEffect(() => {
    asked.current = moment;
    void ask({}).then((answer) => {
      if (asked.current === moment) scene.value = answer;
    });
  }, [moment]);
  if (!scene.value) return <p class="lens-note">{t('memory.loading')}</p>;
  return <Layers t={t} scene={scene.value} form={form} selected={selected} onSelect={onSelect} />;
}
