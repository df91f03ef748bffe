// Monaco with TypeScript's language service: it weighs several megabytes, and only /build/ loads it.
import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker';
import 'monaco-editor/features/parameterHints/register';
import 'monaco-editor/languages/definitions/typescript/register';
import {
  ModuleKind,
  ModuleResolutionKind,
  ScriptTarget,
  typescriptDefaults,
} from 'monaco-editor/languages/features/typescript/register';
import TypeScriptWorker from 'monaco-editor/languages/features/typescript/ts.worker.js?worker';
import type { Problem } from '../../../engine/index.ts';
import type { Editor, EditorOptions } from './editor.ts';
import { monaco } from './monaco-core.ts';
import { mount } from './mount.ts';

self.MonacoEnvironment = {
  getWorker: (_id, label) => (label === 'typescript' ? new TypeScriptWorker() : new EditorWorker()),
};

export interface Library {
  /** Where an import finds it: `file:///lab.ts`. */
  readonly path: string;
  readonly text: string;
}

typescriptDefaults.setCompilerOptions({
  strict: true,
  noUncheckedIndexedAccess: true,
  target: ScriptTarget.ESNext,
  module: ModuleKind.ESNext,
  moduleResolution: ModuleResolutionKind.NodeJs,
  allowNonTsExtensions: true,
  // As it runs: without a page around it.
  lib: ['esnext'],
});
// Hints such as ‘declared and never read’ would stand in every starter.
typescriptDefaults.setDiagnosticsOptions({ noSuggestionDiagnostics: true });
typescriptDefaults.setEagerModelSync(true);

export interface TypeScriptOptions extends EditorOptions {
  /** The name of the file; one of its own for each editor of a page. */
  readonly file: string;
  readonly libraries: readonly Library[];
  readonly onProblems: (problems: readonly Problem[]) => void;
}

export function mountTypeScript(host: HTMLElement, options: TypeScriptOptions): Editor {
  typescriptDefaults.setExtraLibs(
    options.libraries.map(({ path, text }) => ({ filePath: path, content: text })),
  );
  const uri = monaco.Uri.parse(`file:///${options.file}`);
  const model = monaco.editor.createModel(options.text, 'typescript', uri);
  model.updateOptions({ tabSize: 2, insertSpaces: true });
  const editor = mount(host, options, model);
  const listening = monaco.editor.onDidChangeMarkers((changed) => {
    if (!changed.some((one) => one.toString() === uri.toString())) return;
    const errors = monaco.editor
      .getModelMarkers({ resource: uri })
      .filter(({ severity }) => severity === monaco.MarkerSeverity.Error);
    options.onProblems(
      errors.map((marker) => ({
        line: marker.startLineNumber,
        column: marker.startColumn - 1,
        endLine: marker.endLineNumber,
        endColumn: marker.endColumn - 1,
        message: marker.message,
      })),
    );
  });
  return {
    ...editor,
    dispose: () => {
      listening.dispose();
      editor.dispose();
    },
  };
}
