import type { TargetedKeyboardEvent, TargetedMouseEvent } from 'preact';
import type { RefcountsScene } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import { nameOf } from '../names.ts';
import { across, countAt, neighbour, path, pressedStep, ticks, up } from './scale.ts';

interface Props {
  readonly t: Translate;
  readonly scene: RefcountsScene;
  readonly onStep: (step: number) => void;
}

const WIDTH = 1000;
const HEIGHT = 400;
/** Changes that get a dot of their own. */
const MOST_DOTS = 80;

const percent = (part: number) => `${Math.round(part * 10_000) / 100}%`;

function keyStep(scene: RefcountsScene, step: number, key: string): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return neighbour(scene, step, 1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return neighbour(scene, step, -1);
    case 'Home':
      return scene.from;
    case 'End':
      return scene.to;
    default:
      return null;
  }
}

/** What the slider's place is called. */
export function placeText(t: Translate, scene: RefcountsScene): string {
  const count = countAt(scene, scene.step);
  return count === null
    ? t('refcounts.notThere', { step: scene.step })
    : t('refcounts.at', { step: scene.step, count });
}

function Axis({ scene }: Pick<Props, 'scene'>) {
  return (
    <div class="rc-axis" aria-hidden="true">
      {ticks(scene.highest).map((count) => (
        <span key={count} style={{ bottom: percent(up(scene, count)) }}>
          {count}
        </span>
      ))}
    </div>
  );
}

function Dots({ scene }: Pick<Props, 'scene'>) {
  const { points } = scene;
  if (points.length > MOST_DOTS) return null;
  return (
    <>
      {points.map(({ step, refcount }) => (
        <span
          key={step}
          class={refcount === 0 ? 'rc-dot end' : 'rc-dot'}
          style={{ left: percent(across(scene, step)), bottom: percent(up(scene, refcount)) }}
        />
      ))}
    </>
  );
}

/** The count over the steps; a press goes to the step there, arrow keys from change to change. */
export function Chart({ t, scene, onStep }: Props) {
  const { step, from, to, object } = scene;
  const onClick = (event: TargetedMouseEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    onStep(pressedStep(scene, (event.clientX - left) / width));
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = keyStep(scene, step, event.key);
    if (target === null) return;
    event.preventDefault();
    onStep(target);
  };
  return (
    <div class="rc-chart">
      <Axis scene={scene} />
      <div
        class="rc-plot"
        role="slider"
        tabIndex={0}
        aria-label={t('refcounts.chart', { object: object ? nameOf(object) : '' })}
        aria-valuemin={from}
        aria-valuemax={to}
        aria-valuenow={step}
        aria-valuetext={placeText(t, scene)}
        onClick={onClick}
        onKeyDown={onKeyDown}
      >
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          {ticks(scene.highest).map((count) => (
            <path
              key={count}
              class="rc-grid"
              d={`M0 ${HEIGHT * (1 - up(scene, count))}H${WIDTH}`}
            />
          ))}
          <path class="rc-line" d={path(scene, WIDTH, HEIGHT)} />
        </svg>
        <Dots scene={scene} />
        {step >= from && step <= to && (
          <span class="rc-now" style={{ left: percent(across(scene, step)) }} />
        )}
      </div>
      <p class="rc-steps" aria-hidden="true">
        <span>{t('refcounts.step', { step: from })}</span>
        <span>{to}</span>
      </p>
    </div>
  );
}
