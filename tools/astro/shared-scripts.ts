import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { minify } from './lean-pages.ts';
import { rewritePages } from './pages.ts';

/** Shorter scripts of the body cost less in the page than a request: how many characters they have. */
const SHORTEST = 1000;

/** Pages of many pictures and few scripts. Others have more room in the page than among their scripts. */
const PICTURES = /(?:^|[\\/])chapters[\\/]/;

/**
 * Astro and Starlight write the scripts of islands and of their directives into every page, and those of the theme
 * and of the sidebar. They are the same everywhere: as files they are fetched once for all pages, and a page has more
 * room for its content, in its policy as well, which need not name their hashes.
 */
export function sharedScripts(): AstroIntegration {
  let base = '/';
  return {
    name: 'shared-scripts',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': async ({ dir }) => {
        const files = new Map<string, string>();
        await rewritePages(dir, (html, file) => outOfPage(html, base, files, PICTURES.test(file)));
        await mkdir(new URL('_astro', dir), { recursive: true });
        for (const [name, body] of files) await writeFile(new URL(name, dir), body);
      },
    },
  };
}

/** @returns the name of the file that has these scripts, in their order */
function fileOf(texts: readonly string[], files: Map<string, string>): string {
  const short = texts.map(minify).join('');
  const name = `_astro/shared.${createHash('sha256').update(short).digest('hex').slice(0, 8)}.js`;
  files.set(name, short);
  return name;
}

const SCRIPT = /<script( aria-hidden="true")?>([\s\S]*?)<\/script>/g;

/**
 * Puts long scripts of the body into `files`, by name: they run in their order, when the page is read.
 * @param all those that must run before anything is drawn, in the head, as one file, and those of Starlight's
 * sidebar, which are hidden from readers of screens, as well: they run at their place
 */
export function outOfPage(
  html: string,
  base: string,
  files: Map<string, string>,
  all = false,
): string {
  const at = Math.max(0, html.indexOf('<body'));
  const body = html.slice(at).replace(SCRIPT, (whole, hidden: string | undefined, text: string) => {
    if (hidden ? !all : text.length < SHORTEST) return whole;
    return `<script${hidden ? '' : ' defer'} src="${base}${fileOf([text], files)}"></script>`;
  });
  const head = html.slice(0, at);
  return (all ? headAsOne(head, base, files) : head) + body;
}

/** The file stands where the first of the scripts stood. */
function headAsOne(head: string, base: string, files: Map<string, string>): string {
  const texts = Array.from(head.matchAll(SCRIPT), ([, , text = '']) => text);
  if (texts.length === 0) return head;
  let tag = `<script src="${base}${fileOf(texts, files)}"></script>`;
  return head.replace(SCRIPT, () => {
    const here = tag;
    tag = '';
    return here;
  });
}
