import type { Problem } from '../../../engine/index.ts';
import type { Translate } from '../../i18n/words.ts';

interface Props {
  readonly t: Translate;
  readonly problems: readonly Problem[];
  readonly onGo: (problem: Problem) => void;
}

export function Problems({ t, problems, onGo }: Props) {
  if (problems.length === 0) return null;
  return (
    <ul class="pg-problems" aria-label={t('playground.problems')}>
      {problems.map((problem) => (
        <li key={`${problem.line}:${problem.column}`}>
          <button type="button" onClick={() => onGo(problem)}>
            {t('playground.line', { line: problem.line })}
          </button>{' '}
          {problem.message}
        </li>
      ))}
    </ul>
  );
}
