import { useRef } from 'preact/hooks';
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

/**
 * The life of the chosen object. At a step before it or after it the engine knows nothing by its
 * number: there the life that was shown last stays, and the step moves through it.
 */
function useLife(scene: RefcountsScene | null, selected: number | null): RefcountsScene | null {
  const last = useRef<RefcountsScene | null>(null);
  if (scene?.object) last.current = scene;
  if (!scene || scene.object || last.current?.object?.number !== selected) return scene;
  return { ...last.current, step: scene.step, line: scene.line };
}

/** The Refcounts lens, alive: the count of the chosen object over the run. */
export function RefcountsLens(props: LensProps<'refcounts'>) {
  const { t, form, selected, onSelect, onStep, moment, ask } = props;
  const scene = useScene(
    () => ask(selected === null ? {} : { object: selected }),
    moment,
    String(selected),
  );
  const shown = useLife(scene.value, selected);
  if (!shown) return <p class="lens-note">{t('memory.loading')}</p>;
  const hasPoints = selected !== null && shown.points.length > 0;
  return (
    <>
      <ObjectPicker t={t} scene={moment.scene} selected={selected} onSelect={onSelect} />
      <p class="lens-note" role="status">
        {selected === null ? t('refcounts.choose') : noteText(t, shown)}
      </p>
      {hasPoints && form === 'picture' && <Chart t={t} scene={shown} onStep={onStep} />}
      {hasPoints && <Changes t={t} scene={shown} onStep={onStep} />}
    </>
  );
}
