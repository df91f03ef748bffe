import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Language } from '../../course/chapters.ts';
import { folderOf } from '../../course/language.ts';
import { filled } from '../../exercise/filled.ts';
import { type Fill, type Verdict, asked, judge } from '../../exercise/judge.ts';
import { translator } from '../../i18n/words.ts';
import { progressKey } from '../../state/progress-key.ts';
import { done, markDone } from '../../state/progress.ts';
import type { ExerciseBody } from '../../exercise/schema.ts';
import { PlaygroundView, type Stills } from '../playground/PlaygroundView.tsx';
import type { PageFacts } from '../playground/still.ts';
import { usePageData } from '../use-page-data.ts';
import { usePlayground } from '../playground/use-playground.ts';
import { Hints } from './Hints.tsx';
import { Solved } from './Solved.tsx';
import { VerdictLine } from './VerdictLine.tsx';

interface ExerciseFacts {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly hintCount: number;
}

interface Props extends Stills {
  readonly language: Language;
  readonly exercise: ExerciseFacts;
  readonly facts: PageFacts;
  readonly task?: ComponentChildren;
  /** Of an exercise that is not the course's: its checks and hints, which else are fetched. */
  readonly own?: ExerciseBody;
}

export type Answer = Verdict | 'checking' | 'not-ended' | 'not-loaded' | null;

export default function ExerciseIsland(props: Props) {
  const { language, exercise, facts, task, own, ...stills } = props;
  const { id, title, minutes, hintCount } = exercise;
  const t = useMemo(() => translator(language), [language]);
  const model = usePlayground(facts, stills.code);
  const { data: body, get } = usePageData<ExerciseBody>(
    `${folderOf(language)}exercises/${id}.json`,
    own,
  );
  const answer = useSignal<Answer>(null);
  // The page was built without knowing what this reader has done.
  const mounted = useSignal(false);
  useEffect(() => {
    mounted.value = true;
  }, []);

  const fill: Fill = (...asTold) => filled(t, ...asTold);

  const newest = useRef(0);
  const check = async () => {
    newest.current += 1;
    const own = newest.current;
    answer.value = 'checking';
    const found = await answerOf();
    // Who presses again waits for the second answer.
    if (own !== newest.current) return;
    answer.value = found;
    model.verdict.value = typeof found === 'object' ? found : null;
    if (typeof found === 'object' && found?.passed) markDone('exercise', id);
  };
  const answerOf = async (): Promise<Answer> => {
    try {
      const { checks, mistakes } = await get();
      const outcomes = await model.runAndCheck(checks.map(asked));
      if (outcomes === 'unavailable') return 'not-loaded';
      // The reader has gone on, or the fault is told where it happened.
      if (outcomes === 'given-up') return null;
      return outcomes === 'not-ended' ? outcomes : judge(checks, mistakes, outcomes, fill);
    } catch {
      return 'not-loaded';
    }
  };
  const solved = typeof answer.value === 'object' && answer.value?.passed;

  return (
    <section class="exercise not-content" id={id} aria-labelledby={`${id}-title`}>
      <div class="exercise-head">
        <p class="exercise-tag">
          {t('exercise.title')} · {t('exercise.minutes', { minutes })}
          {mounted.value && done.value.has(progressKey('exercise', id)) && (
            <b> · ✓ {t('exercise.done')}</b>
          )}
        </p>
        <p class="exercise-title" id={`${id}-title`}>
          {title}
        </p>
        {task}
      </div>
      <PlaygroundView
        t={t}
        model={model}
        stills={stills}
        action={{ label: t('playground.check'), run: check }}
      >
        <VerdictLine t={t} answer={answer.value} onStep={(step) => model.goTo(step)} />
        {solved && body.value && <Solved t={t} body={body.value} />}
        <Hints t={t} count={hintCount} hints={body.value?.hints ?? []} />
      </PlaygroundView>
    </section>
  );
}
