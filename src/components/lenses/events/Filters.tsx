import type { EventsScene } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import { type Filter, KINDS, WINDOWS, toggled } from './filter.ts';

interface Props {
  readonly t: Translate;
  readonly filter: Filter;
  readonly counts: EventsScene['counts'];
  readonly selected: number | null;
  readonly onFilter: (filter: Filter) => void;
}

/** Which events are shown: of how many steps, of which kinds, about the chosen object or all. */
export function Filters({ t, filter, counts, selected, onFilter }: Props) {
  const there = KINDS.filter((kind) => counts[kind] > 0 || filter.kinds.includes(kind));
  return (
    <div class="ev-filters">
      <label class="lens-picker">
        {t('events.window')}{' '}
        <select
          value={filter.window}
          onChange={(event) =>
            onFilter({ ...filter, window: Number(event.currentTarget.value), skip: 0 })
          }
        >
          {WINDOWS.map((steps) => (
            <option key={steps} value={steps} selected={steps === filter.window}>
              {steps}
            </option>
          ))}
        </select>
      </label>
      {selected !== null && selected > 0 && (
        <label class="lens-picker">
          <input
            type="checkbox"
            checked={filter.onlySelected}
            onChange={(event) =>
              onFilter({ ...filter, onlySelected: event.currentTarget.checked, skip: 0 })
            }
          />{' '}
          {t('events.only', { number: selected })}
        </label>
      )}
      {there.length > 0 && (
        <fieldset class="ev-kinds" aria-label={t('events.kinds')}>
          {there.map((kind) => (
            <button
              key={kind}
              type="button"
              class="lens-chip"
              aria-pressed={filter.kinds.includes(kind)}
              onClick={() => onFilter(toggled(filter, kind))}
            >
              {t(`events.kind.${kind}`)} <b>{counts[kind]}</b>
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}
