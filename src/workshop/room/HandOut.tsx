/** What the presenter hands out: a text, a program, or a part of the course. All learners find it on their page. */
import { type Signal, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import * as addresses from '../addresses.ts';
import type { Course } from '../course.ts';
import { type Plan, workOf } from '../plan.ts';
import { titleOf } from '../titles.ts';
import type { Say } from '../words.ts';
import { BOUNDS } from './bounds.ts';
import type { Handout } from './messages.ts';
import type { Desk } from './presenter.ts';

interface Props {
  readonly say: Say;
  readonly plan: Plan;
  readonly course: Course;
  readonly desk: Desk;
}

interface GivenProps extends Pick<Props, 'say' | 'desk'> {
  readonly told: Signal<string>;
}

/** What was handed out, each with the way to take it back. */
function Given({ say, desk, told }: GivenProps) {
  const list = useRef<HTMLUListElement>(null);
  const given = desk.handouts.value;
  const takeBack = async ({ id, title }: Handout) => {
    const isBack = await desk.takeBack(id);
    told.value = say(isBack ? 'desk.tookBack' : 'desk.notTakenBack', { title });
    // The button that was pressed is gone: whoever uses the keyboard stands at the list.
    if (isBack) list.current?.focus();
  };
  return (
    <div class="wide" hidden={given.length === 0}>
      <p id="pr-given">{say('desk.given')}</p>
      <ul ref={list} tabIndex={-1} class="pr-given" aria-labelledby="pr-given">
        {given.map((one) => (
          <li key={one.id}>
            {one.title}{' '}
            <button
              type="button"
              aria-label={say('desk.takeBackOf', { title: one.title })}
              onClick={() => takeBack(one)}
            >
              {say('desk.takeBack')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

type Kind = Handout['kind'];
const KINDS: readonly Kind[] = ['text', 'code', 'place'];

export function HandOut({ say, plan, course, desk }: Props) {
  const kind = useSignal<Kind>('text');
  const title = useSignal('');
  const body = useSignal('');
  const part = useSignal(0);
  const told = useSignal('');
  const work = workOf(plan);

  const sheet = (): Pick<Handout, 'kind' | 'title' | 'body'> | null => {
    const chosen = work[part.value];
    if (kind.value === 'place' && chosen)
      return {
        kind: 'place',
        title: title.value.trim() || titleOf(chosen, course, say),
        body: addresses.placeOf('', chosen, course),
      };
    const text = body.value.trimEnd();
    const [first = ''] = text.trim().split('\n');
    if (!text) return null;
    return {
      kind: kind.value,
      title: title.value.trim() || first.slice(0, BOUNDS.title),
      body: text,
    };
  };
  const send = async () => {
    const ready = sheet();
    if (!ready) return;
    const sent = await desk.handOut(ready);
    told.value = sent ? say('desk.sent', { title: ready.title }) : say('desk.notSent');
    if (sent) title.value = body.value = '';
  };

  return (
    <form
      class="pr-hand-out"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h3>{say('desk.handOut')}</h3>
      <label>
        {say('desk.kind')}
        <select
          value={kind.value}
          onChange={(event) => {
            kind.value = event.currentTarget.value as Kind;
          }}
        >
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {say(`desk.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('desk.name')}
        <input
          type="text"
          maxLength={BOUNDS.title}
          value={title.value}
          autocomplete="off"
          onInput={(event) => {
            title.value = event.currentTarget.value;
          }}
        />
      </label>
      {kind.value === 'place' ? (
        <label class="wide">
          {say('desk.part')}
          <select
            value={part.value}
            onChange={(event) => {
              part.value = Number(event.currentTarget.value);
            }}
          >
            {work.map((one, index) => (
              <option key={`${one.kind}-${one.id}`} value={index}>
                {titleOf(one, course, say)}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <label class="wide">
          {say('desk.body')}
          <textarea
            rows={4}
            class={kind.value}
            maxLength={BOUNDS.text}
            spellcheck={kind.value === 'text'}
            value={body.value}
            onInput={(event) => {
              body.value = event.currentTarget.value;
            }}
          />
        </label>
      )}
      <button type="submit">{say('desk.send')}</button>
      <p role="status">{told.value}</p>
      <Given {...{ say, desk, told }} />
    </form>
  );
}
