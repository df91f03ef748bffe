/** The presenter's side of the room: the way in for learners, who asks for help, hand-outs, the table. */
import { useSignal } from '@preact/signals';
import type { Course } from '../course.ts';
import type { Plan } from '../plan.ts';
import type { Say } from '../words.ts';
import { HandOut } from './HandOut.tsx';
import type { Desk } from './presenter.ts';

interface Props {
  readonly say: Say;
  readonly plan: Plan;
  readonly course: Course;
  readonly desk: Desk;
}

/** A file of the browser's own making: the key cannot go into a link. */
function download(table: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(['\ufeff', table], { type: 'text/csv' }));
  link.download = 'room.csv';
  link.click();
  URL.revokeObjectURL(link.href);
}

export function DeskPanel({ say, plan, course, desk }: Props) {
  const told = useSignal('');
  const address = desk.joinAddress();
  const learners = desk.learners.value;
  const state = desk.state.value;
  const asking = learners.filter(({ note }) => note === 'help');
  if (state === 'refused')
    return (
      <section class="pr-room" aria-label={say('desk.title')}>
        <p role="status">{say('desk.refused')}</p>
      </section>
    );
  return (
    <section class="pr-room" aria-labelledby="pr-room-title">
      <h2 id="pr-room-title">{say('desk.title')}</h2>
      <div class="pr-room-in">
        {address && (
          <p>
            {say('desk.address')} <b>{address.replace(/^https?:\/\//, '')}</b>
          </p>
        )}
        <p>{say('desk.count', { count: learners.length })}</p>
        <p role="status" class={asking.length > 0 ? 'pr-asking' : ''}>
          {asking.length > 0
            ? say('desk.asking', {
                names: asking.map(({ sign, nickname }) => nickname || sign).join(', '),
              })
            : say('desk.nobodyAsks')}
        </p>
        <p role="status">{say(`desk.${state}`)}</p>
      </div>
      <HandOut {...{ say, plan, course, desk }} />
      <div class="pr-room-tools">
        <button
          type="button"
          onClick={async () => {
            const table = await desk.table();
            told.value = table === null ? say('desk.away') : '';
            if (table !== null) download(table);
          }}
        >
          {say('desk.csv')}
        </button>
        <button type="button" onClick={desk.forget}>
          {say('desk.forget')}
        </button>
        <span role="status">{told.value}</span>
      </div>
    </section>
  );
}
