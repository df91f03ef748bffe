// Monaco's Python, with the distinctions that the page makes: names that are called, constants.
import { conf, language } from 'monaco-editor/languages/definitions/python/python';
import type { languages } from 'monaco-editor/editor';
import { monaco } from './monaco-core.ts';

const constants = ['True', 'False', 'None'];
// Monaco counts the builtin functions and Python 2's words among the keywords.
const keywords =
  'False None True and as assert async await break case class continue def del elif else except finally for from global if import in is lambda match nonlocal not or pass raise return try type while with yield';

const name = {
  cases: { '@constants': 'constant', '@keywords': 'keyword', '@default': 'identifier' },
};
const called = {
  cases: { '@constants': 'constant', '@keywords': 'keyword', '@default': 'function' },
};

export function registerPython(): void {
  const { root = [], ...states } = language.tokenizer;
  // The last rule is that for names.
  const rules: languages.IMonarchLanguageRule[] = [
    ...root.slice(0, -1),
    [/[a-zA-Z_]\w*(?=\()/, called],
    [/[a-zA-Z_]\w*/, name],
  ];
  monaco.languages.register({ id: 'python' });
  monaco.languages.setLanguageConfiguration('python', conf);
  monaco.languages.setMonarchTokensProvider('python', {
    ...language,
    constants,
    keywords: keywords.split(' '),
    tokenizer: { root: rules, ...states },
  });
}
