import type { EventBlock, EventCause, SceneEvent } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import { refText } from '../names.ts';

/** What the event is about, when that is an object: named apart, so that it can be chosen. */
export const objectOf = (event: SceneEvent) => ('object' in event ? event.object : null);

function blockText(t: Translate, { bytes, blockBytes, szidx, address }: EventBlock): string {
  return szidx < 0
    ? t('events.chunk', { bytes, blockBytes, address })
    : t('events.block', { bytes, blockBytes, szidx, address });
}

type Collection = Extract<SceneEvent, { kind: 'collection' }>;

function collectionText(t: Translate, event: Collection): string {
  const { generation, found, reason } = event;
  switch (event.what) {
    case 'start':
      return t(`events.collection.start.${reason}`, { generation });
    case 'phase':
      return t('events.collection.phase', { phase: event.phase ?? '' });
    case 'stop':
      return t('events.collection.stop', { count: found });
    default:
      return t(`events.collection.${event.what}`);
  }
}

/** The event without its object's name. */
export function eventText(t: Translate, event: SceneEvent): string {
  switch (event.kind) {
    case 'create':
      return t('events.create', { count: event.after });
    case 'incref':
    case 'decref':
      return t('events.count', { before: event.before, after: event.after });
    case 'dealloc':
      return t('events.dealloc');
    case 'alloc':
    case 'free':
      return t(`events.${event.kind}`, { block: blockText(t, event.block) });
    case 'resize':
      return t('events.resize', {
        from: blockText(t, event.from),
        block: blockText(t, event.block),
      });
    case 'keep':
    case 'reuse':
    case 'discard':
      return t(`events.${event.kind}`, { list: event.list, length: event.length });
    case 'pool':
      return t('events.pool', {
        pool: event.pool,
        from: t(`events.pool.${event.from}`),
        to: t(`events.pool.${event.to}`),
        bytes: event.blockBytes,
      });
    case 'arena':
      return t(`events.arena.${event.change}`, { arena: event.arena, bytes: event.bytes });
    case 'collection':
      return collectionText(t, event);
  }
}

/** What was at work besides the instruction; '' for nothing. */
export function causeText(t: Translate, { native, cascade, phase }: EventCause): string {
  const parts = [
    native.length > 0 ? t('events.by.native', { functions: native.join(' › ') }) : '',
    cascade.length > 0
      ? t('events.by.cascade', { objects: cascade.map((one) => refText(t, one)).join(' › ') })
      : '',
    phase ? t('events.by.phase', { phase }) : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
