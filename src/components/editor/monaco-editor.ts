// Monaco for Python, with what the machine knows.
import { registerAssist } from './assist.ts';
import type { Editor, EditorOptions } from './editor.ts';
import { monaco } from './monaco-core.ts';
import { mount } from './mount.ts';
import { registerPython } from './python.ts';

registerPython();
registerAssist();

export function mountMonaco(host: HTMLElement, options: EditorOptions): Editor {
  const model = monaco.editor.createModel(options.text, 'python');
  model.updateOptions({ tabSize: 4, insertSpaces: true });
  return mount(host, options, model);
}
