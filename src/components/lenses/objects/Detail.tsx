import type { ObjectsScene } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import { nameOf } from '../names.ts';
import { holdersOf } from './holders.ts';

interface Props {
  readonly t: Translate;
  readonly scene: ObjectsScene;
  readonly selected: number | null;
}

/** One line under the picture: who holds the chosen object, where it is, how big. */
export function Detail({ t, scene, selected }: Props) {
  const object = scene.objects.find(({ number }) => number === selected);
  if (!object) return <p class="lens-detail">{t('lens.choose')}</p>;
  const holders = holdersOf(t, scene, object.number);
  return (
    <p class="lens-detail">
      <b>{nameOf(object)}</b>{' '}
      {holders.length > 0
        ? t('lens.isHeldBy', { holders: holders.join(', ') })
        : t('lens.isHeldByNone')}{' '}
      <span class="lens-where">
        {t('lens.where', { address: object.address, size: object.size })}
      </span>
    </p>
  );
}
