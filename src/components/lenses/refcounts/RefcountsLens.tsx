import type { RefcountsScene } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import type { LensProps } from '../lens-props.ts';
import { nameOf } from '../names.ts';
import { ObjectPicker } from '../ObjectPicker.tsx';
import { useScene } from '../use-scene.ts';
import { Changes } from './Changes.tsx';
import { Chart, placeText } from './Chart.tsx';
import '../../../styles/refcounts.css';

function noteText(t: Translate, scene: RefcountsScene): string {
  if (!scene.object) return t('holders.gone');
  const object = nameOf(scene.object);
  if (scene.refcount === null) return t('holders.immortal', { object });
  return t('refcounts.note', { object, place: placeText(t, scene) });
}

/** The Refcounts lens, alive: the count of the chosen object over the run. */
export function RefcountsLens(props: LensProps<'refcounts'>) {
  const { t, form, selected, onSelect, onStep, moment, ask } = props;
  const scene = useScene(
    () => ask(selected === null ? {} : { object: selected }),
    moment,
    String(selected),
  );
  if (!scene.value) return <p class="lens-note">{t('memory.loading')}</p>;
  const hasPoints = selected !== null && scene.value.points.length > 0;
  return (
    <>
      <ObjectPicker t={t} scene={moment.scene} selected={selected} onSelect={onSelect} />
      <p class="lens-note" role="status">
        {selected === null ? t('refcounts.choose') : noteText(t, scene.value)}
      </p>
      {hasPoints && form === 'picture' && <Chart t={t} scene={scene.value} onStep={onStep} />}
      {hasPoints && <Changes t={t} scene={scene.value} onStep={onStep} />}
    </>
  );
}
