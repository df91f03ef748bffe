import type { Course, CourseChapter } from '../course.ts';
import { has, type Plan, type Work } from '../plan.ts';
import type { Say } from '../words.ts';

interface Props {
  readonly say: Say;
  readonly course: Course;
  readonly plan: Plan;
  /** No more parts can be added. */
  readonly full: boolean;
  readonly onToggle: (work: Work) => void;
}

interface ChoiceProps {
  readonly say: Say;
  readonly name: string;
  readonly minutes: number;
  readonly chosen: boolean;
  readonly full: boolean;
  readonly tag?: string;
  readonly onToggle: () => void;
}

function Choice({ say, name, minutes, chosen, full, tag, onToggle }: ChoiceProps) {
  return (
    <label class="ws-choice">
      <input type="checkbox" checked={chosen} disabled={full && !chosen} onChange={onToggle} />
      <span class="ws-name">
        {name} {tag && <small>{tag}</small>}
      </span>
      <span class="ws-minutes">{say('part.minutes', { minutes })}</span>
    </label>
  );
}

/** All of the course; a chapter's exercises stand under it once it, or one of them, is chosen. */
export function Picker({ say, course, plan, full, onToggle }: Props) {
  const isOpen = ({ slug, exercises }: CourseChapter) =>
    has(plan, 'chapter', slug) || exercises.some(({ id }) => has(plan, 'exercise', id));
  return (
    <fieldset class="ws-picker">
      <legend>{say('plan.what')}</legend>
      <ul>
        {course.map((chapter) => (
          <li key={chapter.slug}>
            <Choice
              say={say}
              name={`${chapter.label}. ${chapter.title}`}
              minutes={chapter.minutes}
              chosen={has(plan, 'chapter', chapter.slug)}
              full={full}
              onToggle={() => onToggle({ kind: 'chapter', id: chapter.slug })}
            />
            {isOpen(chapter) && (
              <ul aria-label={say('plan.exercisesOf', { name: chapter.title })}>
                {chapter.exercises.map(({ id, title, minutes, level }) => (
                  <li key={id}>
                    <Choice
                      say={say}
                      name={title}
                      tag={say(`part.${level}`)}
                      minutes={minutes}
                      chosen={has(plan, 'exercise', id)}
                      full={full}
                      onToggle={() => onToggle({ kind: 'exercise', id })}
                    />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
