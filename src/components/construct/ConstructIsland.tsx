import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { TaskId } from '../../construct/report.ts';
import type { TaskBody } from '../../construct/task-files.ts';
import type { Language } from '../../course/chapters.ts';
import { folderOf } from '../../course/language.ts';
import { translator } from '../../i18n/words.ts';
import { progressKey } from '../../state/progress-key.ts';
import { done } from '../../state/progress.ts';
import type { Editor } from '../editor/editor.ts';
import { Hints } from '../exercise/Hints.tsx';
import { Solved } from '../exercise/Solved.tsx';
import { Problems } from '../playground/Problems.tsx';
import { earlyInput } from '../playground/early-input.ts';
import { sourceOf } from '../playground/slot-source.ts';
import { siteBase } from '../../site-base.ts';
import { usePageData } from '../use-page-data.ts';
import { CodePane } from './CodePane.tsx';
import { PicturePane } from './PicturePane.tsx';
import { ScoreTable } from './ScoreTable.tsx';
import { ConstructModel, messageFor } from './use-construct.ts';
import { Verdict } from './Verdict.tsx';

interface Props {
  readonly language: Language;
  readonly id: TaskId;
  readonly title: string;
  readonly hintCount: number;
  readonly code?: ComponentChildren;
  readonly picture?: ComponentChildren;
}

/** A task of the last part: an editor for TypeScript, a run against a recorded workload, its picture. */
export default function ConstructIsland({ language, id, title, hintCount, code, picture }: Props) {
  const t = useMemo(() => translator(language), [language]);
  const source = useMemo(() => sourceOf(code), [id]);
  const { data: body, get } = usePageData<TaskBody>(`${folderOf(language)}build/${id}.json`);
  const model = useMemo(() => new ConstructModel(id, source, get), [id]);
  const early = useMemo(() => earlyInput(`build-${id}`).text, [id]);
  const room = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const alive = useSignal(false);
  // Before a click that waited is given again: it must run what the reader wrote.
  useLayoutEffect(() => {
    model.restore();
    if (early !== undefined) model.edit(early);
    if (room.current) model.attach(room.current, siteBase());
    return () => model.dispose();
  }, [model]);
  useEffect(() => {
    alive.value = true;
  }, []);

  const report = model.report.value;
  const isRunning = model.phase.value === 'running';
  const passed = report !== null && report.departure === null && !model.stale.value;
  const onRun = () => void model.run();
  const message = report?.departure ? messageFor(body.value, report.departure) : null;
  return (
    <section class="exercise construct not-content" id={id} aria-labelledby={`${id}-title`}>
      <div class="exercise-head">
        <p class="exercise-tag">
          {t('construct.title')}
          {alive.value && done.value.has(progressKey('build', id)) && (
            <b> · ✓ {t('exercise.done')}</b>
          )}
        </p>
        <p class="exercise-title" id={`${id}-title`}>
          {title}
        </p>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter anywhere in a task runs it */}
      <div
        class="pg not-content"
        data-playground={model.key}
        data-phase={model.phase.value}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          onRun();
        }}
      >
        <div class="construct-body">
          <CodePane
            t={t}
            model={model}
            source={source}
            file={`${id}.ts`}
            editor={editor}
            onRun={onRun}
            code={code}
          />
          <PicturePane t={t} model={model} title={title} still={picture} />
        </div>
        <div class="pg-controls construct-controls">
          {isRunning ? (
            <button type="button" class="primary" onClick={() => model.stop()}>
              {t('playground.stop')}
            </button>
          ) : (
            <button type="button" class="primary" onClick={onRun}>
              {t('construct.run')}
            </button>
          )}
          <button type="button" onClick={() => model.reset()}>
            {t('playground.reset')}
          </button>
        </div>
        <Problems
          t={t}
          problems={model.problems.value}
          onGo={({ line, column }) => editor.current?.goTo(line, column)}
        />
        <Verdict
          t={t}
          phase={model.phase.value}
          report={report}
          syntax={model.syntax.value}
          stale={model.stale.value}
          message={message}
        />
        {report?.score && <ScoreTable t={t} score={report.score} />}
        {passed && body.value && <Solved t={t} body={body.value} />}
        <Hints t={t} count={hintCount} hints={body.value?.hints ?? []} />
      </div>
      <div ref={room} />
    </section>
  );
}
