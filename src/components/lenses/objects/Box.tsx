import type { SceneObject } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import { rem } from './geometry.ts';
import type { PlacedObject } from './layout.ts';
import { labelOf, stateOf } from './states.ts';

interface Props {
  readonly t: Translate;
  readonly box: PlacedObject;
  readonly selected: boolean;
  /** Absent where nothing listens: in the page before any script. */
  readonly onSelect: ((number: number) => void) | undefined;
}

function Count({ t, object }: { readonly t: Translate; readonly object: SceneObject }) {
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
  return (
    <span class={changed ? 'lens-count changed' : 'lens-count'}>
      <span aria-hidden="true">{changed ? `${before} → ${refcount}` : refcount}</span>
      <span class="sr-only">{spoken}</span>
    </span>
  );
}

function Head({ t, box, selected, onSelect }: Props) {
  const { number, live, freed } = box;
  const title = (
    <>
      <b>{(live ?? freed)?.type}</b> {number > 0 && <span class="lens-number">#{number}</span>}
      {live && <Count t={t} object={live} />}
    </>
  );
  if (!onSelect || !live) return <p class="lens-head">{title}</p>;
  return (
    <button
      type="button"
      class="lens-head"
      aria-pressed={selected}
      onClick={() => onSelect(number)}
      onFocus={() => onSelect(number)}
    >
      {title}
    </button>
  );
}

export function Box(props: Props) {
  const { t, box, selected } = props;
  const { top, height, live, freed, items, more } = box;
  const state = stateOf(box);
  const label = labelOf(t, state);
  const text = (live ?? freed)?.text;
  return (
    <li
      class={`lens-box ${state}${selected ? ' selected' : ''}`}
      style={{ top: rem(top), height: rem(height) }}
    >
      {label && <span class="lens-label">{label}</span>}
      <Head {...props} />
      {text && <code class="lens-text">{text}</code>}
      {items.map(({ label: item, value }) => (
        <span key={item} class="lens-item" aria-hidden={value === null}>
          {item} {value !== null && <b>{value}</b>}
        </span>
      ))}
      {more > 0 && <span class="lens-item">{t('lens.more', { count: more })}</span>}
    </li>
  );
}
