import type { Course } from '../course.ts';
import type { Plan } from '../plan.ts';
import { titleOf } from '../titles.ts';
import type { Say } from '../words.ts';
import type { Beat } from './deck.ts';

interface Props {
  readonly say: Say;
  readonly plan: Plan;
  readonly course: Course;
  readonly beat: Beat;
  /** From 1. */
  readonly place: number;
  readonly count: number;
  readonly next: Beat | undefined;
  readonly onMove: (by: -1 | 1) => void;
  readonly onPart: (part: number) => void;
}

/** Back, on, and straight to a part. */
export function Way({ say, plan, course, beat, place, count, next, onMove, onPart }: Props) {
  const name = (part: number) => {
    const found = plan.parts[part];
    if (found) return titleOf(found, course, say);
    return say(part < 0 ? 'present.welcome' : 'present.end');
  };
  const parts = [-1, ...plan.parts.keys(), plan.parts.length];
  return (
    <nav class="pr-way" aria-label={say('present.way')}>
      <button type="button" aria-disabled={place === 1} onClick={() => onMove(-1)}>
        ← {say('present.back')}
      </button>
      <label>
        <span>{say('present.part')}</span>
        <select value={beat.part} onChange={(event) => onPart(Number(event.currentTarget.value))}>
          {parts.map((part) => (
            <option key={part} value={part}>
              {name(part)}
            </option>
          ))}
        </select>
      </label>
      <p class="pr-place">
        {say('present.place', { place, count })}
        {next && next.part !== beat.part && (
          <span> · {say('present.then', { name: name(next.part) })}</span>
        )}
      </p>
      <button
        type="button"
        class="pr-next"
        aria-disabled={place === count}
        onClick={() => onMove(1)}
      >
        {say('present.next')} →
      </button>
    </nav>
  );
}
