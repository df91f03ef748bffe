import type { ObjectsScene } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import type { Actions } from './actions.ts';
import { ArrowsFromNames, ArrowsFromObjects } from './Arrows.tsx';
import { Box } from './Box.tsx';
import { Frames } from './Frames.tsx';
import { rem } from './geometry.ts';
import { nameOf } from '../names.ts';
import { type Layout, layOut } from './layout.ts';

interface Props {
  readonly t: Translate;
  readonly scene: ObjectsScene;
  readonly layout?: Layout;
  readonly selected?: number | null;
  readonly actions?: Actions;
}

/** Draws a scene: names on the left, objects on the right, arrows in the lanes beside them. */
export function Picture({ t, scene, layout = layOut(scene), selected = null, actions }: Props) {
  const { height, framesWidth, frames, objects, fromNames, fromObjects } = layout;
  const describe = (number: number) => {
    const object = scene.objects.find((one) => one.number === number);
    return object ? nameOf(object) : '';
  };
  return (
    <div class="lens-picture">
      <div class="lens-stage" style={{ height: rem(height) }}>
        <Frames t={t} frames={frames} describe={describe} selected={selected} width={framesWidth} />
        <ArrowsFromNames arrows={fromNames} height={height} selected={selected} />
        <ul class="lens-objects" aria-label={t('lens.objects')}>
          {objects.map((box) => (
            <Box
              key={box.number}
              t={t}
              box={box}
              selected={box.number === selected}
              actions={actions}
            />
          ))}
        </ul>
        <ArrowsFromObjects arrows={fromObjects} height={height} selected={selected} />
      </div>
      {scene.moreObjects > 0 && (
        <p class="lens-note">
          {t('lens.moreObjects', { count: scene.moreObjects })}{' '}
          {actions && (
            <button type="button" class="lens-link" onClick={() => actions.onMoreObjects()}>
              {t('lens.drawMore')}
            </button>
          )}
        </p>
      )}
      {scene.objects.length + scene.freed.length === 0 && (
        <p class="lens-note">{t('lens.empty')}</p>
      )}
    </div>
  );
}
