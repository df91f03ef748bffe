import { monaco } from './monaco-core.ts';

/** Token types of Monaco's Python, and the colour of each in src/styles/code.css. */
const tokens: readonly (readonly [string, string])[] = [
  ['', '--code-text'],
  ['comment', '--code-comment'],
  ['keyword', '--code-keyword'],
  ['string', '--code-string'],
  ['string.escape', '--code-string'],
  ['number', '--code-constant'],
  ['constant', '--code-constant'],
  ['function', '--code-function'],
  ['tag', '--code-function'],
  ['delimiter', '--code-text'],
];

/** The editor takes its colours from the page, so that it does not change them when it arrives. */
function define(): void {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const background = colour('--code-background');
  monaco.editor.defineTheme('page', {
    base: document.documentElement.dataset['theme'] === 'dark' ? 'vs-dark' : 'vs',
    inherit: true,
    rules: tokens.map(([token, name]) => ({ token, foreground: colour(name).replace('#', '') })),
    colors: {
      'editor.background': background,
      'editorGutter.background': background,
      'editor.foreground': colour('--code-text'),
      'editorLineNumber.foreground': colour('--code-number'),
      'editorLineNumber.activeForeground': colour('--code-number'),
      'editor.lineHighlightBorder': '#00000000',
      'scrollbarSlider.background': `${colour('--code-number')}55`,
      'scrollbarSlider.hoverBackground': `${colour('--code-number')}88`,
      'scrollbarSlider.activeBackground': `${colour('--code-number')}aa`,
      ...Object.fromEntries(
        [1, 2, 3, 4, 5, 6].map((depth) => [
          `editorBracketHighlight.foreground${depth}`,
          colour('--code-text'),
        ]),
      ),
      focusBorder: '#00000000',
    },
  });
  monaco.editor.setTheme('page');
}

let watching = false;

/** Monaco has one theme for all its editors. */
export function followTheme(): void {
  define();
  if (watching) return;
  watching = true;
  new MutationObserver(define).observe(document.documentElement, {
    attributeFilter: ['data-theme'],
  });
}
