import { Inline } from '../../components/exercise/Inline.tsx';
import { placeOf } from '../addresses.ts';
import type { Course } from '../course.ts';
import type { Plan } from '../plan.ts';
import type { Presented } from '../presented.ts';
import { titleOf } from '../titles.ts';
import type { Say } from '../words.ts';
import type { Beat } from './deck.ts';
import { Emphasis } from './Emphasis.tsx';

interface Props {
  readonly say: Say;
  readonly plan: Plan;
  readonly course: Course;
  readonly site: string;
  /** Null until it is fetched. */
  readonly presented: Presented | null;
  readonly failed: boolean;
  readonly beat: Beat;
}

function Chapter({ say, presented, slug }: { say: Say; presented: Presented; slug: string }) {
  const notes = presented.chapters[slug];
  if (!notes) return null;
  return (
    <>
      <p class="pr-label">{say('present.aim')}</p>
      <p>
        <Emphasis text={notes.aim} />
      </p>
      <p class="pr-label">{say('present.watch')}</p>
      <ul>
        {notes.watch.map((one) => (
          <li key={one}>
            <Emphasis text={one} />
          </li>
        ))}
      </ul>
      <p class="pr-label">{say('present.short')}</p>
      <p>
        <Emphasis text={notes.short} />
      </p>
    </>
  );
}

function Exercise({ say, presented, id }: { say: Say; presented: Presented; id: string }) {
  const notes = presented.exercises[id];
  if (!notes) return null;
  return (
    <>
      <p class="pr-label">{say('present.concept')}</p>
      <p>
        <Inline text={notes.concept} />
      </p>
      <p class="pr-label">{say('present.hints')}</p>
      <ol>
        {notes.hints.map((hint) => (
          <li key={hint}>
            <Inline text={hint} />
          </li>
        ))}
      </ol>
      <details>
        <summary>{say('present.solution')}</summary>
        <pre>{notes.solution.trimEnd()}</pre>
        <p>
          <Inline text={notes.why} />
        </p>
      </details>
    </>
  );
}

/** What only the presenter sees: what to say, where people stumble, the solution. */
export function Notes({ say, plan, course, site, presented, failed, beat }: Props) {
  const part = plan.parts[beat.part];
  const work = part && part.kind !== 'break' ? part : null;
  const fragment = beat.kind === 'stop' ? beat.fragment : '';
  return (
    <aside class="pr-notes" aria-label={say('present.notes')}>
      {failed && <p role="alert">{say('present.notesFailed')}</p>}
      {beat.kind === 'join' && <p>{say('present.begin')}</p>}
      {beat.kind === 'stop' && (
        <p class="pr-say">
          <Emphasis text={beat.say} />
        </p>
      )}
      {presented && (beat.kind === 'title' || beat.kind === 'stop') && (
        <Chapter say={say} presented={presented} slug={beat.slug} />
      )}
      {presented && beat.kind === 'task' && (
        <Exercise say={say} presented={presented} id={beat.id} />
      )}
      {work && (
        <p>
          <a
            href={`${placeOf(site, work, course).replace(/#.*/, fragment ? '' : '$&')}${fragment}`}
            target="_blank"
            rel="noopener"
          >
            {say('present.open', { name: titleOf(work, course, say) })}
          </a>
        </p>
      )}
    </aside>
  );
}
