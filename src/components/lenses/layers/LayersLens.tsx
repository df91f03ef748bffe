import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { LayersScene } from '../../../../engine/index.ts';
import type { LensProps } from '../lens-props.ts';
import { Layers } from './Layers.tsx';

/** The Layers lens, alive. */
export function LayersLens(props: LensProps<'layers'>) {
  const { t, form, selected, onSelect, moment, ask, still } = props;
  const scene = useSignal<LayersScene | null>(null);
  const asked = useRef<unknown>(null);
  useEffect(() => {
    asked.current = moment;
    void ask({}).then((answer) => {
      if (asked.current === moment) scene.value = answer;
    });
  }, [moment]);
  if (!scene.value) return still ?? <p class="lens-note">{t('memory.loading')}</p>;
  return <Layers t={t} scene={scene.value} form={form} selected={selected} onSelect={onSelect} />;
}
