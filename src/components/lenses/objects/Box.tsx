import type { SceneObject } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import type { Actions } from './actions.ts';
import { rem } from './geometry.ts';
import { nameOf } from '../names.ts';
import { objectText } from '../object-text.ts';
import { ItemRows } from './ItemRows.tsx';
import type { PlacedObject } from './layout.ts';
import { labelOf, stateOf } from './states.ts';

interface Props {
  readonly t: Translate;
  readonly box: PlacedObject;
  readonly selected: boolean;
  /** Absent where nothing listens: in the page before any script. */
  readonly actions: Actions | undefined;
}

interface CountProps {
  readonly t: Translate;
  readonly object: SceneObject;
  readonly actions: Actions | undefined;
}

/** The count; a press leads to who holds the object. */
function Count({ t, object, actions }: CountProps) {
  const { refcount, refcountBefore: before } = object;
  if (refcount === null)
    return (
      <span class="lens-count immortal">
        <span aria-hidden="true">∞</span>
        <span class="sr-only">{t('lens.immortal')}</span>
      </span>
    );
  const changed = before !== null && before !== refcount;
  const spoken = changed
    ? t('lens.countFromTo', { before, count: refcount })
    : t('lens.count', { count: refcount });
  const className = changed ? 'lens-count changed' : 'lens-count';
  const shown = (
    <>
      <span aria-hidden="true">{changed ? `${before} → ${refcount}` : refcount}</span>
      <span class="sr-only">{spoken}</span>
    </>
  );
  if (!actions) return <span class={className}>{shown}</span>;
  return (
    <button
      type="button"
      class={className}
      title={t('lens.showHolders', { object: nameOf(object) })}
      onClick={() => actions.onCount(object.number)}
    >
      {shown}
    </button>
  );
}

function Head({ t, box, selected, actions }: Props) {
  const { number, live, freed } = box;
  const title = (
    <>
      <b>{(live ?? freed)?.type}</b> {number > 0 && <span class="lens-number">#{number}</span>}
    </>
  );
  return (
    <div class="lens-head">
      {actions && live ? (
        <button
          type="button"
          class="lens-pick"
          aria-pressed={selected}
          onClick={() => actions.onSelect(number)}
          onFocus={() => actions.onSelect(number)}
        >
          {title}
        </button>
      ) : (
        <p class="lens-pick">{title}</p>
      )}
      {live && <Count t={t} object={live} actions={actions} />}
    </div>
  );
}

export function Box(props: Props) {
  const { t, box, selected } = props;
  const { top, height, text } = box;
  const state = stateOf(box);
  const label = labelOf(t, state);
  return (
    <li
      class={`lens-box ${state}${selected ? ' selected' : ''}`}
      style={{ top: rem(top), height: rem(height) }}
    >
      {label && <span class="lens-label">{label}</span>}
      <Head {...props} />
      {text && <code class="lens-text">{objectText(t, text)}</code>}
      <ItemRows t={t} box={box} actions={props.actions} />
    </li>
  );
}
