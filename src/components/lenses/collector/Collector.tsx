import type { CollectorScene } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import type { LensForm } from '../../../state/settings.ts';
import { CollectorTable } from './CollectorTable.tsx';
import { Lists } from './Lists.tsx';
import { Moments, MomentText } from './Moments.tsx';
import { placeOf, ruleText } from './words.ts';
import '../../../styles/collector.css';

interface Props {
  readonly t: Translate;
  readonly scene: CollectorScene;
  /** The moment that was asked for, which the scene may still be on its way to. */
  readonly asked?: number | null;
  readonly form?: LensForm;
  readonly selected?: number | null;
  /** Absent where nothing listens: in the page before any script. */
  readonly onSelect?: ((number: number) => void) | undefined;
  readonly onMoment?: ((moment: number | null) => void) | undefined;
}

/** The generations, and during a collection what the collector does with them. */
export function Collector(props: Props) {
  const { t, scene, form, selected = null, onSelect, onMoment } = props;
  const { asked = scene.moment } = props;
  const { moments, moment, more, enabled } = scene;
  const current = moment === null ? null : (moments[moment] ?? null);
  return (
    <div class="gc">
      {moments.length > 0 && onMoment && (
        <Moments t={t} scene={scene} asked={asked} onMoment={onMoment} />
      )}
      {current !== null && !onMoment && (
        <p class="gc-still">
          <MomentText t={t} moment={current} place={placeOf(t, scene)} />
        </p>
      )}
      {moments.length === 0 && scene.source !== '' && (
        <p class="gc-none">{t('collector.none', { code: scene.source })}</p>
      )}
      {!enabled && <p class="gc-none">{t('collector.disabled')}</p>}
      {form === 'table' ? (
        <CollectorTable t={t} scene={scene} />
      ) : (
        <Lists t={t} lists={scene.lists} moment={current} selected={selected} onSelect={onSelect} />
      )}
      <p class="lens-note">{ruleText(t, scene)}</p>
      {more > 0 && <p class="lens-note">{t('collector.more', { count: more })}</p>}
    </div>
  );
}
