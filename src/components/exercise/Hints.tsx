import { useSignal } from '@preact/signals';
import type { Translate } from '../../i18n/words.ts';
import { Inline } from './Inline.tsx';

interface Props {
  readonly t: Translate;
  /** Known before the hints themselves are there. */
  readonly count: number;
  readonly hints: readonly string[];
}

/** One hint at a time, and how many there are. */
export function Hints({ t, count, hints }: Props) {
  const given = useSignal(0);
  if (count === 0) return null;
  return (
    <div class="exercise-hints">
      <ol aria-live="polite">
        {hints.slice(0, given.value).map((hint, index) => (
          <li key={hint}>
            <b>{t('exercise.hint', { number: index + 1, count })}</b> <Inline text={hint} />
          </li>
        ))}
      </ol>
      {given.value < count && (
        <button
          type="button"
          onClick={() => {
            given.value += 1;
          }}
        >
          {t('exercise.nextHint', { number: given.value + 1, count })}
        </button>
      )}
    </div>
  );
}
