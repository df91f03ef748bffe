import { useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Translate } from '../../i18n/words.ts';
import type { Editor } from '../editor/editor.ts';
import { TabKey } from '../editor/tab-key.ts';
import { CodeMarks } from './CodeMarks.tsx';
import { PlainEditor } from './PlainEditor.tsx';
import { lineCount } from './lines.ts';
import type { PlaygroundModel } from './model.ts';

interface Props {
  readonly t: Translate;
  readonly model: PlaygroundModel;
  readonly onRun: () => void;
  readonly editor: { current: Editor | null };
  /** The program as the course has it, highlighted when the site was built. */
  readonly code: ComponentChildren;
}

/** Monaco is for mice and keyboards; it does not support touch. */
const wantsMonaco = () => matchMedia('(pointer: fine)').matches;

/** The pane grows with what is written, up to this. */
const MOST_LINES = 26;

/** Scrolls the text to a line, where that and the one below it cannot be seen. */
function reveal(pane: HTMLElement, line: number): void {
  const row = Number.parseFloat(getComputedStyle(pane).lineHeight);
  const top = (line - 1) * row;
  const { scrollTop, clientHeight } = pane;
  if (top < scrollTop || top + 2 * row > scrollTop + clientHeight)
    pane.scrollTop = top - (clientHeight - row) / 2;
}

export function CodePane({ t, model, onRun, editor, code }: Props) {
  const { id, file, source } = model.facts;
  const host = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const state = useSignal<'plain' | 'loading' | 'monaco'>('plain');
  const indents = useSignal(false);
  const scrolled = useSignal({ x: 0, y: 0 });
  const lines = useSignal(lineCount(source));
  const onTabKey = (value: boolean) => {
    indents.value = value;
  };
  const tab = useMemo(() => new TabKey(onTabKey), []);
  const label = t('playground.code', { file });
  const noteId = `${id}-tab`;

  const makeRoom = (text: string) => {
    lines.value = Math.max(lines.peek(), Math.min(MOST_LINES, lineCount(text)));
  };

  const edit = (text: string) => {
    makeRoom(text);
    model.edit(text);
  };

  const bringMonaco = async () => {
    if (state.value !== 'plain' || !wantsMonaco()) return;
    state.value = 'loading';
    try {
      const { mountMonaco } = await import('../editor/monaco-editor.ts');
      if (!host.current || !area.current) return;
      host.current.hidden = false; // a hidden host gets no size and no focus
      editor.current = mountMonaco(host.current, {
        text: model.text.value,
        caret: document.activeElement === area.current ? area.current.selectionStart : null,
        label,
        describedBy: noteId,
        readOnly: model.readOnly.peek(),
        onEdit: edit,
        onRun,
        onTabKey,
        onScroll: (to) => {
          scrolled.value = to;
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
    const line = model.stale.value ? 0 : model.line.value;
    const problems = model.stale.value ? [] : model.problems.value;
    if (model.opened.value) makeRoom(model.text.value);
    if (state.value !== 'monaco') {
      if (line > 0 && scroll.current) reveal(scroll.current, line);
      return;
    }
    editor.current?.setText(model.text.value);
    editor.current?.showProblems(problems);
    if (line > 0) editor.current?.reveal(line);
  });
  useEffect(() => {
    if (document.activeElement === area.current) void bringMonaco();
    return () => editor.current?.dispose();
  }, []);

  return (
    <div class="pg-code">
      <div class="code-view" style={{ '--lines': lines.value }}>
        <div
          class="code-scroll"
          ref={scroll}
          hidden={state.value === 'monaco'}
          onScroll={(event) => {
            const { scrollLeft: x, scrollTop: y } = event.currentTarget;
            scrolled.value = { x, y };
          }}
        >
          <PlainEditor
            area={area}
            text={model.text.value}
            code={code}
            asBuilt={model.text.value === source}
            readOnly={model.readOnly.value}
            label={label}
            describedBy={noteId}
            tab={tab}
            onEdit={edit}
            onFocus={() => void bringMonaco()}
          />
        </div>
        <div class="code-monaco" ref={host} hidden={state.value !== 'monaco'} />
        <CodeMarks
          model={model}
          scrolled={scrolled.value}
          problems={state.value === 'monaco' ? [] : model.problems.value}
        />
      </div>
      <p class="pg-note" id={noteId}>
        {indents.value ? t('playground.tab.indents') : t('playground.tab.moves')}
      </p>
    </div>
  );
}
