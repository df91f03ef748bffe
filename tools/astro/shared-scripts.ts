import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { minify } from './lean-pages.ts';
import { rewritePages } from './pages.ts';

/** Shorter scripts cost less in the page than a request: how many characters they have, by where they stand. */
const SHORTEST = { head: 400, body: 1000 };

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

/**
 * Puts long scripts of the body into `files`, by name: they run in their order, when the page is read.
 * @param all those that must run before anything is drawn, in the head, and those of Starlight's sidebar, which
 * are hidden from readers of screens, as well: they run at their place
 */
export function outOfPage(
  html: string,
  base: string,
  files: Map<string, string>,
  all = false,
): string {
  const body = Math.max(0, html.indexOf('<body'));
  return html.replace(
    /<script( aria-hidden="true")?>([\s\S]*?)<\/script>/g,
    (whole, hidden: string | undefined, text: string, at: number) => {
      const place = at < body ? 'head' : 'body';
      const isAtPlace = place === 'head' || hidden !== undefined;
      if (isAtPlace && !all) return whole;
      if (!hidden && text.length < SHORTEST[place]) return whole;
      const short = minify(text);
      const name = `_astro/shared.${createHash('sha256').update(short).digest('hex').slice(0, 8)}.js`;
      files.set(name, short);
      return `<script${isAtPlace ? '' : ' defer'} src="${base}${name}"></script>`;
    },
  );
}
