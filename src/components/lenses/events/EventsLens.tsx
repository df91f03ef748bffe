import { useLayoutEffect, useRef } from 'preact/hooks';
import type { EventsScene } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import type { LensProps } from '../lens-props.ts';
import { useScene } from '../use-scene.ts';
import { Events, EventsTable } from './Events.tsx';
import { Filters } from './Filters.tsx';
import { type Filter, filterOf, optionsOf, zoomOf } from './filter.ts';
import '../../../styles/events.css';

interface PagesProps {
  readonly t: Translate;
  readonly scene: EventsScene;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

/** What is before and behind the part of the log that is shown. */
function Pages({ t, scene, filter, onFilter }: PagesProps) {
  const { events, more, cut } = scene;
  return (
    <p class="lens-note">
      {filter.skip > 0 && (
        <button type="button" class="lens-link" onClick={() => onFilter({ ...filter, skip: 0 })}>
          {t('events.first')}
        </button>
      )}{' '}
      {more > 0 && (
        <button
          type="button"
          class="lens-link"
          onClick={() => onFilter({ ...filter, skip: filter.skip + events.length })}
        >
          {t('events.more', { count: more })}
        </button>
      )}{' '}
      {cut && t('events.cut')}
    </p>
  );
}

function noteText(t: Translate, { step, source, events }: EventsScene, { window }: Filter): string {
  if (step === 1) return t('narration.start');
  if (events.length === 0) return t('events.none');
  return window === 1 && source !== ''
    ? t('events.ofLine', { code: source })
    : t('events.ofSteps', { count: window });
}

/** Brings the event that the machine stands at into sight, within the log alone. */
function useSight(current: number | null, scene: EventsScene | null) {
  const log = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const row = log.current?.querySelector('[data-current="true"]');
    const panel = log.current?.closest('[role="tabpanel"]');
    if (!row || !panel) return;
    const [at, around] = [row.getBoundingClientRect(), panel.getBoundingClientRect()];
    if (at.top < around.top || at.bottom > around.bottom)
      panel.scrollTop += at.top - around.top - around.height / 2;
  }, [current, scene]);
  return log;
}

/** The Events lens, alive: what the machine did on the way to this step. */
export function EventsLens(props: LensProps<'events'>) {
  const { t, form, selected, onSelect, moment, ask, onEvent, zoom, onZoom } = props;
  const filter = filterOf(zoom);
  const onFilter = (to: Filter) => onZoom(zoomOf(to));
  const options = optionsOf(filter, selected);
  const scene = useScene(() => ask(options), moment, JSON.stringify(options));
  const current = moment.moment?.event?.index ?? null;
  const log = useSight(current, scene.value);
  if (!scene.value) return <p class="lens-note">{t('memory.loading')}</p>;
  const { events, counts } = scene.value;
  const View = form === 'table' ? EventsTable : Events;
  return (
    <div ref={log}>
      <Filters t={t} filter={filter} counts={counts} selected={selected} onFilter={onFilter} />
      <p class="lens-note" role="status">
        {noteText(t, scene.value, filter)}
      </p>
      {events.length > 0 && (
        <View
          t={t}
          events={events}
          selected={selected}
          onSelect={onSelect}
          current={current}
          onEvent={filter.window === 1 ? onEvent : null}
        />
      )}
      <Pages t={t} scene={scene.value} filter={filter} onFilter={onFilter} />
    </div>
  );
}
