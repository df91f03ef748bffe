import type { AstroIntegration } from 'astro';
import { transformSync } from 'esbuild';
import { rewritePages } from './pages.ts';

const minified = new Map<string, string>();

/** The same in fewer characters; names that others use are kept. */
export function minify(script: string): string {
  let short = minified.get(script);
  if (short === undefined) {
    short = transformSync(script, { minify: true, target: 'es2022' }).code.trim();
    minified.set(script, short);
  }
  return short;
}

/** In the other kind of quotes, where those need fewer marks instead. */
function quoted(value: string): string {
  const marks = value.split('&quot;').length - value.split("'").length;
  return marks > 0 ? `'${value.replaceAll("'", '&#39;').replaceAll('&quot;', '"')}'` : `"${value}"`;
}

/** A tag, attribute by attribute: what stands in quotes may hold anything. */
const TAG = /<([a-z][\w-]*)((?:\s+[^\s"'<>/=]+(?:="[^"]*")?)+)\s*(\/?)>/g;
const ATTRIBUTE = /\s+([^\s"'<>/=]+)(?:="([^"]*)")?/g;
const VOID = /^(area|br|col|hr|img|input|link|meta|source|wbr)$/;

/** Read by tools that look for them as they are written. */
const FOR_TOOLS = /^(meta|link)$/;

/** Quotes that a value of plain characters does not need, and the slash of what has no end anyway. */
function leanTag(tag: string, name: string, attributes: string, slash: string): string {
  if (FOR_TOOLS.test(name)) return tag;
  const lean = attributes.replace(ATTRIBUTE, (_whole, key: string, value?: string) => {
    if (value === undefined) return ` ${key}`;
    return ` ${key}=${/^[\w:.-]+$/.test(value) ? value : quoted(value)}`;
  });
  // Behind a value without quotes a slash would be part of it.
  return `<${name}${lean}${slash && !VOID.test(name) ? ' /' : ''}>`;
}

/** Whatever is not markup: scripts, styles. */
const TEXTS = /(<(?:script|style)\b[^>]*>[\s\S]*?<\/(?:script|style)>)/;

function leanMarkup(html: string): string {
  return (
    html
      // Which program made it, by version.
      .replace(/<meta name="generator"[^>]*>/g, '')
      // The name of an island, for messages in development; `true` is no setting.
      .replace(/ opts="{&quot;name&quot;:&quot;\w+&quot;,&quot;value&quot;:true}"/g, ' opts="{}"')
      // Drawn by lot for each island, which has a number beside it.
      .replace(/(<astro-island) uid="\w+"(?= data-preact-island-id)/g, '$1')
      // What comes down from the list they stand in.
      .replace(/(<(?:li|a|span)\b[^>]*?) style="--depth: \d+;"/g, '$1')
      // A choice is worth what it says.
      .replace(/<option value="([^"]*)"( selected)?>(?=\1<)/g, '<option$2>')
      .replace(/(<(path|rect|circle|line|use)\b[^>]*)><\/\2>/g, '$1/>')
      // The next one ends them, or their list does.
      .replace(/<\/(?:li|option)>(?=<(?:li|option|\/ul|\/ol|\/select)\b)/g, '')
      .replace(TAG, leanTag)
  );
}

/** Takes out what costs bytes in every page and says nothing: a chapter has 15 kB for all. */
export function leanPage(html: string): string {
  const parts = html.split(TEXTS);
  return parts
    .map((part, index) => {
      if (index % 2 === 0) return leanMarkup(part);
      // Scripts that must run at their place stand in the page as they were written.
      return part.replace(
        /^<script( aria-hidden="true")?>([\s\S]*)<\/script>$/,
        (_whole, hidden = '', text: string) => `<script${hidden}>${minify(text)}</script>`,
      );
    })
    .join('');
}

export function leanPages(): AstroIntegration {
  return {
    name: 'lean-pages',
    hooks: {
      'astro:build:done': ({ dir }) => rewritePages(dir, leanPage),
    },
  };
}
