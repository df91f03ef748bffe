import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Translate } from '../../i18n/words.ts';
import type { Editor } from '../editor/editor.ts';
import { CodePane } from './CodePane.tsx';
import { type Action, Controls } from './Controls.tsx';
import { Fault } from './Fault.tsx';
import { Header } from './Header.tsx';
import { LensPane } from './LensPane.tsx';
import { Narration } from './Narration.tsx';
import { OutputPane } from './OutputPane.tsx';
import { Problems } from './Problems.tsx';
import type { Opened, PlaygroundModel } from './model.ts';

/** Rendered when the site was built: the page is complete before any script. */
export interface Stills {
  readonly code?: ComponentChildren;
  readonly picture?: ComponentChildren;
  readonly narration?: ComponentChildren;
  readonly output?: ComponentChildren;
}

interface Props {
  readonly t: Translate;
  readonly model: PlaygroundModel;
  readonly stills: Stills;
  /** An exercise's Check; Ctrl+Enter then checks. */
  readonly action?: Action;
  /** Below everything. */
  readonly children?: ComponentChildren;
}

type Part = Pick<Props, 't' | 'model' | 'stills'>;

/** What came of the link that led here, in words. */
function linkText(t: Translate, opened: Opened, profile: string): string {
  switch (opened.kind) {
    case 'link':
      return t('playground.link.opened', { step: opened.step });
    case 'waiting':
      return t('playground.waiting');
    case 'missing':
      return t('playground.link.missing', { release: opened.release, profile });
    case 'broken':
      return t('playground.link.broken');
  }
}

function NarrationLine({ t, model, stills }: Part) {
  const view = model.view.value;
  const running = model.phase.value === 'running';
  const opened = model.opened.value;
  const EventSentence = model.eventParts.value?.EventSentence;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by keyboard too
    <p class="pg-narration" aria-live="polite" tabIndex={0}>
      {opened ? (
        linkText(t, opened, model.profile.value)
      ) : model.stale.value && !running ? (
        t('playground.changed')
      ) : view?.moment?.event && EventSentence ? (
        <EventSentence t={t} moment={view.moment} />
      ) : view ? (
        <Narration t={t} narration={view.narration} />
      ) : (
        stills.narration
      )}
    </p>
  );
}

export function PlaygroundView({ t, model, stills, action, children }: Props) {
  const onRun = action?.run ?? (() => model.run());
  const editor = useRef<Editor | null>(null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter anywhere in a playground runs it
    <div
      class="pg not-content"
      id={`pg-${model.facts.id}`}
      data-playground={model.facts.id}
      data-phase={model.phase.value}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        onRun();
      }}
    >
      <Header t={t} model={model} />
      <div class="pg-body">
        <CodePane t={t} model={model} onRun={onRun} editor={editor} code={stills.code} />
        <LensPane t={t} model={model} picture={stills.picture} />
      </div>
      <Controls t={t} model={model} action={action} />
      <NarrationLine t={t} model={model} stills={stills} />
      <Fault t={t} model={model} />
      <Problems
        t={t}
        problems={model.stale.value ? [] : model.problems.value}
        onGo={({ line, column }) => editor.current?.goTo(line, column)}
      />
      <OutputPane t={t} model={model} still={stills.output} />
      {children}
    </div>
  );
}
