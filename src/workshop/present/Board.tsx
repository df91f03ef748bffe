import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { type Course, exerciseOf } from '../course.ts';
import { exercisesOf, type Plan, workOf } from '../plan.ts';
import type { Note, Standing } from '../standing.ts';
import { standingsIn } from '../standing-code.ts';
import { titleOf } from '../titles.ts';
import type { Say } from '../words.ts';
import { Scanner } from './Scanner.tsx';
import type { Seat } from './session.ts';

interface Props {
  readonly say: Say;
  readonly plan: Plan;
  readonly course: Course;
  readonly seats: readonly Seat[];
  readonly onStandings: (fresh: readonly Standing[]) => void;
  readonly onName: (sign: string, name: string) => void;
  readonly onForget: () => void;
  /** For learners of a room: takes a learner's note off. @returns whether that could be done */
  readonly onNoteOff?: ((sign: string) => Promise<boolean>) | undefined;
  /** Signs of those who are in the room. */
  readonly inRoom: ReadonlySet<string>;
}

/** Those who ask for help first, then those who have passed least. */
const ORDER: readonly Note[] = ['help', 'none', 'done'];
const byNeed = ({ standing: one }: Seat, { standing: other }: Seat) =>
  ORDER.indexOf(one.note) - ORDER.indexOf(other.note) ||
  one.passed.length - other.passed.length ||
  one.sign.localeCompare(other.sign);

/** Who is where: from codes that are pasted or scanned, and from the room where there is one. */
export function Board(props: Props) {
  const { say, plan, course, seats, onStandings, onName, onForget, onNoteOff, inRoom } = props;
  const text = useSignal('');
  const told = useSignal('');
  const table = useRef<HTMLElement>(null);
  const work = workOf(plan);
  const exercises = exercisesOf(plan);

  const take = (codes: string) => {
    const { standings, faults } = standingsIn(codes, plan);
    onStandings(standings);
    const [fault] = faults;
    const added = say('present.taken', { count: standings.length });
    told.value = fault ? `${added} ${say(`present.${fault}`)}` : added;
    return faults.length === 0;
  };
  const putAway = async (sign: string, name: string) => {
    const isOff = await onNoteOff?.(sign);
    told.value = say(isOff ? 'present.noteOff' : 'present.noteNotOff', { name: name || sign });
    // The button goes with the note.
    if (isOff) table.current?.focus();
  };
  const where = (at: number) => (work[at] ? titleOf(work[at], course, say) : '');
  const passed = (id: string) =>
    seats.filter(({ standing }) => standing.passed.includes(id)).length;

  return (
    <section class="pr-board" aria-labelledby="pr-board-title">
      <h2 id="pr-board-title">{say('present.board')}</h2>
      <div class="pr-take">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (take(text.value)) text.value = '';
          }}
        >
          <label>
            {say('present.paste')}
            <textarea
              rows={3}
              value={text.value}
              spellcheck={false}
              onInput={(event) => {
                text.value = event.currentTarget.value;
              }}
            />
          </label>
          <button type="submit">{say('present.add')}</button>
        </form>
        <Scanner say={say} onFound={take} />
      </div>
      <p role="status">{told.value}</p>
      {seats.length > 0 && (
        <>
          <ul class="pr-sums">
            {exercises.map((id) => (
              <li key={id}>
                <span>{exerciseOf(course, id)?.exercise.title}</span>
                <progress
                  max={seats.length}
                  value={passed(id)}
                  aria-label={exerciseOf(course, id)?.exercise.title ?? id}
                />
                <span>{say('present.of', { passed: passed(id), count: seats.length })}</span>
              </li>
            ))}
          </ul>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on narrow screens */}
          <section ref={table} class="pr-table" tabIndex={0} aria-label={say('present.table')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say('present.sign')}</th>
                  <th scope="col">{say('present.name')}</th>
                  <th scope="col">{say('present.note')}</th>
                  <th scope="col">{say('present.where')}</th>
                  <th scope="col">{say('present.passed')}</th>
                </tr>
              </thead>
              <tbody>
                {seats.toSorted(byNeed).map(({ standing, name }) => (
                  <tr key={standing.sign} class={standing.note}>
                    <th scope="row">{standing.sign}</th>
                    <td>
                      <input
                        type="text"
                        maxLength={40}
                        value={name}
                        autocomplete="off"
                        aria-label={say('present.nameOf', { sign: standing.sign })}
                        onChange={(event) => onName(standing.sign, event.currentTarget.value)}
                      />
                    </td>
                    <td>
                      {standing.note !== 'none' && say(`present.${standing.note}`)}{' '}
                      {standing.note !== 'none' && onNoteOff && inRoom.has(standing.sign) && (
                        <button
                          type="button"
                          aria-label={say('present.putAwayOf', { name: name || standing.sign })}
                          onClick={() => putAway(standing.sign, name)}
                        >
                          {say('present.putAway')}
                        </button>
                      )}
                    </td>
                    <td>{where(standing.at)}</td>
                    <td>
                      {say('present.of', {
                        passed: standing.passed.length,
                        count: exercises.length,
                      })}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <button type="button" onClick={onForget}>
            {say('present.forget')}
          </button>
        </>
      )}
    </section>
  );
}
