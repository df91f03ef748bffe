// An editor over a text, in any language that is registered.
import type { editor as monacoEditor } from 'monaco-editor/editor';
import type { Editor, EditorOptions } from './editor.ts';
import { monaco } from './monaco-core.ts';
import { followTheme } from './monaco-theme.ts';
import { TabKey } from './tab-key.ts';

const { KeyCode, KeyMod, MarkerSeverity } = monaco;

/** The same measures as src/styles/code.css: the text must not move when the editor arrives. */
function create(host: HTMLElement, options: EditorOptions, model: monacoEditor.ITextModel) {
  const style = getComputedStyle(host);
  const fontSize = Number.parseFloat(style.fontSize);
  return monaco.editor.create(host, {
    model,
    readOnly: options.readOnly,
    ariaLabel: options.label,
    automaticLayout: true,
    fontFamily: style.fontFamily,
    fontSize,
    lineHeight: Number.parseFloat(style.lineHeight),
    fontLigatures: false,
    padding: { top: 12, bottom: 0 },
    lineNumbersMinChars: 3,
    lineDecorationsWidth: 14,
    glyphMargin: false,
    folding: false,
    minimap: { enabled: false },
    overviewRulerLanes: 0,
    hideCursorInOverviewRuler: true,
    overviewRulerBorder: false,
    renderLineHighlight: 'none',
    scrollBeyondLastLine: false,
    scrollbar: {
      alwaysConsumeMouseWheel: false,
      useShadows: false,
      horizontalScrollbarSize: 8,
      verticalScrollbarSize: 8,
    },
    contextmenu: false,
    occurrencesHighlight: 'off',
    selectionHighlight: false,
    matchBrackets: 'near',
    guides: { indentation: false },
    quickSuggestions: false,
    wordBasedSuggestions: 'off',
    suggest: { showStatusBar: false, showWords: false, showSnippets: false },
    acceptSuggestionOnCommitCharacter: false,
    unicodeHighlight: { ambiguousCharacters: false },
    stickyScroll: { enabled: false },
    fixedOverflowWidgets: true,
  });
}

/** @param model the text, which goes with the editor */
export function mount(
  host: HTMLElement,
  options: EditorOptions,
  model: monacoEditor.ITextModel,
): Editor {
  followTheme();
  const editor = create(host, options, model);
  // Ignored when given at creation.
  editor.updateOptions({ tabFocusMode: true });
  host.querySelector('textarea')?.setAttribute('aria-describedby', options.describedBy);

  const tab = new TabKey((indents) => {
    editor.updateOptions({ tabFocusMode: !indents });
    options.onTabKey(indents);
  });
  editor.onMouseDown(() => tab.pressed());
  editor.onKeyDown((event) => tab.key(event.browserEvent.key));
  editor.onDidBlurEditorText(() => tab.left());
  editor.addCommand(KeyMod.CtrlCmd | KeyCode.Enter, options.onRun);
  model.onDidChangeContent(() => options.onEdit(model.getValue()));

  if (options.caret !== null) {
    editor.setPosition(model.getPositionAt(options.caret));
    editor.focus();
  }

  editor.onDidScrollChange(({ scrollLeft: x, scrollTop: y }) => options.onScroll({ x, y }));
  return {
    setText: (text) => {
      if (text !== model.getValue()) model.setValue(text);
    },
    reveal: (line) => editor.revealLine(line),
    showProblems: (problems) => {
      monaco.editor.setModelMarkers(
        model,
        'python',
        problems.map((problem) => ({
          severity: MarkerSeverity.Error,
          message: problem.message,
          startLineNumber: problem.line,
          startColumn: problem.column + 1, // Monaco counts columns from 1
          endLineNumber: problem.endLine,
          endColumn: problem.endColumn + 1,
        })),
      );
    },
    goTo: (lineNumber, column) => {
      editor.setPosition({ lineNumber, column: column + 1 });
      editor.revealLineInCenterIfOutsideViewport(lineNumber);
      editor.focus();
    },
    claimTab: () => tab.pressed(),
    dispose: () => {
      editor.dispose();
      model.dispose();
    },
  };
}
