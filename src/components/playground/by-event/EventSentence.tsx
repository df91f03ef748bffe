import type { EventMoment } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import { instructionText } from '../../lenses/events/Events.tsx';
import { causeText, eventText, objectOf } from '../../lenses/events/words.ts';
import { refText } from '../../lenses/names.ts';

interface Props {
  readonly t: Translate;
  readonly moment: EventMoment;
}

/** What has just happened, and why. */
export function EventSentence({ t, moment: { event, count } }: Props) {
  if (event === null) return null;
  const { instruction } = event.cause;
  const object = objectOf(event);
  const cause = causeText(t, event.cause);
  const what = [t(`events.kind.${event.kind}`), object && refText(t, object), eventText(t, event)];
  return (
    <>
      {t('playground.event.of', { event: event.index + 1, count })}
      {' · '}
      {instruction && <code>{instructionText(instruction)}</code>}{' '}
      {what.filter((part) => part).join(', ')}
      {cause && ` · ${cause}`}
    </>
  );
}
