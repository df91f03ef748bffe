import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo } from 'preact/hooks';
import type { Language } from '../../course/chapters.ts';
import { folderOf } from '../../course/language.ts';
import { type Translate, translator } from '../../i18n/words.ts';
import { markDone } from '../../state/progress.ts';
import { usePageData } from '../use-page-data.ts';
import type { PredictionBody } from './answer.ts';

interface Props {
  readonly language: Language;
  readonly id: string;
  readonly answers: readonly string[];
  readonly question?: ComponentChildren;
  readonly code?: ComponentChildren;
}

interface OptionProps {
  readonly t: Translate;
  readonly name: string;
  readonly answer: string;
  /** Null until the reader has answered, like `right`. */
  readonly why: string | null;
  readonly chosen: boolean;
  readonly right: boolean | null;
  readonly onChoose: () => void;
}

function Option({ t, name, answer, why, chosen, right, onChoose }: OptionProps) {
  const answered = right !== null;
  const mark = answered && (right ? '✓' : chosen ? '✗' : '');
  return (
    <li class={answered && right ? 'right' : chosen ? 'chosen' : undefined}>
      <label>
        <input
          type="radio"
          name={name}
          value={answer}
          checked={chosen}
          disabled={answered}
          onChange={onChoose}
        />
        <code>{answer}</code>
        {answered && (right || chosen) && (
          <span class="predict-mark">
            <span aria-hidden="true">{mark}</span>{' '}
            {right ? t('predict.correct') : t('predict.yours')}
          </span>
        )}
      </label>
      {why && <p>{why}</p>}
    </li>
  );
}

/** What was chosen while the script was on the way; hydration sets the buttons back. */
function earlyChoice(name: string): string | null {
  if (import.meta.env.SSR) return null;
  const input = document.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`);
  return input?.value ?? null;
}

export default function Prediction({ language, id, question, answers, code }: Props) {
  const t = useMemo(() => translator(language), [language]);
  const chosen = useSignal<string | null>(null);
  const told = useSignal<PredictionBody | null>(null);
  const { get } = usePageData<PredictionBody>(`${folderOf(language)}predictions/${id}.json`);
  const status = useSignal('');
  const early = useMemo(() => earlyChoice(id), [id]);
  useLayoutEffect(() => {
    chosen.value = early;
  }, [early]);
  useEffect(() => {
    if (told.value) markDone('prediction', id);
  }, [told.value]);

  const check = async () => {
    if (chosen.value === null) {
      status.value = t('predict.choose');
      return;
    }
    try {
      told.value = await get();
    } catch {
      status.value = t('predict.notLoaded');
      return;
    }
    const { answer } = told.value;
    status.value = chosen.value === answer ? t('predict.right') : t('predict.wrong', { answer });
  };
  const again = () => {
    told.value = null;
    chosen.value = null;
    status.value = '';
  };

  return (
    <section class="predict not-content" id={id} aria-labelledby={`${id}-asks`}>
      <p class="predict-tag">{t('predict.title')}</p>
      <fieldset>
        <legend id={`${id}-asks`}>{question}</legend>
        {code}
        <ul>
          {answers.map((answer, index) => (
            <Option
              key={answer}
              t={t}
              name={id}
              answer={answer}
              why={told.value?.whys[index] ?? null}
              chosen={chosen.value === answer}
              right={told.value && told.value.answer === answer}
              onChoose={() => {
                chosen.value = answer;
              }}
            />
          ))}
        </ul>
      </fieldset>
      <p class="predict-foot">
        <button type="button" onClick={told.value ? again : check}>
          {told.value ? t('predict.again') : t('predict.check')}
        </button>{' '}
        <span role="status">{status.value}</span>
      </p>
    </section>
  );
}
