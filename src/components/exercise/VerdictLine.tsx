import type { Translate } from '../../i18n/words.ts';
import type { Answer } from './ExerciseIsland.tsx';
import { Inline } from './Inline.tsx';

interface Props {
  readonly t: Translate;
  readonly answer: Answer;
  readonly onStep: (step: number) => void;
}

function words(t: Translate, answer: Answer) {
  if (answer === null) return null;
  if (answer === 'checking') return t('exercise.checking');
  if (answer === 'not-ended') return t('exercise.notEnded');
  if (answer === 'not-loaded') return t('exercise.notLoaded');
  if (answer.passed) return <b>✓ {t('exercise.passed')}</b>;
  return (
    <>
      <b>✗ {t('exercise.failed')}</b> <Inline text={answer.message} />
    </>
  );
}

/** What the checks say, spoken as well; always in the page, so that readers of screens hear it change. */
export function VerdictLine({ t, answer, onStep }: Props) {
  const failed = typeof answer === 'object' && answer !== null && !answer.passed ? answer : null;
  const state = failed ? 'failed' : typeof answer === 'object' && answer ? 'passed' : '';
  return (
    <div class={`exercise-verdict ${state}`}>
      <p role="status">{words(t, answer)}</p>
      {failed?.step != null && (
        <button type="button" onClick={() => onStep(failed.step ?? 1)}>
          {t('exercise.toStep', { step: failed.step })}
        </button>
      )}
    </div>
  );
}
