import type { LensProps } from '../lens-props.ts';
import { useScene } from '../use-scene.ts';
import { Collector } from './Collector.tsx';

/** The Collector lens, alive. What is open is the step and the moment within it. */
export function CollectorLens(props: LensProps<'collector'>) {
  const { t, form, selected, onSelect, moment: view, ask, zoom, onZoom } = props;
  const { step } = view.scene;
  const [openStep, openMoment] = zoom;
  const wanted = openStep === step && openMoment !== undefined ? openMoment : null;
  const scene = useScene(() => ask({ moment: wanted }), view, String(wanted));
  if (!scene.value) return <p class="lens-note">{t('memory.loading')}</p>;
  return (
    <Collector
      t={t}
      scene={scene.value}
      asked={wanted}
      form={form}
      selected={selected}
      onSelect={onSelect}
      onMoment={(moment) => onZoom(moment === null ? [] : [step, moment])}
    />
  );
}
