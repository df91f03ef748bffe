import { useEffect, useRef } from 'preact/hooks';
import type { Translate } from '../../i18n/words.ts';
import { Icon } from './Icon.tsx';
import type { PlaygroundModel } from './model.ts';

interface Props {
  readonly t: Translate;
  readonly model: PlaygroundModel;
  /** What an exercise adds: its Check button, which then is the one that matters. */
  readonly action?: Action | undefined;
}

export interface Action {
  readonly label: string;
  readonly run: () => void;
}

/** A step that the narrow field has no room for. */
const WIDE = 10_000;

const moves = ['first', 'back', 'forward', 'last'] as const;

function target(move: (typeof moves)[number], step: number, last: number): number {
  switch (move) {
    case 'first':
      return 1;
    case 'back':
      return step - 1;
    case 'forward':
      return step + 1;
    case 'last':
      return last;
  }
}

function RunAndStop({ t, model, action }: Props) {
  const running = model.phase.value === 'running';
  return (
    <span class="pg-run">
      {action && (
        <button type="button" class="primary" data-check onClick={action.run}>
          {action.label}
        </button>
      )}
      <button type="button" class={action ? '' : 'primary'} data-run onClick={() => model.run()}>
        <Icon name="run" />
        {t('playground.run')}
      </button>
      <button type="button" data-stop disabled={!running} onClick={() => model.stop()}>
        <Icon name="stop" />
        {t('playground.stop')}
      </button>
    </span>
  );
}

function Moves({ t, model }: Props) {
  const step = model.step.value;
  const last = model.last.value;
  return (
    <span class="pg-moves">
      {moves.map((move) => {
        const to = target(move, step, last);
        return (
          <button
            key={move}
            type="button"
            // Not `disabled`: the button under a reader's finger must not lose the focus at the end.
            aria-disabled={to < 1 || to > last || to === step}
            aria-label={t(`playground.${move}`)}
            title={t(`playground.${move}`)}
            onClick={() => model.seek(to)}
          >
            <Icon name={move} />
          </button>
        );
      })}
    </span>
  );
}

/** Whether the buttons and the slider go by line or by event. */
function UnitSwitch({ t, model }: Props) {
  const unit = model.event.value === undefined ? 'line' : 'event';
  return (
    <fieldset class="pg-form" aria-label={t('playground.unit')}>
      {(['line', 'event'] as const).map((choice) => (
        <button
          key={choice}
          type="button"
          aria-pressed={choice === unit}
          onClick={() => model.seek(model.step.value, choice === 'event' ? null : undefined)}
        >
          {t(`playground.unit.${choice}`)}
        </button>
      ))}
    </fieldset>
  );
}

function ByLine({ t, model }: Props) {
  const step = model.step.value;
  const last = model.last.value;
  return (
    <>
      <Moves t={t} model={model} />
      <input
        type="range"
        class="pg-scrub"
        aria-label={t('playground.scrub')}
        min={1}
        aria-valuetext={t('playground.stepOf', { step, last })}
        max={last}
        value={step}
        onInput={(event) => model.seek(event.currentTarget.valueAsNumber)}
      />
    </>
  );
}

export function Controls(props: Props) {
  const { t, model } = props;
  const step = model.step.value;
  const last = model.last.value;
  const byEvent = model.event.value === undefined ? null : model.eventParts.value;
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (bar.current?.matches(':is(:hover, :focus-within)')) model.warm();
  }, []);
  return (
    <div
      class="pg-controls"
      ref={bar}
      onPointerEnter={() => model.warm()}
      onFocusIn={() => model.warm()}
    >
      <RunAndStop {...props} />
      {byEvent ? <byEvent.EventControls t={t} model={model} /> : <ByLine t={t} model={model} />}
      <label class="pg-jump">
        {t('playground.step')}{' '}
        <input
          type="number"
          class={last < WIDE ? '' : 'long'}
          aria-label={t('playground.jump')}
          min={1}
          max={last}
          value={step}
          onChange={(event) => {
            model.goTo(event.currentTarget.valueAsNumber);
            event.currentTarget.value = String(model.step.value);
          }}
        />{' '}
        {t('playground.of', { last })}
      </label>
      <UnitSwitch t={t} model={model} />
    </div>
  );
}
