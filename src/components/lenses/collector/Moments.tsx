import type { CollectorScene, SceneMoment } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import { Icon } from '../../playground/Icon.tsx';
import { momentText, placeOf } from './words.ts';

interface Props {
  readonly t: Translate;
  readonly scene: CollectorScene;
  /** The moment that was asked for: the next press goes on from there, also before it is shown. */
  readonly asked: number | null;
  /** To a moment of the collection; null: behind the last. */
  readonly onMoment: (moment: number | null) => void;
}

/** Where each phase has ended, so that one can go there. */
function phasesOf({ moments }: CollectorScene) {
  return moments.flatMap(({ kind, phase, again }, index) =>
    kind === 'phase' && phase !== null ? [{ phase, again, index }] : [],
  );
}

/** Goes to where a function of the collector has ended. */
function Phases({ t, scene, onMoment }: Props) {
  const phases = phasesOf(scene);
  const at = scene.moment ?? scene.moments.length;
  // the one at work is the first that has not ended
  const current = phases.find(({ index }) => index >= at);
  return (
    <select
      class="gc-phases"
      aria-label={t('collector.phases')}
      value={current?.index ?? ''}
      onChange={(event) => onMoment(Number(event.currentTarget.value))}
    >
      {!current && <option value="">{t('collector.phases')}</option>}
      {phases.map(({ phase, again, index }) => (
        <option key={index} value={index}>
          {phase}
          {again && ' 2'}
        </option>
      ))}
    </select>
  );
}

/** A moment in words, with the function that is at work. */
export function MomentText({
  t,
  moment,
  place,
}: {
  readonly t: Translate;
  readonly moment: SceneMoment;
  readonly place: string;
}) {
  const { phase, again } = moment;
  return (
    <>
      <b>{place}</b>
      {phase !== null && (
        <>
          {', '}
          <code>
            {phase}
            {again && ' 2'}
          </code>
        </>
      )}
      {': '}
      {momentText(t, moment)}
    </>
  );
}

/** Steps through what the collector did during one line. */
export function Moments(props: Props) {
  const { t, scene, asked, onMoment } = props;
  const { moments, moment } = scene;
  const last = moments.length;
  const at = asked ?? last;
  const go = (to: number) => {
    const bounded = Math.max(0, Math.min(last, to));
    onMoment(bounded === last ? null : bounded);
  };
  const place = placeOf(t, scene);
  const current = moment === null ? undefined : moments[moment];
  const buttons = [
    { name: 'first', label: t('collector.to.first'), to: 0, off: at === 0 },
    { name: 'back', label: t('collector.to.back'), to: at - 1, off: at === 0 },
    { name: 'forward', label: t('collector.to.forward'), to: at + 1, off: at === last },
    { name: 'last', label: t('collector.to.last'), to: last, off: at === last },
  ] as const;
  return (
    <div class="gc-moments">
      <div class="gc-controls">
        {buttons.map(({ name, label, to, off }) => (
          <button
            key={name}
            type="button"
            aria-label={label}
            title={label}
            aria-disabled={off}
            onClick={() => go(to)}
          >
            <Icon name={name} />
          </button>
        ))}
        <input
          type="range"
          aria-label={t('collector.scrub')}
          aria-valuetext={place}
          min={0}
          max={last}
          step={1}
          value={at}
          onInput={(event) => go(event.currentTarget.valueAsNumber)}
        />
        <Phases {...props} />
      </div>
      <p class="gc-says" aria-live="polite">
        {current === undefined ? (
          <>
            <b>{place}</b>: {t('collector.after', { code: scene.source })}
          </>
        ) : (
          <MomentText t={t} moment={current} place={place} />
        )}
      </p>
    </div>
  );
}
