/** What the presenter hands out: a text, a program, or a part of the course. All learners find it on their page. */
import { useSignal } from '@preact/signals';
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
      {desk.handouts.value.length > 0 && (
        <p class="wide">
          {say('desk.given')} {desk.handouts.value.map((one) => one.title).join(' · ')}
        </p>
      )}
    </form>
  );
}
