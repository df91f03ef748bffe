import { useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Translate } from '../../i18n/words.ts';
import type { Editor } from '../editor/editor.ts';
import { TabKey } from '../editor/tab-key.ts';
import { PlainEditor } from '../playground/PlainEditor.tsx';
import { lineCount } from '../playground/lines.ts';
import type { ConstructModel } from './use-construct.ts';

interface Props {
  readonly t: Translate;
  readonly model: ConstructModel;
  readonly source: string;
  readonly file: string;
  readonly editor: { current: Editor | null };
  readonly onRun: () => void;
  /** The starter, highlighted when the site was built. */
  readonly code: ComponentChildren;
}

/** Monaco is for mice and keyboards; it does not support touch. */
const wantsMonaco = () => matchMedia('(pointer: fine)').matches;
/** The pane grows with what is written, up to this. */
const MOST_LINES = 40;

/** TypeScript in Monaco with its language service; in a text area where that does not load. */
export function CodePane({ t, model, source, file, editor, onRun, code }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const state = useSignal<'plain' | 'loading' | 'monaco'>('plain');
  const indents = useSignal(false);
  const lines = useSignal(Math.min(MOST_LINES, lineCount(source)));
  const onTabKey = (value: boolean) => {
    indents.value = value;
  };
  const tab = useMemo(() => new TabKey(onTabKey), []);
  const label = t('playground.code', { file });
  const noteId = `${model.key}-tab`;
  const bringMonaco = async () => {
    if (state.value !== 'plain' || !wantsMonaco()) return;
    state.value = 'loading';
    try {
      const [{ mountTypeScript }, { libraries }] = await Promise.all([
        import('../editor/monaco-typescript.ts'),
        import('../../construct/libraries.ts'),
      ]);
      if (!host.current || !area.current) return;
      host.current.hidden = false; // a hidden host gets no size and no focus
      editor.current = mountTypeScript(host.current, {
        text: model.text.value,
        caret: document.activeElement === area.current ? area.current.selectionStart : null,
        label,
        describedBy: noteId,
        readOnly: false,
        file,
        libraries,
        onEdit: (text) => model.edit(text),
        onRun,
        onTabKey,
        onScroll: () => {},
        onProblems: (problems) => {
          model.problems.value = problems;
        },
      });
      if (tab.indents) editor.current.claimTab();
      state.value = 'monaco';
    } catch (error) {
      // The text area does as well; the console tells whoever looks why.
      console.warn('The editor did not load:', error);
      if (host.current) host.current.hidden = true;
    }
  };

  useSignalEffect(() => {
    const text = model.text.value;
    lines.value = Math.max(lines.peek(), Math.min(MOST_LINES, lineCount(text)));
    if (state.value === 'monaco') editor.current?.setText(text);
  });
  useEffect(() => {
    if (document.activeElement === area.current) void bringMonaco();
    return () => editor.current?.dispose();
  }, []);

  return (
    <div class="pg-code">
      <div class="code-view" style={{ '--lines': lines.value }}>
        <div class="code-scroll" hidden={state.value === 'monaco'}>
          <PlainEditor
            area={area}
            text={model.text.value}
            code={code}
            asBuilt={model.text.value === source}
            readOnly={false}
            label={label}
            describedBy={noteId}
            tab={tab}
            onEdit={(text) => model.edit(text)}
            onFocus={() => void bringMonaco()}
          />
        </div>
        <div class="code-monaco" ref={host} hidden={state.value !== 'monaco'} />
      </div>
      <p class="pg-note" id={noteId}>
        {indents.value ? t('playground.tab.indents') : t('playground.tab.moves')}
      </p>
    </div>
  );
}
