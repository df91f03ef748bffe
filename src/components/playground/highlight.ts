/** Highlights programs while the site is built. Classes, not styles: a page holds many of these. */
import { createCssVariablesTheme, createHighlighter } from 'shiki';

const theme = createCssVariablesTheme({ name: 'page', variablePrefix: '--c-', fontStyle: false });
const highlighter = await createHighlighter({ themes: [theme], langs: ['python', 'typescript'] });

/** The theme's variables, and the class that stands for each. The rest is plain text. */
const classes: Readonly<Record<string, string>> = {
  'token-keyword': 'k',
  'token-comment': 'c',
  'token-string': 's',
  'token-string-expression': 's',
  'token-constant': 'n',
  'token-function': 'f',
};

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function span(text: string, colour: string | undefined): string {
  const name = /--c-([\w-]+)/.exec(colour ?? '')?.[1];
  // The theme has operators among the keywords.
  if (!/\w/.test(text) && name === 'token-keyword') return escapeHtml(text);
  const kind = name && classes[name];
  return kind ? `<i class="${kind}">${escapeHtml(text)}</i>` : escapeHtml(text);
}

export type CodeLanguage = 'python' | 'typescript';

export function highlight(source: string, lang: CodeLanguage = 'python'): string {
  const { tokens } = highlighter.codeToTokens(source.replace(/\n$/, ''), {
    lang,
    theme: 'page',
    // No clock decides where a line's colours end, however busy the machine that builds the site.
    tokenizeTimeLimit: 0,
  });
  return tokens
    .map((line) => line.map(({ content, color }) => span(content, color)).join(''))
    .join('\n');
}
