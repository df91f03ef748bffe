import type { EventInstruction, SceneEvent } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import { refText } from '../names.ts';
import { causeText, eventText, objectOf } from './words.ts';

interface Props {
  readonly t: Translate;
  readonly events: readonly SceneEvent[];
  readonly selected: number | null;
  readonly onSelect: (number: number) => void;
  /** The event that the machine stands at; null where it stands at a step. */
  readonly current: number | null;
  /** Goes to an event; null where the log is of several lines. */
  readonly onEvent: ((event: number) => void) | null;
}

function ObjectName({ t, event, selected, onSelect }: Omit<Props, 'events'> & EventProps) {
  const object = objectOf(event);
  if (!object) return null;
  if (object.number <= 0) return <span class="ev-object">{refText(t, object)}</span>;
  return (
    <button
      type="button"
      class="lens-link ev-object"
      aria-pressed={object.number === selected}
      onClick={() => onSelect(object.number)}
    >
      {refText(t, object)}
    </button>
  );
}

interface EventProps {
  readonly event: SceneEvent;
}

/** What kind it is: pressed, the machine goes there. */
function Kind({ t, event, current, onEvent }: Omit<Props, 'events'> & EventProps) {
  const text = t(`events.kind.${event.kind}`);
  if (!onEvent) return <>{text}</>;
  return (
    <button
      type="button"
      class="lens-link"
      aria-current={event.index === current ? 'step' : undefined}
      title={t('events.goTo')}
      onClick={() => onEvent(event.index)}
    >
      {text}
    </button>
  );
}

/** `LOAD_NAME a`, as dis names it. */
export const instructionText = ({ name, argument }: EventInstruction): string =>
  argument ? `${name} ${argument}` : name;

/** Neighbouring events of one instruction. */
function groups(events: readonly SceneEvent[]): (readonly SceneEvent[])[] {
  const found: SceneEvent[][] = [];
  for (const event of events) {
    const last = found.at(-1)?.[0];
    const isSame =
      last?.step === event.step && last.cause.instruction?.index === event.cause.instruction?.index;
    if (last && isSame) found.at(-1)?.push(event);
    else found.push([event]);
  }
  return found;
}

function Heading({ t, event }: { readonly t: Translate } & EventProps) {
  const { instruction } = event.cause;
  if (!instruction) return <p class="ev-instruction">{t('events.before')}</p>;
  const { function: where, line } = instruction;
  return (
    <p class="ev-instruction">
      <code>{instructionText(instruction)}</code> {line > 0 && t('events.line', { line })}{' '}
      {where !== '<module>' && <code>{where}()</code>}
    </p>
  );
}

/** The log, instruction by instruction. */
export function Events(props: Props) {
  const { t, events } = props;
  return (
    <ol class="ev-log">
      {groups(events).map((group) => {
        const [first] = group;
        return (
          first && (
            <li key={first.index}>
              <Heading t={t} event={first} />
              <ul>
                {group.map((event) => (
                  <Row key={event.index} {...props} event={event} />
                ))}
              </ul>
            </li>
          )
        );
      })}
    </ol>
  );
}

function Row(props: Props & EventProps) {
  const { t, event } = props;
  const cause = causeText(t, event.cause);
  return (
    <li class={`ev-row ${event.kind}`} data-current={event.index === props.current}>
      <span class="ev-kind">
        <Kind {...props} />
      </span>
      <span>
        <ObjectName {...props} /> {eventText(t, event)}
        {cause && <small> {cause}</small>}
      </span>
    </li>
  );
}

/** The same, a row an event. */
export function EventsTable(props: Props) {
  const { t, events } = props;
  return (
    <table class="lens-table ev-table">
      <caption class="sr-only">{t('lens.events')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('events.column.event')}</th>
          <th scope="col">{t('events.column.what')}</th>
          <th scope="col">{t('events.column.cause')}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => {
          const { instruction } = event.cause;
          return (
            <tr key={event.index} data-current={event.index === props.current}>
              <th scope="row">
                <Kind {...props} event={event} />
              </th>
              <td>
                <ObjectName {...props} event={event} /> {eventText(t, event)}
              </td>
              <td>
                {instruction && <code>{instructionText(instruction)}</code>}
                {causeText(t, event.cause)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
