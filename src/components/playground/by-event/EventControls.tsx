import type { Translate } from '../../../i18n/words.ts';
import { Icon } from '../Icon.tsx';
import type { PlaygroundModel } from '../model.ts';
import { countAt, MOVES, type Moment, target } from './moves.ts';

interface Props {
  readonly t: Translate;
  readonly model: PlaygroundModel;
}

const momentOf = (model: PlaygroundModel): Moment => ({
  step: model.step.value,
  event: model.event.value ?? null,
});

function Moves({ t, model }: Props) {
  const now = momentOf(model);
  return (
    <span class="pg-moves">
      {MOVES.map((move) => {
        const to = target(move, now, countAt(model));
        return (
          <button
            key={move}
            type="button"
            aria-disabled={to.step < 1 || to.step > model.last.value}
            aria-label={t(`playground.event.${move}`)}
            title={t(`playground.event.${move}`)}
            onClick={() => {
              if (to.step >= 1 && to.step <= model.last.value) model.seek(to.step, to.event);
            }}
          >
            <Icon name={move} />
          </button>
        );
      })}
    </span>
  );
}

/** `event 3 of 12`, or that all of them have happened; '' before anything is known. */
function placeText(t: Translate, event: number | null, count: number | undefined): string {
  if (count === undefined) return '';
  if (count === 0) return t('playground.event.none');
  return event === null
    ? t('playground.event.done', { count })
    : t('playground.event.of', { event: event + 1, count });
}

/** In place of the controls by line: the slider goes over the events on the way to the step. */
export function EventControls({ t, model }: Props) {
  const { step, event } = momentOf(model);
  const known = model.view.value?.moment?.count;
  const count = known ?? 0;
  const place = placeText(t, event, known);
  const last = model.last.value;
  const ofRun = t('playground.stepOf', { step, last });
  return (
    <>
      <Moves t={t} model={model} />
      <input
        type="range"
        class="pg-scrub"
        aria-label={t('playground.event.scrub')}
        aria-valuetext={place === '' ? ofRun : `${place}, ${ofRun}`}
        min={0}
        max={count}
        step={1}
        value={Math.min(event ?? count, count)}
        onInput={({ currentTarget }) => {
          const to = currentTarget.valueAsNumber;
          model.seek(step, to < count ? to : null);
        }}
      />
      <span class="pg-event">{place}</span>
    </>
  );
}
