import type { ExerciseBody } from '../../exercise/schema.ts';
import type { Translate } from '../../i18n/words.ts';
import { Inline } from './Inline.tsx';

interface Props {
  readonly t: Translate;
  readonly body: Pick<ExerciseBody, 'why' | 'solution'>;
}

/** After it is solved: why that works, and how the course solves it. */
export function Solved({ t, body }: Props) {
  return (
    <div class="exercise-solved">
      <p class="exercise-label">{t('exercise.why')}</p>
      <p>
        <Inline text={body.why} />
      </p>
      <details>
        <summary>{t('exercise.solution')}</summary>
        <pre>{body.solution.trimEnd()}</pre>
      </details>
    </div>
  );
}
