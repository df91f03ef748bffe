import type { editor, languages, Position } from 'monaco-editor/editor';
import { type Known, completionsFor, lookUp } from './known.ts';
import { monaco } from './monaco-core.ts';

const { CompletionItemKind } = monaco.languages;

const kinds = {
  module: CompletionItemKind.Module,
  function: CompletionItemKind.Function,
  value: CompletionItemKind.Variable,
} as const;

const language = () => document.documentElement.lang;

function rangeOf(model: editor.ITextModel, position: Position) {
  const { startColumn, endColumn } = model.getWordUntilPosition(position);
  const { lineNumber } = position;
  return { startLineNumber: lineNumber, endLineNumber: lineNumber, startColumn, endColumn };
}

const toItem =
  (range: languages.CompletionItem['range']) =>
  ({ name, signature, text, kind }: Known): languages.CompletionItem => ({
    label: name,
    kind: kinds[kind],
    detail: signature,
    documentation: text,
    insertText: name,
    range,
  });

/** `gc` of `gc.collect`; null where no dot is. */
function ownerOf(before: string): string | null {
  return /(?<![\w.])([A-Za-z_]\w*)\.$/.exec(before)?.[1] ?? (before.endsWith('.') ? '' : null);
}

/** Completion and hover for what the machine knows. */
export function registerAssist(): void {
  monaco.languages.registerCompletionItemProvider('python', {
    triggerCharacters: ['.'],
    provideCompletionItems: (model, position) => {
      const before = model.getLineContent(position.lineNumber).slice(0, position.column - 1);
      const suggestions = completionsFor(before, language()).map(toItem(rangeOf(model, position)));
      return { suggestions };
    },
  });
  monaco.languages.registerHoverProvider('python', {
    provideHover: (model, position) => {
      const word = model.getWordAtPosition(position);
      if (!word) return null;
      const before = model.getLineContent(position.lineNumber).slice(0, word.startColumn - 1);
      const found = lookUp(ownerOf(before), word.word, language());
      if (!found) return null;
      const signature = `\`\`\`python\n${found.signature}\n\`\`\``;
      return { contents: [{ value: signature }, { value: found.text }] };
    },
  });
}
