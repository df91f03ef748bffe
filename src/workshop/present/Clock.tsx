import type { Course } from '../course.ts';
import type { Plan } from '../plan.ts';
import { clockTime, minutesOf, type Schedule, toDrop } from '../schedule.ts';
import { titleOf } from '../titles.ts';
import type { Say } from '../words.ts';
import { type Reading, readClock, wallTime, wholeMinutes } from './clock.ts';

interface Props {
  readonly say: Say;
  readonly plan: Plan;
  readonly course: Course;
  readonly times: Schedule;
  /** The index of the part that is shown; -1 before the first. */
  readonly part: number;
  readonly now: number;
  /** Null: the clock has not been started. */
  readonly began: number | null;
  readonly onStart: () => void;
}

/** How it stands, in words and not by colour alone. */
function standing(say: Say, part: number, { elapsed, left, late }: Reading): string {
  if (elapsed < 0) return say('present.beginsIn', { minutes: wholeMinutes(elapsed) });
  if (part < 0) return say('present.late', { minutes: wholeMinutes(elapsed) });
  if (late > 0) return say('present.late', { minutes: wholeMinutes(late) });
  if (late < 0) return say('present.early', { minutes: wholeMinutes(late) });
  return say('present.left', { minutes: wholeMinutes(left) });
}

/** What to leave out to be in time; time that the plan has to spare is used up first. */
function leftOut({ say, plan, course, times, part }: Props, { late }: Reading): string {
  if (late <= 0 || part < 0) return '';
  const short = wholeMinutes(late) - Math.max(0, times.spare);
  return toDrop(plan, course, short, part + 1)
    .map((index) =>
      say('part.dropItem', {
        name: titleOf(plan.parts[index]!, course, say),
        minutes: minutesOf(plan.parts[index]!, course),
      }),
    )
    .join(say('part.and'));
}

/** Planned against real. */
export function Clock(props: Props) {
  const { say, times, part, now, began, onStart } = props;
  const reading = began === null ? null : readClock(now, began, times, part);
  const late = reading !== null && (reading.late > 0 || (part < 0 && reading.elapsed >= 1));
  const ends = began !== null && times.slots[part];
  const drop = reading ? leftOut(props, reading) : '';
  return (
    <div class={`pr-clock ${late ? 'late' : reading ? 'fine' : ''}`}>
      <b class="pr-wall">{wallTime(now)}</b>
      {reading && (
        <p>
          {ends && say('present.plannedEnd', { time: clockTime(wallTime(began!), ends.to) })}{' '}
          <b>{standing(say, part, reading)}</b>
        </p>
      )}
      {(part < 0 || !reading) && (
        <button type="button" onClick={onStart}>
          {say(reading ? 'present.startNow' : 'present.startClock')}
        </button>
      )}
      {drop && (
        <p class="pr-drop">
          {say('present.leaveOut')} {drop}
        </p>
      )}
    </div>
  );
}
