import type { Course } from '../course.ts';
import type { Plan } from '../plan.ts';
import { dropOrder, minutesOf, toDrop } from '../schedule.ts';
import { titleOf } from '../titles.ts';
import type { Say } from '../words.ts';

interface Props {
  readonly say: Say;
  readonly course: Course;
  readonly plan: Plan;
  readonly spare: number;
  readonly onChange: (plan: Plan, news?: string) => void;
}

/** As many as an instructor can keep in mind. */
const SHOWN = 4;

/** What to leave out: now, when the plan is too long; and later, when time runs short in the room. */
export function Short({ say, course, plan, spare, onChange }: Props) {
  const name = (index: number) => {
    const part = plan.parts[index]!;
    return say('part.dropItem', {
      name: titleOf(part, course, say),
      minutes: minutesOf(part, course),
    });
  };
  const needless = new Set(toDrop(plan, course, -spare));
  const order = dropOrder(plan, course).slice(0, SHOWN);
  if (order.length === 0) return null;
  return (
    <div class="ws-short">
      {needless.size > 0 && (
        <div class="ws-over">
          <p>
            {say('plan.tooLong', { minutes: -spare })}{' '}
            {[...needless].map(name).join(say('part.and'))}
          </p>
          <button
            type="button"
            onClick={() =>
              onChange(
                { ...plan, parts: plan.parts.filter((_part, index) => !needless.has(index)) },
                say('plan.dropped'),
              )
            }
          >
            {say('plan.drop')}
          </button>
        </div>
      )}
      <h4>{say('plan.ifShort')}</h4>
      <ol>
        {order.map((index) => (
          <li key={index}>{name(index)}</li>
        ))}
      </ol>
    </div>
  );
}
