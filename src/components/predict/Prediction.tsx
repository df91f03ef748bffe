import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { Language } from '../../course/chapters.ts';
import { type Translate, translator } from '../../i18n/words.ts';
import { markDone } from '../../state/progress.ts';

export interface PredictionOption {
  readonly answer: string;
  readonly why: string;
}

interface Props {
  readonly language: Language;
  readonly id: string;
  readonly question: string;
  readonly options: readonly PredictionOption[];
  /** What the engine printed when the site was built. */
  readonly answer: string;
  readonly code?: ComponentChildren;
}

interface OptionProps {
  readonly t: Translate;
  readonly name: string;
  readonly option: PredictionOption;
  readonly chosen: boolean;
  /** Null until the reader has answered. */
  readonly right: boolean | null;
  readonly onChoose: () => void;
}

function Option({ t, name, option, chosen, right, onChoose }: OptionProps) {
  const answered = right !== null;
  const mark = answered && (right ? '✓' : chosen ? '✗' : '');
  return (
    <li class={answered && right ? 'right' : chosen ? 'chosen' : undefined}>
      <label>
        <input
          type="radio"
          name={name}
          value={option.answer}
          checked={chosen}
          disabled={answered}
          onChange={onChoose}
        />
        <code>{option.answer}</code>
        {answered && (right || chosen) && (
          <span class="predict-mark">
            <span aria-hidden="true">{mark}</span>{' '}
            {right ? t('predict.correct') : t('predict.yours')}
          </span>
        )}
      </label>
      {answered && <p>{option.why}</p>}
    </li>
  );
}

/** What was chosen while the script was on the way; hydration sets the buttons back. */
function earlyChoice(name: string): string | null {
  if (import.meta.env.SSR) return null;
  const input = document.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`);
  return input?.value ?? null;
}

export default function Prediction({ language, id, question, options, answer, code }: Props) {
  const t = useMemo(() => translator(language), [language]);
  const chosen = useSignal<string | null>(null);
  const answered = useSignal(false);
  const status = useSignal('');
  const early = useMemo(() => earlyChoice(id), [id]);
  useEffect(() => {
    chosen.value = early;
  }, [early]);
  useEffect(() => {
    if (answered.value) markDone(id);
  }, [answered.value]);

  const check = () => {
    if (chosen.value === null) {
      status.value = t('predict.choose');
      return;
    }
    answered.value = true;
    status.value = chosen.value === answer ? t('predict.right') : t('predict.wrong', { answer });
  };
  const again = () => {
    answered.value = false;
    chosen.value = null;
    status.value = '';
  };

  return (
    <section class="predict not-content" id={id} aria-label={t('predict.title')}>
      <p class="predict-tag">{t('predict.title')}</p>
      <fieldset>
        <legend>{question}</legend>
        {code}
        <ul>
          {options.map((option) => (
            <Option
              key={option.answer}
              t={t}
              name={id}
              option={option}
              chosen={chosen.value === option.answer}
              right={answered.value ? option.answer === answer : null}
              onChoose={() => {
                chosen.value = option.answer;
              }}
            />
          ))}
        </ul>
      </fieldset>
      <p class="predict-foot">
        <button type="button" onClick={answered.value ? again : check}>
          {answered.value ? t('predict.again') : t('predict.check')}
        </button>{' '}
        <span role="status">{status.value}</span>
      </p>
    </section>
  );
}
