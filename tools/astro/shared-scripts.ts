import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { rewritePages } from './pages.ts';

/** Shorter scripts cost less in the page than a request. */
const SHORTEST = 1000;

/**
 * Astro writes the scripts of islands and of their directives into every page. They are the same
 * everywhere: as files they are fetched once for all pages, and a page has more room for its content.
 * What stands in the head stays, for it must run before anything is drawn.
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
        await rewritePages(dir, (html) => outOfBody(html, base, files));
        await mkdir(new URL('_astro', dir), { recursive: true });
        for (const [name, body] of files) await writeFile(new URL(name, dir), body);
      },
    },
  };
}

/** Puts long scripts of the body into `files`, by name. They run in their order, when the page is read. */
export function outOfBody(html: string, base: string, files: Map<string, string>): string {
  const body = Math.max(0, html.indexOf('<body'));
  const moved = html.slice(body).replace(/<script>([\s\S]*?)<\/script>/g, (whole, text: string) => {
    if (text.length < SHORTEST) return whole;
    const name = `_astro/shared.${createHash('sha256').update(text).digest('hex').slice(0, 8)}.js`;
    files.set(name, text);
    return `<script defer src="${base}${name}"></script>`;
  });
  return html.slice(0, body) + moved;
}
